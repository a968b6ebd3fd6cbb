import { claudeCode } from './agents/claude-code/tool.ts'
import { codex } from './agents/codex/tool.ts'
import { copilotCli } from './agents/copilot-cli/tool.ts'
import { geminiCli } from './agents/gemini-cli.ts'
import { mastra } from './agents/mastra.ts'
import { openaiAgents } from './agents/openai-agents/tool.ts'
import { opencode } from './agents/opencode.ts'
import { aiSdk } from './answers/ai-sdk/tool.ts'
import { anthropic } from './answers/anthropic/tool.ts'
import { gemini } from './answers/gemini.ts'
import { openai } from './answers/openai/tool.ts'
import { openrouter } from './answers/openrouter.ts'
import { deepeval } from './evals/deepeval.ts'
import { inspectAi } from './evals/inspect-ai/tool.ts'
import { promptfoo } from './evals/promptfoo/tool.ts'
import { ghAw } from './gateways/gh-aw.ts'
import { helicone } from './gateways/helicone.ts'
import { litellm } from './gateways/litellm.ts'
import { aider } from './reports/aider.ts'
import { ccusage } from './reports/ccusage.ts'
import type { Tool } from './tool.ts'
import { braintrust } from './traces/braintrust.ts'
import { langfuse } from './traces/langfuse.ts'
import { langsmith } from './traces/langsmith.ts'
import { mlflow } from './traces/mlflow.ts'
import { opentelemetry } from './traces/opentelemetry.ts'

/** All tools whose files are read, in the order in which a value is held against their marks: the first that fits it is it. */
export const TOOLS: readonly Tool[] = [
  ghAw,
  opentelemetry,
  mlflow,
  claudeCode,
  ccusage,
  litellm,
  langfuse,
  langsmith,
  braintrust,
  helicone,
  aider,
  copilotCli,
  geminiCli,
  codex,
  opencode,
  openaiAgents,
  mastra,
  promptfoo,
  inspectAi,
  deepeval,
  aiSdk,
  gemini,
  anthropic,
  openrouter,
  openai,
]

/** Where people write what has no usual place: the first three levels of the workspace. */
const ANYWHERE = '{,*/,*/*/}*.{json,jsonl,ndjson,eval}'

/** All places where the files of tools are looked for: globs. */
export const TOOL_PLACES: readonly string[] = [
  ...new Set([...TOOLS.flatMap(({ files }) => files.flatMap(({ places }) => places)).filter((place) => !isInLevels(place)), ANYWHERE]),
]

function isInLevels(place: string): boolean {
  return /^(?![~$])(?!.*\*\*)([^/]+\/){0,2}[^/]+\.(json|jsonl|ndjson|eval)$/.test(place)
}

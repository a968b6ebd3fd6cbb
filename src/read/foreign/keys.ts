/** The figures of a call, by the names that the ledger and the call log give them. */
export const FIGURES = [
  'input_tokens',
  'output_tokens',
  'total_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'cache_write_1h_tokens',
  'reasoning_tokens',
  'cost_usd',
] as const

export type Figure = (typeof FIGURES)[number]

/** What stands under a key that not every reader reads. */
export interface ForeignKey {
  /** Tool or provider that calls it so; null: it is our own name, or several tools have it. */
  readonly whose: string | null
  /** The figure of ours that it stands for; `parts`: an object with such keys in it; `usage`: an object that is all figures. */
  readonly means: Figure | 'parts' | 'usage'
  /** Whether it is a part of that figure. */
  readonly isPart: boolean
}

type Row = readonly [means: ForeignKey['means'], whose: string | null, keys: readonly string[], of?: 'a part']

const ANTHROPIC = 'Anthropic'
const BEDROCK = 'Bedrock'
const AI_SDK = 'the AI SDK'
const CLAUDE_CODE = 'Claude Code'
const CODEX = 'Codex'
const GEMINI = 'Gemini'
const GH_AW = 'gh-aw'
const LANGFUSE = 'Langfuse'
const LITELLM = 'LiteLLM'
const OLLAMA = 'Ollama'
const OPENAI = 'OpenAI'
const OPENINFERENCE = 'OpenInference'
const OPENROUTER = 'OpenRouter'
const OPENTELEMETRY = 'OpenTelemetry'

/**
 * The names that providers and tools give to tokens, costs and the objects that hold them. The same figure is not always the same number: Anthropic's
 * input_tokens have no cache reads and writes in them, Gemini's candidatesTokenCount has no thoughts.
 */
const ROWS: readonly Row[] = [
  ['input_tokens', OPENAI, ['prompt_tokens', 'num_prompt_tokens']],
  ['input_tokens', AI_SDK, ['inputTokens', 'promptTokens', 'noCacheTokens']],
  ['input_tokens', BEDROCK, ['inputTokenCount']],
  ['input_tokens', OLLAMA, ['prompt_eval_count']],
  ['input_tokens', OPENTELEMETRY, ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens', 'llm.usage.prompt_tokens']],
  ['input_tokens', OPENINFERENCE, ['llm.token_count.prompt']],
  ['input_tokens', GEMINI, ['promptTokenCount', 'prompt_token_count', 'toolUsePromptTokenCount', 'tool_use_prompt_token_count']],
  [
    'input_tokens',
    null,
    ['input_tokens', 'tokens_in', 'tokensIn', 'input_token_count', 'prompt_token', 'tokens_prompt', 'uncached_input_tokens'],
  ],
  ['output_tokens', OPENAI, ['completion_tokens', 'num_completion_tokens']],
  ['output_tokens', AI_SDK, ['outputTokens', 'completionTokens']],
  ['output_tokens', BEDROCK, ['outputTokenCount']],
  ['output_tokens', OLLAMA, ['eval_count']],
  ['output_tokens', OPENTELEMETRY, ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens', 'llm.usage.completion_tokens']],
  ['output_tokens', OPENINFERENCE, ['llm.token_count.completion']],
  ['output_tokens', GEMINI, ['candidatesTokenCount', 'candidates_token_count', 'responseTokenCount', 'response_token_count']],
  ['output_tokens', null, ['output_tokens', 'tokens_out', 'tokensOut', 'output_token_count', 'tokens_completion', 'generated_tokens']],
  ['total_tokens', AI_SDK, ['totalTokens']],
  ['total_tokens', OPENTELEMETRY, ['llm.usage.total_tokens']],
  ['total_tokens', OPENINFERENCE, ['llm.token_count.total']],
  ['total_tokens', GEMINI, ['totalTokenCount', 'total_token_count']],
  ['total_tokens', null, ['total_tokens', 'token_count', 'tokens', 'tokens_used', 'tokensUsed', 'total_token_usage', 'num_tokens']],
  ['cached_input_tokens', ANTHROPIC, ['cache_read_input_tokens']],
  ['cached_input_tokens', CLAUDE_CODE, ['cacheReadInputTokens']],
  ['cached_input_tokens', OPENAI, ['cached_tokens', 'input_cached_tokens']],
  ['cached_input_tokens', AI_SDK, ['cachedInputTokens', 'cacheReadTokens']],
  ['cached_input_tokens', GEMINI, ['cachedContentTokenCount', 'cached_content_token_count']],
  ['cached_input_tokens', BEDROCK, ['cacheReadInputTokenCount']],
  ['cached_input_tokens', OPENTELEMETRY, ['gen_ai.usage.cache_read.input_tokens']],
  ['cached_input_tokens', 'DeepSeek', ['prompt_cache_hit_tokens']],
  ['cached_input_tokens', GH_AW, ['cache_read_tokens']],
  ['cached_input_tokens', null, ['cached_input_tokens', 'prompt_cached_tokens', 'cache_read', 'cacheRead', 'cachedTokens']],
  ['cache_write_tokens', ANTHROPIC, ['cache_creation_input_tokens', 'ephemeral_5m_input_tokens']],
  ['cache_write_tokens', CLAUDE_CODE, ['cacheCreationInputTokens', 'cacheCreationTokens', 'cache_creation_tokens']],
  ['cache_write_tokens', AI_SDK, ['cacheWriteTokens', 'cacheWriteInputTokens']],
  ['cache_write_tokens', BEDROCK, ['cacheWriteInputTokenCount']],
  ['cache_write_tokens', OPENTELEMETRY, ['gen_ai.usage.cache_creation.input_tokens']],
  ['cache_write_tokens', CODEX, ['cache_write_input_tokens']],
  [
    'cache_write_tokens',
    null,
    ['cache_write_tokens', 'prompt_cache_creation_tokens', 'cache_creation_tokens_total', 'cache_write', 'cacheWrite'],
  ],
  ['cache_write_1h_tokens', ANTHROPIC, ['ephemeral_1h_input_tokens']],
  ['cache_write_1h_tokens', CLAUDE_CODE, ['cacheCreationEphemeral1hInputTokens']],
  ['cache_write_1h_tokens', null, ['cache_write_1h_tokens']],
  ['reasoning_tokens', ANTHROPIC, ['thinking_tokens']],
  ['reasoning_tokens', CLAUDE_CODE, ['thinkingTokens']],
  ['reasoning_tokens', AI_SDK, ['reasoningTokens']],
  ['reasoning_tokens', GEMINI, ['thoughtsTokenCount', 'thoughts_token_count']],
  ['reasoning_tokens', CODEX, ['reasoning_output_tokens']],
  ['reasoning_tokens', null, ['reasoning_tokens', 'completion_reasoning_tokens']],
  ['cost_usd', OPENROUTER, ['upstream_inference_cost']],
  ['cost_usd', CLAUDE_CODE, ['total_cost_usd', 'costUSD']],
  ['cost_usd', LITELLM, ['response_cost', 'spend']],
  ['cost_usd', LANGFUSE, ['totalCost', 'calculatedTotalCost', 'calculated_total_cost']],
  ['cost_usd', GH_AW, ['ai_credits_this_response']],
  ['cost_usd', 'Braintrust', ['estimated_cost']],
  ['cost_usd', null, ['cost_usd', 'cost', 'total_cost', 'costUsd', 'totalCostUsd', 'cost_in_usd', 'price_usd', 'usd', 'total_cost_in_usd']],
  ['cost_usd', null, ['cost_cents']],
  ['cost_usd', null, ['prompt_cost', 'completion_cost', 'input_cost', 'output_cost', 'inputCost', 'outputCost'], 'a part'],
  ['parts', OPENAI, ['prompt_tokens_details', 'completion_tokens_details', 'input_tokens_details', 'output_tokens_details']],
  ['parts', 'the OpenAI Agents SDK', ['inputTokensDetails', 'outputTokensDetails', 'requestUsageEntries']],
  ['parts', AI_SDK, ['inputTokenDetails', 'outputTokenDetails', 'totalUsage']],
  ['parts', 'LangChain', ['input_token_details', 'output_token_details']],
  ['parts', ANTHROPIC, ['cache_creation']],
  ['parts', null, ['usage', 'token_usage', 'usage_object', 'usageMetadata', 'usage_metadata']],
  ['usage', CLAUDE_CODE, ['modelUsage']],
  ['usage', 'promptfoo', ['tokenUsage']],
  ['usage', LANGFUSE, ['usageDetails', 'usage_details', 'costDetails', 'cost_details']],
  ['usage', 'Inspect AI', ['model_usage']],
  ['usage', ANTHROPIC, ['server_tool_use']],
]

/** All of them by key. */
export const FOREIGN_KEYS: ReadonlyMap<string, ForeignKey> = new Map(
  ROWS.flatMap(([means, whose, keys, of]) => keys.map((key) => [key, { whose, means, isPart: of !== undefined }] as const)),
)

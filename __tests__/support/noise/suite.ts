import type { MeasuredHead, Used } from '../../../src/compare/noise/measured.ts'
import type { Change, Model } from './models.ts'
import type { Random } from './random.ts'

/** Calls are counted in hundredths, so that rounding adds no noise of its own: 8 a run. */
const CALLS = 800
const TOKENS_PER_CALL = 3000
/** Tasks differ, in their calls more than in the tokens of each: a few dear ones decide the total. */
const CASES = { calls: 0.5, tokensPerCall: 0.3 }
const AGENTS = [
  { name: 'planner', calls: 0.5, size: 1 },
  { name: 'searcher', calls: 0.3, size: 1.2 },
  { name: 'writer', calls: 0.2, size: 0.8 },
]
/** US dollars of a token that the cache does not know. */
const PRICE = 3e-6
/** Output costs more than input: a token's price differs a little from run to run, where anything does. */
const PRICE_SPREAD = 0.02
/** What a token from the cache saves, and how many are from it: cold costs 35 % more than warm. */
const CACHE = { discount: 0.574, warm: 0.6, cold: 0.2, spread: 0.02 }

/** One task of a suite: its calls and its tokens per call, as parts of the usual. */
export interface Case {
  readonly calls: number
  readonly tokensPerCall: number
}

/** What an agent used in one run. */
export interface RunUsage extends Used {
  readonly runId: string
  readonly agent: string
  readonly cachedTokens: number
}

/** Everything that one pipeline measured. */
export type Pipeline = readonly RunUsage[]

export function drawCases(runs: number, random: Random): Case[] {
  return Array.from({ length: runs }, () => ({
    calls: Math.exp(CASES.calls * random.normal()),
    tokensPerCall: Math.exp(CASES.tokensPerCall * random.normal()),
  }))
}

/** One pipeline of a suite. `prompts` and `calls`: what the base branch has become since the first record, 1 at first. */
export function drawPipeline(
  cases: readonly Case[],
  model: Model,
  random: Random,
  base = { prompts: 1, calls: 1 },
  change?: Change,
): Pipeline {
  const isCold = random.uniform() < model.cold
  const isFixed = model.calls === 0
  const changed = random.uniform()
  const changedCase = Math.floor(changed * cases.length)
  const changedAgent = AGENTS[Math.floor(changed * AGENTS.length)]
  return cases.flatMap((task, index) => {
    const luck = Math.exp(model.calls * random.normal())
    const storm = random.uniform() < model.storms ? 3 + 17 * random.uniform() : 1
    const caseFactor = change?.cause === 'one case' && index === changedCase ? 1 + change.by * weightOf(cases, task) : 1
    const calls = CALLS * task.calls * luck * storm * base.calls * factorOf(change, 'calls') * caseFactor
    const perCall =
      TOKENS_PER_CALL *
      task.tokensPerCall *
      luck ** model.growth *
      Math.exp(model.tokensPerCall * random.normal()) *
      base.prompts *
      factorOf(change, 'prompts')
    const price = PRICE * Math.exp(isFixed ? 0 : PRICE_SPREAD * random.normal()) * factorOf(change, 'price')
    const cached = model.cold === 0 ? 0 : (isCold ? CACHE.cold : CACHE.warm) + CACHE.spread * random.normal()
    return AGENTS.map((agent): RunUsage => {
      const size = change?.cause === 'one agent' && agent === changedAgent ? 1 + change.by / shareOf(agent) : 1
      const used = Math.max(1, Math.round(calls * agent.calls))
      const tokens = Math.round(used * perCall * agent.size * size)
      const cachedTokens = Math.max(0, Math.round(tokens * cached))
      const costUsd = price * (tokens - CACHE.discount * cachedTokens)
      return { runId: `run-${index + 1}`, agent: agent.name, calls: used, tokens, cachedTokens, costUsd }
    })
  })
}

function factorOf(change: Change | undefined, cause: Change['cause']): number {
  return change?.cause === cause ? 1 + change.by : 1
}

/** How often the cost of a task is in that of the suite. */
function weightOf(cases: readonly Case[], task: Case): number {
  return cases.reduce((sum, one) => sum + one.calls * one.tokensPerCall, 0) / (task.calls * task.tokensPerCall)
}

function shareOf(agent: (typeof AGENTS)[number]): number {
  return (agent.calls * agent.size) / AGENTS.reduce((sum, one) => sum + one.calls * one.size, 0)
}

/** As the engine sees a pipeline. */
export function measurePipeline(pipeline: Pipeline): MeasuredHead {
  const sum = (of: (usage: RunUsage) => number, kept = pipeline) => kept.reduce((total, usage) => total + of(usage), 0)
  const runCosts = new Map<string, number>()
  for (const { runId, costUsd } of pipeline) runCosts.set(runId, (runCosts.get(runId) ?? 0) + costUsd)
  const agents = AGENTS.map(({ name }): [string, Used] => {
    const own = pipeline.filter(({ agent }) => agent === name)
    return [
      name,
      { costUsd: sum(({ costUsd }) => costUsd, own), calls: sum(({ calls }) => calls, own), tokens: sum(({ tokens }) => tokens, own) },
    ]
  })
  const tokens = sum((usage) => usage.tokens)
  const cached = sum(({ cachedTokens }) => cachedTokens)
  return {
    totalUsd: sum(({ costUsd }) => costUsd),
    calls: sum(({ calls }) => calls),
    tokens,
    cachedShare: cached === 0 ? null : cached / tokens,
    runs: runCosts.size,
    maxRunUsd: Math.max(...runCosts.values()),
    agents: new Map(agents),
    runCosts,
  }
}

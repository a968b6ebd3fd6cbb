import type { EscalatedStep, Escalations, PriceTiers } from '../../generated/types.ts'
import { sumUsd } from '../../usage/money.ts'
import type { CostRecord, Pricer } from '../../usage/record.ts'
import { bySaving, outputPrice } from './spent.ts'
import { keyOf } from './usage.ts'

/** Calls of one run in one step that have a tier: time, whether it is premium (0 or 1) and US dollars, one call after the other. */
type Tried = number[]

interface Step {
  readonly step: string | null
  readonly agent: string | null
  readonly byRun: Map<string, Tried>
}

/** Counts calls of a cheap model that a call of a premium model followed in the same run and step. Memory grows with the calls of both tiers. */
export class EscalationLog {
  private readonly steps = new Map<string, Step>()
  private readonly tiers: PriceTiers
  private readonly pricer: Pricer

  constructor(tiers: PriceTiers, pricer: Pricer) {
    this.tiers = tiers
    this.pricer = pricer
  }

  /** A call that generated nothing is no try, an embedding for example, unless it failed. */
  add(record: CostRecord, costUsd: number | null): void {
    const { calls, errors, outputTokens, runId, timeMs, step } = record
    if (runId === null || timeMs === null || calls !== 1 || costUsd === null || (outputTokens === 0 && errors === 0)) return
    const price = outputPrice(this.pricer, record.model, record.provider)?.costUsd ?? null
    if (price === null || (price >= this.tiers.economy_below && price < this.tiers.premium_from)) return
    const agent = step === null ? record.agent : null
    const key = keyOf({ step, agent })
    const found = this.steps.get(key) ?? { step, agent, byRun: new Map<string, Tried>() }
    this.steps.set(key, found)
    const tried = found.byRun.get(runId) ?? []
    found.byRun.set(runId, tried)
    tried.push(timeMs, price < this.tiers.economy_below ? 0 : 1, costUsd)
  }

  finish(): Escalations {
    const steps = [...this.steps.values()].map(countStep)
    const sum = (countOf: (step: EscalatedStep) => number) => steps.reduce((total, step) => total + countOf(step), 0)
    const economy = sum((step) => step.economy_calls)
    const escalated = sum((step) => step.escalated_calls)
    const { economy_below: below, premium_from: from } = this.tiers
    return {
      assumption:
        `the cheap call (output below $${below} per million tokens) could have been good enough, so that nobody needed the premium call ` +
        `(from $${from} on) that came after it in the same run and step`,
      at_most_usd: sumUsd(steps.map((step) => step.at_most_usd)),
      economy_calls: economy,
      escalated_calls: escalated,
      share_percent: economy === 0 ? null : (escalated / economy) * 100,
      rows: bySaving(
        steps.filter((step) => step.escalated_calls > 0),
        (row) => row.at_most_usd,
      ),
    }
  }
}

function countStep({ step, agent, byRun }: Step): EscalatedStep {
  const firstUsd: number[] = []
  const premiumUsd: number[] = []
  let economy = 0
  for (const tried of byRun.values()) {
    const waiting: number[] = []
    for (const { isPremium, costUsd } of inOrder(tried)) {
      if (!isPremium) {
        economy += 1
        waiting.push(costUsd)
        continue
      }
      const first = waiting.pop()
      if (first === undefined) continue
      firstUsd.push(first)
      premiumUsd.push(costUsd)
    }
  }
  return {
    step,
    agent,
    economy_calls: economy,
    escalated_calls: premiumUsd.length,
    first_cost_usd: sumUsd(firstUsd),
    at_most_usd: sumUsd(premiumUsd),
  }
}

/** Files come in the order of their names, not of time. At the same time the cheap call was first, as an upper bound wants it. */
function inOrder(tried: Tried): { timeMs: number; isPremium: boolean; costUsd: number }[] {
  const calls = Array.from({ length: tried.length / 3 }, (_, index) => {
    const [timeMs = 0, tier = 0, costUsd = 0] = tried.slice(3 * index, 3 * index + 3)
    return { timeMs, isPremium: tier === 1, costUsd }
  })
  return calls.sort((a, b) => a.timeMs - b.timeMs || Number(a.isPremium) - Number(b.isPremium) || a.costUsd - b.costUsd)
}

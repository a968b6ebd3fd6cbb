import type { RepeatSaving, RepeatSavings } from '../../generated/types.ts'
import { type Money, money, sumUsd } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'
import { inner } from './inner.ts'
import { bySaving, less } from './spent.ts'
import { keyOf } from './usage.ts'

/** Groups that are listed; the sum counts all. */
const LISTED = 100
/** Numbers of tokens below this make one number of both without losing a digit. */
const LARGEST_TOKENS = 2 ** 26

const ASSUMPTION =
  'calls of the same step and model with as many input and as many output tokens had the same prompt, and a cache would have answered all ' +
  'of them but one; prompts are not recorded, so these are candidates'

interface Repeat {
  calls: number
  readonly cost: Money
  leastUsd: number
}

/** Calls of one model in one step, by their numbers of tokens; most stand alone, so that a first one is only its cost. */
interface Alike {
  readonly step: string | null
  readonly agent: string | null
  readonly model: string
  readonly byTokens: Map<number | string, number | Repeat>
}

/** Counts calls that look alike. Memory grows with the number of different calls. */
export class Repeats {
  private readonly steps = new Map<string | null, Map<string | null, Map<string, Alike>>>()

  /** Failed calls and aggregates repeat nothing; without tokens or a cost there is nothing to compare. */
  add(record: CostRecord, costUsd: number | null): void {
    const { calls, errors, inputTokens, outputTokens } = record
    if (calls !== 1 || errors > 0 || costUsd === null || inputTokens + outputTokens === 0) return
    const { byTokens } = this.alike(record)
    const small = inputTokens < LARGEST_TOKENS && outputTokens < LARGEST_TOKENS
    const key = small ? inputTokens * LARGEST_TOKENS + outputTokens : `${inputTokens} ${outputTokens}`
    const before = byTokens.get(key)
    if (before === undefined) byTokens.set(key, costUsd)
    else if (typeof before === 'number') {
      const cost = money(before)
      cost.add(costUsd)
      byTokens.set(key, { calls: 2, cost, leastUsd: Math.min(before, costUsd) })
    } else {
      before.calls += 1
      before.cost.add(costUsd)
      before.leastUsd = Math.min(before.leastUsd, costUsd)
    }
  }

  private alike({ step, agent, model }: CostRecord): Alike {
    const owner = step === null ? agent : null
    const agents = inner(this.steps, step, () => new Map<string | null, Map<string, Alike>>())
    const models = inner(agents, owner, () => new Map<string, Alike>())
    return inner(models, model, () => ({ step, agent: owner, model, byTokens: new Map() }))
  }

  finish(): RepeatSavings {
    const rows = [...this.steps.values()]
      .flatMap((agents) => [...agents.values()])
      .flatMap((models) => [...models.values()])
      .flatMap(listRepeats)
    const sorted = bySaving(
      rows,
      (row) => row.at_most_usd,
      (row) => JSON.stringify([keyOf(row), row.input_tokens, row.output_tokens]),
    )
    return {
      assumption: ASSUMPTION,
      at_most_usd: sumUsd(rows.map((row) => row.at_most_usd)),
      groups: rows.length,
      rows: sorted.slice(0, LISTED),
    }
  }
}

function listRepeats({ step, agent, model, byTokens }: Alike): RepeatSaving[] {
  return [...byTokens].flatMap(([key, repeat]) => {
    if (typeof repeat === 'number') return []
    const [input, output] = typeof key === 'number' ? [Math.floor(key / LARGEST_TOKENS), key % LARGEST_TOKENS] : key.split(' ').map(Number)
    const cost_usd = repeat.cost.toNumber()
    const tokens = { input_tokens: input ?? 0, output_tokens: output ?? 0 }
    return [{ step, agent, model, calls: repeat.calls, cost_usd, ...tokens, at_most_usd: less(cost_usd, repeat.leastUsd) }]
  })
}

import type { Change } from '../../generated/types.ts'
import type { IncreaseRule } from '../../policy/rule.ts'
import { percent, usd } from '../../words/format.ts'
import { decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'
import { exceedsIncrease } from './increase.ts'

export const NO_BASELINE = 'there is no baseline to compare with'

type Judging = Pick<IncreaseRule, 'limit' | 'minIncreaseUsd' | 'level'> & { readonly name: string; readonly facts: Omit<Facts, 'message'> }

/** Judges how much one thing grew. */
export function judgeChange(change: Change, { name, limit, minIncreaseUsd, level, facts }: Judging): Ruling {
  const { baseline_cost_usd: baseline, head_cost_usd: head, percent: actual } = change
  if (baseline === null || head === null) {
    return leaveUnmatched({ ...facts, message: `${name}: the ${baseline === null ? 'baseline' : 'head'} does not say what it cost` })
  }
  const from = minIncreaseUsd > 0 ? `, counted from an increase of ${usd(minIncreaseUsd)} on` : ''
  const message = `${name}: ${describe(baseline, head, actual, limit)}, limit ${percent(limit, actual ?? undefined)}${from}`
  const broken = exceedsIncrease(baseline, head, { percent: limit, minUsd: minIncreaseUsd })
  // What only the minimum lets pass is measured by the minimum: 139 % of a limit would read as broken.
  const isSmall = !broken && exceedsIncrease(baseline, head, { percent: limit, minUsd: 0 })
  const figures = isSmall ? { actual: change.delta_usd, limit: minIncreaseUsd, unit: 'usd' as const } : { actual }
  // What is below the minimum never counts, so it cannot be near to counting either.
  const near = change.delta_usd < minIncreaseUsd ? { warnAtPercent: null } : {}
  return decide(broken, level, { ...facts, message, ...figures, ...near })
}

function describe(baseline: number, head: number, change: number | null, limit: number): string {
  if (head === baseline) return `${usd(head)}, the same as the baseline`
  if (change === null) return `${usd(head, baseline)}, and the baseline is ${usd(baseline, head)}`
  const size = percent(Math.abs(change), limit)
  return `${usd(head, baseline)} is ${size} ${head > baseline ? 'more' : 'less'} than the baseline of ${usd(baseline, head)}`
}

import type { BaselineUsed, Comparison, Level } from '../../generated/types.ts'
import { decide, type Ruling } from '../ruling.ts'
import type { JudgeSettings } from '../settings.ts'

const LEVELS = { pass: 'notice', warn: 'warning', fail: 'error' } as const satisfies Record<JudgeSettings['onMissingBaseline'], Level>

/** No baseline is a state of its own: what it means is a setting. A baseline without a total is none either. */
export function judgeBaseline(
  comparison: Pick<Comparison, 'total'> | null,
  baseline: Pick<BaselineUsed, 'source' | 'path' | 'reason'>,
  onMissing: JudgeSettings['onMissingBaseline'],
): Ruling {
  const isMissing = comparison === null || comparison.total.baseline_cost_usd === null
  const message = isMissing ? explain(baseline) : 'compared with a baseline'
  return decide(isMissing, LEVELS[onMissing], { rule: 'missing_baseline', subject: { kind: 'data', name: null }, message })
}

function explain({ source, path, reason }: Pick<BaselineUsed, 'source' | 'path' | 'reason'>): string {
  if (reason !== null) return `a regression cannot be seen: ${reason}`
  const missing =
    source === 'file' && path !== null
      ? `the baseline ${path} does not exist (paths start from the working directory)`
      : 'there is no baseline yet'
  return `${missing}, so a regression cannot be seen`
}

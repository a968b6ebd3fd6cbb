import type { BaselineUsed, Comparison, Level } from '../generated/types.ts'
import { decide, type Ruling } from './ruling.ts'
import type { JudgeSettings } from './settings.ts'

const LEVELS = { pass: 'notice', warn: 'warning', fail: 'error' } as const satisfies Record<JudgeSettings['onMissingBaseline'], Level>

/** No baseline is a state of its own: what it means is a setting. A baseline without a total is none either. */
export function judgeBaseline(
  comparison: Pick<Comparison, 'total'> | null,
  path: BaselineUsed['path'],
  onMissing: JudgeSettings['onMissingBaseline'],
): Ruling {
  const isMissing = comparison === null || comparison.total.baseline_cost_usd === null
  const message = isMissing
    ? `${missing(path)}, so a regression cannot be seen; set baseline-path to a cost summary of the base branch`
    : 'compared with a baseline'
  return decide(isMissing, LEVELS[onMissing], { rule: 'missing_baseline', subject: { kind: 'data', name: null }, message })
}

function missing(path: string | null): string {
  return path === null ? 'there is no baseline yet' : `the baseline ${path} does not exist`
}

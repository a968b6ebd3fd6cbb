import { at, InputError } from '../errors.ts'
import type { LimitSubject, Limits, PolicyLine } from '../generated/types.ts'

/** Keys of limits, without those that say how a limit applies. */
export type LimitKey = Exclude<keyof Limits, 'level' | 'warn_at_percent' | 'expires' | 'exact'>

/** What a limit can be about; the first is meant where its group does not say. */
const SUBJECTS = {
  max_cost_per_run_usd: ['agent'],
  max_p95_cost_per_run_usd: ['agent'],
  max_p50_cost_per_run_usd: ['agent'],
  max_cost_per_day_usd: ['agent', 'model', 'customer'],
  max_cost_per_month_usd: ['agent', 'model', 'customer'],
  max_daily_spend_usd: ['model', 'agent', 'customer'],
  max_total_cost_usd: ['agent', 'model', 'step', 'customer'],
  max_input_tokens: ['agent', 'model', 'step'],
  max_output_tokens: ['agent', 'model', 'step'],
  max_cost_per_1k_tokens_usd: ['agent', 'model', 'step', 'customer'],
  max_cost_per_successful_task_usd: ['agent'],
  max_price_drift_percent: ['model'],
  require_approval: ['model', 'agent'],
} as const satisfies Record<LimitKey, readonly [LimitSubject, ...LimitSubject[]]>

/** What a limit is about, in a group of this subject (null: the group does not say). Throws an InputError where such a subject has no such figure. */
export function subjectOf(key: LimitKey, about: LimitSubject | null, { path: file, line }: PolicyLine): LimitSubject {
  const kinds: readonly [LimitSubject, ...LimitSubject[]] = SUBJECTS[key]
  const [usual] = kinds
  if (about === null || kinds.includes(about)) return about ?? usual
  const names = kinds.map((kind) => `${kind}s`).join(', ')
  const hint =
    key === 'max_cost_per_run_usd' && about === 'model' ? ': a model has no runs of its own. Use max_cost_per_day_usd' : '. Remove it'
  const message = `${key} is about ${names}, but this group has "subject: ${about}"${hint}, or move it to a group without "subject: ${about}"`
  throw new InputError(at({ file, line }, message))
}

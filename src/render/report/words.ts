import type { CostReport, Period, ReportBy, ReportFigures, ReportGroup } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent } from '../../words/format.ts'
import { EFFICIENCY, efficiencyCells } from '../changes/efficiency.ts'
import { writeSpent } from '../changes/models.ts'
import { describeGraders } from '../findings/graders.ts'

export const NONE = '–'
const TITLES: Record<ReportBy, string> = {
  agent: 'Agent',
  model: 'Model',
  customer: 'Customer',
  step: 'Step',
  case: 'Case',
  run: 'Run',
  day: 'Day',
}

/** `Agent`: what a group is. */
export function titleOf({ by }: CostReport): string {
  return TITLES[by]
}

/** Name of a group; what names nothing of this kind says so. */
export function writeName({ name }: ReportGroup, by: ReportBy, write: (name: string) => string): string {
  return name === null ? `(no ${by})` : write(name)
}

/** `LLM cost by agent, 2026-11-02 to 2026-11-03`. */
export function writeHeading({ by, total }: CostReport): string {
  return `LLM cost by ${by}${total.period.from === null ? '' : `, ${writePeriod(total.period)}`}`
}

/** `2026-11-02 to 2026-11-03`, in UTC. */
export function writePeriod({ from, to }: Period): string {
  if (from === null || to === null) return 'unknown'
  return `${from.slice(0, 10)} to ${to.slice(0, 10)}`
}

/** The time that was asked for: `2026-11-25`, `2026-11-19 to 2026-11-25`, `since 2026-11-19`; empty: all time. */
export function writeTime({ filter: { since, until } }: CostReport): string {
  if (since !== null && until !== null) return since === until ? since : `${since} to ${until}`
  if (since !== null) return `since ${since}`
  return until === null ? '' : `until ${until}`
}

/** `$0.5727 in 68 calls, 228,316 tokens, 12 runs`. */
export function writeTotal({ total }: CostReport, emphasize: (words: string) => string): string {
  return `${emphasize(writeSpent(total))} in ${count(total.calls, 'call')}, ${count(total.total_tokens, 'token')}, ${count(total.runs, 'run')}`
}

/** `agent *-mag, since 2026-11-01`; empty: all calls. */
export function writeFilter({ filter }: CostReport, voice: Voice): string {
  const { since, until, run_id, ...names } = filter
  const parts = Object.entries({ ...names, run: run_id }).flatMap(([kind, pattern]) => {
    if (pattern === null) return []
    return [pattern === '' ? `no ${kind}` : `${kind} ${voice.name(pattern)}`]
  })
  return [...parts, since === null ? null : `since ${since}`, until === null ? null : `until ${until}`]
    .filter((part) => part !== null)
    .join(', ')
}

/** What is not in the figures, and why. */
export function writeGaps({
  total,
  graders,
  undated_calls,
  invalid_records,
  duplicate_records,
  repeated_records: repeated = 0,
}: CostReport): string[] {
  return [
    unpricedLine(total),
    graders === undefined ? null : `${describeGraders(graders)}.`,
    undatedLine(undated_calls),
    invalidLine(invalid_records),
    duplicate_records > 0 ? `${count(duplicate_records, 'duplicate')} left out.` : null,
    repeated > 0 ? `${count(repeated, 'line')} counted although another one says the same byte for byte.` : null,
  ].filter((line) => line !== null)
}

/** Only what may make the amounts too low. */
export function writeMissing({ total, undated_calls, invalid_records }: CostReport): string[] {
  return [unpricedLine(total), undatedLine(undated_calls), invalidLine(invalid_records)].filter((line) => line !== null)
}

function unpricedLine({ unpriced_calls: calls = 0 }: ReportFigures): string | null {
  return calls === 0 ? null : `${count(calls, 'call')} without a known price ${calls === 1 ? 'is' : 'are'} in no amount.`
}

function undatedLine(calls: number): string | null {
  return calls === 0 ? null : `${count(calls, 'call')} without a time ${calls === 1 ? 'is' : 'are'} left out of this period.`
}

function invalidLine(records: number): string | null {
  return records === 0 ? null : `${count(records, 'invalid record')} left out.`
}

/** Titles of the figures in `writeFigures`. */
export const FIGURES = ['Cost', 'Share', 'Runs', 'Calls', 'Tokens', ...EFFICIENCY]

/** Cost, use and efficiency of a group as cells of a table. */
export function writeFigures(figures: ReportFigures): string[] {
  const { share_percent: share, runs, calls, total_tokens } = figures
  const use = [runs, calls, total_tokens].map(integer)
  return [writeSpent(figures), share === null ? NONE : percent(share), ...use, ...efficiencyCells(figures)]
}

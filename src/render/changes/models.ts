import type { Report, Stats } from '../../generated/types.ts'
import { sumUsd } from '../../usage/money.ts'
import { code } from '../../words/escape.ts'
import { integer, usd } from '../../words/format.ts'
import { limit, stack, table } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { renderChanges, totalCells } from './changes.ts'

/** Cost per model: the change where the baseline has it, else what this run spent. */
export function renderModels(report: Report, room: Room): string {
  const { comparison, head } = report
  if (comparison?.models) return renderChanges('Model', comparison.models, totalCells(report, comparison.total), room.models, false)
  const note = comparison === null ? null : 'The baseline has no figures per model, so only the totals can be compared.'
  return stack([byCost(head.model_stats).length === 0 ? null : renderSpent('Model', head.model_stats, room.models), note])
}

/** What each subject spent, the dearest first. */
export function renderSpent(title: string, stats: Readonly<Record<string, Stats>>, room: number): string {
  const { shown, hidden } = limit(byCost(stats), room)
  const rows = shown.map(([name, stat]) => [code(name), writeSpent(stat), `${integer(stat.calls)} / ${integer(stat.total_tokens)}`])
  if (hidden.length > 0) {
    const sum = (figureOf: (stat: Stats) => number) => hidden.reduce((total, [, stat]) => total + figureOf(stat), 0)
    const figures = `${integer(sum((stat) => stat.calls))} / ${integer(sum((stat) => stat.total_tokens))}`
    rows.push([`_and ${integer(hidden.length)} more_`, usd(sumUsd(hidden.map(([, stat]) => stat.cost_usd))), figures])
  }
  return table([{ title }, { title: 'Cost', right: true }, { title: 'Calls / tokens', right: true }], rows)
}

/** Cost of a subject; what has no known price is no amount, above all not $0. */
export function writeSpent(stats: Stats): string {
  return isUnpriced(stats) ? 'unknown' : usd(stats.cost_usd)
}

/** Whether none of its calls has a known price. */
export function isUnpriced({ calls, unpriced_calls }: Stats): boolean {
  return calls > 0 && unpriced_calls === calls
}

/** Name and figures, the dearest first, equals by name. What occurs only in records from before `since` is left out. */
export function byCost<S extends Stats>(stats: Readonly<Record<string, S>>): [string, S][] {
  const used = Object.entries(stats).filter(([, { calls, cost_usd }]) => calls > 0 || cost_usd > 0)
  return used.sort(([a, left], [b, right]) => right.cost_usd - left.cost_usd || (a < b ? -1 : 1))
}

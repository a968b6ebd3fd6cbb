import type { CostSummary, Efficiency, Report, Stats } from '../generated/types.ts'
import { code } from './escape.ts'
import { integer, percent, usd } from './format.ts'
import { details, limit, stack, table } from './markdown.ts'
import { byCost, isUnpriced } from './models.ts'
import type { Room } from './room.ts'

const NONE = '–'

/** Titles of `efficiencyCells`. */
export const EFFICIENCY = ['Per run', 'Per success', 'Per 1k tokens', 'Output/input']

/** What a run, a success and 1,000 tokens cost, and how many tokens come out for those that go in. Without a known price there is no such cost. */
export function efficiencyCells(stats: Stats & Efficiency): string[] {
  const { cost_per_run_usd, cost_per_successful_task, cost_per_1k_tokens, token_efficiency: ratio = null } = stats
  const amounts = [cost_per_run_usd, cost_per_successful_task, cost_per_1k_tokens]
  const cells = amounts.map((amount = null) => (amount === null || isUnpriced(stats) ? NONE : usd(amount)))
  return [...cells, ratio === null ? NONE : percent(ratio * 100)]
}

/** Efficiency per model, agent and step, folded. */
export function renderEfficiency({ head }: Pick<Report, 'head'>, room: Room): string {
  const tables = listSubjects(head).map(({ title, stats }) => renderSubjects(title, stats, room.folded))
  return tables.length === 0 ? '' : details('Efficiency by model, agent and step', stack(tables))
}

/** Kinds of subjects that have an efficiency, those without any subject left out. */
export function listSubjects({ model_stats, agent_stats, step_stats }: CostSummary) {
  const kinds: readonly { title: string; stats: Readonly<Record<string, Stats & Efficiency>> }[] = [
    { title: 'Model', stats: model_stats },
    { title: 'Agent', stats: agent_stats },
    { title: 'Step', stats: step_stats },
  ]
  return kinds.filter(({ stats }) => Object.keys(stats).length > 0)
}

/** The dearest first; a figure that none of them has is left out. */
function renderSubjects(title: string, stats: Readonly<Record<string, Stats & Efficiency>>, room: number): string {
  const { shown, hidden } = limit(byCost(stats), room)
  const rows = shown.map(([name, stat]) => ({ name, cells: efficiencyCells(stat) }))
  const known = EFFICIENCY.map((_, column) => rows.some(({ cells }) => cells[column] !== NONE))
  const keepKnown = <T>(cells: readonly T[]) => cells.filter((_, column) => known[column])
  const lines = rows.map(({ name, cells }) => [code(name), ...keepKnown(cells)])
  if (hidden.length > 0) lines.push([`_and ${integer(hidden.length)} more_`, ...keepKnown(EFFICIENCY).map(() => '')])
  return table([{ title }, ...keepKnown(EFFICIENCY).map((figure) => ({ title: figure, right: true }))], lines)
}

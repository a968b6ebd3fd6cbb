import type { CostSummary, Efficiency, Report, Stats } from '../../generated/types.ts'
import { code } from '../../words/escape.ts'
import { integer, percent, usd } from '../../words/format.ts'
import { details, limit, stack, table } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { byCost, isUnpriced } from './models.ts'

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

/** The same of several subjects, without the figures that none of them has. */
export function knownEfficiency(subjects: readonly (Stats & Efficiency)[]) {
  const cells = new Map(subjects.map((stats) => [stats, efficiencyCells(stats)]))
  const isKnown = EFFICIENCY.map((_, column) => [...cells.values()].some((row) => row[column] !== NONE))
  const keepKnown = (row: readonly string[]) => row.filter((_, column) => isKnown[column])
  return { titles: keepKnown(EFFICIENCY), cells: (stats: Stats & Efficiency) => keepKnown(cells.get(stats) ?? []) }
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
  return kinds.filter(({ stats }) => byCost(stats).length > 0)
}

/** The dearest first. */
function renderSubjects(title: string, stats: Readonly<Record<string, Stats & Efficiency>>, room: number): string {
  const { shown, hidden } = limit(byCost(stats), room)
  const { titles, cells } = knownEfficiency(shown.map(([, stat]) => stat))
  const rows = shown.map(([name, stat]) => [code(name), ...cells(stat)])
  if (hidden.length > 0) rows.push([`_and ${integer(hidden.length)} more_`, ...titles.map(() => '')])
  return table([{ title }, ...titles.map((figure) => ({ title: figure, right: true }))], rows)
}

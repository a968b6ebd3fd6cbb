import type { Amounts, PastRecord, Report } from '../../../../generated/types.ts'
import { differenceUsd, sumUsd } from '../../../../usage/money.ts'
import { plain } from '../../../../words/escape.ts'
import { count, integer, usd } from '../../../../words/format.ts'
import { nameHead } from '../../../changes/changes.ts'
import { figure } from '../../charts/draw.ts'
import { bars, type Series } from '../../charts/stack.ts'
import { fold, HTML, section } from '../../html.ts'
import { table } from '../../table.ts'

/** Fewer records have no course. */
const FEWEST = 2
const MOST_NARROW = 10
const NAME_LENGTH = 30
const REST = 'all others'

type Part = 'models' | 'agents'

/** What each record of the base branch cost, and this run last. */
export function renderHistory(report: Report): string | null {
  const records = report.past?.records ?? []
  if (records.length < FEWEST) return null
  const all = [...records, ownRecord(report, records)]
  const labels = all.map((record, index) => (index === all.length - 1 ? nameHead(report) : labelOf(record, index)))
  const charts = (['models', 'agents'] as const).map((part) => chart(report, all, labels, part))
  return section('history', 'Cost over time', [...charts, fold('The records as a table', recordTable(report, all) ?? '')])
}

/** Two series at the least: one part is the whole. */
function chart(report: Report, records: readonly PastRecord[], labels: readonly string[], part: Part): string | null {
  const series = seriesOf(records, part)
  if (part === 'agents' && series.length < 2) return null
  const [first, last] = [records[0], records.at(-1)]
  return figure(
    bars({
      id: `history-${part}`,
      title: `Cost of ${count(records.length - 1, 'record')} of the base branch and of ${nameHead(report)}, by ${part.slice(0, -1)}`,
      description: `From ${usd(first?.total_cost_usd ?? 0)} to ${usd(last?.total_cost_usd ?? 0)}. The table below has all figures.`,
      labels,
      series,
      isStacked: true,
      write: (value) => usd(value),
      mostNarrow: MOST_NARROW,
    }),
  )
}

/** Names of all records, the dearest of the last one first, and what is left. */
function seriesOf(records: readonly PastRecord[], part: Part): Series[] {
  const names = [...new Set(records.toReversed().flatMap((record) => Object.keys(record[part])))]
  const shown = names.slice(0, 5)
  const series = shown.map((name, index) => ({
    name: unique(plain(name, NAME_LENGTH), index, shown),
    values: records.map((record) => amountOf(record[part], name)),
  }))
  const rest = records.map((record) =>
    Math.max(0, differenceUsd(record.total_cost_usd, sumUsd(shown.map((name) => amountOf(record[part], name))))),
  )
  return rest.some((usd) => usd > 1e-9) ? [...series, { name: REST, values: rest, isRest: true }] : series
}

/** A series is known by its name: two that look alike are told apart. */
function unique(name: string, index: number, names: readonly string[]): string {
  const isAlone = name !== REST && !names.some((other, at) => at !== index && plain(other, NAME_LENGTH) === name)
  return isAlone ? name : `${name} (${index + 1})`
}

function amountOf(amounts: Amounts, name: string): number {
  return Object.hasOwn(amounts, name) ? (amounts[name] ?? 0) : 0
}

/** This run as one more record, of the same names and of its own dearest. */
function ownRecord({ head, created_at }: Report, records: readonly PastRecord[]): PastRecord {
  const { commit, total_cost_usd, calls, model_stats, agent_stats } = head
  const own = (part: Part, stats: Readonly<Record<string, { readonly cost_usd: number }>>) => {
    const known = new Set(records.flatMap((record) => Object.keys(record[part])))
    const dearest = Object.entries(stats).sort(([a, one], [b, other]) => other.cost_usd - one.cost_usd || (a < b ? -1 : 1))
    const kept = dearest.filter(([name], index) => index < 3 || known.has(name))
    return Object.fromEntries(kept.map(([name, { cost_usd }]) => [name, cost_usd]))
  }
  return { commit, created_at, total_cost_usd, calls, models: own('models', model_stats), agents: own('agents', agent_stats) }
}

/** The day and the commit; the number where neither is known. */
function labelOf({ commit, created_at }: PastRecord, index: number): string {
  const day = created_at === null ? null : plain(created_at.slice(5, 10))
  const sha = commit === null ? null : plain(commit.slice(0, 7))
  return [day, sha].filter((part) => part !== null).join('\n') || `${index + 1}`
}

function recordTable(report: Report, records: readonly PastRecord[]): string | null {
  return table({
    caption: 'Records of the base branch',
    columns: [{ title: 'Commit' }, { title: 'Recorded' }, { title: 'Cost', right: true }, { title: 'Calls', right: true }],
    noun: 'records',
    sorts: true,
    rows: records
      .toReversed()
      .map(({ commit, created_at, total_cost_usd, calls }, index) => [
        `${commit === null ? '–' : HTML.name(commit.slice(0, 7))}${index === 0 ? ` (${nameHead(report)})` : ''}`,
        created_at === null ? '–' : HTML.text(created_at.slice(0, 16).replace('T', ' ')),
        { html: usd(total_cost_usd), by: total_cost_usd },
        { html: integer(calls), by: calls },
      ]),
  })
}

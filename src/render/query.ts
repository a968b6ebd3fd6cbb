import { toRow } from '../analyse/query/row.ts'
import type { Sort } from '../analyse/query/sorts.ts'
import type { FoundRecord, QueryResult } from '../analyse/query/top.ts'
import { isoTime } from '../time.ts'
import { alignColumns } from '../words/columns.ts'
import { type CsvCell, renderCsv } from '../words/csv.ts'
import { plain } from '../words/escape.ts'
import { count, integer, usd } from '../words/format.ts'
import type { Paint } from '../words/paint.ts'

const NONE = '–'
const SEARCHED = 'A text is searched in names (model, provider, run, step, agent, customer, case) and in keys and values of metadata.'
const ORDERS: Record<Sort, string> = { cost: 'most expensive', time: 'newest', tokens: 'largest' }
const RIGHT = { right: true }
const COLUMNS = [
  { title: 'Time (UTC)' },
  { title: 'Cost', ...RIGHT },
  { title: 'Model' },
  { title: 'Input', ...RIGHT },
  { title: 'Output', ...RIGHT },
  { title: 'Agent' },
  { title: 'Step' },
  { title: 'Customer' },
]
const LAST_COLUMNS = [{ title: 'Run' }, { title: 'From' }]

/** Found records for a terminal. */
export function renderQueryTable(result: QueryResult, sort: Sort, paint: Paint): string {
  const { records, matches, all, graderCalls: graders, undatedCalls, search } = result
  if (matches === 0) return search === null ? 'No records match.\n' : `No records match. ${SEARCHED}\n`
  const found = search === null ? '' : ` with "${plain(search)}"`
  const sum = `${usd(all.cost.toNumber())} in ${count(matches, 'record')}${found}`
  const head = records.length < matches ? `${sum}; the ${integer(records.length)} ${ORDERS[sort]}:` : `${sum}, the ${ORDERS[sort]} first:`
  const hasCases = records.some(({ record }) => record.testCase !== undefined)
  const [title = '', ...lines] = alignColumns(
    [...COLUMNS, ...(hasCases ? [{ title: 'Case' }] : []), ...LAST_COLUMNS],
    records.map((found) => toCells(found, hasCases)),
  )
  const notes = [
    all.unpriced > 0 ? `${count(all.unpriced, 'call')} without a known price ${all.unpriced === 1 ? 'is' : 'are'} in no amount.` : null,
    graders > 0
      ? `${count(graders, 'call')} of graders ${graders === 1 ? 'is' : 'are'} among them, which no total of the gate holds.`
      : null,
    undatedCalls > 0 ? `${count(undatedCalls, 'call')} without a time ${undatedCalls === 1 ? 'is' : 'are'} left out of this period.` : null,
  ].filter((line) => line !== null)
  return `${[paint('bold', head), '', paint('dim', title), ...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')}\n`
}

function toCells({ record, costUsd, file, line }: FoundRecord, hasCases: boolean): string[] {
  const name = (one: string | null) => (one === null ? NONE : plain(one))
  return [
    record.timeMs === null ? NONE : isoTime(record.timeMs).slice(0, 19).replace('T', ' '),
    costUsd === null ? 'unknown' : usd(costUsd),
    plain(record.model),
    integer(record.inputTokens),
    integer(record.outputTokens),
    name(record.agent),
    name(record.step),
    name(record.customer),
    ...(hasCases ? [name(record.testCase ?? null)] : []),
    name(record.runId),
    `${plain(file)}${line === null ? '' : `:${line}`}`,
  ]
}

/** Found records as JSON lines, each a row of a ledger. */
export function renderQueryLines({ records }: QueryResult): string {
  return records.map((found) => `${toJson(found)}\n`).join('')
}

/** The same rows as a list. */
export function renderQueryJson({ records }: QueryResult): string {
  return records.length === 0 ? '[]\n' : `[\n${records.map((found) => `  ${toJson(found)}`).join(',\n')}\n]\n`
}

/** A runner obeys `##[command]` anywhere in a line: that is spelt with an escape. */
function toJson(found: FoundRecord): string {
  return JSON.stringify(toRow(found)).replaceAll('##[', '#\\u0023[')
}

/** Found records as CSV. Figures are not rounded; a cost that is not known is empty. */
export function renderQueryCsv({ records }: QueryResult): string {
  const titles = [
    ...['timestamp', 'model', 'provider', 'input_tokens', 'output_tokens', 'cost_usd', 'cost_source', 'run_id', 'step', 'agent'],
    ...['customer_id', 'billing_tier', 'case_id', 'calls', 'failed_calls', 'file', 'line'],
  ]
  const rows = records.map((found): CsvCell[] => {
    const { record } = found
    const { timestamp, model, input_tokens, output_tokens, cost_usd, cost_source, run_id, step, agent, calls, file, line } = toRow(found)
    const figures = [timestamp, model, record.provider, input_tokens, output_tokens, cost_usd, cost_source, run_id, step, agent]
    return [...figures, record.customer, record.billingTier ?? null, record.testCase ?? null, calls, record.errors, file, line]
  })
  return renderCsv(titles, rows)
}

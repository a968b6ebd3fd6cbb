import type { Change, Report, Stats } from '../../../../generated/types.ts'
import { integer, percent, usd } from '../../../../words/format.ts'
import { changeCells, nameHead } from '../../../changes/changes.ts'
import { HTML, section } from '../../html.ts'
import { type Cell, table } from '../../table.ts'

interface Dimension {
  readonly id: 'models' | 'agents' | 'steps' | 'cases' | 'customers'
  readonly title: string
  readonly noun: string
  readonly changes: readonly Change[] | null | undefined
  readonly stats: Readonly<Record<string, Stats>> | undefined
}

/** Models, agents, steps and cases, each with what it cost before and now. */
export function renderSubjects(report: Report): (string | null)[] {
  const { comparison, head } = report
  return [
    render(report, { id: 'models', title: 'Models', noun: 'model', changes: comparison?.models, stats: head.model_stats }),
    render(report, { id: 'agents', title: 'Agents', noun: 'agent', changes: comparison?.agents, stats: head.agent_stats }),
    render(report, { id: 'steps', title: 'Steps', noun: 'step', changes: comparison?.steps, stats: head.step_stats }),
    render(report, { id: 'cases', title: 'Cases', noun: 'case', changes: comparison?.cases, stats: head.case_stats }),
  ]
}

export function renderCustomers(report: Report): string | null {
  const { comparison, head } = report
  return render(report, {
    id: 'customers',
    title: 'Customers',
    noun: 'customer',
    changes: comparison?.customers,
    stats: head.customer_stats,
  })
}

function render(report: Report, dimension: Dimension): string | null {
  const { id, title, noun, changes, stats } = dimension
  const rows = changes == null ? null : compare(report, changes, noun)
  return section(id, title, [rows === null || changes?.length === 0 ? writeAlone(report, dimension, stats ?? {}) : rows])
}

function compare(report: Report, changes: readonly Change[], noun: string): string | null {
  const right = true
  return table({
    caption: `${noun}s before and now`,
    noun: `${noun}s`,
    sorts: true,
    columns: [
      { title: noun.charAt(0).toUpperCase() + noun.slice(1) },
      { title: 'Baseline', right },
      { title: nameHead(report), right },
      { title: 'Change', right },
      { title: '%', right },
      { title: 'Calls', right },
      { title: 'Tokens', right },
    ],
    rows: changes.map(changeRow),
  })
}

function changeRow(change: Change): (Cell | string)[] {
  const [before = '', after = '', delta = '', status = '', calls = ''] = changeCells(change)
  const tokens = change.head_tokens
  return [
    HTML.name(change.name),
    { html: before, by: change.baseline_cost_usd },
    { html: after, by: change.head_cost_usd },
    { html: delta, by: change.delta_usd },
    { html: status, by: change.percent },
    { html: calls, by: change.head_calls },
    { html: tokens === null ? '–' : integer(tokens), by: tokens },
  ]
}

/** Without a baseline that knows them: the dearest first. */
function writeAlone({ head }: Report, { noun }: Dimension, stats: Readonly<Record<string, Stats>>): string | null {
  const used = Object.entries(stats).filter(([, { calls, cost_usd }]) => calls > 0 || cost_usd > 0)
  const right = true
  return table({
    caption: `Cost of ${noun}s`,
    noun: `${noun}s`,
    sorts: true,
    columns: [
      { title: noun.charAt(0).toUpperCase() + noun.slice(1) },
      { title: 'Cost', right },
      { title: 'Share', right },
      { title: 'Calls', right },
      { title: 'Tokens', right },
    ],
    rows: used
      .sort(([a, one], [b, other]) => other.cost_usd - one.cost_usd || (a < b ? -1 : 1))
      .map(([name, { cost_usd, calls, total_tokens, unpriced_calls }]) => {
        const cost = unpriced_calls === calls ? null : cost_usd
        const share = cost === null || head.total_cost_usd === 0 ? null : (100 * cost) / head.total_cost_usd
        return [
          HTML.name(name),
          { html: cost === null ? 'unknown' : usd(cost), by: cost },
          { html: share === null ? '–' : percent(share), by: share },
          { html: integer(calls), by: calls },
          { html: integer(total_tokens), by: total_tokens },
        ]
      }),
  })
}

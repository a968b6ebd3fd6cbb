import type { CostSummary, Stats } from '../generated/types.ts'
import { alignColumns } from '../words/columns.ts'
import { PLAIN, plain } from '../words/escape.ts'
import { count, integer } from '../words/format.ts'
import { limit } from '../words/markdown.ts'
import type { Paint } from '../words/paint.ts'
import { knownEfficiency, listSubjects } from './changes/efficiency.ts'
import { byCost, writeSpent } from './changes/models.ts'
import { describeGraders } from './findings/graders.ts'
import { writeAge, writePricedAs } from './findings/prices.ts'
import { writeSummary } from './findings/quality.ts'
import { describeSilent, describeUnpriced } from './findings/unpriced.ts'
import { writeSpend } from './verdict/total.ts'

const ROWS = 20

/** A cost summary for a terminal: totals, then cost and efficiency per model, agent and step and cost per case, the dearest first. */
export function renderSummary(summary: CostSummary, paint: Paint): string {
  const { calls, total_tokens: tokens, runs } = summary
  const total = `${paint('bold', writeSpend({ head: summary }))} in ${count(calls, 'call')}, ${count(tokens, 'token')}, ${count(runs, 'run')}`
  const sections = [
    [total, describeUnpriced(summary, PLAIN, plain), describeSilent(summary, PLAIN), describeGraders(summary.graders)].filter(
      (line) => line !== null,
    ),
    ...listSubjects(summary).map(({ title, stats }) => subjectLines(title, stats, knownEfficiency, paint)),
    spentLines('Case', summary.case_stats ?? {}, paint),
    [writeSummary(summary), writePricedAs(summary, PLAIN), writeAge(summary)].flatMap((line) =>
      line === null ? [] : [paint('dim', line)],
    ),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** A table of what each subject spent, the dearest first; no lines without subjects. */
export function spentLines(title: string, stats: Readonly<Record<string, Stats>>, paint: Paint): string[] {
  return subjectLines(title, stats, () => ({ titles: [], cells: () => [] }), paint)
}

/** Further columns of a table of these subjects. */
type More = (subjects: readonly Stats[]) => { readonly titles: readonly string[]; readonly cells: (stats: Stats) => readonly string[] }

function subjectLines(title: string, stats: Readonly<Record<string, Stats>>, more: More, paint: Paint): string[] {
  const { shown, hidden } = limit(byCost(stats), ROWS)
  if (shown.length === 0) return []
  const { titles, cells } = more(shown.map(([, stat]) => stat))
  const columns = [{ title }, ...['Cost', 'Calls', 'Tokens', ...titles].map((figure) => ({ title: figure, right: true }))]
  const rows = shown.map(([name, stat]) => {
    const { calls, total_tokens } = stat
    return [plain(name), writeSpent(stat), integer(calls), integer(total_tokens), ...cells(stat)]
  })
  const [head = '', ...lines] = alignColumns(columns, rows)
  return [paint('dim', head), ...lines, ...(hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : [])]
}

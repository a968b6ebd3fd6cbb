import { compareFigures } from '../../compare/compare.ts'
import { figuresOf } from '../../compare/side.ts'
import type { Figure, Report } from '../../generated/types.ts'
import { code } from '../../words/escape.ts'
import { integer, percent, signedPercent, usd } from '../../words/format.ts'
import { details, stack, table } from '../../words/markdown.ts'
import { writeNewest } from './baseline.ts'
import { nameHead } from './changes.ts'

type Write = (value: number, like?: number) => string
const NONE = '–'

/** Calls, tokens, cost per run and efficiency, folded; what neither side knows is left out. */
export function renderFigures(report: Report): string {
  const { comparison, head } = report
  const figures = comparison?.figures ?? compareFigures({}, figuresOf(head))
  const { max_run_id: dearest } = head.run_costs
  const rows: Row[] = [
    ['Calls', figures.calls, integer],
    ['Failed calls', figures.failed_calls, integer],
    ['Input tokens', figures.input_tokens, integer],
    ['… read from cache', figures.cached_input_tokens ?? alone(head.cached_input_tokens), integer],
    ['… written to cache', figures.cache_write_tokens ?? alone(head.cache_write_tokens), integer],
    ['Output tokens', figures.output_tokens, integer],
    ['… for reasoning', figures.reasoning_tokens ?? alone(head.reasoning_tokens), integer],
    ['Output tokens per input token', figures.token_efficiency, (ratio, like) => percent(ratio * 100, like && like * 100)],
    ['Runs', figures.runs, integer],
    ['Successful runs', figures.successful_tasks, integer],
    ['Cost per run, mean', figures.cost_per_run_usd, usd],
    ['Cost per run, median', figures.cost_per_run_p50_usd, usd],
    ['Cost per run, 95th percentile', figures.cost_per_run_p95_usd, usd],
    [`Cost of the dearest run${dearest === null ? '' : `, ${code(dearest)}`}`, figures.cost_per_run_max_usd, usd],
    ['Cost per successful run', figures.cost_per_successful_task, usd],
    ['Cost per 1,000 tokens', figures.cost_per_1k_tokens, usd],
  ]
  const titles = comparison === null ? [nameHead(report)] : ['Baseline', nameHead(report), 'Change']
  const cells = rows
    .filter(([, { baseline, head }]) => baseline !== null || head !== null)
    .map(([name, figure, write]) => [name, ...(comparison === null ? writeFigure(figure, write).slice(1, 2) : writeFigure(figure, write))])
  const figureTable = table([{ title: '' }, ...titles.map((title) => ({ title, right: true }))], cells)
  return details('Calls, tokens and cost per run', stack([figureTable, writeNewest(report)]))
}

/** A figure of head that the comparison of an earlier version does not have. */
function alone(value: number | undefined): Figure {
  return { baseline: null, head: value ?? null, percent: null }
}

type Row = readonly [name: string, figure: Figure, write: Write]

function writeFigure({ baseline, head, percent: change }: Figure, write: Write): string[] {
  return [
    baseline === null ? NONE : write(baseline, head ?? undefined),
    head === null ? NONE : write(head, baseline ?? undefined),
    change === null ? NONE : signedPercent(change),
  ]
}

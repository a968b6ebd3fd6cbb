import type { Figure, Report } from '../generated/types.ts'
import { code } from './escape.ts'
import { integer, percent, signedPercent, usd } from './format.ts'
import { details, table } from './markdown.ts'

type Write = (value: number, like?: number) => string
const NONE = '–'

/** Calls, tokens, cost per run and efficiency, folded. */
export function renderFigures({ comparison, head }: Report): string {
  const { run_costs: runs } = head
  const dearest = runs.max_run_id === null ? 'Cost of the dearest run' : `Cost of the dearest run, ${code(runs.max_run_id)}`
  const rows: Row[] = [
    ['Calls', comparison?.calls ?? only(head.calls), integer],
    ['Failed calls', only(head.failed_calls), integer],
    ['Input tokens', comparison?.input_tokens ?? only(head.input_tokens), integer],
    ...optional('… read from cache', head.cached_input_tokens),
    ...optional('… written to cache', head.cache_write_tokens),
    ['Output tokens', comparison?.output_tokens ?? only(head.output_tokens), integer],
    ...optional('… for reasoning', head.reasoning_tokens),
    ['Output tokens per input token', only(head.token_efficiency), (ratio) => percent(ratio * 100)],
    ['Runs', only(head.runs), integer],
    ['Successful runs', only(head.successful_tasks), integer],
    ['Cost per run, mean', comparison?.cost_per_run_usd ?? only(runs.mean_usd), usd],
    ['Cost per run, median', only(runs.p50_usd), usd],
    ['Cost per run, 95th percentile', only(runs.p95_usd), usd],
    [dearest, only(runs.max_usd), usd],
    ['Cost per successful run', only(head.cost_per_successful_task), usd],
    ['Cost per 1,000 tokens', only(head.cost_per_1k_tokens), usd],
  ]
  const titles = comparison === null ? ['This PR'] : ['Baseline', 'This PR', 'Change']
  const cells = rows.map(([name, figure, write]) => [
    name,
    ...(comparison === null ? writeFigure(figure, write).slice(1, 2) : writeFigure(figure, write)),
  ])
  return details('Calls, tokens and cost per run', table([{ title: '' }, ...titles.map((title) => ({ title, right: true }))], cells))
}

type Row = readonly [name: string, figure: Figure, write: Write]

/** A figure that the comparison does not have. */
function only(value: number | null): Figure {
  return { baseline: null, head: value, percent: null }
}

/** A row only where a record says. */
function optional(name: string, tokens: number | undefined): Row[] {
  return tokens === undefined ? [] : [[name, only(tokens), integer]]
}

function writeFigure({ baseline, head, percent: change }: Figure, write: Write): string[] {
  return [
    baseline === null ? NONE : write(baseline, head ?? undefined),
    head === null ? NONE : write(head, baseline ?? undefined),
    change === null ? NONE : signedPercent(change),
  ]
}

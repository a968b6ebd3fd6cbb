import { compareFigures } from '../../../../compare/compare.ts'
import { figuresOf } from '../../../../compare/side.ts'
import type { Figure, Report, RunCosts } from '../../../../generated/types.ts'
import { count, percent, signedPercent, usd } from '../../../../words/format.ts'
import { nameHead } from '../../../changes/changes.ts'
import { figure } from '../../charts/draw.ts'
import { bars } from '../../charts/stack.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

/** Fewer runs have no distribution. */
const FEWEST = 3
const CLASSES = 8
const NONE = '–'

/** What a run costs, before and now. */
export function renderRuns(report: Report): string | null {
  const { head, past } = report
  const title = nameHead(report)
  const before = past === undefined ? [] : spread(past.run_costs)
  const after = spread(head.run_costs)
  if (sum(after) === 0) return null
  return section('runs', 'Cost of a run', [
    sum(after) < FEWEST ? null : histogram(sum(before) < FEWEST ? [] : before, after, title),
    writeFigures(report, title),
    head.run_costs.max_run_id === null ? null : paragraph(`The dearest run is ${HTML.name(head.run_costs.max_run_id)}.`, 'note'),
  ])
}

interface Point {
  readonly usd: number
  readonly runs: number
}

/** Every run, or how many there are about each cost. */
function spread({ costs_usd: costs, sketch }: RunCosts): Point[] {
  if (costs !== undefined) return Object.values(costs).map((usd) => ({ usd, runs: 1 }))
  if (sketch === undefined) return []
  const base = 1.01 / 0.99
  return [
    { usd: 0, runs: sketch.zeros },
    ...Object.entries(sketch.buckets).map(([index, runs]) => ({ usd: base ** (Number(index) - 0.5), runs })),
  ]
}

function sum(points: readonly Point[]): number {
  return points.reduce((all, { runs }) => all + runs, 0)
}

/** In shares, since the numbers of runs may differ. */
function histogram(before: readonly Point[], after: readonly Point[], head: string): string | null {
  const all = [...before, ...after].map(({ usd }) => usd)
  const lowest = all.reduce((least, usd) => Math.min(least, usd), Number.POSITIVE_INFINITY)
  const highest = all.reduce((most, usd) => Math.max(most, usd), 0)
  if (!(highest > lowest)) return null
  const width = (highest - lowest) / CLASSES
  const share = (points: readonly Point[]) => {
    const classes = Array.from({ length: CLASSES }, () => 0)
    for (const { usd, runs } of points) {
      const at = Math.min(CLASSES - 1, Math.floor((usd - lowest) / width))
      classes[at] = (classes[at] ?? 0) + (100 * runs) / sum(points)
    }
    return classes
  }
  const series = [
    ...(before.length === 0 ? [] : [{ name: `Baseline (${count(sum(before), 'run')})`, values: share(before), isRest: true }]),
    { name: `${head} (${count(sum(after), 'run')})`, values: share(after) },
  ]
  return figure(
    bars({
      id: 'distribution',
      title: 'How many runs cost how much',
      description: `Share of the runs from ${usd(lowest)} to ${usd(highest)} each, in ${CLASSES} classes. The table below has the median and the dearest run.`,
      labels: Array.from({ length: CLASSES }, (_, index) => `from ${usd(round(lowest + index * width))}`),
      series,
      isStacked: false,
      write: (value) => percent(value),
      mostNarrow: CLASSES,
    }),
  )
}

/** Two digits are enough for where a class begins. */
function round(amount: number): number {
  return Number(amount.toPrecision(2))
}

function writeFigures({ comparison, head }: Report, title: string): string | null {
  const figures = comparison?.figures ?? compareFigures({}, figuresOf(head))
  const rows: (readonly [string, Figure])[] = [
    ['Mean', figures.cost_per_run_usd],
    ['Median', figures.cost_per_run_p50_usd],
    ['95th percentile', figures.cost_per_run_p95_usd],
    ['Dearest', figures.cost_per_run_max_usd],
  ]
  const isCompared = rows.some(([, { baseline }]) => baseline !== null)
  const write = (value: number | null, like: number | null) => (value === null ? NONE : usd(value, like ?? undefined))
  return table({
    caption: 'Cost of a run in figures',
    columns: [
      { title: 'Run' },
      ...(isCompared ? [{ title: 'Baseline', right: true }] : []),
      { title, right: true },
      ...(isCompared ? [{ title: 'Change', right: true }] : []),
    ],
    rows: rows
      .filter(([, { head: now }]) => now !== null)
      .map(([name, { baseline, head: now, percent: change }]) => [
        name,
        ...(isCompared ? [write(baseline, now)] : []),
        write(now, baseline),
        ...(isCompared ? [change === null ? NONE : signedPercent(change)] : []),
      ]),
  })
}

// Writes the tables of false alarms and power in docs/noise.md from the simulation. It takes some minutes: nothing reruns it by itself.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Change, MODELS, type ModelName } from '../__tests__/support/noise/models.ts'
import { type Outcomes, simulate } from '../__tests__/support/noise/simulate.ts'

const SEED = 10
const PAIRS = { unchanged: 2000, changed: 500 }
const RECORDS = 20
const RUNS = [1, 5, 10, 30]
const CAUSES: readonly Change['cause'][] = ['price', 'prompts', 'one agent', 'calls', 'one case']
const CHANGED: readonly (readonly [ModelName, number])[] = [
  ['steady', 10],
  ['steady', 30],
  ['agent', 10],
  ['agent', 30],
  ['loose', 10],
  ['loose', 30],
  ['storms', 30],
  ['cache', 30],
]

const file = join(import.meta.dirname, '..', 'docs', 'noise.md')
const tables = { 'false-alarms': renderFalseAlarms(), power: renderPower() }
let page = await readFile(file, 'utf8')
for (const [name, table] of Object.entries(tables)) page = replaceTable(page, name, table)
await writeFile(file, page)

/** Blocked and in doubt, in percent. */
function renderFalseAlarms(): string {
  const names = Object.keys(MODELS) as ModelName[]
  const rows = RUNS.map((runs) => [
    String(runs),
    ...names.map((model) => {
      const { fail, inconclusive, hidden } = simulate({ model, runs, records: RECORDS }, PAIRS.unchanged, SEED + runs)
      return `${percent(fail, PAIRS.unchanged, 1)} / ${percent(inconclusive + hidden, PAIRS.unchanged, 0)}`
    }),
  ])
  return renderRows(['Runs', ...names], rows)
}

/** Blocked, proven and told of, in percent. */
function renderPower(): string {
  const rows = CAUSES.map((cause) => [
    cause,
    ...CHANGED.map(([model, runs]) =>
      tell(simulate({ model, runs, records: RECORDS, change: { cause, by: 0.3 } }, PAIRS.changed, SEED + runs)),
    ),
  ])
  return renderRows(['Cause', ...CHANGED.map(([model, runs]) => `${model} ${runs}`)], rows)
}

function tell({ fail, hidden, inconclusive }: Outcomes): string {
  return [fail, fail + hidden, fail + hidden + inconclusive].map((count) => percent(count, PAIRS.changed, 0)).join(' / ')
}

function percent(count: number, of: number, digits: number): string {
  return ((100 * count) / of).toFixed(digits)
}

function renderRows(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function replaceTable(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: written by scripts/noise-table.ts -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/noise.md has no place for the table ${name}: ${begin} and ${end}`)
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
}

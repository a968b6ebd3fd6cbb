// npm run bench [-- ROWS]: our `summarize` against jq and a plain loop on one generated ledger, and the cold start of the gate. Ratios, because machines differ.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLedger } from './ledger.ts'
import { type Measurement, measure, median } from './measure.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
const STARTS = 31
const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-bench-'))

function row(name: string, { ms, peakMb }: Measurement, base: number): string {
  return `${name.padEnd(44)}${(ms / base).toFixed(2).padStart(8)}x${(ms / 1000).toFixed(2).padStart(10)} s${peakMb.toFixed(0).padStart(8)} MB`
}

/** Start-up of the gate on the example against that of an empty program, taken in turns. */
async function measureColdStart(): Promise<string> {
  const example = join(root, 'examples/pr-small')
  const words = [cli, 'gate', '--baseline', '../baseline_summary.json', '--policy', '../cost_governance.yaml']
  const empty: number[] = []
  const gate: number[] = []
  for (let turn = 0; turn < STARTS; turn++) {
    empty.push((await measure(process.execPath, ['-e', '0'])).ms)
    gate.push((await measure(process.execPath, words, example)).ms)
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0
  const [ours, nothing] = [middle(gate), middle(empty)]
  return `cold start of the gate on examples/pr-small: ${ours.toFixed(0)} ms; node -e 0: ${nothing.toFixed(0)} ms; 2.5 x that + 100 ms: ${(2.5 * nothing + 100).toFixed(0)} ms`
}

try {
  const ledger = join(folder, 'costs.jsonl')
  await writeLedger(ledger, rows)
  console.log(`${rows.toLocaleString('en')} rows, ${((await stat(ledger)).size / 1e6).toFixed(0)} MB\n`)
  const ours = await median(3, () => measure(process.execPath, [cli, 'summarize', ledger, '--commit', 'none', '--format', 'json']))
  const plain = await median(3, () => measure(process.execPath, [join(import.meta.dirname, 'plain.ts'), ledger]))
  console.log(row('llm-cost-gate summarize (validated, all sums)', ours, ours.ms))
  console.log(row('readline + JSON.parse (no validation)', plain, ours.ms))
  const program = 'group_by(.model) | map({model: .[0].model, calls: length, cost: (map(.cost_usd) | add)})'
  const jq = await measure('jq', ['-s', program, ledger]).catch((error: Error) => console.log(`jq: not measured (${error.message})`))
  if (jq) console.log(row('jq -s group_by, one dimension', jq, ours.ms))

  console.log(`\n${await measureColdStart()}`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

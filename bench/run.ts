// npm run bench [-- ROWS]: our `summarize` against jq and a plain loop on one generated ledger, and the cold start of the gate. Ratios, because machines differ.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLedger } from './ledger.ts'
import { type Measurement, measure, median } from './measure.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-bench-'))

function row(name: string, { ms, peakMb }: Measurement, base: number): string {
  return `${name.padEnd(44)}${(ms / base).toFixed(2).padStart(8)}x${(ms / 1000).toFixed(2).padStart(10)} s${peakMb.toFixed(0).padStart(8)} MB`
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

  const example = join(root, 'examples/pr-small')
  const empty = await median(15, () => measure(process.execPath, ['-e', '0']))
  const gate = await median(15, () => measure(process.execPath, [cli, 'gate', '--baseline', '../baseline_summary.json', '--policy', '../cost_governance.yaml'], example))
  console.log(`\ncold start of the gate on examples/pr-small: ${(gate.ms / empty.ms).toFixed(2)}x of node -e 0 (${gate.ms.toFixed(0)} ms against ${empty.ms.toFixed(0)} ms)`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

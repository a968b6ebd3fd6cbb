import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasJq } from '../../support/commands/oracle.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

const node24 = join(import.meta.dirname, '../../../node_modules/.bin/node')
const YESTERDAY = `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
  await workspace.spend(
    { run_id: 'a1', agent: 'offer-orchestrator-mag', cost_usd: 1.25, timestamp: YESTERDAY },
    { run_id: 'a1', agent: 'offer-orchestrator-mag', cost_usd: 0.5, timestamp: YESTERDAY, step: 'plan' },
    { run_id: 'b1', agent: 'compensation-advisor-sag', cost_usd: 99, timestamp: YESTERDAY, metadata: { customer_id: 'Acme' } },
    { run_id: 'b2', agent: 'compensation-advisor-sag', cost_usd: null, model: 'house-model', timestamp: YESTERDAY },
    { run_id: null, agent: 'offer-orchestrator-mag', cost_usd: 0.25, timestamp: '2020-01-01T12:00:00Z' },
  )
})
afterEach(() => workspace.remove())

const run = (...words: string[]) => runTerminal(product.cli, words, { cwd: workspace.folder })

/** What a script of the guides prints, with this program in place of the framework's. */
function bash(script: string): string {
  const program = `llm-cost-gate() { "${node24}" "${product.cli}" "$@"; }\n`
  return execFileSync('bash', ['-euc', `${program}${script}`], {
    cwd: workspace.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

describe.skipIf(!hasJq)('a script of the guides (skipped without jq)', () => {
  it('reviews recent run costs', () => {
    const script = `for agent in offer-orchestrator-mag compensation-advisor-sag; do
      echo "Agent: $agent"
      llm-cost-gate runs --agent "$agent" --limit 100 --format json | \\
        jq -r '.[] | "\\(.run_id): \\(.total_cost_usd // 0)"'
    done`
    expect(bash(script)).toBe('Agent: offer-orchestrator-mag\na1: 1.75\nAgent: compensation-advisor-sag\nb1: 99\nb2: 0\n')
  })

  it('reports a day and alerts above a threshold', async () => {
    const script = `DATE=$(date +%Y-%m-%d)
      REPORT_FILE="costs_\${DATE}.json"
      llm-cost-gate report --period yesterday --format map > "$REPORT_FILE"
      TOTAL=$(cat "$REPORT_FILE" | jq '[.[] | values] | add')
      if (( $(awk "BEGIN { print ($TOTAL > 100.0) }") )); then
        echo "ALERT: Daily cost exceeded \\$100: \\$$TOTAL"
      fi
      mv "$REPORT_FILE" costs.json`
    expect(bash(script)).toBe('ALERT: Daily cost exceeded $100: $100.75\n')
    expect(JSON.parse(await readFile(join(workspace.folder, 'costs.json'), 'utf8'))).toEqual({
      'offer-orchestrator-mag': 1.75,
      'compensation-advisor-sag': 99,
    })
  })
})

describe('commands that answer the guides', () => {
  it('runs list what each run cost, and tell on stderr what is in no row', async () => {
    const { exitCode, stdout, stderr } = await run('runs', '--format', 'json')
    expect(exitCode).toBe(0)
    const rows: { run_id: string; total_cost_usd: number | null }[] = JSON.parse(stdout)
    expect(rows.map(({ run_id, total_cost_usd }) => [run_id, total_cost_usd])).toEqual([
      ['b1', 99],
      ['a1', 1.75],
      ['b2', null],
    ])
    expect(stderr).toBe('Calls without a run, in no row: 1 call, 125,000 tokens, $0.25.\n1 call without a known price is in no amount.\n')
  })

  it('runs read as text where nobody asks for anything else', async () => {
    const { stdout, stderr } = await run('runs', '--sort', 'calls', '--limit', '1')
    expect(stdout).toMatch(/^at least \$100\.75 in 3 runs; the 1 busiest:\n\nBegan \(UTC\) .*\n\S+ 12:00:00 {2}\$1\.75 .* a1\n/)
    expect(stderr).toBe('')
  })

  it('a map tells on stderr what may make it too low', async () => {
    const { stdout, stderr } = await run('report', '--by', 'run', '--format', 'map')
    expect(JSON.parse(stdout)).toEqual({ a1: 1.75, b1: 99, '': 0.25, b2: null })
    expect(stderr).toBe('1 call without a known price is in no amount.\n')
  })

  it('a text is searched in names and metadata', async () => {
    expect(JSON.parse((await run('query', '--search', 'acme', '--format', 'json')).stdout)).toMatchObject([{ run_id: 'b1', cost_usd: 99 }])
    expect((await run('query', '--search', 'cost_usd', '--limit', '50')).stdout).toMatch(
      /^\$101\.00 in 4 records with "cost_usd", the most expensive first:\n/,
    )
  })

  it('a cost summary has no runs to list', async () => {
    await run('summarize', '--output', 'summary.json')
    const { exitCode, stderr } = await run('runs', 'summary.json')
    expect(exitCode).toBe(2)
    expect(stderr).toBe('Error: summary.json: is a cost summary, which has sums but no records. Name the ledger that it was made from\n')
  })

  it.each([
    [['query', '--search', ''], 'Error: --search needs a text. Example: --search refund\n'],
    [['runs', '--sort', 'dear'], 'Error: --sort must be one of cost, time, calls, tokens, got "dear". Example: --sort cost\n'],
    [['runs', '--format', 'jsonl'], 'Error: --format must be one of text, json, csv, got "jsonl". Example: --format text\n'],
  ])('%j is refused in one line', async (words, message) => {
    const { exitCode, stdout, stderr } = await run(...words)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr.split('\n')).toHaveLength(2)
  })
})

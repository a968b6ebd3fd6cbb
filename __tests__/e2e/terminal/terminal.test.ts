import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { type Answer, type Call, runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, toLines, type Workspace } from '../../support/e2e/workspace.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const policy = 'policies: [{ name: budgets, limits: { offer-agent: { max_cost_per_run_usd: 0.6 } } }]\n'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
  await workspace.spend({})
  await workspace.write('policy.yaml', policy)
})
afterEach(() => workspace.remove())

const run = (words: string, call: Partial<Call> = {}): Promise<Answer> =>
  runTerminal(product.cli, words === '' ? [] : words.split(' '), { cwd: workspace.folder, ...call })
const read = async (path: string) => JSON.parse(await readFile(join(workspace.folder, path), 'utf8'))

describe('gate', () => {
  it.each([
    [0.5, 'gate --baseline baseline.json', 0, 'PASS  LLM cost unchanged — limit +20 %'],
    [0.5, 'gate', 0, 'WARN  LLM cost $0.50 — no baseline yet'],
    [0.5, 'gate --on-missing-baseline fail', 1, 'FAIL  LLM cost $0.50 — no baseline yet'],
    [0.55, 'gate --baseline baseline.json --max-increase-percent 5', 1, 'FAIL  LLM cost +$0.05 (+10 %) — limit +5 %'],
    [
      0.55,
      'gate --baseline baseline.json --max-increase-percent=5 --min-increase-usd 1',
      0,
      'PASS  LLM cost +$0.05 (+10 %) — below the minimum of $1.00',
    ],
    [5, 'gate --baseline-path baseline.json', 1, 'FAIL  LLM cost +$4.50 (+900 %) — limit +20 %'],
    [5, 'gate --baseline baseline.json --fail-on never', 0, 'FAIL  Would fail: LLM cost +$4.50 (+900 %) — limit +20 %'],
    [5, 'gate --baseline baseline.json --dry-run', 0, 'FAIL  Would fail: LLM cost +$4.50 (+900 %) — limit +20 %'],
    [5, 'gate --baseline baseline.json --dry-run=false', 1, 'FAIL  LLM cost +$4.50 (+900 %) — limit +20 %'],
    [
      5,
      'gate --policy policy.yaml',
      1,
      'FAIL  LLM cost $5.00 — no baseline yet, agent offer-agent over its budget per run: $5.00 of $0.60',
    ],
  ])('judges $%d by `%s`: exit code %d', async (cost, words, exitCode, line) => {
    await workspace.spend({ cost_usd: cost })
    const answer = await run(words)
    expect(answer.stdout.split('\n')[0]).toBe(line)
    expect(answer).toMatchObject({ exitCode, stderr: '' })
  })

  it('judges the file that is named, as in the guides', async () => {
    expect((await run('summarize --output summary.json')).exitCode).toBe(0)
    await workspace.write('.runs/costs/costs.jsonl', 'no ledger at all')
    const answer = await run('gate summary.json --policy policy.yaml --baseline baseline.json --dry-run')
    expect(answer.stdout).toMatch(/^PASS {2}LLM cost unchanged/)
    expect(answer.exitCode).toBe(0)
  })

  it('prints the comment as Markdown', async () => {
    const { stdout } = await run('gate --baseline baseline.json --format markdown')
    expect(stdout).toMatch(/^### ✅ LLM cost unchanged — limit \+20 %\n\n\*\*\$0\.50\*\*/)
  })

  it('prints and writes a report and a summary that keep their schemas', async () => {
    const { stdout } = await run('gate --baseline baseline.json --format json --report out/report.json --summary out/summary.json')
    const report = JSON.parse(stdout)
    expect(findFaults('report', report)).toEqual([])
    expect(await read('out/report.json')).toEqual(report)
    expect(await read('out/summary.json')).toEqual(report.head)
  })

  it('writes the report as a page, beside what it prints', async () => {
    const { stdout } = await run('gate --baseline baseline.json --html out/report.html')
    expect(stdout).toMatch(/^PASS {2}LLM cost unchanged/)
    const page = await readFile(join(workspace.folder, 'out/report.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>\n/)
    expect(page).toContain('LLM cost unchanged — limit +20 %</h1>')
  })
})

describe('summarize and merge', () => {
  it('write what the guides read with jq', async () => {
    await workspace.spend({}, { model: 'gpt-4o-mini', cost_usd: 0.25 })
    await workspace.write('.runs/agents/run-1/summary.json', { run_id: 'run-1', status: 'succeeded' })
    const answer = await run('summarize --output summary.json')
    expect(answer.exitCode).toBe(0)
    const summary = await read('summary.json')
    expect(findFaults('cost-summary', summary)).toEqual([])
    expect(summary).toMatchObject({
      total_cost_usd: 0.75,
      successful_tasks: 1,
      total_tokens: 250_000,
      input_tokens: 200_000,
      output_tokens: 50_000,
    })
    expect(summary.model_stats).toMatchObject({
      'gpt-4o': { cost_usd: 0.5, calls: 1 },
      'gpt-4o-mini': { cost_usd: 0.25, total_tokens: 125_000 },
    })
    expect(answer.stdout).toContain('$0.75 in 2 calls')
    expect(answer.stdout).toContain('Cost summary: summary.json')
  })

  it('begin a history and go on with it', async () => {
    const answers = []
    for (const cost of [0.5, 0.6]) {
      await workspace.spend({ cost_usd: cost })
      answers.push((await run('summarize --history history.json --output history.json')).stdout)
    }
    const { history } = await read('history.json')
    expect(history.map((record: { total_cost_usd: number }) => record.total_cost_usd)).toEqual([0.5, 0.6])
    expect(answers[0]).toContain('Cost summary: history.json, with a history of 1 record\n')
    expect(answers[1]).toContain('Cost summary: history.json, with a history of 2 records\n')
    const unwritten = await run('summarize --history history.json')
    expect(unwritten.stdout).toContain('Not written: a history of 3 records. Name a file with --output\n')
  })

  it('go on with nothing that has no records', async () => {
    await workspace.write('bare.json', '{ "total_cost_usd": 1.45 }')
    expect(await run('summarize --history bare.json --output out.json')).toMatchObject({
      exitCode: 2,
      stderr:
        'Error: --history "bare.json" is a bare summary, which has no records. Make one with: llm-cost-gate summarize --output FILE\n',
    })
  })

  it('make one summary out of the legs of a matrix, as if all had been read at once', async () => {
    const legs = [
      { run_id: 'a', cost_usd: 0.1 },
      { run_id: 'b', cost_usd: 0.2 },
      { run_id: 'c', cost_usd: 0.7 },
    ]
    for (const [index, row] of legs.entries()) {
      await workspace.write(`${index}/costs.jsonl`, toLines([row]))
      expect((await run(`summarize ${index}/costs.jsonl --output ${index}.json`)).exitCode).toBe(0)
    }
    expect((await run('merge 2.json 0.json 1.json --output merged.json')).exitCode).toBe(0)
    const merged = await read('merged.json')
    expect(merged).toMatchObject({ total_cost_usd: 1, calls: 3, runs: 3 })
    await run('summarize 0/costs.jsonl 1/costs.jsonl 2/costs.jsonl --output whole.json')
    const rest = { created_at: '', sources: [] }
    expect({ ...merged, ...rest }).toEqual({ ...(await read('whole.json')), ...rest })
  })

  it('print JSON alone where that is asked for', async () => {
    expect(findFaults('cost-summary', JSON.parse((await run('summarize --format json')).stdout))).toEqual([])
  })
})

describe('demo', () => {
  it('judges both examples and succeeds', async () => {
    const answer = await run('demo')
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout).toMatch(/Example examples\/pr-small\n\nPASS {2}LLM cost/)
    expect(answer.stdout).toMatch(/Example examples\/pr-regression\n\nFAIL {2}LLM cost/)
    const [report = ''] = /(?<=Report: ).*/.exec(answer.stdout) ?? []
    expect(findFaults('report', JSON.parse(await readFile(report, 'utf8')))).toEqual([])
  })

  it.each([
    ['promptfoo', 'promptfoo: 6 tests'],
    ['claude-code', 'Claude Code: 1 session'],
    ['opentelemetry', 'OpenTelemetry: 22 calls'],
  ])('shows the example of %s', async (tool, data) => {
    const { exitCode, stdout, stderr } = await run(`demo ${tool}`)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^Example examples/${tool}/pr-regression\\n\\nFAIL {2}LLM cost`))
    expect(stdout).toContain(`Data: ${data}\n`)
    expect(stdout.match(/^Report: /gm)).toHaveLength(1)
  })
})

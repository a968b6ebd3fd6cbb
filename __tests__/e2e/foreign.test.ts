import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { runTerminal } from '../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../support/e2e/workspace.ts'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
})
afterEach(() => workspace.remove())

const run = (words: string) => runTerminal(product.cli, words.split(' '), { cwd: workspace.folder })
const lines = (...calls: object[]) => calls.map((call) => `${JSON.stringify(call)}\n`).join('')
const call = { ts: '2026-11-03T10:00:00Z', server: 'llm', tool: 'complete', status: 'ok', model: 'gpt-4o' }
const priced = { ...call, usage: { input_tokens: 1000, output_tokens: 100, cost_usd: 0.5 } }

describe("another tool's usage", () => {
  it.each<[string, object]>([
    ["OpenAI's names", { ...call, prompt_tokens: 100_000, completion_tokens: 20_000, cost: 1.5 }],
    ["Anthropic's caches", { ...call, usage: { input_tokens: 3, cache_creation_input_tokens: 12_304, output_tokens: 550 } }],
    ['a recorded total', { ...call, usage: { input_tokens: 9, output_tokens: 9 }, total_cost_usd: 1.5 }],
    ['a cost for people', { ...priced, cost_usd: null, usage: { input_tokens: 9, output_tokens: 9 }, cost: '$1.50' }],
    ['caches in a part that nobody knows', { ...call, usage: { input_tokens: 9, output_tokens: 9, more: { cache_read_input_tokens: 9 } } }],
    ['an answer that a tool passes on', { ...call, model: null, response: { model: 'gpt-4o', usage: { prompt_tokens: 100_000 } } }],
  ])('never becomes a wrong figure: %s', async (_, content) => {
    await workspace.write('calls.jsonl', lines(content, content))
    const { exitCode, stdout, stderr } = await run('gate calls.jsonl --baseline baseline.json')
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/is [\w ']+ name for|looks like/)
  })

  it('is no harm beside figures of ours that say the same', async () => {
    const raw = { input_tokens: 300, cache_read_input_tokens: 700, output_tokens: 100 }
    const more = { cached_input_tokens: 700, input_cost: 0.2, output_cost: 0.3, cost: 0.5, usage: raw }
    await workspace.spend({ input_tokens: 1000, output_tokens: 100, ...more })
    const { exitCode, stdout } = await run('gate --baseline baseline.json --fail-on warning')
    expect(stdout).toMatch(/^PASS/)
    expect(exitCode).toBe(0)
  })

  it('that is skipped leaves a total that is at least that', async () => {
    await workspace.write('calls.jsonl', lines(priced, { ...priced, ts: '2026-11-03T10:00:01Z', cost: 9 }))
    const { exitCode, stdout } = await run('gate calls.jsonl --baseline baseline.json --on-invalid skip')
    expect(stdout).toMatch(/^WARN {2}LLM cost at least \$0\.50 — 1 warning\n\$0\.50 → at least \$0\.50 against/)
    expect(exitCode).toBe(0)
  })
})

it('a figure that a call gives twice, and not alike, stops the gate', async () => {
  await workspace.write('calls.jsonl', lines({ ...priced, cost_usd: 50 }))
  const { exitCode, stderr } = await run('gate calls.jsonl --baseline baseline.json')
  expect(stderr).toContain('$.usage.cost_usd: is 0.5, but $.cost_usd is 50; write one figure')
  expect(exitCode).toBe(2)
})

describe('calls of which nothing is known', () => {
  it('are in no amount, as head and as the baseline of it', async () => {
    await workspace.write('calls.jsonl', lines(priced, { ...call, ts: '2026-11-03T10:00:01Z' }))
    const summary = await run('summarize calls.jsonl --output before.json')
    expect(summary.stdout).toMatch(/^at least \$0\.50 in 2 calls.*\n1 call without tokens and cost is in no amount: gpt-4o/)
    await workspace.write('calls.jsonl', lines(priced, { ...priced, ts: '2026-11-03T10:00:01Z' }))
    const text = await run('gate calls.jsonl --baseline before.json')
    expect(text.stdout).toMatch(
      /^FAIL {2}LLM cost at most \+\$0\.50 \(\+100 %\) — limit \+20 %\nOther work than the baseline: .*\nat least \$0\.50 → \$1\.00 \(at most \+\$0\.50\) against/,
    )
    const comment = await run('gate calls.jsonl --baseline before.json --format markdown')
    expect(comment.stdout).toContain('**at least $0.50 → $1.00** (at most +$0.50)')
    expect(comment.stdout.replaceAll('\u00a0', ' ')).toContain('| **Total** | **≥ $0.50 → $1.00** | **≤ +$0.50**<br><sub>≤ +100 %</sub> |')
  })

  it('are judged by name', async () => {
    await workspace.write('calls.jsonl', lines(priced, { ...call, ts: '2026-11-03T10:00:01Z' }))
    const { exitCode, stdout } = await run('gate calls.jsonl --baseline baseline.json --fail-on warning')
    expect(stdout).toContain('No tokens and no cost of model gpt-4o: its calls are in no amount')
    expect(exitCode).toBe(1)
  })

  it('make a baseline of $0 a warning, free ones do not', async () => {
    const free = { ...priced, usage: { input_tokens: 1000, output_tokens: 100 }, model: 'house/free' }
    await workspace.write(
      'prices.yaml',
      'version: 1\nmodels: [{ id: house/free, prices: [{ effective: 1970-01-01, input: 0, output: 0 }] }]\n',
    )
    for (const [baseline, verdict, exitCode] of [
      [call, /The baseline has 1 call that cost \$0 together/, 1],
      [free, /^PASS/, 0],
    ] as const) {
      await workspace.write('calls.jsonl', lines(baseline))
      await run('summarize calls.jsonl --output before.json --pricing prices.yaml')
      await workspace.write('calls.jsonl', lines(free))
      const answer = await run('gate calls.jsonl --baseline before.json --pricing prices.yaml --fail-on warning')
      expect(answer.stdout).toMatch(verdict)
      expect(answer.exitCode).toBe(exitCode)
    }
  })

  it('make a baseline of $0 a warning where it has them by model only', async () => {
    await workspace.write('before.json', JSON.stringify({ total_cost_usd: 0, model_stats: { 'gpt-4o': { calls: 5, cost_usd: 0 } } }))
    await workspace.write('calls.jsonl', lines(priced))
    const { stdout } = await run('gate calls.jsonl --baseline before.json')
    expect(stdout).toContain('The baseline has 5 calls that cost $0 together')
  })
})

it('a failed call without tokens and cost of a model without a price is no unpriced model', async () => {
  await workspace.spend({}, { model: 'house/m', input_tokens: 0, output_tokens: 0, cost_usd: null, status: 'error' })
  const { exitCode, stdout } = await run('gate --baseline baseline.json --fail-on warning')
  expect(stdout).toMatch(/^PASS {2}LLM cost unchanged/)
  expect(exitCode).toBe(0)
})

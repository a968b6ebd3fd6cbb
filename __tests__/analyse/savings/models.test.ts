import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pricerWith, usage } from '../../support/price/pricer.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example, savingsOf, savingsOn, savingsWith } from '../../support/savings.ts'
import { tries } from '../../support/tries.ts'

const only = (entry: string) => `version: 1\nalternatives:\n  - ${entry}\n`

describe('other models', () => {
  it.each(EXAMPLES)('cost what the lines of the ledger cost at their list prices: examples/%s', async (name) => {
    const { models } = await savingsOn(example(name))
    const lines = readFileSync(join(example(name), '.runs/costs/costs.jsonl'), 'utf8')
      .trim()
      .split('\n')
    const calls = lines.map((line) => JSON.parse(line)).filter(({ model }) => model === 'gpt-4o')
    const steps = [...new Set(calls.map(({ step }) => step))]
    expect(steps.length).toBeGreaterThan(2)
    for (const step of steps) {
      const own = calls.filter((call) => call.step === step)
      const there = own.reduce((sum, { input_tokens, output_tokens }) => sum + input_tokens * 0.15 + output_tokens * 0.6, 0) / 1e6
      const here = own.reduce((sum, { cost_usd }) => sum + cost_usd, 0)
      const found = models.rows.find((row) => row.step === step && row.model === 'gpt-4o')
      expect(found).toMatchObject({ calls: own.length, alternative: 'openai/gpt-4o-mini' })
      expect(found?.alternative_cost_usd).toBeCloseTo(there, 9)
      expect(found?.at_most_usd).toBeCloseTo(here - there, 9)
    }
    expect(models.at_most_usd).toBeCloseTo(
      models.rows.reduce((sum, row) => sum + row.at_most_usd, 0),
      9,
    )
  })

  it('count the best of several once', async () => {
    const yaml = `${only('{ task: A, from: [gpt-4o], to: gpt-4o-mini }')}  - { task: B, from: [gpt-4o], to: claude-3-haiku-20240307 }\n`
    const { models } = await savingsWith(yaml, [{ input_tokens: 1_000_000, output_tokens: 0, cost_usd: 2.5 }])
    expect(models.rows.map((row) => [row.tasks[0]?.task, row.at_most_usd])).toEqual([
      ['A', 2.35],
      ['B', 2.25],
    ])
    expect(models.at_most_usd).toBe(2.35)
  })

  it('name every task that the same model could do', async () => {
    const { models } = await savingsOf([{}])
    expect(models.rows.map((row) => row.tasks.map(({ task }) => task))).toEqual([['Simple classification', 'Data extraction']])
  })

  it('never save less than nothing', async () => {
    const { models } = await savingsWith(only('{ task: A, from: [gpt-4o-mini], to: gpt-4o }'), [{ model: 'gpt-4o-mini', cost_usd: 0.0001 }])
    expect(models.rows).toMatchObject([{ at_most_usd: 0 }])
    expect(models.at_most_usd).toBe(0)
  })

  it('cost what batch calls cost there, for the part that was batch calls', async () => {
    const million = { input_tokens: 1_000_000, output_tokens: 1_000_000 }
    const batch = { ...million, cost_usd: null, metadata: { batch: true, provider: 'openai' } }
    const toMini = only('{ task: A, from: [gpt-4o], to: gpt-4o-mini }')
    const found = await savingsWith(toMini, [batch])
    expect(found.total_cost_usd).toBe(6.25)
    expect(found.models.rows).toMatchObject([{ calls: 1, cost_usd: 6.25, alternative_cost_usd: 0.375, at_most_usd: 5.875 }])
    const both = await savingsWith(toMini, [batch, { ...million, cost_usd: 12.5 }, batch])
    expect(both.models.rows).toMatchObject([{ calls: 3, cost_usd: 25, alternative_cost_usd: 1.5, at_most_usd: 23.5 }])
    expect(both.models.assumption).toContain('batch prices for batch calls')
    const early = await savingsWith(toMini, [{ ...batch, timestamp: '2026-11-01T09:00:00Z' }, million], '--since', '2026-11-02')
    expect(early.models.rows).toMatchObject([{ calls: 1, alternative_cost_usd: 0.75 }])
  })

  it('save as much as each call alone could, whichever of them were batch calls', async () => {
    const tokens = fc.constantFrom(0, 1, 1000, 123_457)
    const call = fc.record({ input: tokens, output: tokens, isBatch: fc.boolean(), step: fc.constantFrom('plan', 'draft', null) })
    const pricer = await pricerWith()
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
        const rows = calls.map(({ input, output, isBatch, step }) => {
          return { input_tokens: input, output_tokens: output, cost_usd: 9, step, metadata: isBatch ? { batch: true } : {} }
        })
        const { models } = await savingsWith(only('{ task: A, from: [gpt-4o], to: gpt-4o-mini }'), rows)
        const there = calls.map(({ input, output, isBatch }) =>
          pricer.price(usage({ model: 'gpt-4o-mini', inputTokens: input, outputTokens: output, batch: isBatch })),
        )
        const saved = there.reduce((sum, priced) => sum + 9 - (priced?.costUsd ?? 0), 0)
        expect(models.at_most_usd).toBeCloseTo(saved, 9)
      }),
      tries(60),
    )
  })

  it('are compared under the condition that no call was a batch call, where only sums are known', async () => {
    const folder = workspace({ 'summary.json': await summarizeFolder(example('main')) })
    const { models } = await savingsOn(folder, 'summary.json')
    expect(models.assumption).toContain('and that no call was a batch call, which sums do not say;')
  })

  it('are none where the step keeps its model, or already uses the other one under another name', async () => {
    const keep = `${only('{ task: A, from: [gpt-4o], to: gpt-4o-mini }')}  - { task: B, from: ["gpt*"], to: null, steps: [reason] }\n`
    const kept = await savingsWith(keep, [{ step: 'reason' }, { step: 'plan' }])
    expect(kept.models.rows.map((row) => row.step)).toEqual(['plan'])
    const same = await savingsWith(only('{ task: A, from: ["*"], to: gpt-4o }'), [{ model: 'gpt-4o-2024-08-06' }])
    expect(same.models.rows).toEqual([])
  })

  it('are not compared with calls that have no known price', async () => {
    const unknown = { model: 'no-such-model', cost_usd: null }
    const found = await savingsWith(only('{ task: A, from: ["*"], to: gpt-4o-mini }'), [{}, unknown, { ...unknown, cost_usd: 1 }])
    expect(found.models.rows.map((row) => row.model)).toEqual(['gpt-4o'])
    expect(found).toMatchObject({ calls: 3, left_out_calls: 2 })
  })

  it('without a price are an error that says where they stand', async () => {
    const wrong = savingsWith(only('{ task: A, from: [x], to: no-such-model }'), [{}])
    await expect(wrong).rejects.toThrow(
      'my.yaml:3: $.alternatives[0].to: must be a model with a known price (see docs/pricing.md), got "no-such-model"',
    )
  })

  it('can be models that the user gave a price', async () => {
    const folder = workspace({
      [LEDGER]: jsonl(row({ input_tokens: 1_000_000, output_tokens: 0, cost_usd: 2.5 })),
      'my.yaml': only('{ task: A, from: [gpt-4o], to: acme/small }'),
      'prices.yaml': 'version: 1\nmodels:\n  - { id: acme/small, prices: [{ effective: 2024-01-01, input: 0.5, output: 1 }] }\n',
    })
    const { models } = await savingsOn(folder, '--alternatives', 'my.yaml', '--pricing', 'prices.yaml')
    expect(models.rows).toMatchObject([{ alternative: 'acme/small', alternative_cost_usd: 0.5, at_most_usd: 2 }])
  })

  it('of a file that does not exist are an error', async () => {
    await expect(savingsOf([{}], '--alternatives', 'no.yaml')).rejects.toThrow(/^no\.yaml: does not exist; correct --alternatives$/)
  })
})

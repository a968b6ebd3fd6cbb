import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import validateSummary from '../../src/generated/validate/cost-summary.js'
import { jsonl, row, summarizeFolder, workspace } from '../support/read/workspace.ts'
import { deal, large, rowsOf } from '../support/summarize/rows.ts'
import { tries } from '../support/tries.ts'

const USAGE = { 'usage-path': ['*.jsonl'], 'on-invalid': 'skip' as const }
const MERGE = { 'usage-path': ['*.json'] }
const settings = fc.record({
  since: fc.constantFrom(null, Date.parse('2026-11-01T12:00:00Z')),
  timezone: fc.constantFrom('UTC', 'America/St_Johns'),
})
const dealt = (rows: fc.Arbitrary<readonly string[]>) =>
  rows.chain((lines) => fc.record({ lines: fc.constant(lines), places: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 15 }) }))

const legsOf = dealt(rowsOf(40))

const ledger = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const fileOf = (leg: number) => `leg-${leg}.jsonl`

/** As another job merges: every leg is a file, and no two legs end in the same millisecond. */
async function merge(legs: readonly CostSummary[], timezone = 'UTC'): Promise<CostSummary> {
  const files = Object.fromEntries(legs.map((leg, index) => [`${index}.json`, { ...leg, created_at: new Date(index).toISOString() }]))
  const summary = await summarizeFolder(workspace(files), { ...MERGE, timezone })
  expect(validateSummary(JSON.parse(JSON.stringify(summary)))).toBe(true)
  return summary
}

describe('merging the summaries of all legs', () => {
  it('gives byte for byte what reading all usage at once gives, also where a run is split', async () => {
    await fc.assert(
      fc.asyncProperty(legsOf, settings, async ({ lines, places }, { since, timezone }) => {
        // Legs name the same pattern, and their files have the names that they have in one folder: so not even `sources` may differ.
        const parts = deal(lines, places, 4)
        const together = workspace(Object.fromEntries(parts.map((part, leg) => [fileOf(leg), ledger(part)])))
        const atOnce = await summarizeFolder(together, { ...USAGE, since, timezone })
        const legs = await Promise.all(
          parts.map((part, leg) => summarizeFolder(workspace({ [fileOf(leg)]: ledger(part) }), { ...USAGE, since, timezone })),
        )
        expect(JSON.stringify(await merge(legs, timezone))).toBe(JSON.stringify(atOnce))
      }),
      tries(60),
    )
  })

  it('gives the same total where amounts are large', async () => {
    await fc.assert(
      fc.asyncProperty(dealt(rowsOf(20, large)), async ({ lines, places }) => {
        const parts = deal(lines, places, 3)
        const [atOnce, ...each] = await Promise.all(
          [lines, ...parts].map((part) => summarizeFolder(workspace({ 'usage.jsonl': ledger(part) }), USAGE)),
        )
        const merged = await merge(each)
        const amountsOf = ({ total_cost_usd, model_stats, daily_cost_usd, run_costs: { total_usd } }: CostSummary) => {
          const models = Object.entries(model_stats).map(([name, { cost_usd }]) => [name, cost_usd])
          return { total_cost_usd, models, daily_cost_usd, total_usd }
        }
        expect(atOnce && amountsOf(merged)).toEqual(atOnce && amountsOf(atOnce))
      }),
      tries(60),
    )
  })

  it('gives the same in any order and in any groups', async () => {
    await fc.assert(
      fc.asyncProperty(legsOf, async ({ lines, places }) => {
        const parts = deal(lines, places, 3)
        const [a, b, c] = await Promise.all(parts.map((part, leg) => summarizeFolder(workspace({ [fileOf(leg)]: ledger(part) }), USAGE)))
        if (!a || !b || !c) throw new Error('there are three legs')
        const all = JSON.stringify(await merge([a, b, c]))
        expect(JSON.stringify(await merge([c, a, b]))).toBe(all)
        expect(JSON.stringify(await merge([await merge([a, b]), c]))).toBe(all)
        expect(JSON.stringify(await merge([a, await merge([c, b])]))).toBe(all)
        expect(JSON.stringify(await merge([await merge([a, b, c])]))).toBe(all)
      }),
      tries(40),
    )
  })

  it('keeps 5,000 runs as one distribution', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      JSON.stringify(row({ run_id: `run-${index}`, cost_usd: ((index * 7919) % 5000) / 1e4 + 1e-4 })),
    )
    const parts = [lines.slice(0, 700), lines.slice(700, 1500), lines.slice(1500)]
    const atOnce = await summarizeFolder(workspace({ 'leg-0.jsonl': ledger(lines) }), USAGE)
    const legs = await Promise.all(parts.map((part, leg) => summarizeFolder(workspace({ [fileOf(leg)]: ledger(part) }), USAGE)))
    const merged = await merge(legs)
    expect({ ...merged, sources: [] }).toEqual({ ...atOnce, sources: [] })
    expect(merged.run_costs).toMatchObject({ count: 5000, max_usd: 0.5 })
    expect(merged.run_costs).not.toHaveProperty('costs_usd')
  })
})

describe('legs with more problems than are shown', () => {
  it('show those that reading all usage at once shows', async () => {
    const wrong = (leg: number) =>
      jsonl(...Array.from({ length: 7 }, (_, line) => ({ model: `${leg}-${line}` }))).replaceAll('{', `{"timestamp":1,`)
    const files = Object.fromEntries([0, 1, 2].map((leg) => [fileOf(leg), jsonl(row({ run_id: `run-${leg}` })) + wrong(leg)]))
    const atOnce = await summarizeFolder(workspace(files), USAGE)
    const legs = await Promise.all(Object.entries(files).map(([name, content]) => summarizeFolder(workspace({ [name]: content }), USAGE)))
    expect(atOnce.quality).toMatchObject({ invalid_records: 21 })
    expect(atOnce.quality.invalid_examples).toHaveLength(10)
    expect(await merge(legs)).toEqual(atOnce)
    expect(await merge(legs.toReversed())).toEqual(atOnce)
  })
})

describe('legs priced with different catalogs', () => {
  const priced = (pricing: string, as_of: string) =>
    summarizeFolder(workspace({ 'a.jsonl': jsonl(row({ cost_usd: null, agent: as_of })), 'prices.yaml': pricing }), {
      'usage-path': ['a.jsonl'],
      'pricing-path': 'prices.yaml',
    })
  const catalog = (day: string, price: number) =>
    `version: 1
as_of: ${day}
models:
  - id: vendor/gpt-4o-${price}
    aliases: [gpt-4o]
    prices:
      - { effective: 2020-01-01, input: ${price}, output: ${price} }
`

  it('name each catalog and each price once, and count each call once, however they are merged', async () => {
    const legs = await Promise.all(
      Array.from({ length: 6 }, (_, index) => priced(catalog(`2026-11-0${index + 1}`, index + 1), `agent-${index}`)),
    )
    const all = await merge(legs)
    expect(all.pricing).toMatchObject({ priced_calls: 6, as_of: '2026-11-06T12:00:00.000Z', models: { 'gpt-4o': { calls: 6 } } })
    const [first, ...others] = legs
    if (!first) throw new Error('there are six legs')
    expect(await merge([await merge([first, ...others.slice(0, 2)]), await merge(others.slice(2))])).toEqual(all)
  })
})

import { expect, it } from 'vitest'
import { localFiles } from '../../src/files/source.ts'
import { summarizeWorkspace } from '../../src/measure/summary.ts'
import type { Settings } from '../../src/settings.ts'
import { type Files, jsonl, row, summarizeFiles, workspace } from '../support/read/workspace.ts'

const PRICES = `version: 1
as_of: 2026-11-01
defaults: { unknown_model: "assume:house/m" }
models:
  - id: house/m
    aliases: [m]
    prices:
      - { effective: 2020-01-01, input: 1000, output: 2000 }
`
const paths = { 'usage-path': ['*.jsonl', '*.json'], 'pricing-path': 'prices.yaml' }

async function check(files: Files) {
  const cwd = workspace({ 'prices.yaml': PRICES, ...files })
  const settings: Pick<Settings, 'usage-path' | 'since' | 'on-invalid' | 'pricing-path' | 'timezone' | 'working-directory'> = {
    ...paths,
    since: null,
    'on-invalid': 'fail',
    timezone: 'UTC',
    'working-directory': cwd,
  }
  const context = { nowMs: 0, commit: null, onProgress: () => {}, files: localFiles(cwd), checksPrices: true }
  return (await summarizeWorkspace(settings, context)).summary
}

// 1,000 tokens in at $1,000 per million and 100 out at $2,000 per million: $1.20 at list price.
const used = (overrides: object) => row({ model: 'm', input_tokens: 1000, output_tokens: 100, metadata: {}, ...overrides })

it('compares what writers recorded with tokens times list price, and leaves out what the catalog priced', async () => {
  const ledger = jsonl(used({ cost_usd: 1.2 }), used({ cost_usd: 0.3, step: 'forged' }), used({ cost_usd: null, step: 'silent' }))
  const { model_stats } = await check({ 'a.jsonl': ledger })
  expect(model_stats.m).toMatchObject({ calls: 3, cost_usd: 2.7, price_check: { calls: 2, recorded_usd: 1.5, list_usd: 2.4 } })
})

it('compares nothing with a price that is assumed', async () => {
  const { model_stats } = await check({ 'a.jsonl': jsonl(used({ model: 'nobody-knows', cost_usd: 5 })) })
  expect(model_stats['nobody-knows']).not.toHaveProperty('price_check')
})

it('compares nothing where nobody asks', async () => {
  const { model_stats } = await summarizeFiles({ 'prices.yaml': PRICES, 'a.jsonl': jsonl(used({ cost_usd: 5 })) }, paths)
  expect(model_stats.m).not.toHaveProperty('price_check')
})

it('adds up in a merge, whichever leg was asked', async () => {
  const legs = [
    await check({ 'a.jsonl': jsonl(used({ cost_usd: 1.2 })) }),
    await check({ 'b.jsonl': jsonl(used({ run_id: 'r2', cost_usd: 0.2 })) }),
  ]
  const { model_stats } = await summarizeFiles({ 'a.json': legs[0] ?? {}, 'b.json': legs[1] ?? {} }, { 'usage-path': ['*.json'] })
  expect(model_stats.m?.price_check).toEqual({ calls: 2, recorded_usd: 1.4, list_usd: 2.4 })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldName } from '../../src/price/fold.ts'
import { loadPricer } from '../../src/price/load.ts'
import { buildRecord } from '../support/summarize/records.ts'

const CATALOG = join(import.meta.dirname, '../../catalog/prices.json')

/** A model, and its snapshots and other spellings. */
const ALIKE: readonly (readonly [string, readonly string[]])[] = [
  ['o1-preview', ['o1-preview-2024-09-12', 'openai/o1-preview', ' O1-Preview ', 'openrouter/openai/o1-preview-2024-09-12']],
  ['gpt-4o', ['gpt-4o-2024-08-06', 'openai:chat:gpt-4o', 'GPT-4o']],
  ['gpt-4', ['gpt-4-0613', 'gpt-4-0314']],
  [
    'claude-3-5-sonnet',
    ['claude-3-5-sonnet@20240620', 'claude-3-5-sonnet-20240620', 'claude-3-5-sonnet-latest', 'anthropic/claude-3-5-sonnet'],
  ],
  ['gemini-1.5-pro', ['gemini-1.5-pro-002', 'models/gemini-1.5-pro']],
  ['mistral-large', ['mistral-large-2411', 'mistral/mistral-large']],
  ['command-r', ['command-r-08-2024']],
]

/** Names that a hasty eye takes for one. */
const APART = [
  ['gpt-4o', 'gpt-4o-mini'],
  ['gpt-4', 'gpt-4-1106-preview'],
  ['gpt-4', 'gpt-4-32k'],
  ['gpt-4', 'gpt-4.1'],
  ['o1', 'o1-preview'],
  ['claude-opus-4', 'claude-opus-4-5'],
  ['claude', 'anthropic.claude-v2:1'],
  ['x', 'x-20241399'],
  ['x', 'x-1399'],
  ['x', 'x-2048'],
  ['x', 'x-0013'],
  ['a', 'vendor/a'],
] as const

describe('the parts of a model name', () => {
  it.each(ALIKE.flatMap(([model, names]) => names.map((name) => [name, model] as const)))('%s is %s', (name, model) => {
    expect(foldName(name).model).toBe(model)
    expect(foldName(model)).toEqual({ model, snapshot: null, providers: [] })
  })

  it.each(APART)('%s and %s are two', (one, other) => {
    expect(foldName(one).model).not.toBe(foldName(other).model)
  })

  it('tell snapshots apart, however their date is written', () => {
    expect(foldName('openrouter/anthropic/claude-3-5-sonnet-20240620')).toEqual({
      model: 'claude-3-5-sonnet',
      snapshot: '20240620',
      providers: ['openrouter', 'anthropic'],
    })
    for (const name of ['m-2024-06-20', 'm@20240620', 'us.anthropic.m-20240620-v1:0']) expect(foldName(name).snapshot).toBe('20240620')
    expect(foldName('m-2024-06-21').snapshot).toBe('20240621')
  })

  it('hold names that are nothing but a mark, a prefix or blank', () => {
    for (const name of ['', ' ', 'latest', 'openai/', '__proto__']) expect(foldName(name)).toMatchObject({ snapshot: null, providers: [] })
  })
})

it('names that fold to one have one price', async () => {
  const pricer = await loadPricer({ bundled: readFileSync(CATALOG, 'utf8'), overrides: null })
  const priceOf = (model: string) => pricer.price(buildRecord({ model, costUsd: null, inputTokens: 1000, outputTokens: 1000 }))?.prices
  // What a router sells has that router's price.
  const direct = ALIKE.map(([model, names]) => [model, names.filter((name) => !name.startsWith('openrouter/'))] as const)
  for (const [model, names] of direct) {
    expect(priceOf(model), model).toBeDefined()
    for (const name of names) expect(priceOf(name), name).toBe(priceOf(model))
  }
})

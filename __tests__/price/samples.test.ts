import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostRecord } from '../../src/usage/record.ts'
import { pricerWith } from '../support/price/pricer.ts'
import { readCopies } from '../support/read/files.ts'
import { listSamples } from '../support/read/samples.ts'

/** Part of the cost that a price may be off. */
const LIMIT = 0.001

/** Costs that are not what the list says, by file and record from 0: why. */
const OTHERS: Readonly<Record<string, string>> = {
  ...of('braintrust/experiment-fetch.json', [1], 'composed: its writer rounded the cost'),
  ...of('braintrust/logs.jsonl', [1], 'composed: its writer rounded the cost'),
  ...of(
    'ccusage/blocks-v20.json',
    [0, 1, 2],
    'its transcripts have costs of their own, made up for a test; the first is of several models',
  ),
  ...of('ccusage/daily-v17.json', [0, 1, 2, 3], 'its transcripts have costs of their own, made up for a test'),
  ...of('ccusage/daily-v20.json', [0, 1, 2, 3], 'its transcripts have costs of their own, made up for a test'),
  ...of('ccusage/session-v17.json', [0, 1, 2], 'its transcripts have costs of their own, made up for a test'),
  ...of('ccusage/daily-v20-missing-pricing.json', [2, 4, 5, 6], 'the thoughts are in the cost, and not in the output of the model'),
  ...of('claude-code/legacy-execution-output.json', [0], 'it tells no tokens'),
  ...of('claude-transcript/cost-per-line.jsonl', [0, 1], 'composed: a made-up cost'),
  ...of('langsmith/runs-page.json', [1], 'composed: its writer rounded the cost'),
  ...of('langsmith/runs-v2.jsonl', [0], 'composed: at the price of the prompt for what the cache held'),
  ...of('litellm/daily-user-spend.json', [0, 2], 'composed: a made-up cost'),
  ...of('litellm/spend-logs.json', [1], 'composed: a made-up cost'),
  ...of('litellm/standard-logging.jsonl', [0], 'composed: at the price of the prompt for what the cache held'),
  ...of('opencode/v1.18-run.jsonl', [0, 1], 'it names no model'),
  ...of('openrouter/byok-and-free.jsonl', [0, 1], 'composed: a made-up cost, with a fee on top'),
}

function of(file: string, records: readonly number[], reason: string): Record<string, string> {
  return Object.fromEntries(records.map((index) => [`${file}:${index}`, reason]))
}

const told = (
  await Promise.all(
    listSamples().map(async ({ file, path }) => {
      const { records } = await readCopies({ [basename(file)]: path })
      return records.flatMap((record, index) => (record.costUsd && !record.isFromDisk ? [{ at: `${file}:${index}`, record }] : []))
    }),
  )
).flat()
const pricer = await pricerWith()

/** How far the list is from what a tool says; null where it has no price. */
function distanceOf({ costUsd, ...record }: CostRecord): number | null {
  const priced = pricer.price({ ...record, costUsd: null })
  return priced === null || costUsd === null ? null : Math.abs(priced.costUsd / costUsd - 1)
}

describe('what a tool says that a call cost is its price in the list', () => {
  const plain = told.filter(({ at }) => OTHERS[at] === undefined)

  it('for most of them', () => expect(plain.length).toBeGreaterThan(60))

  it.each(plain)('$at', ({ record }) => expect(distanceOf(record)).toBeLessThan(LIMIT))
})

describe('what a tool says is something else', () => {
  it.each(Object.entries(OTHERS))('%s: %s', (at) => {
    const record = told.find((one) => one.at === at)?.record
    expect(record).toBeDefined()
    const distance = record ? distanceOf(record) : 0
    expect(distance === null || distance > LIMIT).toBe(true)
  })
})

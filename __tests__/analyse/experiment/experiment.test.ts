import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { call, compareFiles, compareFolder, ends, LEDGER, ledger, runsOf, variant } from '../../support/experiment/experiments.ts'
import { workspace } from '../../support/read/workspace.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const examples = join(import.meta.dirname, '../../../examples')

/** Two variants with three runs each: `a` has one more call in its first run. */
const rows = [
  call('a', 'a-1', 0.1, { input_tokens: 300, output_tokens: 0 }),
  call('a', 'a-1', 0.3),
  call('a', 'a-2', 0.2),
  call('a', 'a-3', 0.3),
  call('b', 'b-1', 0.5),
  call('b', 'b-2', 0.6),
  call('b', 'b-3', 0.7),
]

describe('an experiment', () => {
  it('tells what a run of each variant used, cost and achieved', async () => {
    const files = { [LEDGER]: ledger(...rows), ...ends('succeeded', 'a-1', 'a-2', 'b-1'), ...ends('failed', 'a-3', 'b-2', 'b-3') }
    const experiment = await compareFiles(files)
    expect(findFaults('experiment', experiment)).toEqual([])
    expect(experiment).toMatchObject({ by: 'metadata.variant', unit: 'run', left_out: [] })
    expect(variant(experiment, 'a')).toMatchObject({ units: 3, calls: 4, tokens: 630, tokens_per_call: 157.5, cost_usd: 0.9 })
    expect(variant(experiment, 'a')).toMatchObject({ successes: 2, failures: 1, cost_per_success_usd: 0.45, difference: null })
    expect(variant(experiment, 'a').cost_per_unit_usd).toBeCloseTo(0.3, 12)
    expect(variant(experiment, 'b')).toMatchObject({ units: 3, successes: 1, cost_per_success_usd: 1.8 })
    expect(variant(experiment, 'b').difference).toMatchObject({ tokens_per_call: -47.5, cost_per_success_usd: 1.35 })
    expect(variant(experiment, 'b').difference?.cost_per_unit?.percent).toBeCloseTo(100, 10)
    expect(variant(experiment, 'b').difference?.success_rate?.share).toBeCloseTo(-1 / 3, 12)
  })

  it('compares cases that were tested, each by its runs', async () => {
    const tested = (case_id: string, run: string, cost: number) => call(null, run, cost, { metadata: { case_id } })
    const rows = [tested('gift', 'r1', 0.1), tested('gift', 'r2', 0.3), tested('late', 'r3', 0.5), call(null, 'r4', 9)]
    const experiment = await compareFolder(workspace({ [LEDGER]: ledger(...rows) }), 'case')
    expect(experiment).toMatchObject({ by: 'case', unit: 'run', left_out: [{ reason: 'no_variant', runs: 1 }] })
    expect(experiment.variants.map(({ name, units, cost_usd }) => [name, units, cost_usd])).toEqual([
      ['gift', 2, 0.4],
      ['late', 1, 0.5],
    ])
  })

  it('calls a difference one only with enough runs in both', async () => {
    const of = (count: number) => compareFiles({ [LEDGER]: ledger(...runsOf('a', count, [0.1, 0.11]), ...runsOf('b', 10, [0.2, 0.21])) })
    expect(variant(await of(9), 'b').difference?.cost_per_unit?.reading).toBe('too_few')
    expect(variant(await of(10), 'b').difference?.cost_per_unit?.reading).toBe('higher')
  })

  it.each([
    [[0.2, 0.21], 'lower'],
    [[0.1, 0.5], 'unclear'],
    [[0.4, 0.41], 'higher'],
  ])('reads costs of %j against 30 cents as %s', async (costs, reading) => {
    const experiment = await compareFiles({ [LEDGER]: ledger(...runsOf('a', 12, [0.3, 0.29]), ...runsOf('b', 12, costs)) })
    expect(variant(experiment, 'b').difference?.cost_per_unit?.reading).toBe(reading)
  })

  it.each([
    [0.07, 11, 12],
    [0.013, 12, 11],
    [0.1, 10, 13],
    [1e-9, 30, 49],
  ])('finds no difference between runs that all cost $%d, %d of them and %d', async (cost, one, other) => {
    const experiment = await compareFiles({ [LEDGER]: ledger(...runsOf('a', one, [cost]), ...runsOf('b', other, [cost])) })
    const none = { usd: 0, percent: 0, interval: { low: 0, high: 0 }, reading: 'unclear' }
    expect(variant(experiment, 'b').difference?.cost_per_unit).toEqual(none)
    expect(variant(experiment, 'a')).toMatchObject({ cost_per_unit_usd: cost, cost_per_unit_interval: { low: cost, high: cost } })
  })

  it('finds one of a millionth of a cent', async () => {
    const experiment = await compareFiles({ [LEDGER]: ledger(...runsOf('a', 11, [0.07]), ...runsOf('b', 12, [0.07000001])) })
    expect(variant(experiment, 'b').difference?.cost_per_unit?.reading).toBe('higher')
  })

  it('gives no interval, and no reading, for a single run', async () => {
    const experiment = await compareFiles({ [LEDGER]: ledger(call('a', 'a-1', 0.1), call('b', 'b-1', 0.2)) })
    expect(variant(experiment, 'b').difference?.cost_per_unit).toMatchObject({ usd: 0.1, interval: null, reading: 'too_few' })
  })

  it('agrees with SciPy on the examples, folder against folder', async () => {
    const { variants } = await compareFolder(examples, { kind: 'file' }, { files: ['main', 'pr-regression'] })
    expect(variants.map(({ name, units }) => [name, units])).toEqual([
      ['main', 12],
      ['pr-regression', 12],
    ])
    // scipy.stats.ttest_ind(head, main, equal_var=False).confidence_interval(0.95) of the sums per run_id
    const interval = variants[1]?.difference?.cost_per_unit?.interval
    expect(interval?.low).toBeCloseTo(0.030823368587960254, 12)
    expect(interval?.high).toBeCloseTo(0.08646218141203972, 12)
    for (const { name, calls, tokens, cost_usd } of variants) {
      const lines = readFileSync(join(examples, name, LEDGER), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(calls).toBe(lines.length)
      expect(tokens).toBe(lines.reduce((sum, line) => sum + line.input_tokens + line.output_tokens, 0))
      expect(cost_usd).toBeCloseTo(
        lines.reduce((sum, line) => sum + line.cost_usd, 0),
        10,
      )
    }
  })

  it('of files counts what both hold in both', async () => {
    const files = { 'a.jsonl': ledger(...rows), 'b.jsonl': ledger(...rows) }
    const { variants } = await compareFiles(files, { kind: 'file' }, { files: ['a.jsonl', 'b.jsonl'] })
    expect(variants.map(({ units, cost_usd }) => [units, cost_usd])).toEqual([
      [6, 2.7],
      [6, 2.7],
    ])
    expect(variants[1]?.difference?.cost_per_unit?.usd).toBe(0)
  })

  it('by a key reads two ledgers as one, and counts what both hold once', async () => {
    const files = { 'a.jsonl': ledger(...rows), 'b.jsonl': ledger(...rows, call('b', 'b-4', 0.6)) }
    const experiment = await compareFiles(files, 'metadata.variant', { 'usage-path': ['a.jsonl', 'b.jsonl'] })
    expect(experiment.variants.map(({ name, units }) => [name, units])).toEqual([
      ['a', 3],
      ['b', 4],
    ])
    expect(experiment.quality.duplicate_records).toBe(7)
  })

  it.each([
    ['agent', ['planner', 'writer']],
    ['customer', ['acme', 'globex']],
    ['model', ['gpt-4o', 'gpt-4o-mini']],
    ['step', ['draft', 'plan']],
  ])('tells variants apart by %s', async (by, names) => {
    const other = { run_id: 'run-2', agent: 'writer', model: 'gpt-4o-mini', step: 'draft', metadata: { customer_id: 'globex' } }
    const experiment = await compareFiles({ [LEDGER]: ledger({}, other) }, by)
    expect(experiment.variants.map(({ name }) => name)).toEqual(names)
  })

  it('prices what names no cost', async () => {
    const free = call('a', 'a-1', null, { model: 'gpt-4o', input_tokens: 1_000_000, output_tokens: 0 })
    const experiment = await compareFiles({ [LEDGER]: ledger(free, ...rows.slice(4)) })
    expect(variant(experiment, 'a').cost_usd).toBe(2.5)
  })
})

describe('the variant that others are compared with', () => {
  it('is the first by name, or the one that is asked for', async () => {
    const files = { [LEDGER]: ledger(...rows, call('c', 'c-1', 0.1)) }
    expect((await compareFiles(files)).variants.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    const { variants } = await compareFiles(files, 'metadata.variant', { reference: 'b' })
    expect(variants.map(({ name, difference }) => [name, difference === null])).toEqual([
      ['b', true],
      ['a', false],
      ['c', false],
    ])
  })

  it('must exist', async () => {
    await expect(compareFiles({ [LEDGER]: ledger(...rows) }, 'metadata.variant', { reference: 'contol' })).rejects.toMatchObject({
      message: '--reference names no variant: contol',
      details: ['The variants are: a, b'],
    })
  })
})

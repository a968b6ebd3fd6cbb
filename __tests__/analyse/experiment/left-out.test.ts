import { describe, expect, it } from 'vitest'
import { call, compareFiles, ends, LEDGER, ledger, variant } from '../../support/experiment/experiments.ts'

const pair = [call('a', 'a-1', 0.1), call('b', 'b-1', 0.2)]
const leftOut = async (...rows: readonly Readonly<Record<string, unknown>>[]) =>
  (await compareFiles({ [LEDGER]: ledger(...pair, ...rows) }, 'metadata.variant', { since: Date.UTC(2026, 10, 2) })).left_out

describe('what is left out is counted', () => {
  it.each([
    [
      'a run of several variants',
      [call('a', 'x', 0.3), call('b', 'x', 0.4)],
      { reason: 'several_variants', runs: 1, calls: 2, cost_usd: 0.7 },
    ],
    ['a run of none', [call(null, 'x', 0.3)], { reason: 'no_variant', runs: 1, calls: 1, cost_usd: 0.3 }],
    ['calls without a run', [call('a', null, 0.3), call(null, null, 0.1)], { reason: 'no_run', runs: 0, calls: 2, cost_usd: 0.4 }],
    [
      'a run with a call that has no price',
      [call('a', 'x', 0.3), call('a', 'x', null, { model: 'no-such-model' })],
      { reason: 'unpriced', runs: 1, calls: 2, cost_usd: 0.3 },
    ],
    [
      'a run that began before since',
      [call('a', 'x', 0.3, { timestamp: '2026-11-01T23:59:59Z' }), call('a', 'x', 0.4)],
      { reason: 'earlier', runs: 1, calls: 2, cost_usd: 0.7 },
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await leftOut(...rows)).toEqual([expected])
  })

  it('but a run belongs to its variant with all its calls, also those that name none', async () => {
    const experiment = await compareFiles({ [LEDGER]: ledger(...pair, call(null, 'a-1', 0.3)) })
    expect(experiment.left_out).toEqual([])
    expect(variant(experiment, 'a')).toMatchObject({ calls: 2, cost_usd: 0.4 })
  })
})

describe('calls without any run', () => {
  const lone = [
    call('a', null, 0.1, { status: 'ok' }),
    call('a', null, 0.2, { status: 'error' }),
    call('b', null, 0.4, { status: 'ok', input_tokens: 7 }),
    call('b', null, 0.5),
  ]

  it('are observations of their own, with their own status', async () => {
    const experiment = await compareFiles({ [LEDGER]: ledger(...lone) })
    expect(experiment.unit).toBe('call')
    expect(variant(experiment, 'a')).toMatchObject({ units: 2, calls: 2, cost_usd: 0.3, success_rate: 0.5, cost_per_success_usd: 0.3 })
    // Of b one call does not say how it ended.
    expect(variant(experiment, 'b')).toMatchObject({ units: 2, success_rate: 1, successes: 1, cost_per_success_usd: null })
  })

  it('are left out where they stand for several, name no variant or have no price', async () => {
    const more = [
      call('a', null, 3, { calls: 10 }),
      call(null, null, 4),
      call('b', null, null, { model: 'no-such-model' }),
      call(null, 'x', 5),
    ]
    expect((await compareFiles({ [LEDGER]: ledger(...lone, ...more) })).left_out).toEqual([
      { reason: 'no_variant', runs: 1, calls: 2, cost_usd: 9 },
      { reason: 'unpriced', runs: 0, calls: 1, cost_usd: 0 },
      { reason: 'aggregate', runs: 0, calls: 10, cost_usd: 3 },
    ])
  })
})

describe('success', () => {
  it('is not known where a run does not say how it ended, and then neither is the cost per success', async () => {
    const files = { [LEDGER]: ledger(...pair, call('a', 'a-2', 0.1)), ...ends('succeeded', 'a-1'), ...ends('running', 'a-2') }
    const experiment = await compareFiles(files)
    expect(variant(experiment, 'a')).toMatchObject({ units: 2, successes: 1, failures: 0, success_rate: 1, cost_per_success_usd: null })
    expect(variant(experiment, 'b')).toMatchObject({ success_rate: null, success_interval: null })
    expect(variant(experiment, 'b').difference?.success_rate).toBeNull()
  })
})

describe('what cannot be compared is one line', () => {
  it.each([
    ['metadata.varant', 'no call has metadata.varant, did you mean metadata.variant?', ['Keys of the metadata: variant']],
    [
      'model',
      'there is nothing to compare',
      [
        'left out: 1 run with several values of model (2 calls, $0.30)',
        'To see what each model costs within runs: llm-cost-gate report --by model',
      ],
    ],
  ])('by %s', async (by, message, details) => {
    const files = { [LEDGER]: ledger(call('a', 'x', 0.1), call('b', 'x', 0.2, { model: 'gpt-4o-mini' })) }
    await expect(compareFiles(files, by)).rejects.toMatchObject({ name: 'InputError', message, details })
  })

  it('where nothing has metadata', async () => {
    await expect(compareFiles({ [LEDGER]: ledger({ metadata: null }) })).rejects.toMatchObject({ details: ['There is no metadata'] })
  })

  it('where a file has sums only', async () => {
    const files = { 'a.jsonl': ledger(...pair), 'b.json': { total_cost_usd: 3 } }
    const { variants, left_out } = await compareFiles(files, { kind: 'file' }, { files: ['a.jsonl', 'b.json'] })
    expect(variants[1]).toMatchObject({ name: 'b.json', units: 0, cost_per_unit_usd: null })
    expect(left_out).toMatchObject([{ reason: 'no_run', cost_usd: 3 }])
  })
})

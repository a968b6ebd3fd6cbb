import { describe, expect, it } from 'vitest'
import type { Ended, Projection, Report, WorkDifference, Workload } from '../../../src/generated/types.ts'
import { renderTerminal } from '../../../src/render/terminal.ts'
import { writeProjection } from '../../../src/render/verdict/projection.ts'
import { writeSuccess } from '../../../src/render/verdict/success.ts'
import { writeWorkload } from '../../../src/render/verdict/workload.ts'
import { MARKDOWN, PLAIN } from '../../../src/words/escape.ts'
import { buildReport } from '../../support/render/report.ts'
import { buildSummary } from '../../support/render/summary.ts'

const plain = (words: string) => words
const differ = (figure: WorkDifference['figure'], baseline: number, head: number, shared: number | null = null) => ({
  figure,
  baseline,
  head,
  shared,
})

describe('the line about the work', () => {
  const write = (workload: Partial<Workload>, report: Partial<Report> = {}) =>
    writeWorkload(
      buildReport({
        workload: { differs: [], unit: null, baseline_usd: null, head_usd: null, percent: null, fewer: null, ...workload },
        ...report,
      }),
      plain,
    )

  it.each<[WorkDifference[], string]>([
    [[differ('cases', 12, 6, 6), differ('runs', 10, 8)], '6 of 12 cases, 8 instead of 10 runs'],
    [[differ('cases', 12, 15, 12)], '15 cases (3 new)'],
    [[differ('cases', 8, 10, 6)], '10 cases (4 new, 2 gone)'],
    [[differ('cases', 1, 2)], '2 instead of 1 case'],
    [[differ('steps', 4, 3, 3), differ('from_disk', 0, 0.4)], '3 of 4 steps, 40 % of the calls from a cache on disk instead of 0 %'],
    [[differ('unpriced', 0.1, 0.9)], '90 % of the calls without a known price instead of 10 %'],
  ])('says what differs: %j', (differs, words) => {
    expect(write({ differs })).toBe(`Other work than the baseline: ${words}.`)
  })

  it('leads with what a unit costs', () => {
    const unit: Partial<Workload> = { differs: [differ('runs', 10, 8)], unit: 'run', baseline_usd: 0.1, head_usd: 0.125, percent: 25 }
    expect(write(unit)).toBe('Other work than the baseline: 8 instead of 10 runs. Per run $0.10 → $0.1250 (+25 %)')
    expect(write({ ...unit, head_usd: 0.1, percent: 1e-14 })).toMatch(/\. Per run \$0\.10, unchanged$/)
    expect(write({ ...unit, baseline_usd: 0, percent: null })).toMatch(/\. Per run \$0\.00 → \$0\.1250$/)
    expect(write(unit, { head: buildSummary({ unpriced_calls: 1 }) })).toMatch(/\. Per run \$0\.10 → at least \$0\.1250$/)
  })
})

describe('the line about success', () => {
  const ended = (runs: number, successful_runs: number, cost_per_success_usd: number | null): Ended => {
    return { runs, successful_runs, success_rate: successful_runs / runs, cost_per_success_usd }
  }

  it.each<[Ended | null, Ended | null, string | null]>([
    [ended(10, 9, 0.12), ended(10, 6, 0.15), 'Runs that succeeded: 9 of 10 → 6 of 10 (90 % → 60 %), $0.12 → $0.15 per success'],
    [ended(10, 9, 0.12), ended(10, 9, 0.12), 'Runs that succeeded: 9 of 10 (90 %), $0.12 per success'],
    [ended(10, 9, 0.12), ended(10, 0, null), 'Runs that succeeded: 9 of 10 → 0 of 10 (90 % → 0 %)'],
    [null, ended(3, 2, 0.5), 'Runs that succeeded: 2 of 3 (66.7 %), $0.50 per success'],
    [ended(3, 2, 0.5), null, null],
  ])('shows what is known', (baseline, head, line) => {
    expect(writeSuccess({ success: { baseline, head, change: null } }, plain)).toBe(line)
  })
})

const MONTH: Projection = {
  days_per_month: 30,
  volume: { runs: 4000, per: 'day' },
  head_usd: 1240.4,
  baseline_usd: 930,
  increase_usd: 310.4,
  low_usd: null,
  high_usd: null,
  reason: null,
  agents: [],
  without_volume: [],
  unmatched: [],
}

describe('the line about a month', () => {
  const write = (projection: Partial<Projection>, report: Partial<Report> = {}) =>
    writeProjection(buildReport({ projection: { ...MONTH, ...projection }, ...report }), PLAIN, plain)
  const planner = { name: 'planner', volume: { runs: 1, per: 'month' as const }, head_usd: 12.3, baseline_usd: null }

  it.each<[Partial<Projection>, string]>([
    [{}, 'Projection, at 4,000 runs a day: $1,240 a month, +$310'],
    [{ low_usd: 1090, high_usd: 1410 }, 'Projection, at 4,000 runs a day: $1,240 a month, between $1,090 and $1,410, +$310'],
    [{ increase_usd: null }, 'Projection, at 4,000 runs a day: $1,240 a month'],
    [{ increase_usd: 0 }, 'Projection, at 4,000 runs a day: $1,240 a month, unchanged'],
    [{ head_usd: 99.5, increase_usd: -0.5 }, 'Projection, at 4,000 runs a day: $99.50 a month, −$0.50'],
    [
      { volume: null, agents: [planner], without_volume: ['writer'], unmatched: ['a', 'b', 'c', 'd'] },
      'Projection, at the runs of 1 agent: $1,240 a month, +$310 (planner at 1 run a month: $12.30); no volume for writer; no use of a, b, c, 1 more',
    ],
    [{ head_usd: null, reason: 'nobody knows' }, 'No projection: nobody knows.'],
  ])('is labelled: %j', (projection, line) => {
    expect(write(projection)).toBe(line)
  })

  it('takes names as what they are', () => {
    const agents = [{ ...planner, name: '<b>\u001b[31m' }]
    expect(write({ agents })).toContain('(<b>�[31m at 1 run')
    expect(writeProjection(buildReport({ projection: { ...MONTH, agents } }), MARKDOWN, plain)).toContain(
      '(<code>&#60;b&#62;�&#91;31m</code> at 1 run',
    )
  })

  it('is the least where calls have no price', () => {
    expect(write({}, { head: buildSummary({ unpriced_calls: 1 }) })).toContain(': at least $1,240 a month')
  })
})

it('a terminal shows all three', () => {
  const workload: Workload = { differs: [differ('runs', 2, 1)], unit: null, baseline_usd: null, head_usd: null, percent: null, fewer: null }
  const head = { runs: 1, successful_runs: 1, success_rate: 1, cost_per_success_usd: 1 }
  const text = renderTerminal(
    buildReport({ head: buildSummary({ calls: 1 }), workload, success: { baseline: null, head, change: null }, projection: MONTH }),
    (_, words) => words,
  )
  expect(text).toContain('\nOther work than the baseline: 1 instead of 2 runs.\n')
  expect(text).toContain('\nRuns that succeeded: 1 of 1 (100 %), $1.00 per success\n')
  expect(text).toContain('\nProjection, at 4,000 runs a day: $1,240 a month, +$310\n')
})

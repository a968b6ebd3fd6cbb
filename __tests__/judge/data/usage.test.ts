import { describe, expect, it } from 'vitest'
import type { Change, CostSummary, Source } from '../../../src/generated/types.ts'
import { judgePeriod, judgeUsage } from '../../../src/judge/data/usage.ts'
import { change, head, judged, quality, stats } from '../../support/judge/builders.ts'

const DATA = { kind: 'data', name: null }
const CHECK = 'no LLM calls were found; check usage-path, and that the agents ran before this step'

const source = (format: Source['format']): Source => ({ path: format, format, role: 'counted', files: 1, records: 1, cost_usd: 0 })

describe('usage', () => {
  it('no usage is an error, however cheap that is', () => {
    const { findings, verdict } = judged({ head: head({ calls: 0, total_cost_usd: 0 }) })
    expect(verdict).toBe('fail')
    expect(findings).toMatchObject([{ level: 'error', rule: 'no_usage', subject: DATA, actual: 0 }])
    expect(findings[0]?.message).toMatch(/^no LLM calls were found; check usage-path/)
  })

  it('no usage names since where that left all of it out', () => {
    const { findings } = judged({ head: head({ calls: 0, quality: quality({ earlier_records: 12 }) }) })
    expect(findings[0]?.message).toBe('no LLM calls were found; since left out 12 records')
  })

  it('how much usage there is is told where there is some', () => {
    expect(judged({ head: head({ calls: 1 }) }).checks).toContainEqual(
      expect.objectContaining({ rule: 'no_usage', outcome: 'passed', message: '1 call found', actual: 1, unit: 'calls' }),
    )
    const none = judged({ head: head({ calls: 0, quality: quality({ earlier_records: 1 }) }) })
    expect(none.findings[0]?.message).toBe('no LLM calls were found; since left out 1 record')
  })
})

describe('the figures of a flow', () => {
  const flow = head({ calls: 0, sources: [source('flow-summary')] })
  const before = (overrides: Partial<Change>) => change('total', null, null, overrides)

  it('need no calls', () => {
    const passed = { outcome: 'passed', message: 'no LLM calls were found, but the figures of a flow', actual: 0, unit: 'calls' }
    expect(judgeUsage(flow)).toMatchObject({ rule: 'no_usage', subject: DATA, ...passed })
    expect(judgeUsage(head({ calls: 0, flow_told: ['steps'] }))).toMatchObject(passed)
  })

  it('of other formats are none', () => {
    const ledger = head({ calls: 0, sources: [source('ledger')] })
    expect(judgeUsage(ledger)).toMatchObject({ level: 'error', message: CHECK })
  })

  it('are one of several sources', () => {
    const both = head({ calls: 0, sources: [source('ledger'), ...flow.sources] })
    expect(judgeUsage(both)).toMatchObject({ outcome: 'passed' })
  })

  it('with a call are usage like any other', () => {
    expect(judgeUsage({ ...flow, calls: 1 }, before({ baseline_calls: 3 }))).toMatchObject({ outcome: 'passed', message: '1 call found' })
  })

  it.each<[string, Partial<Change>]>([
    ['one call', { baseline_calls: 1 }],
    ['spend, and does not say of how many calls', { baseline_cost_usd: 0.5 }],
  ])('are a warning where the baseline has %s', (_what, overrides) => {
    expect(judgeUsage(flow, before(overrides))).toMatchObject({
      ...{ rule: 'no_usage', level: 'warning', subject: DATA, actual: 0, unit: 'calls' },
      message: 'no LLM calls were found, but the figures of a flow; the baseline has some',
    })
  })

  it.each<[string, Partial<Change>]>([
    ['says nothing of its calls', {}],
    ['has none either', { baseline_calls: 0, baseline_cost_usd: 0 }],
  ])('pass where the baseline %s', (_what, overrides) => {
    expect(judgeUsage(flow, before(overrides))).toMatchObject({ outcome: 'passed' })
  })
})

describe('the time of a report', () => {
  const NEWEST = '2026-11-03T09:00Z'
  const idle = (overrides: Partial<CostSummary> = {}) => head({ calls: 0, ...overrides })

  it('with one call has usage', () => {
    expect(judgePeriod(head({ calls: 1 }), NEWEST)).toMatchObject({ outcome: 'passed', message: '1 call found' })
  })

  it('without a call is a warning that says how new the records are', () => {
    expect(judgePeriod(idle(), NEWEST)).toMatchObject({
      ...{ rule: 'no_usage', level: 'warning', subject: DATA, actual: 0, unit: 'calls' },
      message: `no LLM calls in this time; the newest record is of ${NEWEST}`,
    })
  })

  it('without any record at all is an error, and does not blame the time', () => {
    expect(judgePeriod(idle({ quality: quality({ earlier_records: 3 }) }), null)).toMatchObject({ level: 'error', message: CHECK })
    expect(judgePeriod(idle({ graders: stats() }), null)).toMatchObject({
      message: 'no LLM calls were found; those of graders are not what is tested',
    })
  })
})

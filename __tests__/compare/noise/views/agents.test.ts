import { describe, expect, it } from 'vitest'
import type { Used } from '../../../../src/compare/noise/measured.ts'
import { studentQuantile } from '../../../../src/compare/noise/quantile.ts'
import { proveByAgents } from '../../../../src/compare/noise/views/agents.ts'
import { head, record, wiggle } from '../../../support/noise/records.ts'

/** Ten calls that cost so much, of so many tokens each. */
const used = (costUsd: number, perCall = 100): Used => ({ costUsd, calls: 10, tokens: 10 * perCall })

/** Head of so much, after twenty records of these agents, each with 100 tokens per call. */
function prove(totalUsd: number, agents: Readonly<Record<string, Used>>, { noise = 0, known = Object.keys(agents) } = {}): number {
  const records = wiggle(20, noise).map((luck) =>
    record(1, { agents: new Map(known.map((name) => [name, used(1, 100 * Math.exp(luck))])) }),
  )
  return proveByAgents(records, head(totalUsd, { agents: new Map(Object.entries(agents)) }), studentQuantile)
}
/** What is proven where so many dollars of so many are more than they were. */
const growth = (saved: number, totalUsd: number) => -Math.log(1 - saved / totalUsd)

describe('proveByAgents', () => {
  it('is head against what it would cost without the longer calls of an agent', () => {
    // Calls half as long again: a third of their cost.
    expect(prove(2, { writer: used(0.9, 150), planner: used(1.1) })).toBeCloseTo(growth(0.3, 2), 12)
    expect(prove(2, { writer: used(0.9, 150), planner: used(0.6, 200) })).toBeCloseTo(growth(0.6, 2), 12)
  })

  it('takes shorter calls of one agent from longer ones of another', () => {
    expect(prove(2, { writer: used(0.9, 150), planner: used(0.1, 50) })).toBeCloseTo(growth(0.2, 2), 12)
    expect(prove(2, { writer: used(0.9, 50) })).toBe(0)
  })

  it('a change that chance may have made proves nothing', () => {
    expect(prove(2, { writer: used(2, 101) })).toBe(0)
  })

  it('an agent that no record knows proves nothing', () => {
    expect(prove(2, { writer: used(0.9, 150), novice: used(1.1, 900) }, { known: ['writer'] })).toBeCloseTo(growth(0.3, 2), 12)
  })

  it('agents of less than 5 % of the cost are not looked at', () => {
    expect(prove(1, { writer: used(0.05, 150) })).toBeGreaterThan(0)
    expect(prove(1, { writer: used(0.0499, 150) })).toBe(0)
    expect(prove(2, { writer: used(0.06, 150) })).toBe(0)
  })

  it('where agents share a cost it is against what they have together', () => {
    expect(prove(1, { writer: used(1, 150), planner: used(0.8) })).toBeCloseTo(growth(1 / 3, 1.8), 12)
  })

  it('the more agents there are, the further chance reaches', () => {
    const [noise, perCall] = [0.05, 100 * Math.exp(0.155)]
    expect(prove(1, { writer: used(1, perCall) }, { noise })).toBeGreaterThan(0)
    expect(prove(1, { writer: used(0.4, perCall), a: used(0.2), b: used(0.2), c: used(0.2) }, { noise })).toBe(0)
  })

  describe('with more than twenty agents', () => {
    const names = Array.from({ length: 21 }, (_, index) => `agent-${String(index).padStart(2, '0')}`)
    const alike = Object.fromEntries(names.toReversed().map((name) => [name, used(1)]))

    it('looks at the twenty dearest', () => {
      expect(prove(1, { ...alike, 'agent-00': used(0.9, 150) })).toBe(0)
      expect(prove(1, { ...alike, 'agent-20': used(1.1, 150) })).toBeGreaterThan(0)
    })

    it('of those that cost the same at the first by name', () => {
      expect(prove(1, { ...alike, 'agent-20': used(1, 150) })).toBe(0)
      expect(prove(1, { ...alike, 'agent-19': used(1, 150) })).toBeGreaterThan(0)
    })
  })

  it('more calls that make each of them longer, as they always did, prove nothing', () => {
    // Of twice as many calls each is half as long again.
    const agentOf = (luck: number): Used => {
      const calls = 10 * 2 ** luck
      return { costUsd: 1, calls, tokens: calls * 100 * 1.5 ** luck }
    }
    const before = wiggle(20, 0.5).map((luck) => record(1, { agents: new Map([['writer', agentOf(luck)]]) }))
    const proveOf = (writer: Used) => proveByAgents(before, head(1, { agents: new Map([['writer', writer]]) }), studentQuantile)
    expect(proveOf(agentOf(0.7))).toBe(0)
    const longer = agentOf(0.7)
    expect(proveOf({ ...longer, tokens: 1.2 * longer.tokens })).toBeCloseTo(Math.log(1.2), 9)
  })

  it('is a number, whatever calls have become', () => {
    expect(prove(1, { writer: used(1, 1e300) })).toBeCloseTo(-Math.log(Number.EPSILON), 9)
  })

  it('tokens without calls are no tokens per call', () => {
    expect(prove(1, { writer: { costUsd: 1, calls: 0, tokens: 5000 } })).toBe(0)
  })
})

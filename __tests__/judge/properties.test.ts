import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostSummary, PolicyGroup } from '../../src/generated/types.ts'
import { readPolicy } from '../../src/judge/policy.ts'
import { groups, summaries } from './arbitraries.ts'
import { head, judged, policy } from './builders.ts'

const VERDICTS = ['pass', 'warn', 'fail']
const tops = fc.option(fc.constantFrom(50, 80, 100), { nil: undefined })
const lists = fc.array(groups, { minLength: 1, maxLength: 3 })

/** How bad it is: 0 passes, 2 fails. */
function badness(policies: readonly PolicyGroup[], usage: CostSummary, warn_at_percent?: number): number {
  // JSON is YAML; what is undefined is left out.
  const rules = readPolicy('p.yaml', JSON.stringify({ warn_at_percent, policies }))
  return VERDICTS.indexOf(judged({ policy: rules, head: usage }).verdict)
}

/** The groups with the limit at `place`, of all of them one after the other, raised. */
function loosen(policies: readonly PolicyGroup[], place: number, by: number): PolicyGroup[] {
  const copy: PolicyGroup[] = structuredClone([...policies])
  const holders = copy.flatMap(({ limits = {}, totals, thresholds }): object[] => [
    ...Object.values(limits),
    ...(totals === undefined ? [] : [totals, totals.max_unattributed_percent ?? {}]),
    ...(thresholds === undefined ? [] : [thresholds]),
  ])
  const found = holders.flatMap((holder) =>
    Object.entries(holder).flatMap(([key, value]) =>
      typeof value === 'number' && key !== 'warn_at_percent' ? [{ holder, key, value }] : [],
    ),
  )
  const chosen = found[place % found.length]
  if (chosen === undefined) throw new Error('every group has a limit')
  Object.assign(chosen.holder, { [chosen.key]: chosen.value + by })
  return copy
}

describe('a verdict', () => {
  it('is never improved by another group of rules', () => {
    fc.assert(
      fc.property(lists, groups, summaries, tops, fc.nat(3), (some, another, usage, top, place) => {
        const more = [...some.slice(0, place), another, ...some.slice(place)]
        expect(badness(more, usage, top)).toBeGreaterThanOrEqual(badness(some, usage, top))
      }),
      { numRuns: 600 },
    )
  })

  it('is never worsened by a looser limit', () => {
    fc.assert(
      fc.property(lists, summaries, tops, fc.nat(1000), fc.constantFrom(1, 2, 7), (some, usage, top, place, by) => {
        expect(badness(loosen(some, place, by), usage, top)).toBeLessThanOrEqual(badness(some, usage, top))
      }),
      { numRuns: 1200 },
    )
  })

  it('is each of the three now and then, so that the properties above say something', () => {
    const seen = fc.sample(fc.tuple(lists, summaries, tops), { numRuns: 300, seed: 7 }).map((one) => badness(...one))
    for (const index of [0, 1, 2]) expect(seen.filter((one) => one === index).length).toBeGreaterThan(10)
  })

  it('names the lines of limits in names that reach a prototype', () => {
    const rules = policy('policies: [{ name: g, subject: step, limits: { __proto__: { max_total_cost_usd: 1 } } }]')
    const step_stats = JSON.parse(
      '{"__proto__": {"calls": 1, "errors": 0, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2, "cost_usd": 2}}',
    )
    expect(judged({ policy: rules, head: head({ step_stats }) }).findings).toMatchObject([{ subject: { name: '__proto__' } }])
  })
})

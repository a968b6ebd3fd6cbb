import fc from 'fast-check'
import type { Measured, MeasuredHead, Used } from '../../../src/compare/noise/measured.ts'

/** A figure as a file may have it: usual, none, tiny or absurd. */
const anyFigure = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.5, max: 2, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 5e-324, 1e-300, 1e300, 1.7e308) },
)
const anyShare = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
const anyUsed: fc.Arbitrary<Used> = fc.record({ costUsd: anyFigure, calls: anyFigure, tokens: anyFigure })
const anyAgents = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), anyUsed), { maxLength: 4 }).map((used) => new Map(used))

export const anyMeasured: fc.Arbitrary<Measured> = fc.record({
  totalUsd: anyFigure,
  calls: anyFigure,
  tokens: fc.option(anyFigure),
  cachedShare: anyShare,
  maxRunUsd: fc.option(anyFigure),
  agents: anyAgents,
})

export const anyHead: fc.Arbitrary<MeasuredHead> = fc
  .tuple(anyMeasured, fc.nat({ max: 40 }), fc.option(fc.array(anyFigure, { maxLength: 12 })))
  .map(([measured, runs, costs]) => ({ ...measured, runs, runCosts: costs && new Map(costs.map((cost, run) => [`run-${run}`, cost])) }))

/** Lognormal around 1. */
const luck = fc.double({ min: -0.4, max: 0.4, noNaN: true }).map(Math.exp)

/** A suite as they are: everything is known, and differs by chance. */
export const likelyMeasured: fc.Arbitrary<MeasuredHead> = fc
  .record({
    calls: luck,
    perCall: luck,
    price: luck,
    share: luck,
    dear: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
    cached: fc.double({ min: 0, max: 0.9, noNaN: true }),
  })
  .map(({ calls, perCall, price, share, dear, cached }) => {
    const [tokens, costUsd] = [calls * perCall * 1e5, calls * perCall * price]
    const part = (size: number): Used => ({ costUsd: costUsd * size, calls: calls * 50, tokens: tokens * size })
    const runCosts = new Map([
      ['dear', costUsd * dear],
      ...Array.from({ length: 9 }, (_, run): [string, number] => [`run-${run}`, (costUsd * (1 - dear)) / 9]),
    ])
    const agents = new Map([
      ['a', part(share / (1 + share))],
      ['b', part(1 / (1 + share))],
    ])
    return { totalUsd: costUsd, calls: calls * 100, tokens, cachedShare: cached, runs: 10, maxRunUsd: costUsd * dear, agents, runCosts }
  })

/** The same with all dollars multiplied. */
export function scale(side: MeasuredHead, factor: number): MeasuredHead {
  return {
    ...side,
    totalUsd: side.totalUsd * factor,
    maxRunUsd: side.maxRunUsd === null ? null : side.maxRunUsd * factor,
    agents: new Map([...side.agents].map(([name, used]) => [name, { ...used, costUsd: used.costUsd * factor }])),
    runCosts: side.runCosts && new Map([...side.runCosts].map(([run, cost]) => [run, cost * factor])),
  }
}

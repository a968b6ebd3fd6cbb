import type { Measured, MeasuredHead } from '../../../src/compare/noise/measured.ts'

/** What looks like chance and is the same each time: a standard deviation of 1, whatever stretch of it is taken. */
const WIGGLE = [0.4, -1.2, 0.9, -0.3, 1.6, -0.8, 0.1, -1.5, 1.1, 0.6, -0.6, -1.0, 1.3, -0.1, 0.7, -1.4, 0.2, 1.0, -0.9, -0.4]

/** So many logarithms around a level. */
export function wiggle(count: number, noise: number, level = 0): number[] {
  return Array.from({ length: count }, (_, index) => level + noise * (WIGGLE[index % WIGGLE.length] ?? 0))
}

/** A record of 12 runs at $0.10 each, 96 calls of 1,000 tokens, two agents alike; what is given is otherwise. */
export function record(totalUsd = 1.2, other: Partial<Measured> = {}): Measured {
  const agents = new Map(['planner', 'writer'].map((name) => [name, { costUsd: totalUsd / 2, calls: 48, tokens: 48_000 }]))
  return { totalUsd, calls: 96, tokens: 96_000, cachedShare: null, maxRunUsd: totalUsd / 10, agents, ...other }
}

export function head(totalUsd: number, other: Partial<MeasuredHead> = {}): MeasuredHead {
  return { ...record(totalUsd), runs: 12, maxRunUsd: null, runCosts: null, ...other }
}

/** Twenty records around $1.20 whose calls, and with them the total, differ by so much. */
export function records(noise: number, count = 20): Measured[] {
  return wiggle(count, noise).map((luck) => {
    const [calls, totalUsd] = [96 * Math.exp(luck), 1.2 * Math.exp(luck)]
    return record(totalUsd, { calls, tokens: calls * 1000, agents: split(calls, calls * 1000, totalUsd) })
  })
}

export function split(calls: number, tokens: number, totalUsd: number): Measured['agents'] {
  return new Map(['planner', 'writer'].map((name) => [name, { costUsd: totalUsd / 2, calls: calls / 2, tokens: tokens / 2 }]))
}

import { describe, expect, it } from 'vitest'
import type { Noise } from '../../../src/generated/types.ts'
import { easeLevel, sayChance, sayUnsure } from '../../../src/judge/noise/words.ts'

const ODD = { run_id: 'run-3', usd: 0.61, usual_usd: 0.12 }
const NOISE: Noise = {
  state: 'pass',
  reason: null,
  records: 20,
  left_out: [],
  noise_percent: 5,
  reach_percent: 31,
  measured_percent: 24,
  proven_percent: 28,
  proven_by: null,
  smallest_provable_percent: 31,
  repetitions: null,
  lowest_usd: 1,
  highest_usd: 1.5,
  newest: null,
  rise: null,
  factors: [],
  odd_runs: [ODD],
}
const say = (noise: Partial<Noise>) => sayChance({ ...NOISE, ...noise })

describe('sayChance', () => {
  it('names the run that makes a growth', () => {
    const noise = { state: 'inconclusive', reason: 'one_run' } as const
    expect(say(noise)).toBe('; one run makes it: it cost $0.61, and the dearest usually costs $0.12')
    expect(say({ ...noise, odd_runs: [] })).toBe('')
  })

  it('says how far chance reaches, whatever runs are dear', () => {
    const noise = { state: 'inconclusive', reason: 'within_noise' } as const
    expect(say(noise)).toBe('; chance alone reaches 31 %')
    expect(say({ ...noise, reach_percent: null })).toBe('')
  })

  it('says what luck hides', () => {
    expect(say({ state: 'hidden' })).toBe('; an increase of 28 % that luck hides is proven')
    expect(say({ state: 'hidden', proven_percent: null })).toBe('')
  })

  it.each(['pass', 'fail', 'unknown'] as const)('has nothing to say of %s', (state) => {
    expect(say({ state })).toBe('')
  })
})

describe('sayUnsure', () => {
  it('says of how many records it is', () => {
    expect(sayUnsure(38.2, 10)).toBe('; chance alone reaches 38 % (10 records)')
  })
})

describe('easeLevel', () => {
  it.each([
    ['error', 'pass', 'notice'],
    ['error', 'warn', 'warning'],
    ['error', 'fail', 'error'],
    ['warning', 'pass', 'notice'],
    ['warning', 'warn', 'warning'],
    ['warning', 'fail', 'warning'],
    ['notice', 'pass', 'notice'],
    ['notice', 'warn', 'notice'],
    ['notice', 'fail', 'notice'],
  ] as const)('makes of %s with on-inconclusive %s: %s', (level, onInconclusive, eased) => {
    expect(easeLevel(level, onInconclusive)).toBe(eased)
  })
})

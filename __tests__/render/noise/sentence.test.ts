import { describe, expect, it } from 'vitest'
import type { Noise } from '../../../src/generated/types.ts'
import { writeNoise } from '../../../src/render/noise/sentence.ts'
import { MARKDOWN, PLAIN } from '../../../src/words/escape.ts'
import { bold } from '../../../src/words/markdown.ts'
import { buildChange } from '../../support/render/changes.ts'
import { buildNoisy, type Measured } from '../../support/render/noise.ts'
import { buildReport } from '../../support/render/report.ts'

type Case = readonly [what: string, noise: Partial<Noise>, measured: Measured, words: string]

const TOKENS = { name: 'tokens_per_call', percent: 31.4, reach_percent: 8.1, sure: true } as const
const PRICE = { name: 'price_per_token', percent: 12, reach_percent: 1.3, sure: true } as const
const FEWER = { name: 'calls', percent: -14.2, reach_percent: 26, sure: false } as const
const odd = (run_id: string | null, usd: number) => ({ run_id, usd, usual_usd: 0.19 })
const unseen = { reach_percent: 18, measured_percent: 24 }

describe('a proven increase', () => {
  const fail = { state: 'fail', reason: null, proven_percent: 29.1, proven_by: 'factors', reach_percent: 38.2 } as const
  it.each<Case>([
    [
      'beyond every record',
      { ...fail, proven_by: 'total', reach_percent: 14.1, highest_usd: 1.31 },
      { after: 1.61 },
      'Not chance: chance reaches +14 %, and none of the last 20 records of the base branch was above $1.31.',
    ],
    [
      'beyond the first record of a level',
      { ...fail, proven_by: 'total', reach_percent: 14.1, level_records: 1, highest_usd: 1.2 },
      { after: 1.61 },
      'Not chance: chance reaches +14 %, and the newest record of the base branch, alone at its level, cost $1.20.',
    ],
    [
      'by two factors',
      { ...fail, factors: [PRICE, TOKENS] },
      {},
      asFactors('+38 %', 'tokens per call rose 31 % (chance: 8 %) and the price per token rose 12 % (chance: 1.3 %)'),
    ],
    [
      'by a factor that one fall takes from',
      { ...fail, factors: [TOKENS, { ...PRICE, percent: -5 }] },
      {},
      asFactors('+38 %', 'tokens per call rose 31 % (chance: 8 %) and the price per token fell 5 % (chance: 1.3 %)'),
    ],
    [
      'by agents',
      { ...fail, proven_by: 'agents' },
      {},
      asFactors('+38 %', 'tokens per call of single agents rose beyond chance (+29 % of the total)'),
    ],
    [
      'by a factor, where the total is beyond chance as well',
      { ...fail, reach_percent: 14, highest_usd: 1.31, factors: [TOKENS] },
      { after: 1.61 },
      'Not chance: chance reaches +14 %, and tokens per call rose 31 % (chance: 8 %).',
    ],
    [
      'by a factor, where a record cost as much as this',
      { ...fail, reach_percent: 14, factors: [TOKENS] },
      {},
      'The total alone could be chance (a record cost $1.52), but tokens per call rose 31 % (chance: 8 %).',
    ],
  ])('%s says why it is not chance', (_, noise, measured, words) => {
    expect(writeNoise(buildNoisy(noise, measured), PLAIN, (text) => text)).toEqual([words])
  })

  it('says nothing of records of an older level where it does not know how many are left', () => {
    const { level_records: _, ...noise } =
      buildNoisy({ ...fail, proven_by: 'total', reach_percent: 14.1, highest_usd: 1.31 }, { after: 1.61 }).noise ?? {}
    const report = { ...buildNoisy({}, { after: 1.61 }), noise: noise as Noise }
    expect(writeNoise(report, PLAIN, (text) => text)).toEqual([
      'Not chance: chance reaches +14 %, and no record of the base branch at its present level was above $1.31.',
    ])
  })
})

describe('an increase that chance may have made', () => {
  it.each<Case>([
    [
      'inside the noise',
      {},
      {},
      '**+24 %: above the limit, inside the noise.** Chance alone reaches +31 % here (20 records of the base branch, $0.98 to $1.52). 3 repetitions would tell. Running the evals again measures anew.',
    ],
    [
      'where no repetition would tell',
      { repetitions: null, level_records: 7 },
      {},
      '**+24 %: above the limit, inside the noise.** Chance alone reaches +31 % here (7 records of the base branch, $0.98 to $1.52). More records of the base branch, or more runs, would help. Running the evals again measures anew.',
    ],
    [
      'where a record cost as much as this',
      unseen,
      {},
      '**+24 %: above the limit, inside the noise.** A record cost $1.52 without this change (20 records of the base branch, $0.98 to $1.52). 3 repetitions would tell. Running the evals again measures anew.',
    ],
    [
      'where only the cache explains it',
      { ...unseen, highest_usd: 1.31 },
      {},
      '**+24 %: above the limit, inside the noise.** The records cannot tell it from chance (20 records of the base branch, $0.98 to $1.31). 3 repetitions would tell. Running the evals again measures anew.',
    ],
    [
      'made by two runs',
      { reason: 'one_run', odd_runs: [odd('mag-1', 0.39), odd(null, 0.29)] },
      { after: 1.692 },
      '**+41 %: 2 runs make it.** <code>mag-1</code> cost $0.39 and a run without a name cost $0.29; the dearest usually costs $0.19. At that cost, +16 %. Run the evals again.',
    ],
    [
      'that is above the limit without its dear run as well',
      { reason: 'one_run', odd_runs: [odd('mag-1', 0.29)] },
      { after: 1.6 },
      '**+33.3 %: one run makes it.** <code>mag-1</code> cost $0.29; the dearest usually costs $0.19. At that cost, +25 %, inside the noise. Run the evals again.',
    ],
    [
      'on fewer runs',
      { reason: 'fewer_runs' },
      { after: 1.08, runs: [12, 8] },
      '**−10 %: a pass would rest on fewer runs.** 8 of 12 runs were measured; per run it is +35 %.',
    ],
    [
      'on fewer cases',
      { reason: 'fewer_runs' },
      { after: 1.08, cases: [buildChange('gift', [1, 1, 1], [0.6, 1, 1]), buildChange('wrap', [0.2, 1, 1], null)] },
      '**−10 %: a pass would rest on fewer cases.** 1 of 2 cases was measured; per case it is +80 %.',
    ],
    ['on less that is not named', { reason: 'fewer_runs' }, { after: 1.08 }, '**−10 %: a pass would rest on fewer runs or cases.**'],
  ])('%s says what is not known', (_, noise, measured, words) => {
    expect(writeNoise(buildNoisy(noise, measured), MARKDOWN, bold)).toEqual([words])
  })

  it('leaves the name of a run as it is where a sentence begins with it', () => {
    const [sentence] = writeNoise(buildNoisy({ reason: 'one_run', odd_runs: [odd('run-07', 0.39)] }), PLAIN, (text) => text)
    expect(sentence).toContain('. run-07 cost $0.39; ')
  })

  it('says of a run without a name that it has none', () => {
    const [sentence] = writeNoise(buildNoisy({ reason: 'one_run', odd_runs: [odd(null, 0.39)] }), PLAIN, (text) => text)
    expect(sentence).toContain('. A run without a name cost $0.39; ')
  })

  it('of more dear runs than are named says nothing of the rest', () => {
    const odd_runs = Array.from({ length: 5 }, (_, index) => odd(`mag-${index}`, 0.3))
    const [sentence] = writeNoise(buildNoisy({ reason: 'one_run', odd_runs }, { after: 1.8 }), PLAIN, (text) => text)
    expect(sentence).not.toContain('At that cost')
  })

  it('is only bounded where calls have no known price', () => {
    const report = buildNoisy()
    const [sentence] = writeNoise({ ...report, head: { ...report.head, unpriced_calls: 1 } }, PLAIN, (text) => text)
    expect(sentence).toMatch(/^at least \+24 %: above the limit, inside the noise\. /)
  })
})

describe('an increase within the limit', () => {
  const hidden = { state: 'hidden', reason: null, proven_percent: 31.4, proven_by: 'factors' } as const
  const pass = { state: 'pass', reason: null, reach_percent: 14.1 } as const
  const small = { after: 1.344 }
  it.each<Case>([
    [
      'that fewer calls hide',
      { ...hidden, factors: [FEWER, TOKENS] },
      small,
      '**+12 %, within the limit, but tokens per call rose 31 %** (chance: 8 %). Fewer calls hide it (−14 %, chance: 26 %).',
    ],
    [
      'that agents prove',
      { ...hidden, proven_by: 'agents', factors: [FEWER] },
      small,
      '**+12 %, within the limit, but more is proven**: tokens per call of single agents rose beyond chance (+31 % of the total). Fewer calls hide it (−14 %, chance: 26 %).',
    ],
    [
      'that a price cut hides',
      { ...hidden, proven_by: 'agents', factors: [TOKENS, { ...PRICE, percent: -36, reach_percent: -1.3 }] },
      small,
      '**+12 %, within the limit, but more is proven**: tokens per call of single agents rose beyond chance (+31 % of the total). A lower price per token hides it (−36 %, chance: 1.3 %).',
    ],
    [
      'that the cache hides',
      { ...hidden, proven_by: 'total' },
      small,
      '**+12 %, within the limit, but +31 % is proven** once prompts are read from the cache as much as usual.',
    ],
    ['inside the noise', pass, { after: 1.284 }, 'Inside the noise (chance reaches +14 %).'],
    ['that is more than chance', { ...pass, reach_percent: 4.2 }, small, 'More than chance (it reaches +4 %), and within the limit.'],
    ['as near to chance as can be told', { ...pass, reach_percent: 12.04 }, small, 'Inside the noise (chance reaches +12.04 %).'],
  ])('%s says so', (_, noise, measured, words) => {
    expect(writeNoise(buildNoisy(noise, measured), MARKDOWN, bold)).toEqual([words])
  })

  it.each([
    ['nothing grew', buildNoisy(pass, { after: 1.1 })],
    ['the noise is not known', buildNoisy({ state: 'unknown', reason: 'few_records', records: 3 })],
    ['there is no baseline', buildReport()],
  ])('says nothing where %s', (_, report) => {
    expect(writeNoise(report, MARKDOWN, bold)).toEqual([])
  })
})

describe('the newest record', () => {
  it.each([
    [1.31, 13.59, '($1.31) it is +13.6 %, within the limit; against the baseline ($1.20) +24 %, above the limit.'],
    [1.1, 20.0001, '($1.10) it is +20.0001 %, above the limit; against the baseline ($1.20) +24 %, above the limit.'],
  ])('of $%d stands beside the baseline', (usd, percent, words) => {
    expect(writeNoise(buildNoisy({ newest: { usd, percent } }), PLAIN, (text) => text)[1]).toBe(`Against the newest record alone ${words}`)
  })
})

function asFactors(reach: string, evidence: string): string {
  return `The total alone could be chance (it reaches ${reach}), but ${evidence}.`
}

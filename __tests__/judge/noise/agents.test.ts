import { describe, expect, it } from 'vitest'
import { policy } from '../../support/judge/builders.ts'
import { judgeAfter, type Run } from '../../support/noise/recorded.ts'

/** Two agents of five runs each that cost so much. */
function pair(planner: number, writer: number): Run[] {
  const runs = (agent: string, total: number) => Array.from({ length: 5 }, () => ({ usd: total / 5, agent }))
  return [...runs('planner', planner), ...runs('writer', writer)]
}

/** The planner wobbles by a quarter, the writer by a percent. */
const RECORDS = [1, 1.3, 0.8, 1.1, 0.75, 1.25, 0.9, 1.2, 0.85, 1].map((planner, index) => pair(planner, 1 + (index % 3) / 100))
const PER_AGENT = policy('regression: { max_increase_percent: 1000, per_agent: { "*": { max_increase_percent: 20 } } }')

async function rulingsOf(head: readonly Run[], yaml = PER_AGENT) {
  const { findings, checks } = await judgeAfter(RECORDS, head, { policy: yaml })
  return Object.fromEntries(
    [...findings, ...checks]
      .filter(({ rule, subject }) => rule === 'max_increase_percent' && subject.kind === 'agent')
      .map((one) => [one.subject.name, 'level' in one ? [one.level, one.message] : [one.outcome]]),
  )
}

describe('the growth of one agent', () => {
  it('is an error where it is more than chance, and a warning where it may be chance', async () => {
    expect(await rulingsOf(pair(1.3, 1.3))).toEqual({
      planner: ['warning', expect.stringMatching(/^planner: .*, limit 20 %; chance alone reaches \d+ % \(10 records\)$/)],
      writer: ['error', expect.stringMatching(/^writer: .*, limit 20 %$/)],
    })
  })

  it('within its limit passes, whatever chance does', async () => {
    expect(await rulingsOf(pair(1, 1.01))).toEqual({ planner: ['passed'], writer: ['passed'] })
  })

  it('is an error by itself where the policy wants that of what may be chance', async () => {
    const strict = policy('regression: { on_inconclusive: fail, per_agent: { planner: { max_increase_percent: 20 } } }')
    expect(await rulingsOf(pair(1.3, 1), strict)).toMatchObject({ planner: ['error', expect.stringContaining('chance alone')] })
  })
})

describe('the rise of the base branch itself', () => {
  const rising = (...totals: readonly number[]) => totals.map((total) => pair(total / 2, total / 2))

  it('is told where no pull request could have grown so much at once', async () => {
    const { noise } = await judgeAfter(rising(1, 1.01, 0.99, 1.1, 1.1, 1.2, 1.2, 1.3, 1.3, 1.3), pair(0.65, 0.65))
    expect(noise?.rise).toMatchObject({ usd: 1, percent: expect.closeTo(30, 5), records: 10, days: 0 })
  })

  it('is not told of fewer than 8 records, nor where it is within the limit', async () => {
    expect((await judgeAfter(rising(1, 1, 1, 1.1, 1.2, 1.3, 1.3), pair(0.65, 0.65))).noise?.rise).toBeNull()
    expect((await judgeAfter(rising(1, 1, 1, 1.1, 1.1, 1.15, 1.15, 1.15), pair(0.6, 0.6))).noise?.rise).toBeNull()
  })
})

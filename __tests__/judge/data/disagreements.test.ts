import { describe, expect, it } from 'vitest'
import type { Disagreement } from '../../../src/generated/types.ts'
import { head, judged, quality } from '../../support/judge/builders.ts'

const DATA = { kind: 'data', name: null }
const disagreement = (run_id: string): Disagreement => ({ run_id, counted_cost_usd: 0.4, summary_cost_usd: 0.5, path: `${run_id}.json` })

describe('sources that contradict each other', () => {
  it.each([
    [1, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50'],
    [3, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50 (the largest difference of 3 runs)'],
    [100, 'run r0: its records add up to $0.40, which was counted, but r0.json says $0.50 (the largest difference of at least 100 runs)'],
  ])('%d runs with contradicting costs are a warning that names the largest difference', (runs, message) => {
    const disagreements = Array.from({ length: runs }, (_, index) => disagreement(`r${index}`))
    expect(judged({ head: head({ quality: quality({ disagreements }) }) }).findings).toMatchObject([
      { level: 'warning', rule: 'source_disagreement', subject: DATA, message },
    ])
  })

  it.each<[told: Partial<Disagreement>, message: string]>([
    [{ run_id: null, scope: 'all' }, 'all records add up to $0.40, which was counted, but r.json says $0.50'],
    [{ run_id: null, scope: 'without_run' }, 'calls without a run add up to $0.40, which was counted, but r.json says $0.50'],
    [
      { counted_tokens: 110, summary_tokens: 9000 },
      'run r: its records add up to 110 tokens, which was counted, but r.json says 9,000 tokens',
    ],
  ])('a contradiction names what was compared: %j', (told, message) => {
    const disagreements = [{ ...disagreement('r'), ...told }]
    expect(judged({ head: head({ quality: quality({ disagreements }) }) }).findings).toMatchObject([{ level: 'warning', message }])
  })

  it('contradictions of one run by two sources are not two runs', () => {
    const disagreements = [disagreement('r'), { ...disagreement('r'), path: 'other.json' }]
    const { findings } = judged({ head: head({ quality: quality({ disagreements }) }) })
    expect(findings[0]?.message).toMatch(/ \(the largest difference of 2 contradictions\)$/)
  })

  it('contradictions of a run and of calls without one are no runs', () => {
    const disagreements = [disagreement('r'), { ...disagreement('other'), run_id: null }]
    expect(judged({ head: head({ quality: quality({ disagreements }) }) }).findings[0]?.message).toMatch(
      / \(the largest difference of 2 contradictions\)$/,
    )
  })
})

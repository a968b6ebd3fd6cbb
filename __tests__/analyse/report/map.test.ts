import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { toCostMap } from '../../../src/analyse/report/map.ts'
import { writeMissing } from '../../../src/render/report/words.ts'
import { hasJq } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example, reportOn } from '../../support/report/reports.ts'

const UNKNOWN = { model: 'house-model', cost_usd: null }
const rows = [
  row({ agent: 'known', cost_usd: 3 }),
  row({ agent: 'part', cost_usd: 2 }),
  row({ agent: 'part', ...UNKNOWN }),
  row({ agent: 'unknown', ...UNKNOWN }),
  row({ agent: null, cost_usd: 1 }),
  row({ agent: '__proto__', cost_usd: 0.5 }),
]
const folder = () => workspace({ [LEDGER]: jsonl(...rows) })

describe('report as a map', () => {
  it('has the cost of each name, and of what has none under an empty one', async () => {
    expect(Object.entries(toCostMap(await reportOn(folder())))).toEqual([
      ['known', 3],
      ['part', 2],
      ['', 1],
      ['__proto__', 0.5],
      ['unknown', null],
    ])
  })

  it.each(EXAMPLES)('%s adds up to the total of the report by every kind of name', async (name) => {
    for (const by of ['agent', 'model', 'customer', 'run', 'day']) {
      const report = await reportOn(example(name), '--by', by)
      const costs = Object.values(toCostMap(report))
      expect(costs).toHaveLength(report.groups.length)
      expect(costs.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBeCloseTo(report.total.cost_usd, 12)
    }
  })

  it.skipIf(!hasJq)('is summed up by the expression of the guides, which leaves out null (skipped without jq)', async () => {
    const sum = (map: object) => execFileSync('jq', ['[.[] | values] | add'], { input: JSON.stringify(map), encoding: 'utf8' }).trim()
    expect(sum(toCostMap(await reportOn(folder())))).toBe('6.5')
    expect(sum(toCostMap(await reportOn(folder(), '--agent', 'nobody')))).toBe('null')
  })

  it('comes with a line for what may make it too low', async () => {
    expect(writeMissing(await reportOn(folder()))).toEqual(['2 calls without a known price are in no amount.'])
    expect(writeMissing(await reportOn(workspace({ [LEDGER]: jsonl(row(), row()) })))).toEqual([])
  })
})

it('by case, what was not tested is a group of its own', async () => {
  const tested = workspace({ [LEDGER]: jsonl(row({ metadata: { case_id: 'refund' } }), row({ cost_usd: 2, metadata: {} })) })
  expect(toCostMap(await reportOn(tested, '--by', 'case'))).toEqual({ '': 2, refund: 0.5 })
})

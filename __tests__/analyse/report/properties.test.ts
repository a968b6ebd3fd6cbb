import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportFigures } from '../../../src/generated/types.ts'
import { Money, money } from '../../../src/usage/money.ts'
import { workspace, writeFiles } from '../../support/read/workspace.ts'
import { BY, reportOn } from '../../support/report/reports.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'
import { rowsOf } from '../../support/summarize/rows.ts'
import { tries } from '../../support/tries.ts'

const by = fc.constantFrom(...BY)
const skipping = ['a.jsonl', '--on-invalid', 'skip']
const toText = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

describe('report by anything', () => {
  it('adds up to the total, to the last digit, and so do the models of each group', async () => {
    const folder = workspace()
    await fc.assert(
      fc.asyncProperty(rowsOf(40), by, async (lines, kind) => {
        writeFiles(folder, { 'a.jsonl': toText(lines) })
        const report = await reportOn(folder, ...skipping, '--by', kind)
        const { total, groups } = report
        expect(findFaults('cost-report', report)).toEqual([])
        expect(sumOf(groups.map((group) => group.cost_usd))).toBe(total.cost_usd)
        for (const figure of ['calls', 'errors', 'input_tokens', 'output_tokens', 'total_tokens'] as const)
          expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(total[figure])
        const unpriced = ({ unpriced_calls }: Pick<ReportFigures, 'unpriced_calls'>) => unpriced_calls ?? 0
        expect(groups.reduce((sum, group) => sum + unpriced(group), 0)).toBe(unpriced(total))
        for (const group of [total, ...groups]) expect(sumOf(group.models.map((use) => use.cost_usd))).toBe(group.cost_usd)
        expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length)
      }),
      tries(80),
    )
  })

  it('is the same whatever the order of the records', async () => {
    const folder = workspace()
    const cases = rowsOf(30).chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })))
    await fc.assert(
      fc.asyncProperty(cases, by, async ([lines, shuffled], kind) => {
        writeFiles(folder, { 'a.jsonl': toText(lines) })
        const before = await reportOn(folder, ...skipping, '--by', kind)
        writeFiles(folder, { 'a.jsonl': toText(shuffled) })
        expect(await reportOn(folder, ...skipping, '--by', kind)).toEqual(before)
      }),
      tries(40),
    )
  })

  it('splits the total between a name and all others', async () => {
    const folder = workspace()
    await fc.assert(
      fc.asyncProperty(rowsOf(30), async (lines) => {
        writeFiles(folder, { 'a.jsonl': toText(lines) })
        const { total, groups } = await reportOn(folder, ...skipping, '--by', 'customer')
        const alone = await Promise.all(groups.map(({ name }) => reportOn(folder, ...skipping, '--customer', name ?? '')))
        expect(sumOf(alone.map((report) => report.total.cost_usd))).toBe(total.cost_usd)
        expect(alone.map((report) => report.total.calls)).toEqual(groups.map(({ calls }) => calls))
      }),
      tries(30),
    )
  })
})

function sumOf(amounts: readonly number[]): number {
  const sum = new Money()
  for (const usd of amounts) sum.plus(money(usd))
  return sum.toNumber()
}

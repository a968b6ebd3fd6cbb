import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/generated/types.ts'
import { casesFolder, type Outcome, runCase } from '../support/scenarios/scenario.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

const names = readdirSync(casesFolder).sort()

describe('a scenario keeps its golden output', () => {
  it.each(names)('%s', async (name) => {
    const folder = join(casesFolder, name)
    const outcome = await runCase(folder)
    await compareWithGolden(outcome, folder)
    // A case that came to end otherwise leaves no golden file behind that nothing is compared with.
    const stale = outcome.kind === 'report' ? ['error.txt'] : ['comment.md', 'report.json']
    expect(readdirSync(folder).filter((file) => stale.includes(file))).toEqual([])
    if (outcome.kind === 'report') expectSoundness(outcome.report, outcome.comment)
  })
})

async function compareWithGolden(outcome: Outcome, folder: string): Promise<void> {
  if (outcome.kind === 'error') {
    expect(outcome.message.split('\n')).not.toContain('')
    await expect(`${outcome.message}\n`).toMatchFileSnapshot(join(folder, 'error.txt'))
    return
  }
  await expect(outcome.comment).toMatchFileSnapshot(join(folder, 'comment.md'))
  await expect(`${JSON.stringify(outcome.report, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'report.json'))
}

/** What holds for every report, whatever the case. */
function expectSoundness(report: Report, comment: string): void {
  expect(findFaults('report', report)).toEqual([])
  expect(findFaults('cost-summary', report.head)).toEqual([])
  expect(comment.length).toBeLessThanOrEqual(65_536)
  expect(report.verdict === 'fail').toBe(report.findings.some(({ level }) => level === 'error'))
  const { comparison, explanation } = report
  if (comparison === null || explanation === null || comparison.total.delta_usd === null) return
  const parts = explanation.drivers.reduce((sum, { delta_usd }) => sum + delta_usd, 0)
  expect(parts).toBeCloseTo(comparison.total.delta_usd, 9)
}

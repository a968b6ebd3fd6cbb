import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { casesFolder, runCase } from '../support/scenarios/scenario.ts'

it.each(readdirSync(casesFolder))('a record blocks nobody, whatever it finds: %s', async (name) => {
  const folder = join(casesFolder, name)
  const [gate, record] = [await runCase(folder, { mode: 'gate' }), await runCase(folder, { mode: 'record' })]
  if (gate.kind === 'error' || record.kind === 'error') {
    expect(record).toEqual(gate)
    return
  }
  expect(record.report.blocked).toBe(false)
  expect(record.report.verdict).toBe(gate.report.verdict)
  expect(record.report.findings).toEqual(gate.report.findings)
  expect(record.comment.split('\n')[0]).toMatch(/^### (?:✅|⚠️|🟡) (?:Not recorded|Recorded): LLM cost/u)
  expect(record.comment).not.toContain('This PR')
})

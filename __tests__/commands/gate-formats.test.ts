import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerIn } from '../support/commands/answers.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'

const folder = () => workspace({ [LEDGER]: jsonl(row({ cost_usd: 2 })), 'baseline.json': { total_cost_usd: 1 } })
const GATE = ['gate', '--baseline', 'baseline.json']
const FORMATS = [
  ['text', /^FAIL {2}/],
  ['markdown', /^<!-- |^#/],
  ['json', /^\{\n {2}"schema_version": 1/],
  ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /],
  ['sarif', /^\{\n {2}"\$schema": "https:/],
] as const

describe.each(FORMATS)('gate --format %s', (format, begins) => {
  it('is printed, and the exit code is that of the verdict', async () => {
    const { code, out, errors } = await answerIn(folder(), ...GATE, '--format', format)
    expect([code, errors]).toEqual([1, ''])
    expect(out).toMatch(begins)
  })

  it('goes to the file that --output names, and the text is printed', async () => {
    const cwd = folder()
    const { code, out } = await answerIn(cwd, ...GATE, '--format', format, '-o', 'out/file')
    expect(code).toBe(1)
    expect(out).toMatch(/^FAIL {2}/)
    expect(readFileSync(join(cwd, 'out/file'), 'utf8')).toMatch(begins)
  })
})

it('the text says how to get a baseline where there is none, and no program is told', async () => {
  const cwd = workspace({ [LEDGER]: jsonl(row()) })
  const advice =
    'To get a baseline, run this on the base branch, then name it with --baseline:\n  llm-cost-gate summarize --history baseline.json --output baseline.json\n'
  expect((await answerIn(cwd, 'gate')).out.endsWith(`\n\n${advice}`)).toBe(true)
  for (const [format] of FORMATS.slice(1))
    expect((await answerIn(cwd, 'gate', '--format', format)).out).not.toContain('To get a baseline, run')
  expect((await answerIn(folder(), ...GATE)).out).not.toContain('To get a baseline')
  const command = advice.slice(advice.indexOf('summarize'))
  expect((await answerIn(cwd, ...command.trim().split(' '))).code).toBe(0)
  expect((await answerIn(cwd, ...GATE)).out).toMatch(/^PASS {2}/)
})

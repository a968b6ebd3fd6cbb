import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/generated/types.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { gate, gateFiles } from '../../../src/terminal/commands/gate.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'
import { jsonl, LEDGER, row, summarizeFiles, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example, savingsOn } from '../../support/savings.ts'

const SECTION = 'What could have cost less (upper bounds)'
const gateOn = (folder: string, ...words: string[]): Promise<Report> => gateFiles(parseFlags(gate, words, folder))
const comment = (report: Report, maxLength = 65_000) => renderComment(report, { maxLength })

describe('savings in the gate', () => {
  it.each(EXAMPLES)('are those of the command, in one folded section: %s', async (name) => {
    const report = await gateOn(example(name), '--savings')
    const { tool: _, prices, ...found } = report.savings ?? { tool: null, prices: null }
    const { tool: __, prices: like, ...expected } = await savingsOn(example(name))
    expect(found).toEqual(expected)
    expect(prices?.as_of).toBe(like.as_of)
    expect(comment(report).split(`<summary>${SECTION}</summary>`)).toHaveLength(2)
  })

  it('are left out where nobody asked, and change no finding where somebody does', async () => {
    const without = await gateOn(example('pr-regression'), '--baseline', '../baseline_summary.json')
    const asked = await gateOn(example('pr-regression'), '--baseline', '../baseline_summary.json', '--savings')
    expect(without.savings).toBeNull()
    expect(comment(without)).not.toContain(SECTION)
    const { verdict, findings, checks, comparison } = without
    expect(asked).toMatchObject({ verdict, findings, checks, comparison })
  })

  it('are known from the sums alone where a job merges legs', async () => {
    const leg = await summarizeFiles({ [LEDGER]: jsonl(row()) })
    const { savings } = await gateOn(workspace({ 'leg.json': leg }), '--savings', '--usage-path', 'leg.json')
    expect(savings).toMatchObject({ total_cost_usd: 0.5, repeats: null, escalations: null })
  })

  it('go before anything else does where a comment grows too long', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => row({ step: `step-${index}-${'x'.repeat(200)}`, run_id: `run-${index}` }))
    const report = await gateOn(workspace({ [LEDGER]: jsonl(...rows) }), '--savings')
    for (const length of [65_000, 20_000, 8000, 3000]) expect(comment(report, length).length).toBeLessThanOrEqual(length)
    expect(comment(report, 3000)).not.toContain(SECTION)
  })

  it('take the alternatives that are named', async () => {
    const folder = workspace({ [LEDGER]: jsonl(row()), 'mine.yaml': 'nonsense: true\n' })
    await expect(gateOn(folder, '--savings', '--alternatives', 'mine.yaml')).rejects.toThrow(/mine\.yaml/)
    await expect(gateOn(folder, '--savings', '--alternatives', 'none.yaml')).rejects.toThrow(/^none\.yaml: does not exist/)
    expect((await gateOn(folder, '--alternatives', 'mine.yaml')).savings).toBeNull()
  })
})

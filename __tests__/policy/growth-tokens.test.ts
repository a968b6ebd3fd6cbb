import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeJson } from '../../src/files/write.ts'
import { gateFiles } from '../../src/terminal/commands/gate.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../support/read/workspace.ts'

/** Gates a run of four steps at half the price and with `times` as many calls. */
async function gateCalls(times: number, policy: string) {
  const steps = [1, 2, 3, 4].map((step) => ({ step: `s${step}`, input_tokens: 1000 * step, output_tokens: 100 + 70 * (step % 3) }))
  const rows = (price: number, count: number) =>
    Array.from({ length: count }, (_, run) =>
      steps.map((step) => row({ ...step, run_id: `r${run}`, cost_usd: (step.input_tokens * 2 + step.output_tokens * 8) * 1e-6 * price })),
    ).flat()
  const folder = workspace({ [LEDGER]: jsonl(...rows(0.5, times)), 'policy.yaml': policy })
  await writeJson(join(folder, 'baseline.json'), await summarizeFolder(workspace({ [LEDGER]: jsonl(...rows(1, 2)) })))
  const inputs = { 'baseline-path': 'baseline.json', 'policy-path': 'policy.yaml' }
  const { findings, checks, verdict } = await gateFiles({ files: [], inputs, cwd: folder })
  const tokens = [...findings, ...checks].filter(({ rule }) => rule.includes('tokens'))
  return { verdict, tokens: tokens.map((ruling) => [ruling.rule, 'level' in ruling ? ruling.level : ruling.outcome]) }
}

describe('more tokens at half the price', () => {
  const SILENT = 'regression: { min_increase_usd: 0 }\n'
  it('are a warning without any limit on tokens', async () => {
    expect(await gateCalls(4, SILENT)).toEqual({ verdict: 'warn', tokens: [['tokens_increase', 'warning']] })
    expect(await gateCalls(2, SILENT)).toEqual({ verdict: 'pass', tokens: [] })
  })

  it('break a limit of the policy, which takes the place of the warning', async () => {
    const limit = (percent: number) => `regression: { max_increase_tokens_percent: ${percent} }\n`
    expect(await gateCalls(4, limit(99))).toEqual({ verdict: 'fail', tokens: [['max_increase_tokens_percent', 'error']] })
    expect(await gateCalls(4, limit(100))).toEqual({ verdict: 'pass', tokens: [['max_increase_tokens_percent', 'passed']] })
  })
})

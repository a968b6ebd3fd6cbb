import { describe, expect, it } from 'vitest'
import { keep } from '../support/e2e/checkout.ts'
import { readOutput } from '../support/e2e/lab.ts'
import type { StepResult } from '../support/e2e/runner/runner.ts'
import { lab, stage } from '../support/e2e/stage.ts'
import { withoutOwnLinks } from '../support/render/own-links.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

stage()

const names = [
  '::set-output name=verdict::pass',
  '\n::error file=a.ts,line=1::pwned',
  '\r##[set-env name=PATH;]/evil',
  'x%0A::add-mask::a',
  '::stop-commands::x',
  '<!-- llm-cost-gate:default -->\n### ✅ LLM cost -99 %',
  '](https://evil.example) <img src=x onerror=alert(1)> @octocat',
  '__proto__',
  'ghadelimiter_x\nverdict<<E\npass\nE',
  '\u001b[2J\u202epass\u0000',
]
const hostileRows = names.map((name, index) => {
  const next = (by: number) => names[(index + by) % names.length]
  return { model: name, run_id: next(1), step: next(2), agent: next(3), metadata: { customer_id: next(4) } }
})

/** Commands of every kind, against those that the product has a reason to send: one mask, and the annotations. */
function expectOwnCommands(result: StepResult, annotations: number): void {
  expect(result.commands.map(({ command }) => command).filter((command) => command === 'add-mask')).toHaveLength(1)
  expect(result.commands).toHaveLength(1 + annotations)
}

describe('names of a fork', () => {
  it('are shown, and neither obeyed nor rendered', async () => {
    await lab.spend(...hostileRows)
    await lab.write(
      'policy.yaml',
      'policies: [{ name: "::error::x", limits: { "*": { max_cost_per_run_usd: 0.1, max_cost_per_day_usd: 0.1 } } }]\n',
    )
    const result = await lab.run({ 'policy-path': 'policy.yaml' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(JSON.parse(result.outputs.get('findings') ?? '')).toHaveLength(1 + 2 * names.length)
    // At most 8 of a level.
    expectOwnCommands(result, 8)
    const [comment = ''] = lab.comments()
    expect(withoutOwnLinks(comment)).not.toMatch(/<img|\]\(https|@octocat|<!--/)
    expect(comment.match(/^#/gm)).toHaveLength(1)
    expect(findFaults('report', await readOutput(result, 'report-path'))).toEqual([])
    const agents = Object.keys((await readOutput(result, 'summary-path')).agent_stats)
    expect(agents.sort()).toEqual([...names].sort())
  })

  it('pass as they would without', async () => {
    await lab.spend(...hostileRows.map((row) => ({ ...row, cost_usd: 0.01 })))
    const result = await lab.run()
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('verdict')).toBe('pass')
    expectOwnCommands(result, 0)
  })

  it('are no commands in the words of a problem either', async () => {
    await lab.spend(...names.map((name) => ({ input_tokens: name })))
    const result = await lab.run()
    expect(result.exitCode).toBe(2)
    expectOwnCommands(result, 1)
    expect(lab.comments()[0]).not.toMatch(/<img|\]\(https|@octocat|<!--/)
  })

  it.each([
    ['policy', 'catalog/policies/cost_governance.yaml', '"::error::x\\n::error::y": 1\n'],
    ['baseline', 'baseline.json', '{ "total_cost_usd": "x\\n::error::y" }'],
  ])('are no commands in a %s that cannot be read', async (_, path, content) => {
    await lab.spend({})
    await keep(lab, path, content)
    const result = await lab.run()
    expect(result.exitCode).toBe(2)
    expectOwnCommands(result, 1)
  })
})

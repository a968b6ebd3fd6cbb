import { describe, expect, it } from 'vitest'
import { openEdit } from '../support/e2e/checkout.ts'
import { POLICY, QUIET } from '../support/e2e/edits.ts'
import { readOutput } from '../support/e2e/lab.ts'
import { onPull } from '../support/e2e/occasions.ts'
import { lab, stage } from '../support/e2e/stage.ts'

stage()

const DAY_MS = 86_400_000
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const limit = (expires: string) =>
  `policies:\n  - name: budget\n    subject: model\n    expires: ${expires}\n    limits: { "*": { max_total_cost_usd: 0.5 } }\n`
/** Sets the clock of a process, before anything of it runs. */
const ahead = (ms: number) =>
  `--import data:text/javascript,${encodeURIComponent(`const now = Date.now.bind(Date); Date.now = () => now() + ${ms}`)}`

describe('a runner with a wrong clock', () => {
  it.each([
    ['ahead of', 3 * DAY_MS, 1, 1],
    ['behind', -3 * DAY_MS, -1, 0],
  ] as const)('%s that of GitHub judges by the day of GitHub, and is told', async (side, aheadMs, lastDay, code) => {
    const now = Date.now()
    const pull = await openEdit(lab, { [POLICY]: limit(day(now + lastDay * DAY_MS)) }, { 'agent.py': 'x' })
    await lab.spend({ cost_usd: 0.7 })
    const step = onPull(lab.github.state, pull)
    const inputs = { ...QUIET, 'baseline-path': '', 'on-missing-baseline': 'pass' }
    const result = await lab.run(inputs, { ...step, env: { ...step.env, NODE_OPTIONS: ahead(aheadMs) } })
    const { findings, created_at } = await readOutput(result, 'report-path')
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'max_total_cost_usd')).toHaveLength(code)
    expect(Math.abs(Date.parse(created_at) - now)).toBeLessThan(DAY_MS)
    expect(result.exitCode).toBe(code)
    const notices = result.commands.filter(({ command }) => command === 'notice')
    expect(
      notices.map(({ message }) => message).filter((text) => text.includes(`The clock of this machine is 4320 minutes ${side} GitHub's`)),
    ).toHaveLength(1)
  })
})

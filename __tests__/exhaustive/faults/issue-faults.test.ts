import { describe, expect, it } from 'vitest'
import { explainRefusal } from '../../../src/github/api/refusal.ts'
import { type FaultName, faults } from '../../support/e2e/sweep/faults.ts'
import { CREATE_ISSUE, keep, LIST_ISSUES, later, shown, UPDATE_ISSUE } from '../../support/github/stage/tickets.ts'
import { github, stageComment } from '../../support/github/stage/upserts.ts'

stageComment()

describe('a fault at the issue', () => {
  const names = Object.keys(faults) as FaultName[]

  it.each(
    [LIST_ISSUES, CREATE_ISSUE, UPDATE_ISSUE].flatMap((route) => names.map((fault) => ({ route, fault }))),
  )('$fault at $route is one line or nothing, and the next report leaves one issue that is right', async ({ route, fault }) => {
    if (route === UPDATE_ISSUE) await keep({ body: 'old', stamp: { run: 9000, attempt: 1 } })
    github.requests.length = 0
    github.faults.set(route, faults[fault]())
    const reason = await keep().then(() => '', explainRefusal)
    expect(reason).toMatch(/^.{0,330}$/)
    // What passes is waited out.
    if (/, once$/.test(fault) || fault === 'slowness') expect(reason).toBe('')
    expect(github.requests.length).toBeLessThanOrEqual(20)
    github.faults.clear()
    await keep(later(9002))
    expect(shown()).toEqual(['open: Too dear.'])
  }, 120_000)
})

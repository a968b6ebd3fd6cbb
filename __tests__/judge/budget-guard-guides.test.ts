import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BudgetGuard } from '../../src/judge/budget-guard.ts'
import { spend } from '../support/judge/budgets.ts'

/** The guides' guard and monitor in Python, on decimals: on doubles, 0.1 + 0.2 would pass a budget of 0.3. */
const GUIDES = `
import json, sys
from decimal import Decimal
class BudgetGuard:
    def __init__(self, limit): self.limit, self.current = limit, Decimal(0)
    def check_and_update(self, cost):
        projected = self.current + cost
        if projected > self.limit: raise RuntimeError(f"Budget exceeded: \${projected:.2f} > \${self.limit:.2f}")
        self.current += cost
answers = []
for limit, costs in json.load(sys.stdin):
    guard, alerts, answer = BudgetGuard(Decimal(limit) / 100), 0, 'ok'
    try:
        for cost in costs:
            guard.check_and_update(Decimal(cost) / 100)
            if guard.current > 1: alerts += 1
    except RuntimeError as error: answer = str(error)
    answers.append([answer, alerts])
print(json.dumps(answers))
`

const python = (() => {
  try {
    return execFileSync('python3', ['--version'], { stdio: 'pipe' }) && 'python3'
  } catch {
    return null
  }
})()

it.skipIf(python === null)("answers like the guides' own guard (skipped where there is no Python)", () => {
  const cents = fc.integer({ min: 0, max: 300 })
  const cases = fc.sample(fc.tuple(cents, fc.array(cents, { maxLength: 8 })), { numRuns: 500, seed: 7 })
  const theirs = JSON.parse(execFileSync('python3', ['-c', GUIDES], { input: JSON.stringify(cases), encoding: 'utf8' }))
  const ours = cases.map(([limit, costs]) => {
    let alerts = 0
    const guard = new BudgetGuard({ maxCostUsd: limit / 100, onAlert: () => alerts++ })
    const answer = spend(
      guard,
      costs.map((cost) => cost / 100),
    )
    return [answer, alerts]
  })
  expect(ours).toEqual(theirs)
  expect(new Set(ours.map(([answer]) => answer)).size).toBeGreaterThan(100)
})

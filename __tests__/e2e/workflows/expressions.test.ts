import { describe, expect, it } from 'vitest'
import { fill, holds } from '../../support/e2e/runner/expressions.ts'

const contexts = {
  github: { event: { pull_request: { number: 7 } }, run_id: 9001 },
  needs: { measure: { result: 'failure' } },
  secrets: {},
  steps: { sum: { outputs: { 'summary-path': '/home/runner/cost-summary.json' } } },
}

/** The expression as it stands in a workflow. */
function brace(expression: string): string {
  return ['$', '{{ ', expression, ' }}'].join('')
}

describe('an expression in a workflow', () => {
  it.each([
    ['github.event.pull_request.number || github.run_id', '7'],
    ['github.event.issue.number || github.run_id', '9001'],
    ['steps.sum.outputs.summary-path', '/home/runner/cost-summary.json'],
    ['steps.sum.outputs.verdict', ''],
    ['secrets.OPENAI_API_KEY', ''],
  ])('%s is filled in as "%s"', (expression, value) => {
    expect(fill(`before ${brace(expression)} after`, contexts)).toBe(`before ${value} after`)
  })

  it.each([
    ['always()', true],
    ["needs.measure.result != 'success'", true],
    ["needs.measure.result == 'success'", false],
  ])('%s as a condition is %s', (expression, expected) => {
    expect([expression, brace(expression)].map((condition) => holds(condition, contexts))).toEqual([expected, expected])
  })

  it.each([
    'matrix.suite',
    'needs.other.result',
    'steps.gate.outputs.verdict',
    'hashFiles(github.run_id)',
    "!contains('a', 'b')",
    'github.actor',
  ])('%s, which nobody plays here, is an error', (expression) => {
    expect(() => fill(brace(expression), contexts)).toThrow()
  })
})

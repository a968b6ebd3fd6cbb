import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { PolicyFile } from '../../src/generated/types.ts'
import type { Judgement } from '../../src/judge/judge.ts'
import { head, judged, policy } from '../support/judge/builders.ts'
import { type Case, cases, judgeCase, loosenEach, policyFiles, withoutEach } from '../support/judge/policy-arbitraries.ts'
import { tries } from '../support/tries.ts'

const VERDICTS = ['pass', 'warn', 'fail']
/** A file without any limit is an error of its own. */
const NEVER = { name: 'never', totals: { max_unpriced_calls: 1e12 } }

function judgeBy(file: PolicyFile, usage: Case): Judgement {
  // Lines of their own: what the baseline broke is found by its line.
  const rules = policy(stringify({ ...file, policies: [...(file.policies ?? []), NEVER] }, { aliasDuplicateObjects: false }))
  return judgeCase(rules, usage)
}

/** How bad it is: 0 passes, 2 fails; and how many errors there are, as most random policies fail anyway. */
function badness(file: PolicyFile, usage: Case): { verdict: number; errors: number } {
  const { verdict, findings } = judgeBy(file, usage)
  return { verdict: VERDICTS.indexOf(verdict), errors: findings.filter(({ level }) => level === 'error').length }
}

function expectNoWorse(looser: PolicyFile, stricter: PolicyFile, usage: Case): void {
  const [less, more] = [badness(looser, usage), badness(stricter, usage)]
  expect(less.verdict).toBeLessThanOrEqual(more.verdict)
  expect(less.errors).toBeLessThanOrEqual(more.errors)
}

describe('a verdict', () => {
  it('is never improved by another rule', () => {
    fc.assert(
      fc.property(policyFiles, cases, fc.nat(1000), (file, usage, place) => {
        const fewer = withoutEach(file)
        // Too few records to know chance: of more models and agents it moves one further, so that less is proven of each.
        const known = { ...usage, history: usage.history.slice(0, 7) }
        expectNoWorse(fewer[place % fewer.length] ?? file, file, known)
      }),
      tries(600),
    )
  }, 120_000)

  it('is never worsened by a looser limit', () => {
    fc.assert(
      fc.property(policyFiles, cases, fc.nat(1000), fc.constantFrom(1, 2, 7), (file, usage, place, by) => {
        const looser = loosenEach(file, by)
        expectNoWorse(looser[place % looser.length] ?? file, file, usage)
      }),
      tries(1200),
    )
  }, 120_000)

  it('is each of the three now and then, by rules of every kind, so that the properties above say something', () => {
    const samples = fc.sample(fc.tuple(policyFiles, cases), { numRuns: 400, seed: 7 }).map((one) => judgeBy(...one))
    for (const verdict of VERDICTS) expect(samples.filter((one) => one.verdict === verdict).length).toBeGreaterThan(20)
    const findings = samples.flatMap((one) => one.findings)
    for (const rule of ['min_success_rate', 'required_steps', 'max_error_rate', 'denylist', 'max_mcp_error_rate', 'max_total_cost_usd'])
      expect(findings.filter((one) => one.rule === rule && one.level === 'error').length).toBeGreaterThan(10)
    for (const kind of ['total', 'model', 'agent', 'step'])
      expect(findings.filter((one) => one.rule === 'max_increase_percent' && one.subject.kind === kind).length).toBeGreaterThan(10)
    for (const rule of ['creep', 'max_increase_tokens_percent', 'min_success_rate_drop', 'max_projected_cost_per_month_usd'])
      expect([rule, findings.some((one) => one.rule === rule)]).toEqual([rule, true])
    expect(findings.filter((one) => one.message.includes('chance alone')).length).toBeGreaterThan(5)
    expect(findings.filter((one) => one.eased === 'existing').length).toBeGreaterThan(20)
  })

  it('names the lines of limits in names that reach a prototype', () => {
    const rules = policy('policies: [{ name: g, subject: step, limits: { __proto__: { max_total_cost_usd: 1 } } }]')
    const step_stats = JSON.parse(
      '{"__proto__": {"calls": 1, "errors": 0, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2, "cost_usd": 2}}',
    )
    expect(judged({ policy: rules, head: head({ step_stats }) }).findings).toMatchObject([{ subject: { name: '__proto__' } }])
  })
})

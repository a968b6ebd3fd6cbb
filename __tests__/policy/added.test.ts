import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Finding, PolicyFile } from '../../src/generated/types.ts'
import type { Judgement } from '../../src/judge/judge.ts'
import { readPolicies } from '../../src/policy/read-all.ts'
import { type Case, cases, judgeCase, policyFiles } from '../support/judge/policy-arbitraries.ts'
import { tries } from '../support/tries.ts'

/** A file without any limit is an error of its own. */
const NEVER = { name: 'never', totals: { max_unpriced_calls: 1e12 } }
const level = fc.constantFrom('error' as const, 'warning' as const, 'notice' as const)

/** A policy that says, beside its limits, how bad things are. */
const mild: fc.Arbitrary<PolicyFile> = fc
  .tuple(policyFiles, fc.record({ flow_level: level, level, approvable: fc.boolean() }))
  .map(([{ policies = [], regression, ...file }, { flow_level, level, approvable }]) => ({
    ...file,
    flow_level,
    regression: { max_increase_percent: 1_000_000, ...regression, level },
    policies: policies.map((group) => ({ ...group, approvable })),
  }))

function judgeBy(base: PolicyFile, added: PolicyFile | null, usage: Case): Judgement {
  const text = (file: PolicyFile) => stringify({ ...file, policies: [...(file.policies ?? []), NEVER] }, { aliasDuplicateObjects: false })
  const sources = [
    { file: 'base.yaml', text: text(base), addsOnly: false },
    ...(added === null ? [] : [{ file: 'added.yaml', text: text(added), addsOnly: true }]),
  ]
  return judgeCase(readPolicies(sources), usage)
}

/** Without the notice of what no budget saw: it is said once, of the budgets of all files. */
const write = (findings: readonly Finding[]) =>
  findings.flatMap((finding) => (finding.rule === 'outside_budgets' ? [] : JSON.stringify(finding))).sort()

describe('a policy that only adds limits', () => {
  it('takes nothing back of what the others find, whatever stands in it', () => {
    fc.assert(
      fc.property(mild, mild, cases, (base, added, usage) => {
        const [without, together] = [judgeBy(base, null, usage), judgeBy(base, added, usage)]
        const own = together.findings.filter(({ policy }) => policy?.path === 'added.yaml')
        expect(write(together.findings.filter((finding) => !own.includes(finding)))).toEqual(write(without.findings))
      }),
      tries(1000),
    )
  }, 120_000)

  it('often finds something itself, so that this says something', () => {
    const samples = fc.sample(fc.tuple(mild, mild, cases), { numRuns: 200, seed: 7 })
    const found = samples.filter(([base, added, usage]) =>
      judgeBy(base, added, usage).findings.some(({ policy }) => policy?.path === 'added.yaml'),
    )
    expect(found.length).toBeGreaterThan(100)
  })
})

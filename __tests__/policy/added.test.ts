import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { DecidingFile, Finding, PolicyFile } from '../../src/generated/types.ts'
import type { Judgement } from '../../src/judge/judge.ts'
import { addedPolicies, findAdded, isNew } from '../../src/policy/added.ts'
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

describe('a file that the base does not have', () => {
  type Told = Pick<DecidingFile, 'origin' | 'change'>
  const fromBase: Told = { origin: 'base', change: 'unchanged' }
  const brought: Told = { origin: 'pull-request', change: 'added' }
  const mended: Told = { origin: 'pull-request', change: 'changed' }
  const written: Told = { origin: 'workspace', change: 'added' }
  const local: Told = { origin: 'workspace', change: 'unchanged' }
  const policies = (...files: Told[]): DecidingFile[] =>
    files.map((file, index) => ({ kind: 'policy', path: `${index}.yaml`, commit: null, ...file }))
  const added = (...files: Told[]) => addedPolicies(policies(...files)).map(({ path }) => path)

  it('is new where the pull request adds it, and only then', () => {
    expect([fromBase, brought, mended, written, local].map(isNew)).toEqual([false, true, false, false, false])
  })

  it('is found by kind and path', () => {
    const [policy, other] = policies(brought, written)
    if (policy === undefined || other === undefined) throw new Error('there are two')
    const baseline: DecidingFile = { ...policy, kind: 'baseline' }
    const files = [baseline, policy, other]
    expect(findAdded(files, 'policy', '0.yaml')).toBe(policy)
    expect(findAdded(files, 'policy', '1.yaml')).toBe(other)
    expect(findAdded(files, 'baseline', '0.yaml')).toBe(baseline)
    expect(findAdded(files, 'baseline', '1.yaml')).toBeNull()
    expect(findAdded([{ ...policy, change: 'changed' }], 'policy', '0.yaml')).toBeNull()
  })

  it.each<[string, Told[], string[]]>([
    ['one that the pull request brings', [brought], ['0.yaml']],
    ['one that it brings beside another of the base', [fromBase, brought], ['1.yaml']],
    ['none that it changes', [mended], []],
    // Alone it is the policy of the job.
    ['none that a step wrote alone', [written], []],
    ['one that a step wrote beside another', [fromBase, written], ['1.yaml']],
    ['one that a step wrote beside one that the pull request changes', [mended, written], ['1.yaml']],
    ['none that lies in the folder unchanged', [fromBase, local], []],
    ['what the pull request brings, beside what a step wrote alone', [brought, written], ['0.yaml']],
  ])('only adds limits: %s', (_what, files, expected) => {
    expect(added(...files)).toEqual(expected)
  })

  it('of another kind is no policy', () => {
    const [policy] = policies(written)
    if (policy === undefined) throw new Error('there is one')
    const baseline: DecidingFile = { ...policy, kind: 'baseline', origin: 'base', change: 'unchanged' }
    expect(addedPolicies([baseline, policy, { ...policy, kind: 'baseline', origin: 'pull-request' }])).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { gateFiles } from '../../../src/terminal/commands/gate.ts'
import { policies, summaries } from '../../support/judge/framework-arbitraries.ts'
import { type GatePolicy, type GateSummary, listGateErrors } from '../../support/judge/framework-gate.ts'
import { workspace } from '../../support/read/workspace.ts'
import { tries } from '../../support/tries.ts'

interface Case {
  readonly summary: GateSummary
  /** YAML. */
  readonly policy: string
  /** How many the framework's own gate finds. */
  readonly errors: number
}

const lines = readFileSync(join(import.meta.dirname, '../../fixtures/framework/flow-gate.jsonl'), 'utf8')
  .trim()
  .split('\n')
const cases = lines.map((line, place): readonly [place: number, judged: Case] => [place + 1, JSON.parse(line)])

/** Verdict and errors of a gate that is given nothing else. */
async function gate(summary: object, policy: string) {
  const cwd = workspace({ 'summary.json': summary, 'policy.yaml': policy })
  const report = await gateFiles({ files: ['summary.json'], inputs: { 'policy-path': 'policy.yaml' }, cwd })
  return { report, errors: report.findings.filter(({ level }) => level === 'error') }
}

it.each(cases)('case %i, which the framework has judged, comes to as many errors here', async (_place, {
  summary,
  policy,
  errors: wanted,
}) => {
  const { report, errors } = await gate(summary, policy)
  expect(errors.map(({ message }) => message)).toHaveLength(wanted)
  expect(report.verdict === 'fail').toBe(wanted > 0)
  expect(listGateErrors(summary, parse(policy))).toHaveLength(wanted)
})

it('any summary and policy come to as many errors as by the rules of the framework, and so does our own summary of it', async () => {
  await fc.assert(
    fc.asyncProperty(summaries, policies, async (summary: GateSummary, policy: GatePolicy) => {
      const wanted = listGateErrors(summary, policy)
      const text = stringify(policy)
      const { report, errors } = await gate(summary, text)
      expect(errors.map(({ message }) => message)).toHaveLength(wanted.length)
      expect(report.verdict === 'fail').toBe(wanted.length > 0)
      const again = await gate(report.head, text)
      expect(again.errors).toEqual(errors)
    }),
    tries(800),
  )
})

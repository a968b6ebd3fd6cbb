import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPolicy } from '../../../src/policy/read.ts'
import { gateFiles } from '../../../src/terminal/commands/gate.ts'

const root = join(import.meta.dirname, '../../..')
const file = 'catalog/policies/flow_governance.yaml'
const text = readFileSync(join(root, file), 'utf8')

describe(file, () => {
  it('sets every key of flow governance, and no other', () => {
    const { properties } = JSON.parse(readFileSync(join(root, 'schemas/policy.schema.json'), 'utf8'))
    const flow = ['min_runs', 'min_success_rate', 'max_avg_latency_ms', 'required_steps', 'per_step', 'mcp', 'models']
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(flow))
    expect(Object.keys(parse(text)).sort()).toEqual(flow.sort())
    expect(readPolicy(file, text).rules).toEqual([])
  })

  it('tells editors its schema', () => {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/policy.schema.json')
  })

  it.each([
    ["the framework's raw files", '.runs/flow-20260102/*'],
    ["the framework's flow summary", 'flow_summary.json'],
  ])('judges %s the same', async (_, usage) => {
    const { findings, verdict } = await gateFiles({
      files: [usage],
      cwd: join(root, '__tests__/fixtures/agdd'),
      inputs: {
        'policy-path': join(root, file),
        'on-missing-baseline': 'pass',
      },
    })
    expect(verdict).toBe('fail')
    const errors = findings.filter(({ level }) => level === 'error')
    expect(errors.map(({ rule, subject, actual, limit }) => [rule, subject.name, actual, limit])).toEqual([
      ['max_error_rate', 'finalize', 1, 0.1],
      ['max_mcp_error_rate', null, 0.25, 0.05],
    ])
  })

  it.each([
    ['main', []],
    ['pr-small', []],
    ['pr-regression', [['denylist', 'o1-preview']]],
  ])('judges the models and the number of runs of the example %s, whose agents are no flow', async (name, expected) => {
    const { findings, checks } = await gateFiles({
      files: [],
      cwd: join(root, 'examples', name),
      inputs: { 'policy-path': join(root, file), 'on-missing-baseline': 'pass' },
    })
    const own = findings.filter(({ policy }) => policy !== null)
    expect(own.map(({ rule, subject }) => [rule, subject.name])).toEqual(expected)
    const rules = (outcome: string) => checks.filter((check) => check.policy !== null && check.outcome === outcome).map(({ rule }) => rule)
    expect(rules('passed')).toEqual(expect.arrayContaining(['min_runs', 'denylist']))
    expect(rules('unmatched')).toEqual(
      expect.arrayContaining(['min_success_rate', 'max_avg_latency_ms', 'max_mcp_error_rate', 'allowlist']),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import type { PolicyFile } from '../../src/generated/types.ts'
import validatePolicy from '../../src/generated/validate/policy.js'
import { readYaml } from '../../src/text/yaml.ts'

const POLICY = `# limits
policies:
  - name: agents
    limits:
      "offer*":
        max_cost_per_run_usd: 2
  - name: models
    limits: {o1: {require_approval: true}}
regression:
  max_increase_percent: 20
`

const alias = '* begins an alias, and aliases are not allowed: write'

function refuse(text: string): InputError {
  try {
    readYaml('policy.yaml', text, validatePolicy)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('a YAML file', () => {
  const { data, lineOf } = readYaml<PolicyFile>('policy.yaml', POLICY, validatePolicy)

  it('is read as data', () => {
    expect(data.policies?.[0]?.limits).toEqual({ 'offer*': { max_cost_per_run_usd: 2 } })
    expect(data.regression?.max_increase_percent).toBe(20)
  })

  it.each([
    [[], 2],
    [['policies'], 2],
    [['policies', 0], 3],
    [['policies', 0, 'limits', 'offer*'], 5],
    [['policies', 0, 'limits', 'offer*', 'max_cost_per_run_usd'], 6],
    [['policies', 1, 'limits', 'o1', 'require_approval'], 8],
    [['regression', 'max_increase_percent'], 10],
    [['regression', 'absent'], 9],
    [['policies', 7, 'name'], 2],
    [['regression', 'max_increase_percent', 'deeper'], 10],
  ])('knows the line of %j', (path, line) => {
    expect(lineOf(path)).toBe(line)
  })

  it('keeps names that other languages reserve as plain data', () => {
    const read = readYaml<PolicyFile>(
      'policy.yaml',
      'policies: [{name: x, limits: {__proto__: {max_cost_per_run_usd: 1}}}]',
      validatePolicy,
    )
    const limits = read.data.policies?.[0]?.limits ?? {}
    expect(Object.getPrototypeOf(limits)).toBe(Object.prototype)
    expect(Object.keys(limits)).toEqual(['__proto__'])
  })

  it.each([
    ['empty', '', 'policy.yaml: is empty'],
    ['comments alone', '# nothing\n', 'policy.yaml: is empty'],
    ['a duplicate key', 'regression: {}\nregression: {}', 'policy.yaml:2: "regression" stands here twice'],
    ['a second document', 'policies: []\n---\npolicies: []', 'policy.yaml:2: a second document starts here: keep one per file'],
    ['an alias', 'policies:\n  - &a {name: x}\n  - *a', 'policy.yaml:2: anchors are not allowed: write the value out'],
    ['a name that begins with *', 'models:\n  denylist: [*-preview]', `policy.yaml:2: ${alias} "*-preview" in quotes, or the value out`],
    [
      'a * as a name',
      'regression:\n  per_model:\n    *: { max_increase_percent: 50 }',
      `policy.yaml:3: ${alias} "*" in quotes, or the value out`,
    ],
    ['a * alone', 'models: { allowlist: [*, a] }', `policy.yaml:1: ${alias} "*" in quotes, or the value out`],
    ['a duplicate key in other quotes', 'regression:\n  a: 1\n  "a": 2', 'policy.yaml:3: "a" stands here twice'],
    ['an anchor alone', 'policies: &a []', 'policy.yaml:1: anchors are not allowed: write the value out'],
    ['a merge key', 'policies:\n  - name: x\n    <<: {subject: agent}', 'policy.yaml:3: $.policies[0]: unknown key "<<"'],
    ['a tag', 'policies: !secret []', 'policy.yaml:1: Unresolved tag: !secret'],
    ['a key that is no text', '? [a]\n: 1', 'policy.yaml:1: keys must be text'],
    ['a tab', 'regression:\n\tmax_increase_percent: 1', 'policy.yaml:2: Tabs are not allowed as indentation'],
    ['endless nesting', '['.repeat(100_000), 'policy.yaml:1: is nested too deeply'],
    ['a list', '- 1', 'policy.yaml:1: must be an object, got [1]'],
    [
      'not a number',
      'regression:\n  max_increase_percent: .nan',
      'policy.yaml:2: $.regression.max_increase_percent: must be a number, got NaN',
    ],
    [
      'infinity',
      'regression: {max_increase_percent: .inf}',
      'policy.yaml:1: $.regression.max_increase_percent: must be a number, got Infinity',
    ],
    [
      'yes for true',
      'policies: [{name: x, limits: {m: {require_approval: yes}}}]',
      'policy.yaml:1: $.policies[0].limits.m.require_approval: must be true or false, got "yes"',
    ],
  ])('%s is refused', (_what, text, message) => {
    expect(refuse(text).message).toBe(message)
  })

  it('tells all its problems at once, from top to bottom', () => {
    const error = refuse('regresion: {}\npolicies:\n  - nam: x\n    limits:\n      "a b":\n        max_cost_per_rum_usd: 1\n      0: 5')
    expect([error.message, ...error.details]).toEqual([
      'policy.yaml:1: unknown key "regresion", did you mean "regression"?',
      'policy.yaml:3: $.policies[0].name: is missing',
      'policy.yaml:3: $.policies[0]: unknown key "nam", did you mean "name"?',
      'policy.yaml:6: $.policies[0].limits["a b"]: unknown key "max_cost_per_rum_usd", did you mean "max_cost_per_run_usd"?',
      'policy.yaml:7: $.policies[0].limits["0"]: must be an object, got 5',
    ])
  })

  it('does not list thousands of them', () => {
    const error = refuse(Array.from({ length: 1000 }, (_, number) => `key${number}: 1`).join('\n'))
    expect(error.details).toHaveLength(21)
    expect(error.details.at(-1)).toBe('and more')
  })
})

import { describe, expect, it } from 'vitest'
import { agent, head, judged, model, policy } from '../../support/judge/builders.ts'

const usage = head({
  model_stats: {
    'gpt-4o': model({ '2026-11-03': 10 }),
    'gpt-4o-mini': model({ '2026-11-03': 10 }),
    'o1-preview': model({ '2026-11-03': 10 }),
    constructor: model({ '2026-11-03': 10 }),
    ...JSON.parse(`{"__proto__": ${JSON.stringify(model({ '2026-11-03': 10 }))}}`),
  },
})

function limitsOf(...groups: Record<string, number>[]): Record<string, number[]> {
  const yaml = groups.map((group, index) => {
    const lines = Object.entries(group).map(([name, limit]) => `      ${JSON.stringify(name)}: { max_daily_spend_usd: ${limit} }\n`)
    return `  - name: g${index}\n    limits:\n${lines.join('')}`
  })
  const { checks } = judged({ policy: policy(`policies:\n${yaml.join('')}`), head: usage })
  const limits = new Map<string, number[]>()
  for (const { rule, outcome, subject, limit } of checks) {
    const name = subject.name ?? ''
    if (rule === 'max_daily_spend_usd' && outcome === 'passed') limits.set(name, [...(limits.get(name) ?? []), limit ?? Number.NaN])
  }
  return Object.fromEntries([...limits].map(([name, values]) => [name, values.sort((a, b) => a - b)]))
}

const entries = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))

describe('which limit decides', () => {
  it.each([
    ['an exact name is that name alone', [{ 'gpt-4o': 11 }], { 'gpt-4o': [11] }],
    ['a glob limits each name it matches', [{ 'gpt-*': 11 }], { 'gpt-4o': [11], 'gpt-4o-mini': [11] }],
    ['? is one character', [{ 'gpt-4?': 11 }], { 'gpt-4o': [11] }],
    ['case counts', [{ 'GPT-*': 11 }], {}],
    ['a dot is a dot', [{ 'gpt.4o': 11, 'gpt.*': 12 }], {}],
    ['an exact name beats a glob, in any order', [{ 'gpt-4o': 12, 'gpt-4o*': 11 }], { 'gpt-4o': [12], 'gpt-4o-mini': [11] }],
    [
      'more literal characters beat fewer',
      [{ 'gpt-4o-*': 12, 'gpt-*': 11, '*': 13, 'gpt-4o': 14, 'o1*': 15, '*o*': 16 }],
      {
        'gpt-4o': [14],
        'gpt-4o-mini': [12],
        'o1-preview': [15],
        constructor: [16],
        ['__proto__']: [16],
      },
    ],
    ['among equals the later line decides', [{ 'gpt-*': 11, '*t-4o': 12 }], { 'gpt-4o': [12], 'gpt-4o-mini': [11] }],
    ['among equals the later line decides, the other way round', [{ '*t-4o': 12, 'gpt-*': 11 }], { 'gpt-4o': [11], 'gpt-4o-mini': [11] }],
    ['groups are independent, and all apply', [{ 'gpt-4o': 12 }, { 'gpt-*': 11 }], { 'gpt-4o': [11, 12], 'gpt-4o-mini': [11] }],
    [
      'names of properties of every object are names',
      [JSON.parse('{"__proto__": 11, "constructor": 12}')],
      JSON.parse('{"__proto__": [11], "constructor": [12]}'),
    ],
    ['they match nothing else', [{ toString: 11, valueOf: 12, hasOwnProperty: 13 }], {}],
  ])('%s', (_what, groups, expected) => {
    expect(entries(limitsOf(...groups))).toEqual(entries(expected))
  })

  it('is settled for each limit by itself: a name that does not set it leaves it to the glob', () => {
    const rules = policy(
      'policies: [{ name: g, limits: { a: { max_cost_per_run_usd: 5 }, "*": { max_cost_per_run_usd: 1, max_cost_per_day_usd: 1 } } }]',
    )
    const { findings } = judged({
      policy: rules,
      head: head({ agent_stats: { a: agent({ r: 2 }, { daily_cost_usd: { '2026-11-03': 2 } }) } }),
    })
    expect(findings.map(({ rule }) => rule)).toEqual(['max_cost_per_day_usd'])
  })

  it('a name can be freed from a glob that requires approval', () => {
    const rules = policy('policies: [{ name: g, limits: { "o1*": { require_approval: true }, o1-preview: { require_approval: false } } }]')
    const { verdict, checks } = judged({ policy: rules, head: usage })
    expect(verdict).toBe('pass')
    expect(checks.filter(({ rule }) => rule === 'require_approval')).toMatchObject([
      { outcome: 'unmatched', subject: { kind: 'model', name: 'o1*' }, message: 'o1*: every model it matches has a more specific limit' },
    ])
  })

  it('a limit that matches nothing is an unmatched check, never a passed one', () => {
    const rules = policy('policies: [{ name: g, limits: { gpt-5: { max_daily_spend_usd: 1 }, "claude*": { require_approval: true } } }]')
    expect(judged({ policy: rules, head: usage }).checks.filter(({ outcome }) => outcome === 'unmatched')).toMatchObject([
      {
        rule: 'max_daily_spend_usd',
        subject: { kind: 'model', name: 'gpt-5' },
        message: 'gpt-5: no such model was used',
        limit: 1,
        actual: null,
      },
      { rule: 'require_approval', subject: { kind: 'model', name: 'claude*' }, message: 'claude*: no such model was used' },
    ])
  })
})

describe('a name that no usage has', () => {
  const findingsOf = (name: string) =>
    judged({ policy: policy(`policies: [{ name: g, limits: { ${name}: { max_daily_spend_usd: 1 } } }]`), head: usage }).findings

  it('is a notice where it reads like a slip of the pen', () => {
    expect(findingsOf('o1-previw')).toMatchObject([
      { level: 'notice', message: 'o1-previw: no such model was used, did you mean o1-preview?', actual: null, limit: null, unit: null },
    ])
  })

  it.each(['gpt-4.1', 'claude-3-haiku', 'x'])('is no finding where it may well be another model: %s', (name) => {
    expect(findingsOf(name)).toEqual([])
  })
})

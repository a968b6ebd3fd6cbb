import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aim } from '../../../src/judge/subjects/aim.ts'
import type { TargetedRule } from '../../../src/policy/rule.ts'
import { tries } from '../../support/tries.ts'

type Said = Pick<TargetedRule, 'pattern' | 'group'> & { readonly key: 'max_cost_per_day_usd' | 'max_total_cost_usd' }

function rule({ pattern, group, key }: Said): TargetedRule {
  const policy = { path: 'policy.yaml', line: 1, name: null }
  return { kind: 'agent', pattern, group, key, limit: 1, level: 'error', approvable: false, policy }
}

/** What the docs say, word by word: a rule decides about a name that it matches, unless another of its group and key is more specific. */
function decided(rules: readonly TargetedRule[], name: string): readonly TargetedRule[] {
  const matches = ({ pattern }: TargetedRule) =>
    new RegExp(
      `^${pattern
        .replace(/[.$^|()[\]{}+\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
      'su',
    ).test(name)
  const weigh = ({ pattern }: TargetedRule) => (/[*?]/.test(pattern) ? pattern.replace(/[*?]/g, '').length : 1e9)
  return rules.filter((own, order) => {
    const beats = (other: TargetedRule, place: number) =>
      other.group === own.group && other.key === own.key && (weigh(other) > weigh(own) || (weigh(other) === weigh(own) && place > order))
    return matches(own) && !rules.some((other, place) => beats(other, place) && matches(other))
  })
}

function isMatched(own: TargetedRule, names: readonly string[]): boolean {
  return names.some((name) => decided([own], name).length > 0)
}

const unit = fc.constantFrom('a', 'b', '-', '.', '😀')
const names = fc.uniqueArray(fc.oneof(fc.string({ unit, maxLength: 5 }), fc.constantFrom('__proto__', 'constructor', 'a-1', 'a-2')), {
  maxLength: 12,
})
const pattern = fc.oneof(
  fc.string({ unit, maxLength: 4 }),
  fc.string({ unit: fc.oneof(unit, fc.constantFrom('*', '?')), maxLength: 5 }),
  fc.constantFrom('*', '__proto__', 'constructor', 'a-*', '*-1', 'a*1', '?-?'),
)
const rules = fc.array(
  fc
    .record({
      pattern,
      group: fc.constantFrom('one', 'two', '__proto__'),
      key: fc.constantFrom('max_cost_per_day_usd' as const, 'max_total_cost_usd' as const),
    })
    .map(rule),
  { maxLength: 12 },
)

describe('which names a rule decides about', () => {
  it('is what trying every rule against every name says', () => {
    fc.assert(
      fc.property(rules, names, (all, given) => {
        expect(aim(all, given)).toEqual(
          all.map((own) => {
            const mine = given.filter((name) => decided(all, name).includes(own))
            return { rule: own, names: mine, overridden: mine.length === 0 && isMatched(own, given) }
          }),
        )
      }),
      tries(3000),
    )
  })

  it('of rules that are as specific as each other is the later one', () => {
    const [first, second] = ['a', 'a'].map((text) => rule({ pattern: text, group: 'g', key: 'max_total_cost_usd' }))
    if (first === undefined || second === undefined) throw new Error('there are two')
    expect(aim([first, second], ['a'])).toEqual([
      { rule: first, names: [], overridden: true },
      { rule: second, names: ['a'], overridden: false },
    ])
  })
})

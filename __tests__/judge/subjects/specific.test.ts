import { describe, expect, it } from 'vitest'
import { aim } from '../../../src/judge/subjects/aim.ts'
import { Spellings } from '../../../src/judge/subjects/spellings.ts'
import type { TargetedRule } from '../../../src/policy/rule.ts'

function rules(...patterns: readonly string[]): TargetedRule[] {
  return patterns.map((pattern, index) => {
    const policy = { path: 'policy.yaml', line: index + 1, name: null }
    return { kind: 'model', key: 'max_total_cost_usd', group: 'g', pattern, limit: 1, level: 'error', approvable: false, policy }
  })
}

/** Which patterns decide about one name, and whether each of the others meant it. */
function decided(patterns: readonly string[], name: string): { by: number[]; overridden: number[] } {
  const targets = aim(rules(...patterns), [name])
  const places = (is: (target: (typeof targets)[number]) => boolean) => targets.flatMap((target, place) => (is(target) ? [place] : []))
  return { by: places(({ names }) => names.length > 0), overridden: places(({ overridden }) => overridden) }
}

describe('of several spellings of a model decides', () => {
  it.each<[string, string[], string, number, number[]]>([
    ['that of its snapshot', ['gpt-4o', 'GPT-4o-2024-08-06'], 'openai/gpt-4o-2024-08-06', 1, [0]],
    [
      'that of its snapshot, though another one names the provider',
      ['openai/gpt-4o', 'GPT-4o-2024-08-06'],
      'openai/gpt-4o-2024-08-06',
      1,
      [0],
    ],
    ['the one that names the provider', ['openai/GPT-4o', 'gpt-4o'], 'openai/gpt-4o-2024-08-06', 0, [1]],
    ['the one that names both providers', ['openai/gpt-4o', 'openrouter/openai/GPT-4o', 'gpt-4o'], 'openrouter/openai/gpt-4o', 1, [0, 2]],
    [
      'the one that leaves the provider open where the name does',
      ['gpt-4o', 'openrouter/openai/gpt-4o', 'openai/gpt-4o'],
      'GPT-4o',
      0,
      [1, 2],
    ],
    ['the one that guesses fewer providers', ['openrouter/openai/gpt-4o', 'openai/gpt-4o'], 'GPT-4o', 1, [0]],
    ['the one that guesses fewer providers, in the other order', ['openai/gpt-4o', 'openrouter/openai/gpt-4o'], 'GPT-4o', 0, [1]],
    ['the later of two that guess as many', ['openai/gpt-4o', 'azure/gpt-4o'], 'GPT-4o', 1, [0]],
    ['the later of two that guess as many, in the other order', ['azure/gpt-4o', 'openai/gpt-4o'], 'GPT-4o', 1, [0]],
    ['the later of three, the first and last of which are alike', ['azure/gpt-4o', 'openai/gpt-4o', 'azure/GPT-4o'], 'Gpt-4o', 2, [0, 1]],
    ['the later of two that differ in case', ['gpt-4o', 'GPT-4o'], 'openai/gpt-4o', 1, [0]],
    ['the name as it stands', ['GPT-4o', 'gpt-4o', 'openai/gpt-4o'], 'gpt-4o', 1, [0, 2]],
    ['a glob where no spelling means the name', ['gpt-4o', '*gpt-4o*'], 'GPT-gpt-4o', 1, []],
    ['a spelling before a glob', ['gpt-4o', '*4o*'], 'GPT-4o', 0, [1]],
  ])('%s', (_, patterns, name, by, overridden) => {
    expect(decided(patterns, name)).toEqual({ by: [by], overridden })
  })
})

it('of rules about the same agent the last one decides, and overrides the others', () => {
  const agents = rules('a', 'a', 'b', 'a').map((rule): TargetedRule => ({ ...rule, kind: 'agent', key: 'max_total_cost_usd', limit: 1 }))
  expect(aim(agents, ['a', 'A']).map(({ names, overridden }) => [names, overridden])).toEqual([
    [[], true],
    [[], true],
    [[], false],
    [['a'], false],
  ])
})

describe('a rule that decides about some of the names that it matches', () => {
  it('is not overridden', () => {
    const targets = aim(rules('gpt-*', 'gpt-4o'), ['gpt-4o', 'gpt-5'])
    expect(targets.map(({ names, overridden }) => [names, overridden])).toEqual([
      [['gpt-5'], false],
      [['gpt-4o'], false],
    ])
  })

  it('is not overridden where it matches none', () => {
    expect(aim(rules('claude*', 'gpt-4o'), ['gpt-4o']).map(({ overridden }) => overridden)).toEqual([false, false])
    expect(aim(rules('claude', 'o1'), ['gpt-4o']).map(({ overridden }) => overridden)).toEqual([false, false])
  })
})

describe('the spellings that mean one name', () => {
  it('are found by themselves, the most specific first', () => {
    const spellings = new Spellings()
    for (const [order, pattern] of ['gpt-4o', 'o1', 'openai/gpt-4o', 'GPT-4o'].entries()) spellings.add(pattern, order)
    expect(spellings.find('openai/gpt-4o-2024-08-06').map(({ orders }) => orders)).toEqual([[2], [0, 3]])
    expect(spellings.find('claude')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { listMatching, listNamed, type Naming } from '../../../src/judge/subjects/named.ts'

const model = (pattern: string, exact?: boolean): Naming => ({ kind: 'model', pattern, ...(exact !== undefined && { exact }) })
const agent = (pattern: string): Naming => ({ kind: 'agent', pattern })

describe('names that some rule names', () => {
  it.each<[string, Naming[], string[], string[]]>([
    ['as they stand', [agent('planner')], ['planner', 'writer'], ['planner']],
    ['models by another spelling', [model('gpt-4o')], ['openai/gpt-4o-2024-08-06', 'o1'], ['openai/gpt-4o-2024-08-06']],
    ['models by another spelling, beside rules that have none', [agent('x'), model('gpt-4o')], ['GPT-4o'], ['GPT-4o']],
    ['models that are exact by no other spelling', [model('gpt-4o', true)], ['GPT-4o', 'gpt-4o'], ['gpt-4o']],
    ['models that are not exact by another spelling', [model('gpt-4o', false)], ['GPT-4o'], ['GPT-4o']],
    ['agents by no other spelling', [agent('gpt-4o')], ['GPT-4o'], []],
    ['nobody by a glob', [model('gpt-*')], ['gpt-4o', 'openai/gpt-*'], []],
    ['nobody without rules', [], ['planner'], []],
  ])('%s', (_, rules, used, names) => {
    expect([...listNamed(rules, used)]).toEqual(names)
  })
})

describe('rules that match a used name', () => {
  it.each<[string, Naming[], string[], string[]]>([
    ['the name itself', [agent('planner'), agent('writer')], ['planner'], ['planner']],
    ['a glob that one of many names matches', [agent('pla*'), agent('x*')], ['writer', 'planner'], ['pla*']],
    ['each spelling of a model', [model('gpt-4o'), model('GPT-4o'), model('o1')], ['openai/gpt-4o'], ['gpt-4o', 'GPT-4o']],
    ['none where nothing is used', [agent('planner'), agent('*')], [], []],
  ])('%s', (_, rules, used, patterns) => {
    expect([...listMatching(rules, used)].map(({ pattern }) => pattern)).toEqual(patterns)
  })
})

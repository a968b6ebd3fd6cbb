import { describe, expect, it } from 'vitest'
import { findMisspelt } from '../../../src/judge/subjects/misspelt.ts'

const find = (pattern: string, used: readonly string[], others: readonly string[] = []) =>
  findMisspelt(
    [pattern, ...others].map((written) => ({ kind: 'agent' as const, pattern: written })),
    used,
  )(pattern)

describe('a name that a limit may have meant', () => {
  it.each<[string, string, string[], string | null]>([
    ['one letter differs', 'reviwer', ['planner', 'reviewer'], 'reviewer'],
    ['of four letters one differs', 'plan', ['plam'], 'plam'],
    ['of three letters one differs', 'bot', ['bat'], null],
    ['the second of those with these digits', 'agent-2x', ['other-2', 'agnet-2x'], 'agnet-2x'],
    ['another number', 'model-4', ['model-5'], null],
    ['a pattern', 'revi*wer', ['reviewer'], null],
    ['nothing is alike', 'reviewer', ['planner'], null],
    ['nothing is used', 'reviewer', [], null],
  ])('%s', (_what, pattern, used, meant) => {
    expect(find(pattern, used)).toBe(meant)
  })

  it('is looked for until 100,000 were compared', () => {
    const far = Array.from({ length: 999 }, (_, index) => `far-from-alike-${'x'.repeat(index % 30)}`)
    const used = [...far, 'reviewer', 'planner1']
    const findUsed = findMisspelt([{ kind: 'agent', pattern: 'reviwer' }], used)
    // A thousand names without digits each time, and one with that digit.
    const found = Array.from({ length: 100 }, () => findUsed('reviwer'))
    expect(found.every((name) => name === 'reviewer')).toBe(true)
    expect(findUsed('planer1')).toBe('planner1')
    expect(findUsed('planer1')).toBeNull()
    // What is alike but for a date or its case takes no comparison.
    expect(findUsed('Reviewer')).toBe('reviewer')
  })

  it('is none that has a limit of its own', () => {
    expect(find('reviwer', ['reviewer'], ['reviewer'])).toBeNull()
    expect(find('reviwer', ['reviewer', 'reviwers'], ['reviewer'])).toBe('reviwers')
  })
})

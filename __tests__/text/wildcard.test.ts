import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesWildcard, specificity } from '../../src/text/wildcard.ts'
import { tries } from '../support/tries.ts'

describe('a pattern matches a name', () => {
  it.each([
    ['gpt-4o', 'gpt-4o', true],
    ['gpt-4o', 'gpt-4o-mini', false],
    ['gpt-4o', 'GPT-4o', false],
    ['gpt-4o*', 'gpt-4o', true],
    ['gpt-4o*', 'gpt-4o-mini', true],
    ['*', '', true],
    ['*', 'anything/at all', true],
    ['', '', true],
    ['', 'a', false],
    ['?', '', false],
    ['?', 'a', true],
    ['?', '😀', true],
    ['??', 'a', false],
    ['*a*b', 'xaxbxab', true],
    ['*a*b', 'xaxbxa', false],
    ['a*b*c', 'abbc', true],
    ['a**c', 'abc', true],
    ['a*?', 'a', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['{a,b}', '{a,b}', true],
    ['\\*', 'x', false],
  ])('%j and %j: %s', (pattern, name, matches) => {
    expect(matchesWildcard(pattern, name)).toBe(matches)
  })

  it('exactly as the regular expression that says the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    fc.assert(
      fc.property(text, name, (pattern, given) => {
        const same = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        expect(matchesWildcard(pattern, given)).toBe(same.test(given))
      }),
      tries(2000),
    )
  })

  it('within moments, however hostile both are', () => {
    expect(matchesWildcard(`${'*a'.repeat(256)}b`, 'a'.repeat(512))).toBe(false)
  })
})

describe('specificity', () => {
  it('grows with literal characters, and an exact name beats every pattern', () => {
    const patterns = ['*', '?', 'gpt-*', 'gpt-4o-*', 'gpt-4o-2024-*', 'gpt-4o']
    expect(patterns.map(specificity)).toEqual([0, 0, 4, 7, 12, Number.POSITIVE_INFINITY])
  })
})

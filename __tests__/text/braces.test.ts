import { describe, expect, it } from 'vitest'
import { expandBraces } from '../../src/text/braces.ts'

describe('braces', () => {
  it.each([
    ['a.json', ['a.json']],
    ['{a,b}.json', ['a.json', 'b.json']],
    ['{,*/,*/*/}x', ['x', '*/x', '*/*/x']],
    ['{a,b}{1,2}', ['a1', 'a2', 'b1', 'b2']],
    ['x{a,b{1,2}}', ['xa', 'xb1', 'xb2']],
    ['{a,a}', ['a']],
    ['{}x', ['x']],
  ])('of %s', (pattern, expected) => {
    expect(expandBraces(pattern).sort()).toEqual([...expected].sort())
  })

  it.each(['{a', 'a}', 'a}b{c', '{a,{b}'])('without a partner are wrong: %s', (pattern) => {
    expect(() => expandBraces(pattern)).toThrow(`the pattern "${pattern}" has a brace without its partner. Write it as {a,b}`)
  })

  it('that stand for a million patterns are refused at once', () => {
    expect(() => expandBraces('{a,b}'.repeat(20))).toThrow(/stands for more than 256\./)
  })
})

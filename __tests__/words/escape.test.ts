import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, plain, text } from '../../src/words/escape.ts'
import { HOSTILE } from '../support/render/hostile.ts'

/** Inline code as `code` writes it: letters, digits, spaces, dashes, entities, and characters beyond ASCII that can be seen. */
const CODE = /<code>((?:[A-Za-z0-9 -]|&#\d{2,3};(?:<wbr>)?|[^\p{ASCII}\p{C}\p{Z}\p{Default_Ignorable_Code_Point}])+)<\/code>/gu
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const names = fc.string({ unit: 'binary', maxLength: 200 })

describe('code', () => {
  it.each(HOSTILE)('a name that %s is nothing but code', (_, name) => {
    expect(code(name).replace(CODE, '')).toBe('')
  })

  it('makes any name nothing but code', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(code(name).replace(CODE, '')).toBe('')
      }),
    )
  })

  it('shows what can be seen as it was', () => {
    const seen = fc.string({
      unit: fc.constantFrom(...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))),
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(seen, (name) => {
        expect(decode(code(name))).toBe(name)
      }),
    )
  })

  it.each([
    ['gpt-4o', '<code>gpt-4o</code>'],
    ['a|b', '<code>a&#124;b</code>'],
    ['モデル', '<code>モデル</code>'],
    ['a@b.example', '<code>a&#64;<wbr>b&#46;example</code>'],
    ['', '<code>&#40;no name&#41;</code>'],
    [' a  b ', '<code>␣a ␣b␣</code>'],
  ])('writes %j as %s', (name, written) => {
    expect(code(name)).toBe(written)
  })
})

describe('plain', () => {
  it.each(HOSTILE)('a name that %s is one visible line of at most 80 characters', (_, name) => {
    expect(plain(name)).not.toMatch(UNSEEN)
    expect(Array.from(plain(name)).length).toBeLessThanOrEqual(80)
    expect(plain(name).trim()).not.toBe('')
  })

  it.each([
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(79)}…`],
    ['😀'.repeat(80), '😀'.repeat(80)],
    ['😀'.repeat(81), `${'😀'.repeat(79)}…`],
    ['a\nb', 'a\uFFFDb'],
  ])('cuts %j to whole characters', (name, written) => {
    expect(plain(name)).toBe(written)
  })
})

describe('text', () => {
  it.each(HOSTILE)('a message with a name that %s holds only words and code', (_, name) => {
    expect(rest(text(`${name} cost $0.20, limit $0.10 per run`))).toMatch(WORDS)
  })

  it('makes any message words and code', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(rest(text(`the first: ${name}`))).toMatch(WORDS)
      }),
    )
  })

  it.each([
    ['78 calls found', '78 calls found'],
    ['see costs.jsonl:3', 'see <code>costs&#46;jsonl&#58;3</code>'],
    ['limit $0.20, that is 20 % more', 'limit $0.20, that is 20 % more'],
    ['got {"a": 1}', 'got <code>&#123;&#34;a&#34;&#58; 1&#125;</code>'],
    ['fixes GH-12', 'fixes <code>GH-12</code>'],
    ['must be "fail" or "skip"', 'must be &#34;fail&#34; or &#34;skip&#34;'],
  ])('writes %j as %s', (message, written) => {
    expect(text(message)).toBe(written)
  })
})

/** What may stand outside code: words, small numbers and their punctuation. */
const WORDS = /^(?:[A-Za-z0-9 $%.,;:?()+−–—→’-]|&#(?:33|34|39);)*$/

function rest(written: string): string {
  return written.replace(CODE, '')
}

function decode(written: string): string {
  return written.replace(/<\/?(?:code|wbr)>/g, '').replace(/&#(\d+);/g, (_, unit) => String.fromCharCode(Number(unit)))
}

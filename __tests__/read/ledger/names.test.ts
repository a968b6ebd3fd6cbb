import { describe, expect, it } from 'vitest'
import { Cursor } from '../../../src/read/ledger/cursor.ts'
import { Names, skipText } from '../../../src/read/ledger/names.ts'

function cursorAt(text: string | Buffer): Cursor {
  const cursor = new Cursor()
  cursor.bytes = Buffer.from(text)
  cursor.view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.bytes.length)
  cursor.stop = cursor.bytes.length
  return cursor
}

describe('Names', () => {
  it('reads more names than it remembers', () => {
    const names = new Names()
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 20_000; index++) expect(names.read(cursorAt(`run-${index}"`))).toBe(`run-${index}`)
  })

  it('stops at the closing quote', () => {
    const cursor = cursorAt('plan", "agent": "a"')
    expect(new Names().read(cursor)).toBe('plan')
    expect(cursor.at).toBe(4)
  })

  it.each([
    ['the empty name', '', ''],
    ['512 characters', 'n'.repeat(512), 'n'.repeat(512)],
    ['a name that an object knows', '__proto__', '__proto__'],
    ['513 characters', 'n'.repeat(513), null],
    ['an escape', 'a\\n', null],
    ['a brace', 'a{', null],
    ['what is no ASCII', 'é', null],
    ['a control character', 'a\u0001', null],
    ['DEL', 'a\u007f', null],
  ])('%s', (_, text, name) => {
    expect(new Names().read(cursorAt(`${text}"`))).toBe(name)
    expect(skipText(cursorAt(`${text}"`))).toBe(name !== null || text.length > 512)
  })

  it('refuses a name without an end', () => {
    expect(new Names().read(cursorAt('plan'))).toBeNull()
    expect(skipText(cursorAt('plan'))).toBe(false)
  })
})

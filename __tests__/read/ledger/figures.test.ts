import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Cursor } from '../../../src/read/ledger/cursor.ts'
import { REFUSED, readCount, readNumber } from '../../../src/read/ledger/figures.ts'
import { tries } from '../../support/tries.ts'

/** What a reader makes of a text that a comma follows; null where it does not reach the comma. */
function read(reader: (cursor: Cursor) => number, text: string): number | null {
  const cursor = new Cursor()
  cursor.bytes = Buffer.from(`${text},`)
  cursor.stop = cursor.bytes.length
  const value = reader(cursor)
  return value !== REFUSED && cursor.take(44) ? value : null
}

describe('readNumber', () => {
  it('reads what JSON.parse reads, to the last bit', () => {
    const number = fc.oneof(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 99 })).map(([digits, power]) => `${digits}e-${power}`),
      fc.tuple(fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 18n })).map(([whole, fraction]) => `${whole}.${fraction}`),
      fc.nat({ max: 10_000_000 }).map((picos) => String(picos / 1e10)),
    )
    let accepted = 0
    const property = fc.property(number, (text) => {
      const value = read(readNumber, text)
      if (value === null) return
      accepted += 1
      expect(value).toBe(JSON.parse(text))
    })
    fc.assert(property, tries(20_000))
    expect(accepted).toBeGreaterThan((3 * tries(20_000).numRuns) / 4)
  })

  it.each([
    '',
    '.',
    '-',
    '01',
    '00.5',
    '1.',
    '.5',
    '1.e-5',
    '1e',
    '1e-',
    '1e--5',
    '1e-005',
    '+1',
    '-1',
    '1.2.3',
    'Infinity',
    '0x10',
    '1_0',
  ])('refuses %j', (text) => {
    expect(read(readNumber, text)).toBeNull()
  })

  it.each([
    ['0', 0],
    ['0.0', 0],
    ['1.5e-05', 0.000015],
    ['1E-7', 1e-7],
    ['9007199254740993', 9007199254740992],
    ['0.30000000000000004', 0.30000000000000004],
  ])('reads %s', (text, value) => {
    expect(read(readNumber, text)).toBe(value)
  })
})

describe('readCount', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['999999999999', 999_999_999_999],
  ])('reads %s', (text, value) => {
    expect(read(readCount, text)).toBe(value)
  })

  it.each(['', '00', '01', '1000000000000', '-1', '1.0', '1e3', 'x'])('refuses %j', (text) => {
    expect(read(readCount, text)).toBeNull()
  })
})

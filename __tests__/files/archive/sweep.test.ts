import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLIENT_ARCHIVES, LIMITS, readTexts, tryTexts } from '../../support/archive/archives.ts'
import { makeZip, type ZipEntry } from '../../support/archive/zip.ts'
import { tries } from '../../support/tries.ts'

describe('whatever the bytes', () => {
  const samples: readonly (readonly [string, Buffer])[] = [
    ['deflated', CLIENT_ARCHIVES.deflated],
    ['stored', CLIENT_ARCHIVES.stored],
    [
      'without descriptors',
      makeZip(
        [
          { name: 'a.json', content: '{"a":1}' },
          { name: 'b/', content: '', method: 'stored' },
        ],
        { comment: 'x' },
      ),
    ],
  ]

  it.each(samples)('a part of an archive is refused: %s', (_, whole) => {
    for (let length = 0; length < whole.length; length++) {
      expect(tryTexts(whole.subarray(0, length)), `the first ${length} bytes`).toBeNull()
      expect(tryTexts(whole.subarray(whole.length - length)), `the last ${length} bytes`).toBeNull()
      expect(tryTexts(Buffer.concat([whole.subarray(0, length), whole.subarray(length + 1)])), `without byte ${length}`).toBeNull()
    }
  })

  it.each(samples)('a flipped bit is refused or changes nothing: %s', (_, whole) => {
    const files = readTexts(whole)
    let refused = 0
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = Buffer.from(whole)
      flipped[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const found = tryTexts(flipped)
      if (found === null) refused++
      else expect(found, `bit ${bit & 7} of byte ${bit >> 3}`).toEqual(files)
    }
    expect(refused).toBeGreaterThan(whole.length * 4)
  })

  it('any files read back as they were written', () => {
    const part = fc.array(fc.constantFrom('a', 'b', '1', '.x', '-', '_', 'é', '漢', ' z', '😀', '@', '`'), { minLength: 1, maxLength: 6 })
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.map((letters) => letters.join('')).join('/'))
    const entry: fc.Arbitrary<ZipEntry> = fc.record({
      name,
      content: fc.uint8Array({ maxLength: 500 }),
      method: fc.constantFrom('stored', 'deflated'),
      descriptor: fc.constantFrom('signed', 'bare', undefined),
    })
    const entries = fc.uniqueArray(entry, { selector: (one) => one.name, maxLength: 8 })
    fc.assert(
      fc.property(entries, (list) => {
        const files = list.map(({ name, content }) => [name, Buffer.from(content).toString('latin1')])
        expect(readTexts(makeZip(list))).toEqual(files)
      }),
      tries(500),
    )
  })

  it('random bytes are refused', () => {
    const signature = fc
      .constantFrom('PK\u0005\u0006', 'PK\u0001\u0002', 'PK\u0003\u0004', '')
      .map((text) => new Uint8Array(Buffer.from(text)))
    const bytes = fc.array(fc.tuple(signature, fc.uint8Array({ maxLength: 60 })), { maxLength: 12 }).map((all) => Buffer.concat(all.flat()))
    fc.assert(
      fc.property(bytes, (some) => tryTexts(some) === null),
      tries(5000),
    )
  })

  it('an archive with random changes is refused or is still within its limits', () => {
    const whole = CLIENT_ARCHIVES.stored
    const position = fc.nat(whole.length - 1)
    fc.assert(
      fc.property(fc.array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Buffer.from(whole)
        for (const [index, value] of changes) changed[index] = value
        const files = tryTexts(changed, { ...LIMITS, entryBytes: 100, totalBytes: 150 })
        return files === null || files.reduce((sum, [, text]) => sum + text.length, 0) <= 150
      }),
      tries(5000),
    )
  })
})

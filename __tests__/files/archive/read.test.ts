import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ArchiveFault, type ArchiveLimits, readArchive } from '../../../src/files/archive/read.ts'
import { CLIENT_ARCHIVES, LIMITS, MEBIBYTE, readTexts } from '../../support/archive/archives.ts'
import { makeZip } from '../../support/archive/zip.ts'

const WIDE: ArchiveLimits = { ...LIMITS, entries: 65_000 }

describe('archives that are read', () => {
  it.each(Object.entries(CLIENT_ARCHIVES))('what the artifact client uploads, %s', (_, bytes) => {
    expect(new Map(readTexts(bytes))).toEqual(
      new Map([
        ['cost-summary.json', '{"total_cost_usd":1.5}\n'],
        ['empty.jsonl', ''],
        ['runs/é/a.json', '{"calls":1}'],
      ]),
    )
  })

  it.each<[string, Buffer, [string, string][]]>([
    ['no file at all', makeZip([]), []],
    ['a comment', makeZip([{ name: 'a', content: 'x' }], { comment: 'made by hand' }), [['a', 'x']]],
    ['a bare descriptor', makeZip([{ name: 'a', content: 'x', descriptor: 'bare' }]), [['a', 'x']]],
    [
      'extra fields',
      makeZip([{ name: 'a', content: 'x', both: { extra: Buffer.from('UT\u0001\0x') }, local: { extra: Buffer.alloc(9) } }]),
      [['a', 'x']],
    ],
    ['a level of compression', makeZip([{ name: 'a', content: 'x', both: { flags: 6 } }]), [['a', 'x']]],
    ['another system', makeZip([{ name: 'a', content: 'x', both: { system: 0, attributes: 0x20 } }]), [['a', 'x']]],
    [
      'sizes before and after',
      makeZip([{ name: 'a', content: 'x', method: 'stored', descriptor: 'signed', local: { size: 1 } }]),
      [['a', 'x']],
    ],
    [
      'an archive in the archive',
      makeZip([{ name: 'a.zip', content: makeZip([]), method: 'stored' }]),
      [['a.zip', makeZip([]).toString('latin1')]],
    ],
    ['names that are words of the language', makeZip([{ name: '__proto__', content: 'x' }]), [['__proto__', 'x']]],
  ])('with %s', (_, bytes, files) => {
    expect(readTexts(bytes)).toEqual(files)
  })

  it('folders are left out but counted', () => {
    const bytes = makeZip([
      { name: 'runs/', content: '', method: 'stored' },
      { name: 'runs/a.json', content: '{}' },
    ])
    expect(readTexts(bytes)).toEqual([['runs/a.json', '{}']])
    expect(() => readTexts(bytes, { ...LIMITS, entries: 1 })).toThrow('the archive has 2 entries; at most 1 are allowed')
  })

  it('exactly at every limit', () => {
    const bytes = makeZip([
      { name: 'a', content: 'x'.repeat(100), method: 'stored' },
      { name: 'b', content: 'y'.repeat(100), method: 'stored' },
    ])
    expect(readTexts(bytes, { entries: 2, entryBytes: 100, totalBytes: 200, ratio: 1 })).toHaveLength(2)
  })

  it('20,000 files, in little memory', () => {
    const bytes = makeZip(Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}.json`, content: `{"run":${index}}` })))
    const before = process.resourceUsage().maxRSS
    expect(readArchive(bytes, WIDE)).toHaveLength(20_000)
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024)
    expect(() => readArchive(bytes, LIMITS)).toThrow('the archive has 20000 entries; at most 8 are allowed')
  })
})

describe('bombs', () => {
  // Deflated pieces of 1 MiB that end on a byte, so that any number of them is one stream.
  const piece = deflateRawSync(Buffer.alloc(MEBIBYTE), { finishFlush: constants.Z_SYNC_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: 1024 }, () => piece), Buffer.from([3, 0])])

  it.each([
    ['says so', 1024 * MEBIBYTE, LIMITS, 'bomb.json unpacks to more than 16 MiB'],
    [
      'says so, where size alone is allowed',
      1024 * MEBIBYTE,
      { ...LIMITS, entryBytes: 2 ** 31 },
      'bomb.json unpacks to more than 200 times its packed size',
    ],
    ['claims to be small', 1000, LIMITS, 'bomb.json unpacks to more than its stated size'],
    ['claims to be as large as allowed', 16 * MEBIBYTE, LIMITS, 'bomb.json unpacks to more than its stated size'],
  ])('1 GiB that %s costs little memory', (_, size, limits, message) => {
    const bytes = makeZip([{ name: 'bomb.json', content: '', packed, both: { size } }])
    const before = process.resourceUsage().maxRSS
    expect(() => readArchive(bytes, limits)).toThrow(new ArchiveFault(message))
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(48 * 1024)
  })

  it('of many files that each are allowed', () => {
    const content = Buffer.alloc(1000, 'xy')
    const bytes = makeZip(['a', 'b', 'c'].map((name) => ({ name, content })))
    expect(() => readArchive(bytes, { ...LIMITS, totalBytes: 2999 })).toThrow(
      new ArchiveFault('the archive unpacks to more than 2999 bytes'),
    )
    expect(readArchive(bytes, { ...LIMITS, totalBytes: 3000 })).toHaveLength(3)
  })
})

import { zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ArchiveFault, openArchive, readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS, MEBIBYTE, readTexts } from '../../support/archive/archives.ts'
import { makeZip } from '../../support/archive/zip.ts'

function openTexts(bytes: Buffer): [string, string][] {
  return openArchive(bytes, 8).map(({ name, read }) => [name, read().toString()])
}

describe('an archive that is opened', () => {
  it('has names that would lead elsewhere, and the same name again', () => {
    const names = ['samples/a:b_epoch_1.json', '../x', '/etc/x', 'a\\b', 'x', 'x', 'X']
    const bytes = makeZip(names.map((name, index) => ({ name, content: `${index}` })))
    expect(openTexts(bytes)).toEqual(names.map((name, index) => [name, `${index}`]))
    expect(() => readArchive(bytes, LIMITS)).toThrow(ArchiveFault)
  })

  it('says sizes before it unpacks anything', () => {
    const [entry] = openArchive(
      makeZip([{ name: 'big', content: '', packed: Buffer.alloc(9), both: { size: 4 * 1024 * MEBIBYTE - 2 } }]),
      8,
    )
    expect(entry?.size).toBe(4 * 1024 * MEBIBYTE - 2)
  })

  it('has no more entries than allowed, and no folders', () => {
    const bytes = makeZip([
      { name: 'a/', content: '' },
      { name: 'a/b', content: 'x' },
    ])
    expect(
      openTexts(
        makeZip([
          { name: 'a/', content: '', method: 'stored' },
          { name: 'a/b', content: 'x' },
        ]),
      ),
    ).toEqual([['a/b', 'x']])
    expect(() => openArchive(bytes, 1)).toThrow(new ArchiveFault('the archive has 2 entries; at most 1 are allowed'))
  })
})

describe('zstd', () => {
  it('is read', () => {
    expect(readTexts(makeZip([{ name: 'a', content: 'x'.repeat(1000), method: 'zstd' }]))).toEqual([['a', 'x'.repeat(1000)]])
  })

  it.each([
    ['a bomb that claims to be small', { packed: zstdCompressSync(Buffer.alloc(MEBIBYTE)) }, 'unpacks to more than its stated size'],
    ['one that is cut short', { packed: zstdCompressSync('abc').subarray(0, 8) }, 'is damaged: its packed content cannot be read'],
    ['what is none', { packed: Buffer.from('abc') }, 'is damaged: its packed content cannot be read'],
    ['another text', { packed: zstdCompressSync('abd') }, 'is damaged: its checksum does not match'],
    ['less', { packed: zstdCompressSync('ab') }, 'unpacks to less than its stated size'],
  ])('%s is refused', (_, overrides, message) => {
    const bytes = makeZip([{ name: 'a', content: 'abc', method: 'zstd', ...overrides }])
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(`a ${message}`))
  })
})

import { describe, expect, it } from 'vitest'
import { ArchiveFault, readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS, zipOne } from '../../support/archive/archives.ts'

describe('names', () => {
  const long = 'x'.repeat(59)

  it.each([
    ['../x', '../x', 'leads out of its folder'],
    ['a/../../x', 'a/../../x', 'leads out of its folder'],
    ['a/..', 'a/..', 'leads out of its folder'],
    ['../', '../', 'leads out of its folder'],
    ['/etc/passwd', '/etc/passwd', 'is absolute'],
    ['/', '/', 'is absolute'],
    ['//server/share', '//server/share', 'is absolute'],
    ['..\\x', '..\\x', 'has a backslash'],
    ['C:/x', 'C:/x', 'has a colon, as drive letters do'],
    ['c:x', 'c:x', 'has a colon, as drive letters do'],
    ['a.json:stream', 'a.json:stream', 'has a colon, as drive letters do'],
    ['a//b', 'a//b', 'has an empty part'],
    ['a//', 'a//', 'has an empty part'],
    ['./a', './a', 'has a part that ends in a dot or a space'],
    ['.. /a', '.. /a', 'has a part that ends in a dot or a space'],
    ['a\0.json', 'a\uFFFD.json', 'has characters that cannot be seen'],
    ['a\n::error::x', 'a\uFFFD::error::x', 'has characters that cannot be seen'],
    ['a\u001b[2J', 'a\uFFFD[2J', 'has characters that cannot be seen'],
    ['a\u202enosj.exe', 'a\uFFFDnosj.exe', 'has characters that cannot be seen'],
    ['a\u200b.json', 'a\uFFFD.json', 'has characters that cannot be seen'],
    ['\ufeffa.json', '\uFFFDa.json', 'has characters that cannot be seen'],
    ['a\u00a0b', 'a b', 'has characters that cannot be seen'],
    [Buffer.from([0x61, 0xff]), 'a\uFFFD', 'is not UTF-8'],
    [Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f]), '\uFFFD\uFFFD\uFFFD\uFFFD/', 'is not UTF-8'],
    ['x'.repeat(256), `${long}…`, 'has a part of more than 255 bytes'],
    ['é'.repeat(128), `${'é'.repeat(59)}…`, 'has a part of more than 255 bytes'],
    [`${`${'x'.repeat(200)}/`.repeat(5)}${'x'.repeat(20)}`, `${long}…`, 'is longer than 1024 bytes'],
    ['x'.repeat(65_000), `${long}…`, 'is longer than 1024 bytes'],
  ])('%s is refused', (name, shown, why) => {
    expect(() => readArchive(zipOne({ name, content: '' }), LIMITS)).toThrow(
      new ArchiveFault(`the archive has the file name "${shown}", which ${why}`),
    )
  })

  it('none is refused', () => {
    expect(() => readArchive(zipOne({ name: '' }), LIMITS)).toThrow(new ArchiveFault('the archive has a file without a name'))
  })

  it.each([
    '.hidden',
    'a..b',
    '...a/b',
    'x'.repeat(255),
    `${`${'x'.repeat(203)}/`.repeat(5)}abcd`,
    'a b',
    "it's [1] `x`",
  ])('%s is allowed', (name) => {
    expect(readArchive(zipOne({ name }), LIMITS).map((entry) => entry.name)).toEqual([name])
  })
})

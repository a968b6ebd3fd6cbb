import { describe, expect, it } from 'vitest'
import { ArchiveFault, readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS, zipOne, zipTwo } from '../../support/archive/archives.ts'
import { makeZip } from '../../support/archive/zip.ts'

const good = zipOne()
const FULL = 0xffffffff
const ELSEWHERE = 'the directory of the archive is not where its end record says'
const ZIP64 = 'the archive is a zip64 one, which only more than 4 GiB or 65,534 files need'

/** Where the directory of the good archive begins: it has one name of six bytes. */
const DIRECTORY = good.length - 22 - 46 - 6

function patch(bytes: Buffer, offset: number, value: number): Buffer {
  const patched = Buffer.from(bytes)
  patched.writeUInt8(value, offset)
  return patched
}

it('the archives that the tables break are good ones', () => {
  expect(readArchive(good, LIMITS)).toEqual([{ name: 'a.json', bytes: Buffer.from('{"total_cost_usd":1.5}') }])
  expect(readArchive(zipTwo(), LIMITS).map(({ name }) => name)).toEqual(['a.json', 'b.json'])
})

describe('what is no archive', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['nothing', Buffer.alloc(0), 'the archive is empty (0 bytes)'],
    ['a page', Buffer.from('<!DOCTYPE html>\n<html>'), 'this is not a zip archive: it begins with "<!DOCTYPE html>\\n<html>"'],
    ['JSON', Buffer.from('{"message":"Not Found"}'), 'this is not a zip archive: it begins with "{\\"message\\":\\"Not Found\\"}"'],
    ['a long text', Buffer.from('x'.repeat(1e6)), `this is not a zip archive: it begins with "${'x'.repeat(40)}"`],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'this is not a zip archive'],
    ['a million signatures', Buffer.alloc(4e6, 'PK\u0001\u0002'), 'this is not a zip archive: it begins with "PK"'],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

describe('the end of an archive', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['two bytes', good.subarray(0, 2), 'the archive is cut short: it has no end record'],
    ['half', good.subarray(0, 60), 'the archive is cut short: it has no end record'],
    ['all but one byte', good.subarray(0, -1), 'the archive is cut short: its end record is incomplete'],
    ['half a comment', zipOne({}, { comment: 'hello' }).subarray(0, -2), 'the archive is cut short: its comment is incomplete'],
    ['a comment that is not declared', zipOne({}, { afterEnd: Buffer.from('hello') }), 'the archive goes on for 5 bytes after its end'],
    ['two archives', Buffer.concat([good, good]), ELSEWHERE],
    ['bytes in front', Buffer.concat([Buffer.from('#!/bin/sh\n'), good]), ELSEWHERE],
    ['zip64 by its offset', zipOne({}, { end: { offset: FULL } }), ZIP64],
    ['zip64 by its size', zipOne({}, { end: { size: FULL } }), ZIP64],
    ['zip64 by its count', zipOne({}, { end: { count: 0xffff } }), ZIP64],
    ['another disk', zipOne({}, { end: { disk: 1 } }), 'the archive is one part of several'],
    ['a directory on another disk', zipOne({}, { end: { directoryDisk: 1 } }), 'the archive is one part of several'],
    ['fewer entries here than in all', zipOne({}, { end: { countHere: 0 } }), 'the archive is one part of several'],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

describe('the directory of an archive', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    [
      'too many entries',
      makeZip(Array.from('abcdefghi', (name) => ({ name, content: '' }))),
      'the archive has 9 entries; at most 8 are allowed',
    ],
    ['more counted than there are', zipOne({}, { end: { count: 2, countHere: 2 } }), 'the directory of the archive is cut short'],
    [
      'fewer counted',
      zipOne({}, { end: { count: 0, countHere: 0 } }),
      'the directory of the archive has more in it than its end record counts',
    ],
    ['a name that is longer than the directory', patch(good, DIRECTORY + 28, 7), 'the directory of the archive is cut short'],
    ['a comment that is longer than the directory', patch(good, DIRECTORY + 32, 1), 'the directory of the archive is cut short'],
    ['an offset beyond the end', zipOne({}, { end: { offset: 5000 } }), ELSEWHERE],
    ['another signature', zipOne({ central: { signature: 0x02014b51 } }), 'the directory of the archive is damaged at entry 1'],
    ['bytes after it', zipOne({}, { afterDirectory: Buffer.alloc(20) }), ELSEWHERE],
    [
      'bytes before it',
      zipOne({}, { beforeDirectory: Buffer.alloc(7) }),
      'the archive has 7 bytes before its directory that belong to no file',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

describe('two names for one file', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['the same name', zipTwo({ name: 'a.json' }), 'the archive has a.json twice'],
    ['another case', zipTwo({ name: 'A.JSON' }), 'the archive has both a.json and A.JSON, which are one file on some systems'],
    ['a folder', zipTwo({ name: 'a.json/', content: '' }), 'the archive has both a.json and a.json/, which are one file on some systems'],
    [
      'another normal form',
      makeZip([
        { name: '\u00e9', content: '' },
        { name: 'e\u0301', content: '' },
      ]),
      'the archive has both \u00e9 and e\u0301, which are one file on some systems',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ArchiveFault, readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS, MEBIBYTE, zipOne, zipTwo } from '../../support/archive/archives.ts'

const FOLLOWED = 'a.json is followed by another checksum or size than the directory of the archive has'
/** Of the directory, for a name of six bytes. */
const RECORD = 46 + 6

function lastOf(archive: Buffer): Buffer {
  return archive.subarray(-22 - RECORD, -22)
}

describe('the place of a file', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['the same content twice', zipTwo({ central: { offset: 0 } }), 'b.json overlaps the file before it'],
    ['an entry inside another', zipTwo({ central: { offset: 40 } }), 'b.json overlaps the file before it'],
    ['bytes between', zipTwo({ gap: Buffer.alloc(9) }), 'the archive has 9 bytes before b.json that belong to no file'],
    ['bytes in front', zipOne({ gap: Buffer.alloc(9) }), 'the archive has 9 bytes before a.json that belong to no file'],
    [
      'an offset beyond the files',
      zipOne({ central: { offset: 4000 } }),
      'the archive has 4000 bytes before a.json that belong to no file',
    ],
    ['another signature', zipOne({ local: { signature: 0x04034b51 } }), 'a.json is not where the directory of the archive says'],
    ['no room for the content', zipOne({ both: { packedSize: 900 } }), 'a.json is cut short'],
    [
      'nothing at its place',
      zipOne({}, { afterDirectory: lastOf(zipTwo()), end: { count: 2, countHere: 2, size: 2 * RECORD } }),
      'b.json is not where the directory of the archive says',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

describe('a file that the directory describes otherwise', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['name', zipOne({ local: { name: 'b.json' } }), 'a.json and the directory of the archive disagree about its name'],
    ['flags', zipOne({ local: { flags: 2 } }), 'a.json and the directory of the archive disagree about its flags'],
    ['method', zipOne({ local: { method: 0 } }), 'a.json and the directory of the archive disagree about its method'],
    ['checksum', zipOne({ local: { crc: 1 } }), 'a.json and the directory of the archive disagree about its checksum'],
    ['packed size', zipOne({ local: { packedSize: 1 } }), 'a.json and the directory of the archive disagree about its packed size'],
    ['size', zipOne({ local: { size: 1 } }), 'a.json and the directory of the archive disagree about its size'],
    [
      'sizes of zero without a descriptor',
      zipOne({ local: { size: 0 } }),
      'a.json and the directory of the archive disagree about its size',
    ],
    [
      'a size before the descriptor',
      zipOne({ descriptor: 'signed', local: { size: 1 } }),
      'a.json and the directory of the archive disagree about its size',
    ],
    ...(['crc', 'packedSize', 'size'] as const).map((field): [string, Buffer, string] => [
      `${field} in the descriptor`,
      zipOne({ descriptor: 'signed', inDescriptor: { [field]: 1 } }),
      FOLLOWED,
    ]),
    ['no descriptor', zipOne({ both: { flags: 8 } }), FOLLOWED],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

describe('the content of a file', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['a patched checksum', zipOne({ both: { crc: 1 } }), 'a.json is damaged: its checksum does not match'],
    [
      'a patched number',
      zipOne({ method: 'stored', packed: Buffer.from('{"total_cost_usd":0.1}') }),
      'a.json is damaged: its checksum does not match',
    ],
    ['a larger size', zipOne({ both: { size: 23 } }), 'a.json unpacks to less than its stated size'],
    ['a smaller size', zipOne({ both: { size: 21 } }), 'a.json unpacks to more than its stated size'],
    ['a size of zero', zipOne({ both: { size: 0, crc: 0 } }), 'a.json unpacks to more than its stated size'],
    [
      'an end in the middle',
      zipOne({ packed: deflateRawSync('{"total_cost_usd":1.5}').subarray(0, 9) }),
      'a.json is damaged: its packed content cannot be read',
    ],
    ['noise', zipOne({ packed: Buffer.from('not deflated') }), 'a.json is damaged: its packed content cannot be read'],
    [
      'bytes after its end',
      zipOne({ packed: Buffer.concat([deflateRawSync('{"total_cost_usd":1.5}'), Buffer.from('more')]) }),
      'a.json is damaged: its packed content cannot be read',
    ],
    ['nothing packed', zipOne({ packed: Buffer.alloc(0) }), 'a.json unpacks to more than 200 times its packed size'],
    ['too much', zipOne({ both: { size: 16 * MEBIBYTE + 1 } }), 'a.json unpacks to more than 16 MiB'],
    ['a second file that is broken', zipTwo({ both: { crc: 1 } }), 'b.json is damaged: its checksum does not match'],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

import { describe, expect, it } from 'vitest'
import { ArchiveFault, readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS, zipOne } from '../../support/archive/archives.ts'

const FULL = 0xffffffff
const ZIP64 = 'a.json is described in zip64 form, which only more than 4 GiB need'

describe('what is no plain file', () => {
  it.each<[what: string, bytes: Buffer, message: string]>([
    ['a symbolic link', zipOne({ mode: 0o120777 }), 'a.json is a symbolic link'],
    ['a symbolic link from DOS', zipOne({ mode: 0o120777, both: { system: 0 } }), 'a.json is a symbolic link'],
    ['a device', zipOne({ mode: 0o060644 }), 'a.json is neither a file nor a folder'],
    ['a pipe', zipOne({ mode: 0o010644 }), 'a.json is neither a file nor a folder'],
    ['a folder that is named as a file', zipOne({ mode: 0o040755 }), 'a.json is neither a file nor a folder'],
    ['a file that is named as a folder', zipOne({ name: 'a/', mode: 0o100644 }), 'a/ is neither a file nor a folder'],
    ['a folder with content', zipOne({ name: 'a/' }), 'a/ is a folder with content'],
    ['a password', zipOne({ both: { flags: 1 } }), 'a.json is encrypted'],
    ['a hidden directory', zipOne({ both: { flags: 0x2000 } }), 'a.json is encrypted'],
    ['a patch', zipOne({ both: { flags: 0x20 } }), 'a.json needs a feature of zip that is not supported (flags 0x20)'],
    ['another method', zipOne({ both: { method: 12 } }), 'a.json is packed by method 12; only stored, deflated and zstd files are read'],
    ['zip64 by its size', zipOne({ both: { size: FULL } }), ZIP64],
    ['zip64 by its packed size', zipOne({ both: { packedSize: FULL } }), ZIP64],
    ['zip64 by its offset', zipOne({ central: { offset: FULL } }), ZIP64],
    ['another disk', zipOne({ central: { disk: 1 } }), 'a.json is in another part of the archive'],
    [
      'stored in two sizes',
      zipOne({ method: 'stored', both: { size: 21 } }),
      'a.json is stored as it is, but in another size than its own',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readArchive(bytes, LIMITS)).toThrow(new ArchiveFault(message))
  })
})

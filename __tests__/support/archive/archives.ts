import { ArchiveFault, type ArchiveLimits, readArchive } from '../../../src/files/archive/read.ts'
import { makeZip, type ZipEntry, type ZipOptions } from './zip.ts'

export const MEBIBYTE = 1024 * 1024
export const LIMITS: ArchiveLimits = { entries: 8, entryBytes: 16 * MEBIBYTE, totalBytes: 64 * MEBIBYTE, ratio: 200 }

/** What the artifact client 6.2.1 uploads for three files, deflated (its level 6) and stored (its level 0). */
export const CLIENT_ARCHIVES = {
  deflated: Buffer.from(
    [
      'UEsDBBQACAAIAPctdl0AAAAAAAAAAAAAAAARAAAAY29zdC1zdW1tYXJ5Lmpzb26rVirJL0nMiU/OLy6JLy1OUbIy1DOt5QIAUEsHCK4u6kIZAAAAFwAAAFBL',
      'AwQUAAgACAD3LXZdAAAAAAAAAAAAAAAACwAAAGVtcHR5Lmpzb25sAwBQSwcIAAAAAAIAAAAAAAAAUEsDBBQACAgIAPctdl0AAAAAAAAAAAAAAAAOAAAAcnVu',
      'cy/DqS9hLmpzb26rVkpOzMkpVrIyrAUAUEsHCJ3U/8INAAAACwAAAFBLAQItAxQACAAIAPctdl2uLupCGQAAABcAAAARAAAAAAAAAAAAIACkgQAAAABjb3N0',
      'LXN1bW1hcnkuanNvblBLAQItAxQACAAIAPctdl0AAAAAAgAAAAAAAAALAAAAAAAAAAAAIACkgVgAAABlbXB0eS5qc29ubFBLAQItAxQACAgIAPctdl2d1P/C',
      'DQAAAAsAAAAOAAAAAAAAAAAAIACkgZMAAABydW5zL8OpL2EuanNvblBLBQYAAAAAAwADALQAAADcAAAAAAA=',
    ].join(''),
    'base64',
  ),
  stored: Buffer.from(
    [
      'UEsDBBQACAAAAPctdl0AAAAAAAAAAAAAAAARAAAAY29zdC1zdW1tYXJ5Lmpzb257InRvdGFsX2Nvc3RfdXNkIjoxLjV9ClBLBwiuLupCFwAAABcAAABQSwME',
      'FAAIAAAA9y12XQAAAAAAAAAAAAAAAAsAAABlbXB0eS5qc29ubFBLBwgAAAAAAAAAAAAAAABQSwMEFAAICAAA9y12XQAAAAAAAAAAAAAAAA4AAABydW5zL8Op',
      'L2EuanNvbnsiY2FsbHMiOjF9UEsHCJ3U/8ILAAAACwAAAFBLAQItAxQACAAAAPctdl2uLupCFwAAABcAAAARAAAAAAAAAAAAIACkgQAAAABjb3N0LXN1bW1h',
      'cnkuanNvblBLAQItAxQACAAAAPctdl0AAAAAAAAAAAAAAAALAAAAAAAAAAAAIACkgVYAAABlbXB0eS5qc29ubFBLAQItAxQACAgAAPctdl2d1P/CCwAAAAsA',
      'AAAOAAAAAAAAAAAAIACkgY8AAABydW5zL8OpL2EuanNvblBLBQYAAAAAAwADALQAAADWAAAAAAA=',
    ].join(''),
    'base64',
  ),
}

/** A good archive of one file, `a.json`, apart from what is overwritten. */
export function zipOne(overrides: Partial<ZipEntry> = {}, options: ZipOptions = {}): Buffer {
  return makeZip([{ name: 'a.json', content: '{"total_cost_usd":1.5}', ...overrides }], options)
}

/** The same with a second file, `b.json`, which the overrides are for. */
export function zipTwo(overrides: Partial<ZipEntry> = {}): Buffer {
  return makeZip([
    { name: 'a.json', content: '{"total_cost_usd":1.5}' },
    { name: 'b.json', content: '{}', ...overrides },
  ])
}

/** The files as [name, text]. */
export function readTexts(bytes: Buffer, limits = LIMITS): [string, string][] {
  return readArchive(bytes, limits).map((entry) => [entry.name, entry.bytes.toString('latin1')])
}

/** The same, or null where the archive is refused; any other error passes through. */
export function tryTexts(bytes: Buffer, limits = LIMITS): [string, string][] | null {
  try {
    return readTexts(bytes, limits)
  } catch (error) {
    if (error instanceof ArchiveFault) return null
    throw error
  }
}

import { closeSync, openSync, readSync } from 'node:fs'

/** The beginning of a file as text, whatever it is. @param most bytes. */
export function readHead(path: string, most: number): string {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, most, 0))
  } finally {
    closeSync(handle)
  }
}

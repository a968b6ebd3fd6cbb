import { isAscii, isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { fileFault } from './text.ts'

/** Large enough that a system call per chunk costs nothing, small enough that memory stays flat. */
const CHUNK = 1 << 20
/** A longer line is no record; reading on would hold it whole. Bytes. */
export const LONGEST_LINE = 4 << 20

/** One line of a file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  /** What is wrong with it as text; null: nothing. */
  readonly fault: string | null
  /** It is the last one and no newline ends it. */
  readonly open: boolean
}

/** Lines of one chunk; blank ones are left out. */
export type Lines = readonly Line[]

/**
 * Streams the lines of a file, chunk by chunk, as far as it reached when it was opened.
 * @param onBytes is told how many bytes were read.
 */
export async function* readLines(path: string, file: string, onBytes: (bytes: number) => void): AsyncGenerator<Lines> {
  const handle = await open(path).catch(fileFault(file))
  try {
    const { size } = await handle.stat()
    let buffer = Buffer.allocUnsafe(Math.min(CHUNK, size) + 1)
    let kept = 0
    let position = 0
    let number = 1
    while (position < size) {
      if (buffer.length - kept < CHUNK && buffer.length < size)
        buffer = Buffer.concat([buffer.subarray(0, kept)], Math.min(kept + CHUNK, size) + 1)
      const { bytesRead } = await handle
        .read(buffer, kept, Math.min(buffer.length - kept, size - position), position)
        .catch(fileFault(file))
      if (bytesRead === 0) break
      position += bytesRead
      onBytes(bytesRead)
      const filled = kept + bytesRead
      const last = position >= size
      const end = last ? filled : buffer.lastIndexOf(10, filled - 1) + 1
      if (end === 0 && filled > LONGEST_LINE) {
        yield [{ number, text: '', fault: `is longer than ${LONGEST_LINE} bytes; the rest of the file was not read`, open: false }]
        return
      }
      const { lines, next } = split(buffer.subarray(0, end), number)
      number = next
      if (lines.length > 0) yield lines
      buffer.copyWithin(0, end, filled)
      kept = filled - end
    }
  } finally {
    await handle.close()
  }
}

function split(bytes: Buffer, first: number): { lines: Line[]; next: number } {
  const lines: Line[] = []
  const ascii = isAscii(bytes)
  const sound = ascii || isUtf8(bytes)
  let number = first
  for (let start = first === 1 && hasMark(bytes) ? 3 : 0; start < bytes.length; number++) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end
    if (stop > start) {
      const line = sound ? null : bytes.subarray(start, stop)
      const fault = line && !isUtf8(line) ? 'is not UTF-8' : null
      const text = ascii ? bytes.toString('latin1', start, stop) : bytes.toString('utf8', start, stop)
      if (fault !== null || text.trim() !== '') lines.push({ number, text, fault, open: found < 0 })
    }
    start = end + 1
  }
  return { lines, next: number }
}

/** A byte order mark, as some editors write it. */
function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

import { isAscii, isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { fileFault } from '../files/text.ts'

/** Large enough that a system call per chunk costs nothing, small enough that memory stays flat. */
const CHUNK = 1 << 20
/** A longer line is no record; reading on would hold it whole. Bytes. */
export const LONGEST_LINE = 4 << 20

const TOO_LONG = `is longer than ${LONGEST_LINE >> 20} MiB`

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

/**
 * Lines of one chunk; blank ones are left out. Their bytes are overwritten by the next chunk: whoever keeps something makes a copy.
 * Line by line it gives texts; who reads bytes finds line `index` from `starts[index]` to `stops[index]`, without its end of line.
 */
export class Lines implements Iterable<Line> {
  readonly bytes: Buffer
  readonly view: DataView
  readonly starts: number[] = []
  readonly stops: number[] = []
  /** Number of the line behind the last. */
  readonly next: number
  readonly numbers: number[] = []
  /** Index of the line that no newline ends. */
  private open = -1
  private fault: string | null = null
  private sound: 'ascii' | 'utf8' | 'mixed' | null = null

  /** @param first number of the first line. */
  constructor(bytes: Buffer, first: number) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let number = first
    for (let start = first === 1 && hasMark(bytes) ? 3 : 0; start < bytes.length; number++) {
      const found = bytes.indexOf(10, start)
      const end = found < 0 ? bytes.length : found
      const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end
      if (stop > start && (bytes[start] === 123 || !this.isBlank(start, stop))) {
        if (found < 0) this.open = this.length
        this.starts.push(start)
        this.stops.push(stop)
        this.numbers.push(number)
      }
      start = end + 1
    }
    this.next = number
  }

  /** One line that nothing can be read from. */
  static faulty(number: number, fault: string): Lines {
    const lines = new Lines(Buffer.alloc(0), number)
    lines.starts.push(0)
    lines.stops.push(0)
    lines.numbers.push(number)
    lines.fault = fault
    return lines
  }

  get length(): number {
    return this.starts.length
  }

  line(index: number): Line {
    const [start = 0, stop = 0, number = 0] = [this.starts[index], this.stops[index], this.numbers[index]]
    const isOpen = index === this.open
    if (this.fault !== null || stop - start > LONGEST_LINE) return { number, text: '', fault: this.fault ?? TOO_LONG, open: isOpen }
    return { number, text: this.decode(start, stop), fault: this.isText(start, stop) ? null : 'is not UTF-8', open: isOpen }
  }

  *[Symbol.iterator](): Generator<Line> {
    for (let index = 0; index < this.length; index++) yield this.line(index)
  }

  private isBlank(start: number, stop: number): boolean {
    return this.isText(start, stop) && this.decode(start, stop).trim() === ''
  }

  private isText(start: number, stop: number): boolean {
    return this.encoding() !== 'mixed' || isUtf8(this.bytes.subarray(start, stop))
  }

  private decode(start: number, stop: number): string {
    return this.bytes.toString(this.encoding() === 'ascii' ? 'latin1' : 'utf8', start, stop)
  }

  /** Of the whole chunk, because asking once is faster; asked only where somebody wants texts. */
  private encoding(): 'ascii' | 'utf8' | 'mixed' {
    this.sound ??= isAscii(this.bytes) ? 'ascii' : isUtf8(this.bytes) ? 'utf8' : 'mixed'
    return this.sound
  }
}

/**
 * Streams the lines of a file, chunk by chunk, as far as it reached when it was opened.
 * @param onBytes is told how many bytes were read.
 * @param most bytes of the file that are read at most.
 */
export async function* readLines(
  path: string,
  file: string,
  onBytes: (bytes: number) => void,
  chunk: number = CHUNK,
  most: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Lines> {
  const handle = await open(path).catch(fileFault(file))
  try {
    const size = Math.min((await handle.stat()).size, most)
    let buffer = Buffer.allocUnsafe(Math.min(chunk, size) + 1)
    let kept = 0
    let position = 0
    let number = 1
    // Inside a line that is too long: its bytes are passed over.
    let isPassing = false
    while (position < size) {
      if (buffer.length - kept < chunk && buffer.length < size)
        buffer = Buffer.concat([buffer.subarray(0, kept)], Math.min(kept + chunk, size) + 1)
      const { bytesRead } = await handle
        .read(buffer, kept, Math.min(buffer.length - kept, size - position), position)
        .catch(fileFault(file))
      if (bytesRead === 0) break
      position += bytesRead
      onBytes(bytesRead)
      const filled = kept + bytesRead
      const last = position >= size
      const begin = isPassing ? buffer.subarray(0, filled).indexOf(10) + 1 : 0
      if (isPassing && begin === 0) {
        kept = 0
        continue
      }
      isPassing = false
      const end = last ? filled : buffer.lastIndexOf(10, filled - 1) + 1
      if (end === 0 && filled > LONGEST_LINE) {
        yield Lines.faulty(number, TOO_LONG)
        number += 1
        isPassing = true
        kept = 0
        continue
      }
      const lines = new Lines(buffer.subarray(begin, end), number)
      number = lines.next
      if (lines.length > 0) yield lines
      buffer.copyWithin(0, end, filled)
      kept = filled - end
    }
  } finally {
    await handle.close()
  }
}

/** A byte order mark, as some editors write it. */
function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { InputError } from '../errors.ts'

/** A document is held in memory whole; a ledger is not. Bytes. */
const LARGEST_DOCUMENT = 64 << 20

/** Runs a call of the file system; an error becomes one line for the user. */
export function reading<T>(file: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    if (isFault(error)) return fileFault(file)(error)
    throw error
  }
}

function isFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** Turns an error of the file system into one line for the user. */
export function fileFault(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const reasons: Record<string, string> = {
      ENOENT: 'does not exist',
      EACCES: 'may not be read (permission denied)',
      EISDIR: 'is a folder, not a file',
      ENOTDIR: 'does not exist',
    }
    throw new InputError(`${file}: ${reasons[error.code ?? ''] ?? `cannot be read (${error.code ?? error.message})`}`)
  }
}

/**
 * Text of a whole UTF-8 file, without a byte order mark. Not async, like everything here that is done once per small file:
 * nothing else waits, and a workspace has thousands of them.
 */
export function readText(path: string, file: string, largest = LARGEST_DOCUMENT): string {
  const info = reading(file, () => statSync(path))
  if (info.isDirectory()) throw new InputError(`${file}: is a folder, not a file`)
  if (!info.isFile()) throw new InputError(`${file}: is no regular file`)
  if (info.size > largest) throw new InputError(`${file}: is larger than ${showSize(largest)}`)
  return decode(
    reading(file, () => readFileSync(path)),
    file,
  )
}

/** A limit as people say it: `256 KiB`, `64 MiB`. */
export function showSize(bytes: number): string {
  return bytes < 1 << 20 ? `${bytes >> 10} KiB` : `${bytes >> 20} MiB`
}

/** Bytes as text; anything but UTF-8 is an InputError that names the encoding where it can be told. */
export function decode(bytes: Buffer, file: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : null
  if (encoding !== null) throw new InputError(`${file}: is ${encoding}; save it as UTF-8`)
  if (!isUtf8(bytes)) throw new InputError(`${file}: is not UTF-8`)
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

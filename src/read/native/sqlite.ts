import { copyFile, lstat, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { InputError } from '../../errors.ts'
import { fileFault } from '../../files/text.ts'

/** A database that is open for reading. */
export interface Opened {
  readonly database: DatabaseSync
  readonly constants: typeof import('node:sqlite')['constants']
  /** Whether the write-ahead log is there, where one belongs to it. */
  readonly isComplete: boolean
}

/** Reads from a copy of a database. Needs Node 22.13 or newer, whose SQLite is built in. */
export async function* openDatabase<T>(path: string, file: string, read: (opened: Opened) => Iterable<T>): AsyncGenerator<T> {
  // A copy, because SQLite writes side files next to a database in WAL mode even when it only reads.
  const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-'))
  try {
    const copy = join(folder, 'costs.db')
    await copyFile(path, copy).catch(fileFault(file))
    const hasLog = await copyLog(path, copy)
    const { DatabaseSync, constants } = await loadSqlite(file)
    const database = new DatabaseSync(copy, { readOnly: true, allowExtension: false })
    try {
      yield* read({ database, constants, isComplete: hasLog || !(await usesLog(copy)) })
    } catch (error) {
      throw error instanceof InputError
        ? error
        : new InputError(`${file}: is a damaged SQLite database (${error instanceof Error ? error.message : error})`)
    } finally {
      database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Copies the write-ahead log, where there is one. A pipe in its place would block. */
async function copyLog(path: string, copy: string): Promise<boolean> {
  const info = await lstat(`${path}-wal`).catch(() => null)
  if (!info?.isFile()) return false
  await copyFile(`${path}-wal`, `${copy}-wal`)
  return true
}

/** Whether this Node can read a database. */
export async function readsDatabases(): Promise<boolean> {
  return import('node:sqlite').then(
    () => true,
    () => false,
  )
}

async function loadSqlite(file: string): Promise<typeof import('node:sqlite')> {
  // Node 20 prints a warning instead of loading, so the import itself must not be static.
  return import('node:sqlite').catch(() => {
    throw new InputError(
      `${file}: reading SQLite needs Node 24, this is Node ${process.versions.node}. Use Node 24, or give usage-path a JSONL ledger`,
    )
  })
}

/** Bytes 18 and 19 of the header are 2 where a write-ahead log belongs to the database (sqlite.org/fileformat2.html). */
async function usesLog(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(20), 0, 20, 0)
    return buffer[18] === 2
  } finally {
    await handle.close()
  }
}

import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { expandBraces } from '../../text/braces.ts'
import { type Found, show } from '../find.ts'
import { everywhere } from '../folders.ts'
import { walk } from '../walk.ts'
import { isAtHome, jobStartMs, resolvePlace } from './outside.ts'

/** What others wrote lies there, and much of it. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git'])

/**
 * Regular files in places where tools usually write. Links are not followed, and from the home folder, which may hold the history of other
 * runs, only files count that changed since the job began; outside of a runner it is left out. What may not be looked into is passed over:
 * services of a job keep their data in folders of their own.
 * @param places globs. @param folder of the working directory that they start from.
 */
export function findCandidates(cwd: string, folder: string, places: readonly string[]): Found[] {
  const root = join(cwd, folder)
  const tour = { ...everywhere(), passedOver: PASSED_OVER, followsLinks: false, passesClosed: true }
  const startMs = jobStartMs()
  const found = new Map<string, Found>()
  for (const pattern of places) {
    if (isAtHome(pattern) && startMs === null) continue
    for (const one of expandBraces(pattern)) {
      const place = resolvePlace(one)
      if (place === null) continue
      for (const path of walk(root, place, tour)) {
        const info = lookAt(path)
        if (info === null || !info.isFile() || info.size === 0 || (isAtHome(pattern) && info.mtimeMs < (startMs ?? 0))) continue
        if (!found.has(path)) found.set(path, { path, file: show(cwd, path), pattern, size: info.size, isDiscovered: true })
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** Null for what is gone, or in a folder that may not be entered: nobody named it. */
function lookAt(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

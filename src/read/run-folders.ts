import { basename, dirname } from 'node:path'
import type { CostRecord } from '../usage/record.ts'
import type { Found } from './find.ts'

/** A cost summary names no run with more. Characters. */
const LONGEST = 512
/** The framework has two folders for one run: `.runs/agents/<RUN_ID>` and `.runs/<RUN_ID>`. */
const AGENTS = /(^|\/)agents\/([^/]+)$/

/**
 * Which run the files of a folder belong to. A run's folder has its name; two folders of one name are two runs, told apart by as much
 * of their paths as that takes. Where records name that run they say what it is: then it is one, whatever its folders.
 */
export class RunFolders {
  /** Name of a folder, and the paths of all folders that have it. */
  private readonly folders = new Map<string, Set<string>>()
  /** Names of several folders that records name, too. */
  private readonly recorded = new Set<string>()

  /** @param files those that stand in the folder of their run. */
  constructor(files: readonly Found[]) {
    for (const found of files) {
      const paths = this.folders.get(nameOf(found)) ?? new Set()
      this.folders.set(nameOf(found), paths.add(pathOf(found)))
    }
    for (const [name, paths] of this.folders) if (paths.size === 1) this.folders.delete(name)
  }

  /** Notes runs that records name. */
  note(records: readonly Pick<CostRecord, 'runId'>[]): void {
    if (this.folders.size > 0) for (const { runId } of records) if (runId !== null) this.noteRun(runId)
  }

  noteRun(runId: string): void {
    if (this.folders.has(runId)) this.recorded.add(runId)
  }

  /** The run of a file. @param told the run that the file itself names, where it does. */
  runOf(found: Found, told: string | null = null): string {
    const name = nameOf(found)
    if (told && told !== name) return told
    const paths = this.folders.get(name)
    const path = pathOf(found)
    return paths === undefined || this.recorded.has(name) || path === '.' ? name : tellApart(path, paths)
  }
}

function nameOf({ path }: Found): string {
  return basename(dirname(path))
}

function pathOf({ file }: Found): string {
  return dirname(file).replace(AGENTS, '$1$2')
}

/** The shortest end of a path that no other path has: `a/logs` beside `b/logs`. */
function tellApart(path: string, all: ReadonlySet<string>): string {
  const parts = path.split('/')
  for (let length = 2; length < parts.length; length++) {
    const end = parts.slice(-length).join('/')
    if ([...all].every((other) => other === path || !`/${other}`.endsWith(`/${end}`))) return end.slice(-LONGEST)
  }
  return path.slice(-LONGEST)
}

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant } from './faults/mutants.ts'
import { note, ofEvent, readJournal } from './journal.ts'
import type { Entry, Plan, Scope } from './plan.ts'

/** No test takes that long: a mutant that makes one do so never ends. */
const LONGEST_SILENCE_MS = 180_000
const LOOK_EACH_MS = 1000
const MOST_CRASHES = 2

/** Tries the mutants in as many processes as told; gives what their journals say. */
export async function tryAll(scope: Scope, mutants: readonly Mutant[], processes: number): Promise<Entry[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
  try {
    const shares = Array.from({ length: Math.min(processes, mutants.length) }, (_, share) =>
      mutants.filter((_mutant, index) => index % processes === share),
    )
    const journals = await Promise.all(shares.map((share, index) => tryShare(scope, share, join(folder, `${index}`))))
    return journals.flat()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function tryShare(scope: Scope, mutants: readonly Mutant[], place: string): Promise<Entry[]> {
  const journal = `${place}.jsonl`
  const plan: Plan = { scope, journal, mutants: mutants.map(({ id, file, isStatic }) => ({ id, file, isStatic })) }
  writeFileSync(`${place}.json`, JSON.stringify(plan))
  for (let crashes = 0; ; ) {
    const end = await runUntilSilent(`${place}.json`, journal)
    const entries = readJournal(journal)
    if (entries.at(-1)?.event === 'done') return entries
    const planted = ofEvent(entries, 'planted').at(-1)
    if (end.isSilent && planted !== undefined) note(journal, { event: 'hung', mutant: planted.mutant })
    // Without a mutant nothing hangs: the tests or this script are broken. What ends a process otherwise may have been the machine.
    else if (end.isSilent || ++crashes > MOST_CRASHES) throw new Error(`the mutants could not be tried: ${end.said}`)
  }
}

interface End {
  /** It had to be killed. */
  readonly isSilent: boolean
  readonly said: string
}

function runUntilSilent(plan: string, journal: string): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'shard.ts'), plan], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Its workers too.
    const kill = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
    let output = ''
    let isSilent = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data
      })
    }
    let size = 0
    let heard = Date.now()
    const watch = setInterval(() => {
      const now = statSync(journal, { throwIfNoEntry: false })?.size ?? 0
      if (now !== size) [size, heard] = [now, Date.now()]
      if (Date.now() - heard < LONGEST_SILENCE_MS) return
      isSilent = true
      kill()
    }, LOOK_EACH_MS)
    process.once('exit', kill)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      process.off('exit', kill)
      resolve({ isSilent, said: `${output}(${signal ?? code})` })
    })
  })
}

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
  for (;;) {
    const output = await runUntilSilent(`${place}.json`, journal)
    const entries = readJournal(journal)
    if (entries.at(-1)?.event === 'done') return entries
    const planted = ofEvent(entries, 'planted').at(-1)
    // Without a mutant nothing hangs: the tests or this script are broken.
    if (output !== null || planted === undefined) throw new Error(`the mutants could not be tried: ${output ?? 'the tests hang'}`)
    note(journal, { event: 'hung', mutant: planted.mutant })
  }
}

/** Null where it had to be killed, else what it printed. */
function runUntilSilent(plan: string, journal: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'shard.ts'), plan], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let isSilent = false
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    let size = 0
    let heard = Date.now()
    const watch = setInterval(() => {
      const now = statSync(journal, { throwIfNoEntry: false })?.size ?? 0
      if (now !== size) [size, heard] = [now, Date.now()]
      if (Date.now() - heard < LONGEST_SILENCE_MS || child.pid === undefined) return
      isSilent = true
      // Its workers too.
      process.kill(-child.pid, 'SIGKILL')
    }, LOOK_EACH_MS)
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(watch)
      resolve(isSilent ? null : output)
    })
  })
}

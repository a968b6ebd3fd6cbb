// One process of a mutation run: takes a plan (a file of JSON), and writes a journal.
import { readFileSync } from 'node:fs'
import type { Vitest } from 'vitest/node'
import { note, ofEvent, readJournal } from './journal.ts'
import type { Pass, Plan } from './plan.ts'
import { startVitest, testsOf } from './tests.ts'

/** Cheap tests first: what they kill costs the others nothing. */
const PASSES_MS = [20, 200, Number.MAX_SAFE_INTEGER]

const plan: Plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const vitest = await startVitest(plan.scope)
const slow = await plantMany(vitest)
await plantEach(vitest, slow)
await vitest.close()
note(plan.journal, { event: 'done' })

/** Has each test try all the mutants that it reaches. Gives the tests that took longest. */
async function plantMany(vitest: Vitest): Promise<string[]> {
  let specifications = await vitest.globTestSpecifications()
  let only: string[] | null = null
  for (const longestMs of PASSES_MS) {
    const before = readJournal(plan.journal).length
    await run(vitest, specifications, { alive: alive(), longestMs, only, without: [], planted: null })
    const deferred = ofEvent(readJournal(plan.journal).slice(before), 'deferred')
    if (deferred.length === 0) break
    only = deferred.map(({ test }) => test)
    specifications = specifications.filter(({ moduleId }) => deferred.some(({ file }) => file === moduleId))
  }
  return only ?? []
}

/** What is computed when a file is loaded is planted before: the tests that load it are started anew for each. */
async function plantEach(vitest: Vitest, slow: readonly string[]): Promise<void> {
  const loaded = new Set(ofEvent(readJournal(plan.journal), 'loaded').flatMap(({ mutants }) => mutants))
  const left = new Set(alive())
  const specifications = await vitest.globTestSpecifications()
  for (const { id, file, isStatic } of plan.mutants) {
    if (!left.has(id) || !(isStatic || loaded.has(id))) continue
    note(plan.journal, { event: 'planted', mutant: id })
    const tests = testsOf(vitest, `${plan.scope.root}/${file}`, specifications)
    const isSound = await run(vitest, tests, { alive: [], longestMs: 0, only: null, without: slow, planted: id })
    note(plan.journal, isSound ? { event: 'survived', mutant: id } : { event: 'killed', mutant: id, by: 'planted before the tests' })
  }
}

function alive(): number[] {
  const settled = new Set(readJournal(plan.journal).map((entry) => ('mutant' in entry && entry.event !== 'planted' ? entry.mutant : null)))
  return plan.mutants.filter(({ id }) => !settled.has(id)).map(({ id }) => id)
}

/** Whether no test failed. */
async function run(
  vitest: Vitest,
  specifications: Parameters<Vitest['runTestSpecifications']>[0],
  pass: Omit<Pass, 'journal'>,
): Promise<boolean> {
  if (specifications.length === 0) return true
  vitest.provide('pass', { ...pass, journal: plan.journal })
  const { testModules } = await vitest.runTestSpecifications(specifications)
  return testModules.every((module) => module.ok())
}

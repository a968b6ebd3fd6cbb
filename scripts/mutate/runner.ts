import fc from 'fast-check'
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, type SerializedConfig, TestRunner } from 'vitest'
import { note } from './journal.ts'
import type { Pass } from './plan.ts'
import { repeat } from './repeat.ts'
import { Switch } from './switch.ts'

/** So much more than a sound run a mutant may take. */
const PATIENCE = 20
const LEAST_PATIENCE_MS = 2000
const LEAST_ASKED = 100_000
/** From the start to the end of all tests. */
const MOST_ASKED = 50_000_000

/** Runs each test once as it is, and then once with each mutant that it reached: a process is started for all of them, not for each. */
export default class MutationRunner extends TestRunner {
  private readonly mutants = new Switch()
  private readonly pass: Pass
  private readonly alive: Set<number>
  private isKilled = false

  constructor(config: SerializedConfig) {
    super(config)
    this.pass = this.injectValue('pass')
    this.alive = new Set(this.pass.alive)
    Object.assign(globalThis, { __mutant: this.mutants.ask })
  }

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file)
    if (this.pass.planted === null) this.mutants.collect()
    else this.mutants.plant(this.pass.planted, MOST_ASKED)
  }

  onCollected(): void {
    // The smallest case that fails is of no use here.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
    if (this.pass.planted !== null) return
    const { reached } = this.mutants.collected()
    if (reached.size > 0) note(this.pass.journal, { event: 'loaded', mutants: [...reached] })
  }

  override async onBeforeRunTask(task: RunnerTask): Promise<void> {
    const { only, without } = this.pass
    const isAsked = (only === null || only.includes(nameOf(task))) && !without.includes(nameOf(task))
    if (this.isKilled || !isAsked) task.mode = 'skip'
    await super.onBeforeRunTask(task)
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    if (this.pass.planted === null) return this.tryMutants(run, test)
    try {
      await run()
    } catch (error) {
      this.isKilled = true
      throw error
    }
  }

  private async tryMutants(run: () => unknown, test: RunnerTestCase): Promise<void> {
    const { journal } = this.pass
    const name = nameOf(test)
    this.mutants.collect()
    const started = performance.now()
    const isSound = await passes(run)
    const took = performance.now() - started
    const { reached, asked } = this.mutants.collected()
    const again = () => repeat(run, test)
    if (!isSound) return note(journal, { event: (await passes(again)) ? 'unrepeatable' : 'broken', test: name })
    const candidates = [...reached].filter((id) => this.alive.has(id))
    if (candidates.length === 0) return
    note(journal, { event: 'reached', mutants: candidates })
    if (took > this.pass.longestMs) return note(journal, { event: 'deferred', test: name, file: test.file.filepath })
    this.mutants.collect()
    const isRepeatable = await passes(again)
    const { reached: each } = this.mutants.collected()
    if (!isRepeatable) return note(journal, { event: 'unrepeatable', test: name })
    const once = candidates.filter((id) => !each.has(id))
    if (once.length > 0) note(journal, { event: 'loaded', mutants: once })

    const killed: number[] = []
    for (const id of candidates.filter((one) => each.has(one))) {
      note(journal, { event: 'planted', mutant: id })
      this.mutants.plant(id, LEAST_ASKED + asked * PATIENCE)
      if (!(await passes(again, LEAST_PATIENCE_MS + took * PATIENCE))) killed.push(id)
      this.mutants.clear()
    }
    // A mutant that left something behind may have killed those after it.
    if (!(await passes(again))) return note(journal, { event: 'unrepeatable', test: name })
    for (const id of killed) {
      this.alive.delete(id)
      note(journal, { event: 'killed', mutant: id, by: name })
    }
  }
}

async function passes(run: () => unknown, patienceMs?: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  try {
    const late = new Promise((_, reject) => {
      if (patienceMs !== undefined) timer = setTimeout(() => reject(new Error('late')), patienceMs)
    })
    await Promise.race([run(), late])
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

function nameOf(task: RunnerTask): string {
  return `${task.file.name} > ${task.fullTestName ?? task.name}`
}

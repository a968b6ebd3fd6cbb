import fc from 'fast-check'
import { type RunnerTask, type RunnerTestCase, type RunnerTestFile, type SerializedConfig, TestRunner } from 'vitest'
import { Attempts } from './attempt.ts'
import { note } from './journal.ts'
import type { Pass } from './plan.ts'
import { Switch } from './switch.ts'

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
    const { journal, longestMs } = this.pass
    const name = nameOf(test)
    const attempts = new Attempts(this.mutants, run, test)
    const first = await attempts.first()
    const unsound = async (event: 'unrepeatable' | 'broken') => note(journal, { event, test: name })
    if (first.outcome !== 'passed') return unsound((await attempts.again()).outcome === 'passed' ? 'unrepeatable' : 'broken')
    const candidates = [...first.reached].filter((id) => this.alive.has(id))
    if (candidates.length === 0) return
    note(journal, { event: 'reached', mutants: candidates })
    if (first.tookMs > longestMs) return note(journal, { event: 'deferred', test: name, file: test.file.filepath })
    const second = await attempts.again()
    if (second.outcome !== 'passed') return unsound('unrepeatable')
    const once = candidates.filter((id) => !second.reached.has(id))
    if (once.length > 0) note(journal, { event: 'loaded', mutants: once })

    for (const id of candidates.filter((one) => second.reached.has(one))) {
      note(journal, { event: 'planted', mutant: id })
      if ((await attempts.plant(id, first)) === 'passed') continue
      // It fails for this mutant alone, not for what an earlier one left behind, nor because the machine is busy.
      if ((await attempts.plant(null, first)) !== 'passed') return unsound('unrepeatable')
      this.alive.delete(id)
      note(journal, { event: 'killed', mutant: id, by: name })
    }
  }
}

function nameOf(task: RunnerTask): string {
  return `${task.file.name} > ${task.fullTestName ?? task.name}`
}

import type { RunnerTestCase } from 'vitest'
import { repeat } from './repeat.ts'
import type { Switch } from './switch.ts'

/** So much more than a sound run one with a mutant may take. */
const PATIENCE = 20
const LEAST_PATIENCE_MS = 2000
const LEAST_ASKED = 100_000

type Outcome = 'passed' | 'failed' | 'late'

/** What a run of the test takes as it is. */
export interface Sound {
  readonly outcome: Outcome
  readonly tookMs: number
  readonly asked: number
  readonly reached: ReadonlySet<number>
}

/** One test, run again and again: as it is, and with mutants. */
export class Attempts {
  private readonly mutants: Switch
  private readonly run: () => unknown
  private readonly test: RunnerTestCase

  constructor(mutants: Switch, run: () => unknown, test: RunnerTestCase) {
    this.mutants = mutants
    this.run = run
    this.test = test
  }

  /** The run that Vitest asked for. */
  first(): Promise<Sound> {
    return this.measure(this.run)
  }

  again(): Promise<Sound> {
    return this.measure(() => repeat(this.run, this.test))
  }

  /** Whether it passes with this mutant, or with none, in not much more time than a sound run takes. */
  async plant(id: number | null, { tookMs, asked }: Sound): Promise<Outcome> {
    this.mutants.plant(id, LEAST_ASKED + asked * PATIENCE)
    const outcome = await this.outcomeOf(() => repeat(this.run, this.test), LEAST_PATIENCE_MS + tookMs * PATIENCE)
    this.mutants.clear()
    return outcome
  }

  private async measure(work: () => unknown): Promise<Sound> {
    this.mutants.collect()
    const started = performance.now()
    const outcome = await this.outcomeOf(work, Number.POSITIVE_INFINITY)
    return { outcome, tookMs: performance.now() - started, ...this.mutants.collected() }
  }

  private async outcomeOf(work: () => unknown, patienceMs: number): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Outcome>((resolve) => {
      if (Number.isFinite(patienceMs)) timer = setTimeout(resolve, patienceMs, 'late')
    })
    const done = this.mutants.start(async (): Promise<Outcome> => {
      try {
        await work()
        return 'passed'
      } catch {
        return 'failed'
      }
    })
    const outcome = await Promise.race([done, late])
    clearTimeout(timer)
    return outcome
  }
}

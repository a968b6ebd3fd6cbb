import { clearTimeout, setTimeout } from 'node:timers'
import type { RunnerTestCase } from 'vitest'
import { renew } from './renew.ts'
import type { Switch } from './switch.ts'

/** So much more than a sound run one with a mutant may take. */
const PATIENCE = 20
const LEAST_PATIENCE_MS = 2000
const LEAST_ASKED = 100_000
const LONGEST_MS = 120_000
/** Tests mock those of `globalThis`. */
const [start, stop, now] = [setTimeout, clearTimeout, performance.now.bind(performance)]

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
    return this.measure(async () => undefined)
  }

  again(): Promise<Sound> {
    return this.measure(() => renew(this.test))
  }

  /** Whether it passes with this mutant, or with none, in not much more time than a sound run takes. */
  async plant(id: number | null, { tookMs, asked }: Sound): Promise<Outcome> {
    this.mutants.plant(id, LEAST_ASKED + asked * PATIENCE)
    const { outcome } = await this.attempt(() => renew(this.test), LEAST_PATIENCE_MS + tookMs * PATIENCE)
    this.mutants.clear()
    return outcome
  }

  private async measure(prepare: () => Promise<void>): Promise<Sound> {
    this.mutants.collect()
    return { ...(await this.attempt(prepare, LONGEST_MS)), ...this.mutants.collected() }
  }

  /** To prepare it may wait for what the run before left open: that is not counted. */
  private attempt(prepare: () => Promise<void>, patienceMs: number): Promise<{ outcome: Outcome; tookMs: number }> {
    return this.mutants.start(async () => {
      let started = now()
      const told = (outcome: Outcome) => ({ outcome, tookMs: now() - started })
      let timer: NodeJS.Timeout | undefined
      try {
        await prepare()
        started = now()
        const late = new Promise<'late'>((resolve) => {
          timer = start(resolve, patienceMs, 'late')
        })
        return told(await Promise.race([Promise.resolve(this.run()).then((): Outcome => 'passed'), late]))
      } catch {
        return told('failed')
      } finally {
        stop(timer)
      }
    })
  }
}

import type { Experiment, LeftOut } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, usd } from '../../words/format.ts'

/** What was left out, and why: `2 runs with several values of metadata.variant (14 calls, $0.03)`. */
export function describeLeftOut({ reason, runs, calls, cost_usd }: LeftOut, { by }: Pick<Experiment, 'by'>, voice: Voice): string {
  const words: Record<LeftOut['reason'], string> = {
    several_variants: `with several values of ${voice.name(by)}`,
    no_variant: `without ${voice.name(by)}`,
    no_run: 'without a run, beside runs',
    unpriced: 'without a known price',
    earlier: 'with records from before the time in since',
    aggregate: 'in records that stand for several calls',
  }
  const [subject, figures] =
    runs > 0 ? [count(runs, 'run'), `${count(calls, 'call')}, ${usd(cost_usd)}`] : [count(calls, 'call'), usd(cost_usd)]
  return `${subject} ${words[reason]} (${figures})`
}

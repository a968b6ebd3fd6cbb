import type { Noise, OddRun, Report } from '../../generated/types.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import type { Voice } from '../../words/escape.ts'
import { capitalize, count, integer, joinWords, signedPercent, signedWholePercent, usd } from '../../words/format.ts'
import { totalOf, writeGrowth } from '../verdict/total.ts'

const ANEW = 'Running the evals again measures anew.'
/** The report names no more: of as many nobody knows whether they are all. */
const MOST_ODD = 5

/** Why nobody can tell, and what would: `+24 %: above the limit, inside the noise. Chance alone reaches +31 % here …` */
export function writeDoubt(report: Report, noise: Noise, voice: Voice, strong: (words: string) => string): string {
  const total = totalOf(report)
  const growth = total === null ? null : writeGrowth(report, total)
  const state = (words: string) => strong(growth === null ? `${capitalize(words)}.` : `${growth}: ${words}.`)
  if (noise.reason === 'one_run') {
    const few = noise.odd_runs.length > 1 ? `${integer(noise.odd_runs.length)} runs make it` : 'one run makes it'
    return [state(few), ...writeOdd(report, noise, voice), 'Run the evals again.'].join(' ')
  }
  const { fewer, facts } = describeMissing(report)
  if (noise.reason === 'fewer_runs') return `${state(`a pass would rest on fewer ${fewer}`)}${facts}`
  return [state('above the limit, inside the noise'), writeChance(report, noise), writeAdvice(noise), ANEW].join(' ')
}

function writeChance({ head }: Report, noise: Noise): string {
  const { reach_percent: reach, measured_percent: measured, lowest_usd: lowest, highest_usd: highest, records, level_records } = noise
  const known = count(level_records ?? records, 'record')
  const range = lowest === null || highest === null ? '' : `, ${usd(lowest, highest)} to ${usd(highest, lowest)}`
  const facts = `${known} of the base branch${range}`
  if (reach !== null && measured !== null && measured <= reach)
    return `Chance alone reaches ${signedWholePercent(reach, measured)} here (${facts}).`
  if (highest !== null && head.total_cost_usd <= highest)
    return `A record cost ${usd(highest, head.total_cost_usd)} without this change (${facts}).`
  return `The records cannot tell it from chance (${facts}).`
}

function writeAdvice({ repetitions }: Noise): string {
  return repetitions === null
    ? 'More records of the base branch, or more runs, would help.'
    : `${count(repetitions, 'repetition')} would tell.`
}

/** Which runs, and what the increase would be had they cost what the dearest usually does. */
function writeOdd(report: Report, { odd_runs: odd }: Noise, voice: Voice): string[] {
  const [first] = odd
  if (first === undefined) return []
  // A name stays as it is, also where a sentence begins with it.
  const nameless = (place: number) => `${place === 0 ? 'A' : 'a'} run without a name`
  const runs = odd.map(
    ({ run_id: run, usd: cost, usual_usd: usual }, place) => `${run === null ? nameless(place) : voice.name(run)} cost ${usd(cost, usual)}`,
  )
  const what = `${joinWords(runs)}; the dearest usually costs ${usd(first.usual_usd, first.usd)}.`
  const without = odd.length < MOST_ODD ? growthWithout(report, odd) : null
  if (without === null) return [what]
  const limit = report.settings.max_increase_percent
  return [what, `At that cost, ${signedPercent(without, limit)}${without > limit ? ', inside the noise' : ''}.`]
}

function growthWithout(report: Report, odd: readonly OddRun[]): number | null {
  const total = totalOf(report)
  if (total === null || total.before <= 0 || total.percent === null) return null
  const usual = sumUsd([total.after, ...odd.map(({ usual_usd: one }) => one)])
  const after = differenceUsd(usual, sumUsd(odd.map(({ usd: one }) => one)))
  return after < 0 ? null : (differenceUsd(after, total.before) / total.before) * 100
}

/** ` 8 of 12 runs were measured; per run it is +35 %.` */
function describeMissing({ workload, settings }: Report): { readonly fewer: string; readonly facts: string } {
  if (workload === null || workload.fewer === null) return { fewer: 'runs or cases', facts: '' }
  const { fewer, unit, percent } = workload
  const growth = percent === null || unit === null ? '' : `; per ${unit} it is ${signedPercent(percent, settings.max_increase_percent)}`
  const whole = count(fewer.baseline, fewer.figure === 'cases' ? 'case' : 'run')
  return { fewer: fewer.figure, facts: ` ${integer(fewer.head)} of ${whole} ${fewer.head === 1 ? 'was' : 'were'} measured${growth}.` }
}

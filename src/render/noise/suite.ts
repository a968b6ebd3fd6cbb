import { ENOUGH } from '../../compare/noise/known.ts'
import type { Noise, RecordLeftOut, Report } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent, signedWholePercent, usd, wholePercent } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'

/** A suite that sees less than this many limits should say so aloud. */
const BLIND = 2
const MOST_LEFT_OUT = 3

/** `Noise of this suite: ±5 %, from 20 records. It can prove +20 % and more.`, or how far it is from being known; null where there is no history. */
export function writeSuite(report: Report): string | null {
  const { noise, baseline } = report
  if (noise === null) return null
  const { noise_percent: sd, smallest_provable_percent: smallest, records } = noise
  if (sd === null) {
    if (noise.reason === 'no_history' || records >= ENOUGH || (noise.reason !== 'few_records' && records === 0)) return null
    const alone = (baseline.window?.records ?? 1) > 1 ? '' : ' Until then the newest record alone is the baseline.'
    return `Noise is not known yet: ${integer(records)} of ${count(ENOUGH, 'record')}.${alone}`
  }
  const known = `Noise of this suite: ±${wholePercent(sd)}, from ${count(records, 'record')}.`
  return smallest === null || writeBlind(report) !== null ? known : `${known} It can prove ${writeSmallest(smallest, report)} and more.`
}

/** That only very large increases can be told from chance, and what would help; null where the suite sees well enough. */
export function writeBlind(report: Report): string | null {
  const smallest = report.noise?.smallest_provable_percent ?? null
  if (smallest === null || smallest <= BLIND * report.settings.max_increase_percent) return null
  const blind = `The total of this suite alone proves nothing below ${writeSmallest(smallest, report)}`
  return hasMoved(report)
    ? `${blind} until more records show the new level of the base branch.`
    : `${blind}: more runs, or a repetition, would help.`
}

/** Whether the base branch has just moved: what is known of its new level widens the noise, and that passes by itself. */
function hasMoved({ baseline }: Report): boolean {
  return baseline.window?.by === 'rise' || baseline.window?.by === 'fall'
}

/** That the base branch itself rose by more than a pull request may; null where it did not. */
export function writeRise({ noise, settings, baseline }: Report): string | null {
  if (noise === null || noise.rise === null) return null
  const { usd: from, percent: rise, records, days } = noise.rise
  const to = baseline.total_cost_usd
  const when = days === null || days < 1 ? '' : `, ${count(days, 'day')}`
  const figures = to === null ? '' : ` (${usd(from, to)} to ${usd(to, from)})`
  return `The base branch itself rose by ${percent(rise, settings.max_increase_percent)} over ${count(records, 'record')}${when}${figures}.`
}

/** `Left out: record of 8899ac1 (6 of 12 runs)`; null where every record counts. */
export function writeLeftOut({ noise }: Report, voice: Voice): string | null {
  const { shown, hidden } = limit(noise?.left_out ?? [], MOST_LEFT_OUT)
  if (shown.length === 0) return null
  const more = hidden.length === 0 ? '' : `, and ${integer(hidden.length)} more`
  return `Left out: ${shown.map((record) => `${nameRecord(record, voice)} (${describeReason(record)})`).join(', ')}${more}.`
}

/** Never rounded to the limit that it is above. */
function writeSmallest(smallest: NonNullable<Noise['smallest_provable_percent']>, { settings }: Report): string {
  return signedWholePercent(smallest, settings.max_increase_percent)
}

function nameRecord({ commit, created_at: at }: RecordLeftOut, voice: Voice): string {
  if (commit !== null) return `record of ${voice.name(commit.slice(0, 7))}`
  return at === null || parseLooseTime(at) === null ? 'a record' : `record of ${voice.name(at.slice(0, 10))}`
}

function describeReason({ reason, count: found, usual }: RecordLeftOut): string {
  switch (reason) {
    case 'fewer_runs':
      return describeFewer(found, usual, 'run')
    case 'fewer_cases':
      return describeFewer(found, usual, 'case')
    case 'unpriced':
      return `${found === null ? 'calls' : count(found, 'call')} without a known price`
    case 'invalid':
      return `${found === null ? 'records' : count(found, 'record')} that could not be read`
    case 'from_disk':
      return `${found === null ? 'calls' : count(found, 'call')} from a cache on disk`
    case 'free':
      return 'it cost nothing'
  }
}

function describeFewer(found: number | null, usual: number | null, noun: string): string {
  if (found === null) return `fewer ${noun}s`
  return usual === null ? `only ${count(found, noun)}` : `${integer(found)} of ${count(usual, noun)}`
}

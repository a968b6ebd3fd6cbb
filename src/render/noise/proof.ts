import type { FactorName, Noise, NoiseFactor, Report } from '../../generated/types.ts'
import { integer, joinWords, signedWholePercent, usd, wholePercent } from '../../words/format.ts'
import { totalOf, writeGrowth } from '../verdict/total.ts'

const FACTORS: Record<FactorName, string> = { calls: 'calls', tokens_per_call: 'tokens per call', price_per_token: 'the price per token' }
/** What hides an increase, and how. */
const HIDERS: Record<FactorName, string> = {
  calls: 'Fewer calls hide it',
  tokens_per_call: 'Fewer tokens per call hide it',
  price_per_token: 'A lower price per token hides it',
}

/** `Not chance: chance reaches +14 %, and none of the last 20 records of the base branch was above $1.31.` */
export function writeProof({ head }: Report, noise: Noise, strong: (words: string) => string): string {
  const { proven_by: by, reach_percent: reach, measured_percent: measured, highest_usd: highest } = noise
  const chance = reach === null ? null : signedWholePercent(reach, measured ?? undefined)
  const isBeyond = (reach === null || (measured ?? Number.POSITIVE_INFINITY) > reach) && (highest === null || head.total_cost_usd > highest)
  const evidence = by === 'total' ? writeHighest(noise, head.total_cost_usd) : writeEvidence(noise)
  if (by === 'total' || isBeyond) {
    const parts = [chance === null ? null : `chance reaches ${chance}`, evidence].filter((part) => part !== null)
    return parts.length === 0 ? `${strong('Not chance')}.` : `${strong('Not chance')}: ${parts.join(', and ')}.`
  }
  const why =
    measured !== null && reach !== null && measured <= reach
      ? `it reaches ${chance}`
      : `a record cost ${usd(highest ?? 0, head.total_cost_usd)}`
  return `The total alone could be chance (${why}), but ${evidence ?? 'more is proven'}.`
}

/** `+12 %, within the limit, but tokens per call rose 31 % (chance: 8 %). Fewer calls hide it (−14 %, chance: 26 %).` */
export function writeHidden(report: Report, noise: Noise, strong: (words: string) => string): string {
  const total = totalOf(report)
  const growth = total === null ? null : writeGrowth(report, total)
  const kept = growth === null ? 'Within the limit' : `${growth}, within the limit`
  if (noise.proven_by === 'total') {
    const proven = noise.proven_percent === null ? 'more' : signedWholePercent(noise.proven_percent)
    return `${strong(`${kept}, but ${proven} is proven`)} once prompts are read from the cache as much as usual.`
  }
  const [first, ...others] = sureFactors(noise)
  if (noise.proven_by === 'factors' && first !== undefined) {
    const more = others.map((factor) => `, and ${writeFactor(factor)} (${writeReach(factor)})`).join('')
    return `${strong(`${kept}, but ${writeFactor(first)}`)} (${writeReach(first)})${more}. ${writeHider(noise)}`.trim()
  }
  return `${strong(`${kept}, but more is proven`)}: ${writeEvidence(noise) ?? 'its parts rose beyond chance'}. ${writeHider(noise)}`.trim()
}

/** That no record cost as much. Records of a level that was left behind say nothing about this one. */
function writeHighest({ highest_usd: highest, level_records: records }: Noise, spent: number): string | null {
  if (highest === null) return null
  // A level that began with the newest record.
  if (records === 1) return `the newest record of the base branch, alone at its level, cost ${usd(highest, spent)}`
  const which =
    records === undefined
      ? 'no record of the base branch at its present level'
      : `none of the last ${integer(records)} records of the base branch`
  return `${which} was above ${usd(highest, spent)}`
}

/** What rose beyond chance beneath the total; null where nothing is told. */
function writeEvidence(noise: Noise): string | null {
  const { proven_by: by, proven_percent: proven } = noise
  if (by === 'agents')
    return `tokens per call of single agents rose beyond chance${proven === null ? '' : ` (${signedWholePercent(proven)} of the total)`}`
  const sure = sureFactors(noise).map((factor) => `${writeFactor(factor)} (${writeReach(factor)})`)
  return sure.length === 0 ? null : joinWords(sure)
}

/** Calls prove nothing alone: they are the noisy part. */
function sureFactors({ factors }: Noise): NoiseFactor[] {
  return factors.filter(({ name, sure }) => sure && name !== 'calls').sort((one, other) => other.percent - one.percent)
}

/** What fell the most of what the proof does not count: chance alone, which nobody can count on the next time, or a price. */
function writeHider({ factors, proven_by: by }: Noise): string {
  // Agents prove tokens alone: what these cost less is not taken from them.
  const isHiding = ({ name, sure }: NoiseFactor) => !sure || name === 'calls' || (by === 'agents' && name === 'price_per_token')
  const [hider] = factors.filter((factor) => factor.percent < 0 && isHiding(factor)).sort((one, other) => one.percent - other.percent)
  return hider === undefined ? '' : `${HIDERS[hider.name]} (${signedWholePercent(hider.percent)}, ${writeReach(hider)}).`
}

function writeFactor({ name, percent }: NoiseFactor): string {
  return `${FACTORS[name]} ${percent < 0 ? 'fell' : 'rose'} ${wholePercent(Math.abs(percent))}`
}

function writeReach({ percent, reach_percent: reach }: NoiseFactor): string {
  return `chance: ${wholePercent(Math.abs(reach), Math.abs(percent))}`
}

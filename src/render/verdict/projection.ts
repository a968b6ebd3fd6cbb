import type { ProjectedAgent, Projection, Report, RunsPer } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, roughUsd, signedRoughUsd } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import { isFloor } from './total.ts'

/** Agents that are named, and names of each kind that are in no amount. */
const NAMED = 3

/** `Projection, at 4,000 runs a day: $1,240 a month, +$310`; null where the policy gives no volume. */
export function writeProjection(report: Report, voice: Voice, strong: (words: string) => string): string | null {
  const { projection } = report
  if (projection === null) return null
  const { head_usd: usd, agents, reason } = projection
  const beside = writeMissing(projection, voice)
  if (usd === null) return `No projection: ${voice.text(reason ?? 'the cost of a run is not known')}${beside}.`
  const own = limit(agents, NAMED)
  const each = own.shown.map((agent) => writeAgent(agent, voice))
  const more = own.hidden.length > 0 ? [`${integer(own.hidden.length)} more`] : []
  const list = each.length === 0 ? '' : ` (${[...each, ...more].join('; ')})`
  const volume = projection.volume === null ? `at the runs of ${count(agents.length, 'agent')}` : writeRuns(projection.volume)
  const move = [`${isFloor(report) ? 'at least ' : ''}${roughUsd(usd)} a month`, writeRange(projection), writeIncrease(projection)]
  return `Projection, ${volume}: ${strong(move.filter((part) => part !== null).join(', '))}${list}${beside}`
}

/** How far chance may have moved what was measured. */
function writeRange({ low_usd: low, high_usd: high }: Projection): string | null {
  return low === null || high === null ? null : `between ${roughUsd(low)} and ${roughUsd(high)}`
}

function writeIncrease({ increase_usd: increase }: Projection): string | null {
  if (increase === null) return null
  return increase === 0 ? 'unchanged' : signedRoughUsd(increase)
}

function writeAgent({ name, volume, head_usd: usd }: ProjectedAgent, voice: Voice): string {
  return `${voice.name(name)} ${writeRuns(volume)}: ${usd === null ? 'not known' : roughUsd(usd)}`
}

function writeRuns({ runs, per }: RunsPer): string {
  return `at ${count(runs, 'run')} a ${per}`
}

/** What is in no amount, so that nobody takes it for nothing. */
function writeMissing({ without_volume: without, unmatched }: Projection, voice: Voice): string {
  const list = (names: readonly string[]) => {
    const { shown, hidden } = limit(names, NAMED)
    return [...shown.map(voice.name), ...(hidden.length > 0 ? [`${integer(hidden.length)} more`] : [])].join(', ')
  }
  const parts = [
    without.length > 0 ? `no volume for ${list(without)}` : null,
    unmatched.length > 0 ? `no use of ${list(unmatched)}` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`
}

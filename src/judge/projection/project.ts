import type { Side, SideStats } from '../../compare/side.ts'
import type { ProjectedAgent, Projection } from '../../generated/types.ts'
import type { Runs, Volume } from '../../policy/policy.ts'
import { shareVolumes } from './agents.ts'
import { fromPicos, monthOf } from './month.ts'

/** A month has as many, so that everybody can check the product by hand. */
const DAYS_PER_MONTH = 30

/**
 * What a month costs at the runs that the policy says there are: cost of a run, as measured, times these runs. Where it says that of agents alone,
 * it is the sum of these agents. Null without a volume.
 * @param reachPercent how far chance alone reaches in the total of this suite; null: not known. Percent.
 */
export function project(volume: Volume | null, baseline: Side | null, head: Side, reachPercent: number | null): Projection | null {
  if (volume === null) return null
  const agents = shareVolumes(volume.agents, baseline?.agents ?? new Map(), head.agents ?? new Map())
  const listed = agents.shared.map(({ name, runs, before, after }): Projected => {
    return { name, runs, before: before && monthOfAgent(before, runs), after: after && monthOfAgent(after, runs) }
  })
  const { now, was, reason } = volume.all === null ? sumOf(listed, baseline) : ofEverything(volume.all, baseline, head)
  const usd = now === null ? null : fromPicos(now)
  const [low, high] =
    usd === null || reachPercent === null ? [null, null] : [usd / (1 + reachPercent / 100), usd * (1 + reachPercent / 100)]
  return {
    days_per_month: DAYS_PER_MONTH,
    volume: volume.all,
    head_usd: usd,
    baseline_usd: now === null || was === null ? null : fromPicos(was),
    increase_usd: now === null || was === null ? null : fromPicos(now - was),
    low_usd: low,
    high_usd: high,
    reason,
    agents: listed
      .filter(({ after }) => after !== null)
      .map(describe)
      .sort(byCost),
    without_volume: volume.all === null ? agents.without : [],
    unmatched: agents.unmatched,
  }
}

/** A month of one agent on both sides, in picodollars; null: it was not there. `unknown`: what a run of it costs is not known. */
interface Projected {
  readonly name: string
  readonly runs: Runs
  readonly before: Month | null
  readonly after: Month | null
}
type Month = bigint | 'unknown'

interface Sum {
  readonly now: bigint | null
  readonly was: bigint | null
  readonly reason: string | null
}

function ofEverything(volume: Runs, baseline: Side | null, head: Side): Sum {
  const now = monthOf(head.totalUsd, head.figures.runs ?? 0, perMonth(volume))
  const was = baseline === null ? null : monthOf(baseline.totalUsd, baseline.figures.runs ?? 0, perMonth(volume))
  return { now, was, reason: now === null ? 'no call names its run, so nobody knows what a run costs' : null }
}

/** An agent that one side does not have costs nothing there. */
function sumOf(agents: readonly Projected[], baseline: Side | null): Sum {
  const used = agents.filter(({ after }) => after !== null)
  const unknown = agents.filter(({ after }) => after === 'unknown').map(({ name }) => name)
  if (used.length === 0) return { now: null, was: null, reason: 'no agent with a volume was used' }
  if (unknown.length > 0) return { now: null, was: null, reason: `what a run of ${unknown.join(', ')} costs is not known` }
  const hasBaseline = baseline !== null && baseline.agents !== null
  return { now: add(agents.map(({ after }) => after)), was: hasBaseline ? add(agents.map(({ before }) => before)) : null, reason: null }
}

function add(months: readonly (Month | null)[]): bigint | null {
  let sum = 0n
  for (const month of months) {
    if (month === 'unknown') return null
    sum += month ?? 0n
  }
  return sum
}

function monthOfAgent({ costUsd, runs = 0 }: SideStats, volume: Runs): Month {
  return (costUsd === null ? null : monthOf(costUsd, runs, perMonth(volume))) ?? 'unknown'
}

function perMonth({ runs, per }: Runs): number {
  return per === 'month' ? runs : runs * DAYS_PER_MONTH
}

function describe({ name, runs: { runs, per }, before, after }: Projected): ProjectedAgent {
  const usd = (month: Month | null) => (month === null || month === 'unknown' ? null : fromPicos(month))
  return { name, volume: { runs, per }, head_usd: usd(after), baseline_usd: usd(before) }
}

/** Those that cost as much stay in the order of their names. */
function byCost(one: ProjectedAgent, other: ProjectedAgent): number {
  return (other.head_usd ?? 0) - (one.head_usd ?? 0)
}

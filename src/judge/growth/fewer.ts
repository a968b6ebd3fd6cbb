import type { FewerUnits, Workload } from '../../generated/types.ts'
import { exceedsIncrease, exceedsPerUnit, type IncreaseLimit } from './increase.ts'

/**
 * Whether it is only for fewer cases or runs that the total is within its limit: what of them each cost is above it. Null where it is not; else of
 * what there are fewer. Amounts in US dollars.
 */
export function restsOnFewer(
  workload: Pick<Workload, 'differs'> | null,
  { baselineUsd, headUsd }: { readonly baselineUsd: number; readonly headUsd: number },
  limit: IncreaseLimit,
): FewerUnits | null {
  if (workload === null || exceedsIncrease(baselineUsd, headUsd, limit)) return null
  for (const { figure, baseline, head } of workload.differs) {
    if (figure !== 'cases' && figure !== 'runs') continue
    // Where there are not fewer, none of them is above a limit that all of them keep.
    if (exceedsPerUnit({ usd: baselineUsd, units: baseline }, { usd: headUsd, units: head }, limit)) return { figure, baseline, head }
  }
  return null
}

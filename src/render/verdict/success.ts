import type { Ended, Report } from '../../generated/types.ts'
import { integer, percent, usd } from '../../words/format.ts'

/** `Runs that succeeded: 9 of 10 → 6 of 10 (90 % → 60 %), $0.12 → $0.15 per success`; null where head does not say how all of its runs ended. */
export function writeSuccess({ success }: Pick<Report, 'success'>, strong: (words: string) => string): string | null {
  if (success === null || success.head === null) return null
  const { baseline: before, head: after } = success
  const [counts, rates] = [
    writeMove(before && writeCount(before), writeCount(after)),
    writeMove(before && writeRate(before), writeRate(after)),
  ]
  return [`Runs that succeeded: ${strong(counts)} (${rates})`, writeCost(before, after)].filter((part) => part !== null).join(', ')
}

function writeMove(before: string | null, after: string): string {
  return before === null || before === after ? after : `${before} → ${after}`
}

function writeCount({ successful_runs: successes, runs }: Ended): string {
  return `${integer(successes)} of ${integer(runs)}`
}

function writeRate({ success_rate: rate }: Ended): string {
  return percent(rate * 100)
}

function writeCost(before: Ended | null, { cost_per_success_usd: now }: Ended): string | null {
  const was = before?.cost_per_success_usd ?? null
  return now === null ? null : `${writeMove(was === null ? null : usd(was, now), usd(now, was ?? undefined))} per success`
}

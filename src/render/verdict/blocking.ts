import type { Report } from '../../generated/types.ts'
import { isBlocking } from '../../judge/verdict.ts'

/** What findings came to, and the settings that decide whether they block. */
export type Outcome = Pick<Report, 'verdict' | 'findings' | 'blocked'> & {
  readonly settings: Pick<Report['settings'], 'fail_on' | 'dry_run'>
}

/** Whether a setting alone lets it pass; what was eased into a warning blocks nobody. */
export function wouldFail({ blocked, findings, settings }: Outcome): boolean {
  const { dry_run: isDry, fail_on: failOn } = settings
  return !blocked && (isDry || failOn === 'never') && isBlocking(findings, failOn === 'never' ? 'error' : failOn)
}

/** Which of these settings decides whether it blocks, where the verdict alone does not say; null where it does. */
export function writeBlocking(outcome: Outcome): string | null {
  if (outcome.settings.dry_run) return 'Dry run: nothing is blocked.'
  if (wouldFail(outcome)) return 'Nothing is blocked: fail-on is never.'
  return outcome.blocked && outcome.verdict === 'warn' ? 'Warnings block: fail-on is warning.' : null
}

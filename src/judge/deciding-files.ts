import type { Finding } from '../generated/types.ts'
import { find } from './ruling.ts'

const subject = { kind: 'data', name: null } as const

/** The pull request breaks what judges: once it is merged, nothing could be judged any more. A person may know that it is meant so. */
export function findBrokenProposal(problem: string): Finding {
  const message = `by its own version nothing can be judged: ${problem}`
  return find('error', { rule: 'broken_in_pull_request', subject, message, approvable: true })
}

/** The base is broken and the pull request mends it: what judged was written by the judged, so a person has to accept it. */
export function findBrokenBase(problem: string): Finding {
  const message = `the base cannot judge, so this pull request was judged by its own version, which a person has to accept: ${problem}`
  return find('error', { rule: 'broken_on_base', subject, message, approvable: true })
}

/** A record is no verdict: it is kept without the policy. */
export function findBrokenPolicy(problem: string): Finding {
  return find('warning', { rule: 'broken_policy', subject, message: `judged without a policy: ${problem}` })
}

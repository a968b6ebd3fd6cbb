import type { PullRequest, Repository } from './event.ts'

/** What is to be approved, and by which label. */
export interface Approvable {
  readonly repository: Repository
  readonly pull: PullRequest
  readonly label: string
}

/** Somebody who may have approved. */
export interface Candidate {
  readonly login: string
  /** ISO 8601. */
  readonly at: string
}

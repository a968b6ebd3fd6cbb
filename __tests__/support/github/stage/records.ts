/** Someone who can write: a person, or an app. */
export interface Account {
  readonly login: string
  readonly type: 'User' | 'Bot'
}

/** A comment as the server keeps it. */
export interface StoredComment {
  readonly id: number
  readonly issue: number
  readonly author: Account | null
  body: string
  readonly createdAt: string
  updatedAt: string
}

/** An issue that is no pull request. */
export interface Ticket {
  readonly number: number
  readonly author: Account
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'reopened' | null
  readonly labels: Set<string>
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
}

/** A commit with its whole tree. */
export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  readonly files: Map<string, string | Buffer>
  readonly message: string
  readonly date: string
  /** Login. */
  readonly author: string
}

/** A pull request; `head.repoId` is null once the fork is gone. */
export interface Pull {
  readonly number: number
  /** Login; null once the account is gone. */
  readonly author: string | null
  readonly head: { readonly ref: string; readonly owner: string; sha: string; repoId: number | null }
  readonly base: { ref: string; sha: string }
  /** The merge that GitHub tries out, which `pull_request` runs on; once merged, the real one. */
  mergeSha: string
  state: 'open' | 'closed'
  locked: boolean
  merged: boolean
  readonly labels: Set<string>
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
}

/** Something that happened to a pull request. */
export interface IssueEvent {
  readonly id: number
  readonly issue: number
  readonly event:
    | 'labeled'
    | 'unlabeled'
    | 'head_ref_force_pushed'
    | 'closed'
    | 'merged'
    | 'locked'
    | 'base_ref_changed'
    | 'automatic_base_change_succeeded'
  readonly actor: Account
  readonly label: string | null
  readonly commitId: string | null
  readonly createdAt: string
}

export interface Review {
  readonly id: number
  readonly pull: number
  readonly user: Account | null
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  readonly commitId: string
  readonly submittedAt: string
}

/** A run of a workflow; it goes on while `conclusion` is null. `headRepoId` is null once the fork is gone. */
export interface Run {
  readonly id: number
  attempt: number
  readonly event: string
  readonly headSha: string
  readonly headBranch: string | null
  headRepoId: number | null
  /** Login. */
  readonly actor: string
  readonly createdAt: string
  /** When the attempt began that it is at. */
  startedAt: string
  /** File of the workflow. */
  readonly path: string
  readonly name: string
  conclusion: string | null
  readonly prNumbers: readonly number[]
}

/** An artifact; the lists show it once it is finalized. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly runId: number
  /** Attempt of the run: a second one may use the name again. */
  readonly attempt: number
  bytes: Buffer
  /** For example `sha256:…`. */
  digest: string
  expired: boolean
  finalized: boolean
  readonly createdAt: string
  readonly expiresAt: string
}

/** A commit status. */
export interface Status {
  readonly id: number
  readonly sha: string
  readonly state: string
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly createdAt: string
}

import type { Account, Artifact, Commit, IssueEvent, Pull, Review, Run, Status, StoredComment, Ticket } from './stage/records.ts'

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'
export type Scope = 'contents' | 'actions' | 'pull-requests' | 'statuses' | 'issues'
export type Access = 'write' | 'read' | 'none'

/** What the server knows: one repository, its forks, and the holder of the one token that it accepts. */
export interface State {
  readonly owner: string
  readonly repo: string
  readonly repoId: number
  readonly defaultBranch: string
  readonly token: string
  /** Who the token acts as. An installation token may not ask for its user. */
  holder: Account & { readonly isInstallation: boolean }
  /** What the token may do; what is not named: write. */
  readonly scopes: Map<Scope, Access>
  /** Commits by sha, those of forks too. */
  readonly commits: Map<string, Commit>
  /** Tips by name; a branch of a fork is `owner:name`. */
  readonly branches: Map<string, string>
  /** Commits of tags, by name. */
  readonly tags: Map<string, string>
  /** Owners of forks by id of the repository. */
  readonly forks: Map<number, string>
  readonly pulls: Map<number, Pull>
  /** Issues that are no pull requests. */
  readonly tickets: Map<number, Ticket>
  /** Whether the repository has issues at all. */
  hasIssues: boolean
  readonly events: IssueEvent[]
  readonly reviews: Review[]
  readonly comments: StoredComment[]
  /** By login; who is not here is a stranger. */
  readonly permissions: Map<string, Role>
  readonly runs: Map<number, Run>
  readonly artifacts: Artifact[]
  readonly statuses: Status[]
  /** Last id that was given, by kind. */
  readonly lastIds: Map<IdKind, number>
  /** Advances with every write, so that times differ. */
  clockMs: number
}

/** The job's own token. */
export const jobToken = { login: 'github-actions[bot]', type: 'Bot', isInstallation: true } as const

const idKinds = { comment: 3_000_000_000, run: 9000, artifact: 4_000_000_000, event: 5_000_000_000, pull: 7 } as const
type IdKind = keyof typeof idKinds

/** A repository with nothing in it but the holder of the token. */
export function createEmptyState(): State {
  return {
    owner: 'acme',
    repo: 'agents',
    repoId: 1001,
    defaultBranch: 'main',
    token: 'ghs_CANARY0123456789abcdefghijklmnopqrst',
    holder: jobToken,
    scopes: new Map(),
    commits: new Map(),
    branches: new Map(),
    tags: new Map(),
    forks: new Map(),
    pulls: new Map(),
    tickets: new Map(),
    hasIssues: true,
    events: [],
    reviews: [],
    comments: [],
    permissions: new Map(),
    runs: new Map(),
    artifacts: [],
    statuses: [],
    lastIds: new Map(),
    clockMs: Date.UTC(2026, 10, 3, 10),
  }
}

/** An id that nothing of its kind has. */
export function takeId(state: State, kind: IdKind): number {
  const id = (state.lastIds.get(kind) ?? idKinds[kind]) + 1
  state.lastIds.set(kind, id)
  return id
}

/** The time of a write, one second after the last. */
export function tick(state: State): string {
  state.clockMs += 1000
  return new Date(state.clockMs).toISOString().replace('.000', '')
}

/** The repository with main, and pull request 7 of `feature` by dev. */
export function createState(): State {
  const state = createEmptyState()
  const [base, head, merge] = ['b'.repeat(40), 'a'.repeat(40), 'c'.repeat(40)]
  const commit = (sha: string, parents: string[], message: string, minute: number) =>
    state.commits.set(sha, { sha, parents, files: new Map(), message, date: `2026-11-03T09:0${minute}:00Z`, author: 'dev' })
  commit(base, [], 'Begin', 0)
  commit(head, [base], 'Add a feature', 1)
  commit(merge, [base, head], `Merge ${head} into ${base}`, 2)
  state.branches.set('main', base).set('feature', head)
  state.permissions.set('dev', 'write')
  const time = '2026-11-03T09:02:00Z'
  state.pulls.set(7, {
    number: 7,
    author: 'dev',
    head: { ref: 'feature', owner: state.owner, sha: head, repoId: state.repoId },
    base: { ref: 'main', sha: base },
    mergeSha: merge,
    state: 'open',
    locked: false,
    merged: false,
    labels: new Set(),
    createdAt: time,
    updatedAt: time,
    closedAt: null,
  })
  return state
}

/** Writes a comment as somebody. */
export function addComment(state: State, author: Account | null, body: string, issue = 7): StoredComment {
  const time = tick(state)
  const comment = { id: takeId(state, 'comment'), issue, author, body, createdAt: time, updatedAt: time }
  state.comments.push(comment)
  return comment
}

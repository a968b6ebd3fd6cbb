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

/** What the server knows: one repository and the holder of the one token that it accepts. */
export interface State {
  readonly owner: string
  readonly repo: string
  readonly token: string
  /** Who the token acts as. An installation token may not ask for its user. */
  holder: Account & { readonly isInstallation: boolean }
  readonly pulls: Set<number>
  readonly comments: StoredComment[]
  nextId: number
  /** Advances with every write, so that times differ. */
  clockMs: number
}

/** The job's own token. */
export const jobToken = { login: 'github-actions[bot]', type: 'Bot', isInstallation: true } as const

/** A fresh repository with one open pull request. */
export function createState(): State {
  return {
    owner: 'acme',
    repo: 'agents',
    token: 'ghs_CANARY0123456789abcdefghijklmnopqrst',
    holder: jobToken,
    pulls: new Set([7]),
    comments: [],
    nextId: 3_000_000_001,
    clockMs: Date.UTC(2026, 10, 3, 10),
  }
}

/** Writes a comment as somebody. */
export function addComment(state: State, author: Account | null, body: string, issue = 7): StoredComment {
  const time = tick(state)
  const comment = { id: state.nextId++, issue, author, body, createdAt: time, updatedAt: time }
  state.comments.push(comment)
  return comment
}

/** The time of a write, one second after the last. */
export function tick(state: State): string {
  state.clockMs += 1000
  return new Date(state.clockMs).toISOString().replace('.000', '')
}

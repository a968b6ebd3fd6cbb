/** When to write a first comment; one that exists is always brought up to date. */
export type CommentMode = 'always' | 'on-change' | 'on-failure' | 'never'

/** What the mode is decided by. */
export interface CommentFacts {
  readonly verdict: 'pass' | 'warn' | 'fail'
  /** Whether the step fails. */
  readonly blocked: boolean
  /** Whether the total differs from the baseline's. */
  readonly totalChanged: boolean
  readonly findingCount: number
}

/** Whether to write a comment where there is none yet. */
export function mayCreate(mode: CommentMode, { verdict, blocked, totalChanged, findingCount }: CommentFacts): boolean {
  switch (mode) {
    case 'always':
      return true
    case 'on-change':
      return totalChanged || findingCount > 0
    case 'on-failure':
      return verdict === 'fail' || blocked
    case 'never':
      return false
  }
}

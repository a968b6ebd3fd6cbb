import type { Repository } from '../../github/facts/event.ts'

/** Which records are looked for: of the first of these branches that has any, on or before a commit. */
export interface Asked {
  readonly repository: Repository
  readonly branches: readonly string[]
  readonly commit: string
  /** Whether it is likely to be the newest of its branch, so that records are of commits before it. This decides what is asked first, and nothing else. */
  readonly isNewest?: boolean
  /** Name of the artifact. */
  readonly artifact: string
  /** The run that asks: what it recorded itself is no baseline for it. */
  readonly ownRun: number
}

/** Names of the artifacts: the usual one, and the one that a repeated run takes when the usual one is taken. */
export function namesOf({ artifact }: Pick<Asked, 'artifact'>): readonly [string, string] {
  // No key has a blank in it, so the second is no other gate's name.
  return [artifact, `${artifact} (retry)`]
}

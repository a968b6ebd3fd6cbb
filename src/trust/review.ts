import type { FaultyFile } from '../errors.ts'
import type { DecidingFile } from '../generated/types.ts'
import type { Client } from '../github/api/client.ts'
import type { Branch, Repository } from '../github/facts/event.ts'
import type { Folders } from './repository.ts'

/** What is under review: a head that is to be merged into a base. */
export interface Review {
  readonly client: () => Promise<Client>
  readonly repository: Repository
  readonly base: Branch
  readonly headSha: string
  /** The commit that the head started from. */
  readonly mergeBase: () => Promise<string>
  /** The commit of the base that what was measured has in it. */
  readonly measuredBase: () => Promise<string>
  readonly folders: Folders
  /** Whether the head is checked out in the workspace; else its files are read from GitHub, too. */
  readonly isCheckedOut: boolean
  /** Whether a policy that the base does not have yet may add limits: not where a stranger wrote it. */
  readonly mayAdopt: boolean
}

/** Text of a file; null where it does not exist, a fault where it is none that can be read. */
export type Content = string | null | FaultyFile

/** Which version of a file judges, and the one that the pull request would have. */
export interface Version {
  readonly content: Content
  readonly origin: DecidingFile['origin']
  /** The commit of the base that it is of; null: of none. */
  readonly commit: string | null
  readonly change: DecidingFile['change']
  readonly proposed: Content
}

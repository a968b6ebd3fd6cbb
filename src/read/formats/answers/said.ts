import type { Call } from '../call.ts'
import type { Spot } from './spots.ts'

/** What an answer says of one call. */
export interface Said extends Partial<Omit<Call, 'place'>> {
  /** It is a part of an answer, whose figures the next part with the same id replaces. */
  readonly isPart?: boolean
  /** The provider says that it costs nothing: no tokens are none. */
  readonly isUnbilled?: boolean
}

/** Reads the answer at a place of a line; null: there is none of this kind. An empty list: it is one, and tells of no call. */
export type Read = (spot: Spot) => readonly Said[] | null

import { PROVIDERS } from '../generated/providers.ts'
import { isSnapshot } from './list/snapshot.ts'
import { type Providers, splitProviders } from './names.ts'

/** What a model's name tells, however it is spelled. */
export interface FoldedName {
  /** The model's own name, lower case, without providers and snapshot. */
  readonly model: string
  /** Digits of the snapshot's date, its number, or `latest`; null where the name leaves that open. */
  readonly snapshot: string | null
  /** Those before its name, the outermost first. */
  readonly providers: readonly string[]
}

const KNOWN: Providers = new Map(PROVIDERS)
/** A date or number at the end, and what Amazon Bedrock writes after a date: a version alone (`claude-v2:1`) is another model. */
const SNAPSHOT = /^(.+?)[-@](\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|\d{2}-\d{2}|\d{8}|\d{4}|00\d|latest)(?:-v\d+:\d+)?$/

/** Takes a model's name apart. Two names with the same parts are spellings of one; one without snapshot means all of them. */
export function foldName(name: string): FoldedName {
  const { providers, model } = splitProviders(name, KNOWN)
  const [, own = model, ending = ''] = SNAPSHOT.exec(model) ?? []
  return isSnapshot(ending) ? { model: own, snapshot: ending.replaceAll('-', ''), providers } : { model, snapshot: null, providers }
}

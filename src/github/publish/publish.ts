import type { Client } from '../api/client.ts'
import { messageOf } from '../api/failure.ts'
import { describeMissingComment, explainRefusal } from '../api/refusal.ts'
import { type Upload, uploadArtifact } from '../artifacts/upload.ts'
import type { Environment, Repository } from '../facts/event.ts'
import { type Annotation, annotate } from './annotations.ts'
import { type StickyComment, upsertComment } from './comment.ts'
import type { StickyIssue } from './issue.ts'
import { type OutputName, writeOutputs } from './outputs.ts'
import { type CommitStatus, markCommit } from './status.ts'
import { writeSummary } from './summary.ts'

/** Everything that a run shows on GitHub, rendered. */
export interface Publication {
  /** All outputs but those that only publishing can know. */
  readonly outputs: ReadonlyMap<Exclude<OutputName, 'comment-url' | 'issue-url'>, string>
  readonly annotations: readonly Annotation[]
  readonly summaryMarkdown: string
  /** Null: leave the pull request alone. */
  readonly comment: StickyComment | null
  /** Null: leave the commit alone. */
  readonly status: CommitStatus | null
  /** Null: leave issues alone. */
  readonly issue: StickyIssue | null
  readonly uploads: readonly Upload[]
}

/** Where a run shows it. */
export interface Destination {
  readonly env: Environment
  readonly repository: Repository
  /** Number of the pull request; null where there is none. */
  readonly pullNumber: number | null
  readonly headSha: string | null
  readonly client: () => Promise<Client>
  readonly warn: (message: string) => void
  /** Says what was stored, in the log. */
  readonly say: (message: string) => void
}

/** Whether the commit was marked, and whether the issue says what is the matter, where that was asked for. */
export interface Published {
  readonly isMarked: boolean
  readonly isIssueWritten: boolean
}

/**
 * Publishes a settled verdict: outputs first, then what people read.
 * Rejects with an InputError where the outputs cannot be written. All else that fails is a warning: GitHub refusing never changes a verdict.
 */
export async function publish(publication: Publication, destination: Destination): Promise<Published> {
  const { warn } = destination
  await writeOutputs(new Map<OutputName, string>([...publication.outputs, ['comment-url', ''], ['issue-url', '']]))
  await annotate(publication.annotations)
  await writeSummary(publication.summaryMarkdown, warn)
  const [isMarked, isIssueWritten] = await Promise.all([
    show(publication, destination),
    keepIssue(publication.issue, destination),
    keepAll(publication.uploads, destination),
  ])
  return { isMarked, isIssueWritten }
}

/** Whether the issue shows this result, or that of a newer run. */
async function keepIssue(sticky: StickyIssue | null, { client, repository, warn, say }: Destination): Promise<boolean> {
  if (sticky === null) return false
  try {
    const { upsertIssue } = await import('./issue.ts')
    const { url, action } = await upsertIssue(await client(), repository, sticky)
    if (url !== null) await writeOutputs(new Map([['issue-url', url]]))
    say(action === 'none' ? 'No issue is open, and none is needed.' : `Issue ${action}: ${url}`)
    return true
  } catch (error) {
    warn(`could not write the issue: ${explainRefusal(error)}.`)
    return false
  }
}

/** The comment first: it may know of a newer run before there is a mark of it. */
async function show({ comment: sticky, status }: Publication, destination: Destination): Promise<boolean> {
  const isSuperseded = await comment(sticky, destination)
  // Only where a mark was asked for: a gate that fails its own run still fails.
  return status !== null && mark(status, isSuperseded, destination)
}

async function mark(status: CommitStatus, isLate: boolean, { client, repository, headSha, warn }: Destination): Promise<boolean> {
  if (headSha === null) return false
  try {
    return await markCommit(await client(), { ...repository, sha: headSha }, status, isLate)
  } catch (error) {
    warn(`could not set the commit status ${status.context}: ${explainRefusal(error)}.`)
    return false
  }
}

/** Whether the comment shows the result of a newer run. */
async function comment(sticky: StickyComment | null, { client, repository, pullNumber, warn, say }: Destination): Promise<boolean> {
  if (sticky === null || pullNumber === null) return false
  try {
    const { url, action } = await upsertComment(await client(), { ...repository, number: pullNumber }, sticky)
    if (action === 'superseded') say('The comment shows the result of a newer run; it was left as it is.')
    if (url !== null) await writeOutputs(new Map([['comment-url', url]]))
    return action === 'superseded'
  } catch (error) {
    const tell = sticky.isOptional ? say : warn
    tell(describeMissingComment(error))
    return false
  }
}

async function keepAll(uploads: readonly Upload[], destination: Destination): Promise<void> {
  for (const upload of uploads) await keepFiles(upload, destination)
}

/** Keeps files with the run; why that did not work, after a warning, or null. */
export async function keepFiles(upload: Upload, { env, warn, say }: Pick<Destination, 'env' | 'warn' | 'say'>): Promise<string | null> {
  try {
    const outcome = await uploadArtifact(env, upload)
    if ('name' in outcome) say(`Uploaded the artifact ${outcome.name}.`)
    else say(`The artifact ${upload.name} was not uploaded: ${outcome.skipped}.`)
    return 'name' in outcome ? null : outcome.skipped
  } catch (error) {
    const reason = messageOf(error)
    warn(`could not upload the artifact ${upload.name}: ${reason}.`)
    return reason
  }
}

import { type Annotation, annotate } from './annotations.ts'
import { createClient } from './client.ts'
import { type StickyComment, upsertComment } from './comment.ts'
import { type Environment, readEvent } from './event.ts'
import { type OutputName, writeOutputs } from './outputs.ts'
import { describeRefusal } from './refusal.ts'
import { writeSummary } from './summary.ts'

/** Everything that a run shows on GitHub, rendered. */
export interface Publication {
  /** All outputs but `comment-url`, which only publishing can know. */
  readonly outputs: ReadonlyMap<Exclude<OutputName, 'comment-url'>, string>
  readonly annotations: readonly Annotation[]
  readonly summaryMarkdown: string
  /** Null: leave the pull request alone. */
  readonly comment: StickyComment | null
}

type Warn = (message: string) => void

/**
 * Publishes a settled verdict: outputs first, then what people read. `env` is the runner's environment.
 * Rejects with an InputError where the outputs cannot be written. All else that fails is a warning: GitHub refusing never changes a verdict.
 */
export async function publish(publication: Publication, env: Environment, token: string, warn: Warn): Promise<void> {
  const core = await import('@actions/core')
  if (token !== '') core.setSecret(token)
  await writeOutputs(new Map<OutputName, string>([...publication.outputs, ['comment-url', '']]))
  await annotate(publication.annotations)
  await writeSummary(publication.summaryMarkdown, warn)
  if (publication.comment === null) return
  const url = await publishComment(publication.comment, env, token, warn)
  if (url !== null) await writeOutputs(new Map([['comment-url', url]]))
}

async function publishComment(comment: StickyComment, env: Environment, token: string, warn: Warn): Promise<string | null> {
  const event = await readEvent(env, warn)
  if (event === null) return null
  try {
    const client = await createClient({ token, apiUrl: env.GITHUB_API_URL || 'https://api.github.com' })
    return (await upsertComment(client, event, comment)).url
  } catch (error) {
    warn(describeRefusal(error))
    return null
  }
}

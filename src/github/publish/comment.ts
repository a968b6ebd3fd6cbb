import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../api/client.ts'
import { failureOf, statusOf } from '../api/failure.ts'
import { type Comment, type CommentTarget, listComments, parseComment } from './comment-list.ts'
import { isNewer, markerOf, parseStamp, type Stamp, stampOf } from './marker.ts'
import { createStampCheck } from './newer.ts'
import { type IsOwn, readOwner } from './own.ts'

// GitHub rejects comment bodies over 65,536 characters.
const maxBodyLength = 65_536
/** Others may write at the same time: what was written is looked at again after this. Longer than a request takes. Milliseconds. */
const settleMs = 1000
const maxRounds = 6
const maxLost = 2

/** A sticky comment: one per key in a pull request, brought up to date by every run. */
export interface StickyComment {
  /** `[A-Za-z0-9._-]{1,64}`. */
  readonly key: string
  /** Markdown of at most `length` UTF-16 units, without the marker. */
  readonly render: (length: number) => string
  /** Whether to write one where there is none yet. One that exists is always brought up to date. */
  readonly create: boolean
  /** Whether nobody misses it where GitHub refuses. */
  readonly isOptional: boolean
  /** The run whose result it shows. An older one never replaces a newer one's. */
  readonly stamp: Stamp
}

/** What became of it, and its page; null where there is none. `superseded`: it shows the result of a newer run. */
export interface CommentOutcome {
  readonly url: string | null
  readonly action: 'created' | 'updated' | 'unchanged' | 'skipped' | 'superseded'
}

/**
 * Finds the comment with this key that we wrote and updates it, or creates it, until it stands there once and is of the newest run: GitHub has no way to
 * write a comment only if nobody else did. Rejects where GitHub refuses, and where another job of this run writes the same comment.
 */
export async function upsertComment(client: Client, target: CommentTarget, sticky: StickyComment): Promise<CommentOutcome> {
  const { key, create, stamp } = sticky
  const writer = new Writer(client, target, sticky)
  const check = createStampCheck(client, { repository: target, headSha: null }, stamp)
  let isOwn: IsOwn | null = null
  for (let round = 0; round < maxRounds; round++) {
    const marked = (await listComments(client, target)).filter((comment) => comment.body.startsWith(markerOf(key)))
    if (marked.length > 0 && isOwn === null) {
      const askedMs = performance.now()
      isOwn = await readOwner(client)
      // So long that a newer run may have written since.
      if (performance.now() - askedMs >= settleMs) continue
    }
    const own = marked.filter((comment) => isOwn?.(comment)).sort((one, other) => one.id - other.id)
    const [oldest, ...others] = own
    if (oldest === undefined) {
      if (!create && writer.action === null) return { url: null, action: 'skipped' }
      await writer.create()
      continue
    }
    const stamped = await Promise.all(own.map(async ({ body }) => ({ body, stamp: await check(parseStamp(body)) })))
    const newest = stamped.reduce((found, one) => (isNewer(one.stamp, found.stamp) ? one : found))
    const isLate = isNewer(newest.stamp, stamp)
    const wanted = isLate ? newest.body : writer.text
    if (!isSame(oldest.body, wanted)) {
      if (!isLate && writer.action !== null && isSameStamp(oldest, stamp))
        throw new Error(`another job of this run writes the comment with the key ${key}: give each its own comment-key`)
      await writer.update(oldest, wanted)
      continue
    }
    for (const extra of others) await writer.remove(extra)
    return { url: oldest.url, action: isLate ? 'superseded' : (writer.action ?? 'unchanged') }
  }
  throw new Error(`the comment with the key ${key} was changed by others again and again`)
}

/** Writes, and says what was written last. What may have been carried out is never simply repeated: the next round looks. */
class Writer {
  action: 'created' | 'updated' | null = null
  text: string
  private readonly client: Client
  private readonly target: CommentTarget
  private readonly sticky: StickyComment
  private room: number
  private lost = 0

  constructor(client: Client, target: CommentTarget, sticky: StickyComment) {
    this.client = client
    this.target = target
    this.sticky = sticky
    this.room = maxBodyLength
    this.text = this.render()
  }

  async create(): Promise<void> {
    const { owner, repo, number } = this.target
    const path = { owner, repo, issue_number: number }
    await this.try(async () => {
      const { data } = await this.client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...path, body: this.text })
      parseComment(data)
      this.action = 'created'
    })
  }

  async update({ id }: Comment, body: string): Promise<void> {
    const { owner, repo } = this.target
    await this.try(async () => {
      const { data } = await this.client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        owner,
        repo,
        comment_id: id,
        body,
      })
      parseComment(data)
      this.action ??= 'updated'
    }, true)
  }

  async remove({ id }: Comment): Promise<void> {
    const { owner, repo } = this.target
    try {
      await this.client.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: id })
    } catch (error) {
      if (statusOf(error) !== 404) throw error
    }
  }

  /** @param mayBeGone what is written to may have been deleted since it was listed: the next round finds another, or none. */
  private async try(write: () => Promise<void>, mayBeGone = false): Promise<void> {
    try {
      await write()
    } catch (error) {
      const { status, message } = failureOf(error)
      if (status === 422 && /too long/i.test(message) && this.room > maxBodyLength / 4) {
        this.room /= 2
        this.text = this.render()
        return
      }
      const mayBeWritten = status === null || status >= 500
      if (!(mayBeWritten || (status === 404 && mayBeGone)) || this.lost++ === maxLost) throw error
    }
    await sleep(settleMs)
  }

  private render(): string {
    const { key, stamp, render } = this.sticky
    const head = `${markerOf(key)}\n${stampOf(stamp)}\n`
    return head + render(this.room - head.length)
  }
}

// An editor on the web may leave other line ends and cut white space at the end: not worth a request.
function isSame(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd()
}

function isSameStamp({ body }: Comment, stamp: Stamp): boolean {
  const found = parseStamp(body)
  return !isNewer(found, stamp) && !isNewer(stamp, found)
}

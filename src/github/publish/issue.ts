import { setTimeout as sleep } from 'node:timers/promises'
import { IncompleteAnswer, pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { failureOf } from '../api/failure.ts'
import { listAll } from '../api/pages.ts'
import type { Repository } from '../facts/event.ts'
import { type Comment, parseComment } from './comment-list.ts'
import { isNewer, markerOf, parseStamp, type Stamp, stampOf } from './marker.ts'
import { createStampCheck } from './newer.ts'
import { readOwner } from './own.ts'

// GitHub rejects bodies of issues over 65,536 characters.
const LONGEST_BODY = 65_536
/** Others may write at the same time: what was written is looked at again after this. Milliseconds. */
const SETTLE_MS = 1000
const MOST_ROUNDS = 4

/** A sticky issue: open while there is something to do, one per key in a repository. */
export interface StickyIssue {
  /** `[A-Za-z0-9._-]{1,64}`. */
  readonly key: string
  readonly title: string
  /** The label that it is found by. */
  readonly label: string
  /** Markdown of at most `length` UTF-16 units, without the marker. */
  readonly render: (length: number) => string
  readonly state: 'open' | 'closed'
  /** The run whose result it shows. An older one never replaces a newer one's. */
  readonly stamp: Stamp
}

/** What became of it, and its page; null where there is none. `superseded`: it shows the result of a newer run. */
export interface IssueOutcome {
  readonly url: string | null
  readonly action: 'opened' | 'reopened' | 'updated' | 'closed' | 'unchanged' | 'none' | 'superseded'
}

/** An issue as far as this product needs it. */
interface Issue extends Comment {
  readonly number: number
  readonly isOpen: boolean
}

/**
 * Opens the issue with this key, or the last one again that was closed, brings it up to date, or closes it. What was written is looked at again,
 * so that two runs at once leave one issue open. Rejects where GitHub refuses.
 */
export async function upsertIssue(client: Client, repository: Repository, sticky: StickyIssue): Promise<IssueOutcome> {
  const head = `${markerOf(sticky.key)}\n${stampOf(sticky.stamp)}\n`
  const body = head + sticky.render(LONGEST_BODY - head.length)
  const isOwn = await readOwner(client)
  const check = createStampCheck(client, { repository, headSha: null }, sticky.stamp)
  let done: IssueOutcome['action'] | null = null
  let lost: unknown = new Error(`the issue with the key ${sticky.key} was changed by others again and again`)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const own = (await listIssues(client, repository, sticky)).filter(isOwn)
    const open = own.filter(({ isOpen }) => isOpen)
    // The oldest of those that two runs opened at once; else the last one that was closed.
    const issue = open[0] ?? own.at(-1)
    if (issue !== undefined && isNewer(await check(parseStamp(issue.body)), sticky.stamp)) return { url: issue.url, action: 'superseded' }
    const isThere = issue !== undefined && issue.isOpen === (sticky.state === 'open')
    if (sticky.state === 'closed' && (issue === undefined || isThere)) return { url: issue?.url ?? null, action: done ?? 'none' }
    if (issue !== undefined && isThere && isSame(issue.body, body)) {
      for (const extra of open.slice(1)) await write(client, repository, extra, { state: 'closed', state_reason: 'not_planned' })
      return { url: issue.url, action: done ?? 'unchanged' }
    }
    const { title, label } = sticky
    try {
      if (issue === undefined) await write(client, repository, null, { title, body, labels: [label] })
      else await write(client, repository, issue, { title, body, ...CHANGES[sticky.state] })
      done ??= nameAction(issue, sticky)
    } catch (error) {
      const { status } = failureOf(error)
      // What may have been carried out is not simply repeated: the next round looks.
      if (status !== null && status < 500) throw error
      lost = error
    }
    await sleep(SETTLE_MS)
  }
  throw lost
}

const CHANGES = { open: { state: 'open' }, closed: { state: 'closed', state_reason: 'completed' } } as const

function nameAction(issue: Issue | undefined, { state }: StickyIssue): IssueOutcome['action'] {
  if (issue === undefined) return 'opened'
  if (state === 'closed') return 'closed'
  return issue.isOpen ? 'updated' : 'reopened'
}

/** Issues with the label that begin with the marker, the oldest first. */
async function listIssues(client: Client, { owner, repo }: Repository, { key, label }: StickyIssue): Promise<Issue[]> {
  const parameters = { owner, repo, labels: label, state: 'all', sort: 'created', direction: 'asc' }
  const listed = await listAll(client, { route: 'GET /repos/{owner}/{repo}/issues', parameters })
  return listed
    .filter((item) => pick(item, 'pull_request') === undefined)
    .map((item) => {
      const number = pick(item, 'number')
      if (typeof number !== 'number') throw new IncompleteAnswer('an answer about an issue')
      return { ...parseComment(item), number, isOpen: textAt(item, 'state') === 'open' }
    })
    .filter(({ body }) => body.startsWith(markerOf(key)))
}

/** Writes a new issue, or changes one. */
async function write(
  client: Client,
  { owner, repo }: Repository,
  issue: Issue | null,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (issue === null) await client.request('POST /repos/{owner}/{repo}/issues', { owner, repo, title: '', ...content })
  else await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { owner, repo, issue_number: issue.number, ...content })
}

// An editor on the web may leave other line ends and cut white space at the end: not worth a request.
function isSame(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd()
}

import { type Answer, answerList, type Call, type Handler, notFound, type Operations, read } from '../answer.ts'
import { listBetween } from '../graph.ts'
import { showCommit } from '../shapes/commit.ts'
import { showReview } from '../shapes/event.ts'
import { listFiles, showPull, showWholePull } from '../shapes/pull.ts'
import type { Pull } from '../stage/records.ts'
import type { State } from '../state.ts'

const one = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'

/** Pull requests, what they change, and how they were reviewed. */
export const pulls: Operations = new Map([
  ['GET /repos/{owner}/{repo}/pulls', read(listPulls, 'pull-requests')],
  [one, read(forPull(readPull), 'pull-requests')],
  [`${one}/reviews`, read(forPull(listReviews), 'pull-requests')],
  [`${one}/files`, read(forPull(listChanges), 'pull-requests')],
  [`${one}/commits`, read(forPull(listCommits), 'pull-requests')],
])

/** Handles what is asked about a pull request that is there. */
export function forPull(handle: (state: State, call: Call, pull: Pull) => Answer): Handler {
  return (state, call) => {
    const pull = state.pulls.get(Number(call.params.get('pull_number') ?? call.params.get('issue_number')))
    return pull === undefined ? notFound() : handle(state, call, pull)
  }
}

function listPulls(state: State, call: Call): Answer {
  const { query } = call
  const [said, head, base, sort] = [query.get('state') ?? 'open', query.get('head'), query.get('base'), query.get('sort') ?? 'created']
  if (sort !== 'created' && sort !== 'updated') throw new Error(`does not sort by ${sort}`)
  const key = sort === 'created' ? 'createdAt' : 'updatedAt'
  const sign = (query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) === 'asc' ? 1 : -1
  const listed = [...state.pulls.values()]
    .filter((pull) => said === 'all' || pull.state === said)
    // Without an owner GitHub does not filter by the head.
    .filter((pull) => head === null || !head.includes(':') || `${pull.head.owner}:${pull.head.ref}` === head)
    .filter((pull) => base === null || pull.base.ref === base)
    .sort((a, b) => sign * (a[key].localeCompare(b[key]) || a.number - b.number))
  return answerList(listed, call, (pull) => showPull(state, call.origin, pull))
}

function readPull(state: State, { origin }: Call, pull: Pull): Answer {
  return { status: 200, body: showWholePull(state, origin, pull) }
}

function listReviews(state: State, call: Call, { number }: Pull): Answer {
  const listed = state.reviews.filter(({ pull }) => pull === number)
  return answerList(listed, call, (review) => showReview(state, call.origin, review))
}

function listChanges(state: State, call: Call, pull: Pull): Answer {
  return answerList(listFiles(state, call.origin, pull), call, (file) => file)
}

function listCommits(state: State, call: Call, { base, head }: Pull): Answer {
  // GitHub lists no more than 250.
  const listed = listBetween(state, base.sha, head.sha).slice(0, 250)
  return answerList(listed, call, (commit) => showCommit(state, call.origin, commit))
}

import { type Answer, answerList, type Call, type Operations, read } from '../answer.ts'
import { listBetween } from '../graph.ts'
import { showLogin } from '../shapes/account.ts'
import { showComment } from '../shapes/comment.ts'
import { showCommit } from '../shapes/commit.ts'
import { showEvent, showIssue, showReview } from '../shapes/event.ts'
import { showLabel } from '../shapes/label.ts'
import { showPull } from '../shapes/pull.ts'
import type { Pull } from '../stage/records.ts'
import type { State } from '../state.ts'
import { forPull } from './pulls.ts'

const one = 'GET /repos/{owner}/{repo}/issues/{issue_number}'

/** Pull requests as issues: labels, and what happened to them. */
export const issues: Operations = new Map([
  [one, read(forPull(readIssue), 'issues', 'pull-requests')],
  [`${one}/labels`, read(forPull(listLabels), 'issues', 'pull-requests')],
  [`${one}/events`, read(forPull(listEvents), 'issues', 'pull-requests')],
  [`${one}/timeline`, read(forPull(listTimeline), 'issues', 'pull-requests')],
])

function readIssue(state: State, { origin }: Call, pull: Pull): Answer {
  return { status: 200, body: showIssue(state, origin, pull, showPull(state, origin, pull)) }
}

function listLabels(state: State, call: Call, { labels }: Pull): Answer {
  return answerList([...labels], call, (name) => showLabel(state, call.origin, name))
}

function listEvents(state: State, call: Call, { number }: Pull): Answer {
  const listed = state.events.filter(({ issue }) => issue === number)
  return answerList(listed, call, (event) => showEvent(state, call.origin, event))
}

/** Commits stand at their own dates, which whoever makes one can choose. */
function listTimeline(state: State, call: Call, { number, base, head }: Pull): Answer {
  const { origin } = call
  const events = state.events.filter(({ issue }) => issue === number)
  const comments = state.comments.filter(({ issue }) => issue === number)
  const reviews = state.reviews.filter(({ pull }) => pull === number)
  const items = [
    ...listBetween(state, base.sha, head.sha).map((commit) => ({
      time: commit.date,
      item: showCommitted(showCommit(state, origin, commit)),
    })),
    ...events.map((event) => ({ time: event.createdAt, item: showEvent(state, origin, event) })),
    ...comments.map((comment) => {
      const shown = showComment(state, origin, comment)
      const actor = shown.user ?? showLogin(origin, null)
      return { time: comment.createdAt, item: { ...shown, event: 'commented', user: actor, actor } }
    }),
    ...reviews.map((review) => {
      const shown = showReview(state, origin, review)
      const item = { ...shown, event: 'reviewed', state: review.state.toLowerCase(), user: shown.user ?? showLogin(origin, null) }
      return { time: review.submittedAt, item }
    }),
  ]
  const sorted = items.sort((one, other) => one.time.localeCompare(other.time))
  return answerList(sorted, call, ({ item }) => item)
}

function showCommitted({ sha, node_id, url, html_url, parents, commit }: Record<string, unknown>): Record<string, unknown> {
  const verification = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  return { ...Object(commit), event: 'committed', sha, node_id, url, html_url, parents, verification }
}

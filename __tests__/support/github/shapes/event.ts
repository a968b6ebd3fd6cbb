import type { IssueEvent, Pull, Review } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showAccount } from './account.ts'

/** An event of an issue as GitHub's API shows it. */
export function showEvent({ owner, repo }: State, origin: string, event: IssueEvent): Record<string, unknown> {
  const api = `${origin}/repos/${owner}/${repo}`
  return {
    id: event.id,
    node_id: `EV_${event.id}`,
    url: `${api}/issues/events/${event.id}`,
    actor: showAccount(origin, event.actor),
    event: event.event,
    commit_id: event.commitId,
    commit_url: event.commitId === null ? null : `${api}/commits/${event.commitId}`,
    created_at: event.createdAt,
    performed_via_github_app: null,
    ...(event.label !== null && { label: { name: event.label, color: 'ededed' } }),
    ...(event.event === 'locked' && { lock_reason: null }),
  }
}

/** A review as GitHub's API shows it. */
export function showReview({ owner, repo }: State, origin: string, review: Review): Record<string, unknown> {
  const page = `https://github.com/${owner}/${repo}/pull/${review.pull}#pullrequestreview-${review.id}`
  const pull = `${origin}/repos/${owner}/${repo}/pulls/${review.pull}`
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: review.user && showAccount(origin, review.user),
    body: '',
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    author_association: 'NONE',
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
  }
}

/** A pull request as an issue. */
export function showIssue(state: State, origin: string, pull: Pull, shown: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const url = `${origin}/repos/${state.owner}/${state.repo}/issues/${pull.number}`
  const { html_url, diff_url, patch_url, title, user, labels, state: said, locked, created_at, updated_at, closed_at } = shown
  return {
    ...{ html_url, title, user, labels, state: said, locked, created_at, updated_at, closed_at },
    id: 1_900_000_000 + pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    url,
    repository_url: `${origin}/repos/${state.owner}/${state.repo}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    comments: state.comments.filter(({ issue }) => issue === pull.number).length,
    assignee: null,
    assignees: [],
    milestone: null,
    author_association: 'NONE',
    body: null,
    pull_request: { url: shown.url, html_url, diff_url, patch_url, merged_at: shown.merged_at },
  }
}

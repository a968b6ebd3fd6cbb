import type { Ticket } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showAccount } from './account.ts'
import { showLabel } from './label.ts'

/** An issue as GitHub's API shows it. */
export function showTicket(state: State, origin: string, ticket: Ticket): Record<string, unknown> {
  const { owner, repo } = state
  const { number, title, body, author, createdAt, updatedAt, closedAt, stateReason } = ticket
  const url = `${origin}/repos/${owner}/${repo}/issues/${number}`
  return {
    id: 1_800_000_000 + number,
    node_id: `I_${number}`,
    number,
    url,
    repository_url: `${origin}/repos/${owner}/${repo}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `https://github.com/${owner}/${repo}/issues/${number}`,
    title,
    body,
    user: showAccount(origin, author),
    labels: [...ticket.labels].map((name) => showLabel(state, origin, name)),
    state: ticket.state,
    state_reason: stateReason,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: 0,
    created_at: createdAt,
    updated_at: updatedAt,
    closed_at: closedAt,
    author_association: 'NONE',
    performed_via_github_app: null,
  }
}

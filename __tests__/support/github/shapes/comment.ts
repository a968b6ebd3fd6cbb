import type { StoredComment } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showAccount } from './account.ts'

/** A comment as GitHub's API shows it. */
export function showComment({ owner, repo }: State, origin: string, comment: StoredComment): Record<string, unknown> {
  const { id, issue, author, body, createdAt, updatedAt } = comment
  const api = `${origin}/repos/${owner}/${repo}/issues`
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/comments/${id}`,
    html_url: `https://github.com/${owner}/${repo}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${api}/${issue}`,
    body,
    user: author && showAccount(origin, author),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: 'NONE',
    performed_via_github_app: null,
  }
}

import type { Account, State, StoredComment } from './state.ts'

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

/** An account as it is shown inside other answers. */
export function showAccount(origin: string, { login, type }: Account): Record<string, unknown> {
  const name = encodeURIComponent(login)
  const url = `${origin}/users/${name}`
  return {
    login,
    id: 41_898_282,
    node_id: 'MDM6Qm90NDE4OTgyODI=',
    avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  }
}

/** The account that a token belongs to. */
export function showHolder(origin: string, account: Account): Record<string, unknown> {
  return {
    ...showAccount(origin, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  }
}

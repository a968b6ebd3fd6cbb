import { createHash } from 'node:crypto'
import type { Account } from '../stage/records.ts'

/** An account as it is shown inside other answers. */
export function showAccount(origin: string, { login, type }: Account): Record<string, unknown> {
  const name = encodeURIComponent(login)
  const url = `${origin}/users/${name}`
  const id = login === 'github-actions[bot]' ? 41_898_282 : createHash('sha1').update(login).digest().readUInt32BE() / 2 ** 6
  return {
    login,
    id: Math.floor(id),
    node_id: `U_${Buffer.from(login).toString('base64url')}`,
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

/** An account by its login; the ghost stands for one that is gone. */
export function showLogin(origin: string, login: string | null): Record<string, unknown> {
  return showAccount(origin, { login: login ?? 'ghost', type: login?.endsWith('[bot]') ? 'Bot' : 'User' })
}

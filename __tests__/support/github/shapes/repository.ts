import type { State } from '../state.ts'
import { showLogin } from './account.ts'

const links = [
  ...['archive', 'assignees', 'blobs', 'branches', 'collaborators', 'comments', 'commits', 'compare', 'contents', 'contributors'],
  ...['deployments', 'downloads', 'events', 'forks', 'git_commits', 'git_refs', 'git_tags', 'hooks', 'issue_comment', 'issue_events'],
  ...['issues', 'keys', 'labels', 'languages', 'merges', 'milestones', 'notifications', 'pulls', 'releases', 'stargazers', 'statuses'],
  ...['subscribers', 'subscription', 'tags', 'teams', 'trees'],
]

/** A repository as it is shown inside other answers: this one, or a fork of it; null where it is gone. */
export function showRepository(state: State, origin: string, id: number | null = state.repoId): Record<string, unknown> | null {
  const owner = id === state.repoId ? state.owner : state.forks.get(id ?? 0)
  if (owner === undefined || id === null) return null
  const fullName = `${owner}/${state.repo}`
  const url = `${origin}/repos/${fullName}`
  return {
    id,
    node_id: `R_${id}`,
    name: state.repo,
    full_name: fullName,
    private: false,
    owner: showLogin(origin, owner),
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: id !== state.repoId,
    url,
    ...Object.fromEntries(links.map((link) => [`${link}_url`, `${url}/${link}`])),
  }
}

/** A repository with all that is shown of it alone and in pull requests. */
export function showWholeRepository(state: State, origin: string, id: number | null = state.repoId): Record<string, unknown> | null {
  const repository = showRepository(state, origin, id)
  if (repository === null) return null
  const address = `github.com/${repository.full_name}`
  const counts = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'size', 'stargazers_count', 'watchers', 'watchers_count']
  const abilities = ['has_issues', 'has_projects', 'has_wiki', 'has_pages', 'has_discussions', 'has_downloads', 'archived', 'disabled']
  return {
    ...repository,
    ...Object.fromEntries([...counts, 'network_count', 'subscribers_count'].map((name) => [name, 0])),
    ...Object.fromEntries(abilities.map((name) => [name, false])),
    default_branch: state.defaultBranch,
    clone_url: `https://${address}.git`,
    git_url: `git://${address}.git`,
    ssh_url: `git@${address.replace('/', ':')}.git`,
    svn_url: `https://${address}`,
    homepage: null,
    language: null,
    mirror_url: null,
    license: null,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    pushed_at: '2026-11-01T00:00:00Z',
  }
}

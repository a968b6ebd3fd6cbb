import { findMergeBase, listBetween } from '../graph.ts'
import type { Pull } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showLogin } from './account.ts'
import { showDiff } from './diff.ts'
import { showLabel } from './label.ts'
import { showWholeRepository } from './repository.ts'

/** A pull request as GitHub's API shows it in lists. */
export function showPull(state: State, origin: string, pull: Pull): Record<string, unknown> {
  const { number, author, head, base, createdAt, updatedAt, closedAt } = pull
  const [api, page] = [`${origin}/repos/${state.owner}/${state.repo}`, `https://github.com/${state.owner}/${state.repo}/pull/${number}`]
  const links = {
    comments_url: `${api}/issues/${number}/comments`,
    commits_url: `${api}/pulls/${number}/commits`,
    statuses_url: `${api}/statuses/${head.sha}`,
    html_url: page,
    issue_url: `${api}/issues/${number}`,
    review_comments_url: `${api}/pulls/${number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    url: `${api}/pulls/${number}`,
  }
  const linked = Object.entries(links).map(([name, href]) => [name === 'url' ? 'self' : name.replace('_url', ''), { href }])
  return {
    id: 2_000_000_000 + number,
    node_id: `PR_${number}`,
    number,
    ...links,
    _links: Object.fromEntries(linked),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    state: pull.state,
    locked: pull.locked,
    title: `Pull request ${number}`,
    body: null,
    user: showLogin(origin, author),
    labels: [...pull.labels].map((name) => showLabel(state, origin, name)),
    assignee: null,
    milestone: null,
    auto_merge: null,
    author_association: 'NONE',
    draft: false,
    created_at: createdAt,
    updated_at: updatedAt,
    closed_at: closedAt,
    merged_at: pull.merged ? closedAt : null,
    merge_commit_sha: pull.mergeSha,
    head: showSide(head),
    base: showSide({ ...base, owner: state.owner, repoId: state.repoId }),
  }

  function showSide({ ref, sha, owner, repoId }: Pull['head']): Record<string, unknown> {
    const repo = showWholeRepository(state, origin, repoId)
    return { label: `${owner}:${ref}`, ref, sha, user: showLogin(origin, owner), repo }
  }
}

/** A pull request as it is shown alone. */
export function showWholePull(state: State, origin: string, pull: Pull): Record<string, unknown> {
  const files = listFiles(state, origin, pull)
  const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + Number(file[key]), 0)
  return {
    ...showPull(state, origin, pull),
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
    comments: state.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    commits: listBetween(state, pull.base.sha, pull.head.sha).length,
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: 'clean',
    merged: pull.merged,
    merged_by: null,
    maintainer_can_modify: false,
  }
}

/** What a pull request changes since it parted from its base. */
export function listFiles(state: State, origin: string, { base, head }: Pull): readonly Record<string, unknown>[] {
  const commit = state.commits.get(head.sha)
  return commit === undefined ? [] : showDiff(state, origin, findMergeBase(state, base.sha, head.sha)?.files ?? new Map(), commit)
}

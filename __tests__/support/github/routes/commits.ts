import { type Answer, answerList, type Call, notFound, type Operations, paginate, read, refuse } from '../answer.ts'
import { findMergeBase, listBetween, resolveCommit } from '../graph.ts'
import { showCommit } from '../shapes/commit.ts'
import { showDiff } from '../shapes/diff.ts'
import { showPull } from '../shapes/pull.ts'
import type { Commit } from '../stage/records.ts'
import type { State } from '../state.ts'

/** Commits, and how they stand to one another. */
export const commits: Operations = new Map([
  ['GET /repos/{owner}/{repo}/commits/{ref}', read(readCommit, 'contents')],
  ['GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', read(listPulls, 'pull-requests')],
  ['GET /repos/{owner}/{repo}/compare/{basehead}', read(compare, 'contents')],
  ['GET /repos/{owner}/{repo}/git/ref/{ref}', read(readRef, 'contents')],
])

/** Without a page, a comparison has this many commits, the last ones. */
const MOST_COMMITS = 250

function readCommit(state: State, call: Call): Answer {
  const ref = call.params.get('ref') ?? ''
  const commit = resolveCommit(state, ref)
  if (commit === null) return refuse(422, `No commit found for SHA: ${ref}`)
  const before = state.commits.get(commit.parents[0] ?? '')?.files ?? new Map()
  const { page, headers } = paginate(showDiff(state, call.origin, before, commit), call)
  const sum = (key: 'additions' | 'deletions') => page.reduce((total, file) => total + Number(file[key]), 0)
  const [additions, deletions] = [sum('additions'), sum('deletions')]
  const stats = { total: additions + deletions, additions, deletions }
  return { status: 200, headers, body: { ...showCommit(state, call.origin, commit), stats, files: page } }
}

function readRef(state: State, call: Call): Answer {
  const ref = call.params.get('ref') ?? ''
  const name = ref.replace(/^(heads|tags)\//, '')
  const sha = (ref.startsWith('tags/') ? state.tags : state.branches).get(name)
  if (sha === undefined || name === ref) return notFound()
  const api = `${call.origin}/repos/${state.owner}/${state.repo}`
  const object = { type: 'commit', sha, url: `${api}/git/commits/${sha}` }
  return { status: 200, body: { ref: `refs/${ref}`, node_id: `REF_${sha}`, url: `${api}/git/refs/${ref}`, object } }
}

/** Those of forks are left out: a commit of a fork is not reliably found by its repository. */
function listPulls(state: State, call: Call): Answer {
  const sha = call.params.get('commit_sha') ?? ''
  if (!state.commits.has(sha)) return refuse(422, `No commit found for SHA: ${sha}`)
  const found = [...state.pulls.values()].filter(({ head, base, mergeSha, merged }) => {
    if (head.repoId !== state.repoId) return false
    return (merged && mergeSha === sha) || listBetween(state, base.sha, head.sha).some((commit) => commit.sha === sha)
  })
  return answerList(found, call, (pull) => showPull(state, call.origin, pull))
}

function compare(state: State, call: Call): Answer {
  const basehead = call.params.get('basehead') ?? ''
  const [baseName = '', headName = ''] = basehead.split('...')
  const [base, head] = [resolveCommit(state, baseName), resolveCommit(state, headName)]
  if (base === null || head === null) return notFound()
  const mergeBase = findMergeBase(state, base.sha, head.sha)
  if (mergeBase === null) return refuse(404, `No common ancestor between ${baseName} and ${headName}.`)
  const ahead = listBetween(state, base.sha, head.sha)
  const isPaged = call.query.has('page') || call.query.has('per_page')
  const { page, headers } = isPaged ? paginate(ahead, call) : { page: ahead.slice(-MOST_COMMITS), headers: {} }
  const files =
    Number(call.query.get('page') ?? 1) === 1 ? { files: showDiff(state, call.origin, mergeBase.files, head).slice(0, 300) } : {}
  const show = (commit: Commit) => showCommit(state, call.origin, commit)
  const behind = listBetween(state, head.sha, base.sha)
  const link = `https://github.com/${state.owner}/${state.repo}/compare/${basehead}`
  const body = {
    url: `${call.origin}/repos/${state.owner}/${state.repo}/compare/${basehead}`,
    html_url: link,
    permalink_url: link,
    diff_url: `${link}.diff`,
    patch_url: `${link}.patch`,
    base_commit: show(base),
    merge_base_commit: show(mergeBase),
    status: describe(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: page.map(show),
    ...files,
  }
  return { status: 200, headers, body }
}

function describe(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

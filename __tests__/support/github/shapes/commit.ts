import { createHash } from 'node:crypto'
import { hashBlob } from '../graph.ts'
import type { Commit } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showLogin } from './account.ts'

/** A commit as GitHub's API shows it in lists. */
export function showCommit({ owner, repo }: State, origin: string, commit: Commit): Record<string, unknown> {
  const { sha, parents, message, date, author } = commit
  const [api, page] = [`${origin}/repos/${owner}/${repo}`, `https://github.com/${owner}/${repo}`]
  const person = { name: author, email: `${author}@example.com`, date }
  return {
    url: `${api}/commits/${sha}`,
    sha,
    node_id: `C_${sha}`,
    html_url: `${page}/commit/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: person,
      committer: person,
      message,
      comment_count: 0,
      tree: showTree(api, commit),
    },
    author: showLogin(origin, author),
    committer: showLogin(origin, author),
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${api}/commits/${parent}`,
      html_url: `${page}/commit/${parent}`,
    })),
  }
}

/** The name of a commit's tree, and where it is. */
export function showTree(api: string, { files }: Commit): { readonly sha: string; readonly url: string } {
  const lines = [...files].map(([path, content]) => `${hashBlob(content)} ${path}`).sort()
  const sha = createHash('sha1').update(lines.join('\n')).digest('hex')
  return { sha, url: `${api}/git/trees/${sha}` }
}

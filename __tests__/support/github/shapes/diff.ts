import { hashBlob, isSame } from '../graph.ts'
import type { Commit } from '../stage/records.ts'
import type { State } from '../state.ts'

type Tree = Commit['files']

/** The files that differ between two trees as GitHub's API shows them. A file that moved unchanged counts as renamed. */
export function showDiff(
  { owner, repo }: State,
  origin: string,
  before: Tree,
  { sha, files: after }: Commit,
): readonly Record<string, unknown>[] {
  const removed = new Map([...before].filter(([path]) => !after.has(path)))
  const changed = [...after].filter(([path, content]) => !isSame(before.get(path), content))
  const shown = changed.map(([path, content]) => {
    const old = [...removed].find(([, gone]) => !before.has(path) && isSame(gone, content))?.[0]
    if (old !== undefined) removed.delete(old)
    const status = old !== undefined ? 'renamed' : before.has(path) ? 'modified' : 'added'
    return show(path, content, { status, previous: before.get(old ?? path), ...(old !== undefined && { old }) })
  })
  const gone = [...removed].map(([path, content]) => show(path, '', { status: 'removed', previous: content }))
  return [...shown, ...gone].sort((one, other) => String(one.filename).localeCompare(String(other.filename)))

  function show(path: string, content: string | Buffer, about: { status: string; old?: string; previous: string | Buffer | undefined }) {
    const { status, old, previous } = about
    const [additions, deletions] = [countMissing(content, previous ?? ''), countMissing(previous ?? '', content)]
    const place = `https://github.com/${owner}/${repo}`
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    return {
      sha: hashBlob(status === 'removed' ? (previous ?? '') : content),
      filename: path,
      status,
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${place}/blob/${sha}/${encoded}`,
      raw_url: `${place}/raw/${sha}/${encoded}`,
      contents_url: `${origin}/repos/${owner}/${repo}/contents/${encoded}?ref=${sha}`,
      ...(old !== undefined && { previous_filename: old }),
    }
  }
}

/** How many lines of one text the other has not: close enough to what a diff counts. */
function countMissing(one: string | Buffer, other: string | Buffer): number {
  const left = new Map<string, number>()
  for (const line of listLines(other)) left.set(line, (left.get(line) ?? 0) + 1)
  return listLines(one).filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  }).length
}

function listLines(content: string | Buffer): readonly string[] {
  const text = content.toString()
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

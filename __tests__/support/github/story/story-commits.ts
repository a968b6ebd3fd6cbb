import { createHash } from 'node:crypto'
import { demandCommit, hashBlob, mergeFiles, resolveCommit } from '../graph.ts'
import { type State, tick } from '../state.ts'

/** Files by path; null takes one away. */
export type Files = Readonly<Record<string, string | Buffer | null>>

interface NewCommit {
  /** Moves to the commit; without, the commit is on no branch. */
  readonly branch?: string
  /** Names or shas; where left out, the tip of the branch, else of the default branch. */
  readonly parents?: readonly string[]
  /** What changes against the first parent. */
  readonly files?: Files
  readonly message?: string
  /** Login. */
  readonly author?: string
}

/** Commits, and gives the sha. */
export function addCommit(state: State, { branch, parents, files = {}, message = 'Work', author = 'dev' }: NewCommit = {}): string {
  const tip = resolveCommit(state, branch ?? '') ?? resolveCommit(state, state.defaultBranch)
  const before = parents?.map((name) => demandCommit(state, name)) ?? (tip === null ? [] : [tip])
  const tree = new Map(before[0]?.files)
  for (const [path, content] of Object.entries(files)) {
    if (content === null) tree.delete(path)
    else tree.set(path, content)
  }
  const date = tick(state)
  const shas = before.map(({ sha }) => sha)
  const names = [...tree].map(([path, content]) => `${path} ${hashBlob(content)}`)
  const sha = createHash('sha1')
    .update(JSON.stringify([shas, names, message, author, date]))
    .digest('hex')
  state.commits.set(sha, { sha, parents: shas, files: tree, message, date, author })
  if (branch !== undefined) state.branches.set(branch, sha)
  return sha
}

/** Merges two commits, head's files over base's, and gives the sha. */
export function mergeCommits(state: State, base: string, head: string, branch?: string): string {
  const merged = mergeFiles(state, base, head)
  const gone = [...demandCommit(state, base).files.keys()].filter((path) => !merged.has(path)).map((path) => [path, null] as const)
  const files = Object.fromEntries([...merged, ...gone])
  return addCommit(state, { branch, parents: [base, head], files, message: `Merge ${head} into ${base}` })
}

import { createHash } from 'node:crypto'
import type { Commit, Pull } from './stage/records.ts'
import type { State } from './state.ts'

/** The commit that a name means: a sha, a branch, `owner:branch` of a fork, or a full ref; null where there is none. */
export function resolveCommit(state: State, name: string): Commit | null {
  const pull = /^refs\/pull\/(\d+)\/(head|merge)$/.exec(name)
  if (pull !== null) {
    const found = state.pulls.get(Number(pull[1]))
    const sha = pull[2] === 'head' ? found?.head.sha : found?.mergeSha
    return state.commits.get(sha ?? '') ?? null
  }
  const branch = name.replace(/^(refs\/)?heads\//, '').replace(`${state.owner}:`, '')
  return state.commits.get(state.branches.get(branch) ?? name) ?? null
}

/** A commit that has to be there. */
export function demandCommit(state: State, name: string): Commit {
  const commit = resolveCommit(state, name)
  if (commit === null) throw new Error(`the local GitHub has no commit ${name}`)
  return commit
}

/** A pull request that has to be there. */
export function demandPull({ pulls }: State, number = 7): Pull {
  const pull = pulls.get(number)
  if (pull === undefined) throw new Error(`the local GitHub has no pull request ${number}`)
  return pull
}

/** Shas of a commit and of all that it descends from. */
export function listAncestors({ commits }: State, sha: string): ReadonlySet<string> {
  const seen = new Set<string>([sha])
  for (const next of seen) for (const parent of commits.get(next)?.parents ?? []) seen.add(parent)
  return seen
}

/** Commits that `head` has and `base` has not, parents before children. */
export function listBetween(state: State, base: string, head: string): readonly Commit[] {
  const known = new Set(listAncestors(state, base))
  const listed: Commit[] = []
  const pending: (Commit | readonly [Commit])[] = [demandCommit(state, head)]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('sha' in next) {
      if (known.has(next.sha)) continue
      known.add(next.sha)
      // Listed only when the parents, which go on top, are done.
      pending.push([next], ...next.parents.map((parent) => demandCommit(state, parent)).reverse())
    } else {
      listed.push(next[0])
    }
  }
  return listed
}

/** The newest commit that both descend from; null where their histories have nothing in common. */
export function findMergeBase(state: State, one: string, other: string): Commit | null {
  const ancestors = listAncestors(state, one)
  const common = [...listAncestors(state, other)].filter((sha) => ancestors.has(sha))
  const best = common.filter((sha) => !common.some((above) => above !== sha && listAncestors(state, above).has(sha)))
  const commits = best.map((sha) => demandCommit(state, sha)).sort((a, b) => b.date.localeCompare(a.date))
  return commits[0] ?? null
}

/** The tree of `base` with what `head` changed since they parted; where both changed a file, head's. */
export function mergeFiles(state: State, base: string, head: string): Map<string, string | Buffer> {
  const files = new Map(demandCommit(state, base).files)
  const before = findMergeBase(state, base, head)?.files ?? new Map<string, string | Buffer>()
  const after = demandCommit(state, head).files
  for (const [path, content] of after) if (!isSame(before.get(path), content)) files.set(path, content)
  for (const path of before.keys()) if (!after.has(path)) files.delete(path)
  return files
}

/** Whether two files have the same bytes. */
export function isSame(one: string | Buffer | undefined, other: string | Buffer | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.from(one).equals(Buffer.from(other))
}

/** The name that git gives to a file's bytes. */
export function hashBlob(content: string | Buffer): string {
  const bytes = Buffer.from(content)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

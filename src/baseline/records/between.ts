import type { Commit } from '../../github/facts/commits.ts'

/** All commits that lead from one, which comes before, to the one that was asked about, itself included. Every commit that is nearer than the one is among them. */
export class Between {
  /** How many commits the one is older. */
  readonly distance: number
  /** None of them was there before, if the clocks of those who committed them are right; milliseconds since 1970. */
  readonly sinceMs: number
  private readonly start: string
  private readonly parents: ReadonlyMap<string, readonly string[]>

  constructor(start: string, commits: readonly Commit[]) {
    this.distance = commits.length
    this.sinceMs = dateOf(commits)
    this.start = start
    this.parents = new Map(commits.map(({ sha, parents }) => [sha, parents]))
  }

  has(sha: string): boolean {
    return this.parents.has(sha)
  }

  /** How many commits older a commit is; null where these alone do not say: it is none of them, or of a side branch that does not begin at the one. */
  measure(sha: string): number | null {
    const seen = new Set([sha])
    let descends = false
    for (const next of seen) {
      for (const parent of this.parents.get(next) ?? []) {
        descends ||= parent === this.start
        if (this.has(parent)) seen.add(parent)
      }
    }
    return descends ? this.distance - seen.size : null
  }
}

/** The date of the oldest; that of no time at all where one has none, or one before that of a parent: a clock was wrong. */
function dateOf(commits: readonly Commit[]): number {
  const dated = commits.map(({ sha, parents, committedAt }) => ({ sha, parents, date: Date.parse(committedAt ?? '') }))
  const dates = new Map(dated.map(({ sha, date }) => [sha, date]))
  const isRight = dated.every(({ date, parents }) => !Number.isNaN(date) && parents.every((parent) => (dates.get(parent) ?? date) <= date))
  return isRight ? Math.min(...dates.values()) : Number.NEGATIVE_INFINITY
}

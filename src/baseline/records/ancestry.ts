import type { Client } from '../../github/api/client.ts'
import { listAhead, type Relation, relate } from '../../github/facts/commits.ts'
import type { Asked } from './asked.ts'
import { Between } from './between.ts'

/** Comparing commits costs a request each. To give up is not to find none: a search that ends so rejects. */
const MOST_COMPARISONS = 25
/** A list of more commits than a comparison shows costs a request for each hundred. */
const PAGE = 100
const MOST_PAGES = 20

/** Which commits come before the one that was asked about, and how far. */
export class Ancestry {
  private readonly client: Client
  private readonly asked: Asked
  /** How many commits before; null: not before it, or not known any more. */
  private readonly known: Map<string, number | null>
  /** The nearest first. */
  private readonly lists: Between[] = []
  private comparisons = 0
  private pages = 0
  /** Whether the next commit is looked for before the one asked about: one comparison tells of one direction alone what lies on the way. */
  private looksBack: boolean

  constructor(client: Client, asked: Asked) {
    this.client = client
    this.asked = asked
    this.known = new Map([[asked.commit, 0]])
    this.looksBack = asked.isNewest === true
  }

  /** All commits that are less than so many older are known. */
  get reach(): number {
    return Math.max(1, ...this.lists.map(({ distance }) => distance))
  }

  /** How many commits older a commit is; null where it does not come before, undefined where nobody asked yet. */
  distanceOf(sha: string): number | null | undefined {
    const known = this.known.get(sha)
    if (known !== undefined) return known
    for (const list of this.lists) {
      const distance = list.measure(sha)
      if (distance !== null) return this.remember(sha, distance)
    }
    return undefined
  }

  /** Whether a commit is known to come before, though not how far. */
  isBefore(sha: string): boolean {
    return this.lists.some((list) => list.has(sha))
  }

  /**
   * The same, and asks where it is not known. One comparison tells of up to 250 commits that led to it that they do not come before either, or of those that
   * led from it how far each is, so the next are known by then. Nothing is concluded from an order: after a forced push there is none.
   */
  async measure(sha: string): Promise<number | null> {
    const known = this.distanceOf(sha)
    if (known !== undefined) return known
    const { commit, repository } = this.asked
    if (this.comparisons++ === MOST_COMPARISONS)
      throw new Error(
        `more than ${MOST_COMPARISONS} records are of commits that are not in the history of ${commit.slice(0, 7)}, or far back in it. Update the branch`,
      )
    const looksBack = this.looksBack || this.isBefore(sha)
    const [first, second] = looksBack ? [sha, commit] : [commit, sha]
    const relation = await relate(this.client, repository, first, second)
    const distance = relation === null ? null : looksBack ? this.lookBack(sha, relation) : this.lookAhead(relation)
    return this.remember(sha, distance)
  }

  /** Learns all commits that are nearer than one that comes before, where they are not too many. */
  async surround(sha: string, distance: number): Promise<void> {
    if (this.listAround(distance) !== undefined) return
    const pages = Math.ceil(distance / PAGE)
    if (this.pages + pages > MOST_PAGES) return
    this.pages += pages
    this.learn(sha, await listAhead(this.client, this.asked.repository, sha, this.asked.commit), distance)
  }

  /** Since when there can have been commits that are nearer than one that comes before; milliseconds since 1970. */
  async nearerSince(sha: string, distance: number): Promise<number> {
    // Nothing is nearer.
    if (distance === 0) return Number.POSITIVE_INFINITY
    await this.surround(sha, distance)
    return this.listAround(distance)?.sinceMs ?? Number.NEGATIVE_INFINITY
  }

  private remember(sha: string, distance: number | null): number | null {
    this.known.set(sha, distance)
    return distance
  }

  private lookAhead({ aheadBy, ahead, behindBy }: Relation): number | null {
    this.looksBack = true
    for (const later of ahead) this.known.set(later.sha, null)
    return aheadBy > 0 ? null : behindBy
  }

  private lookBack(sha: string, { aheadBy, ahead, behindBy }: Relation): number | null {
    if (behindBy > 0) {
      this.looksBack = false
      return null
    }
    this.learn(sha, ahead, aheadBy)
    return aheadBy
  }

  private learn(sha: string, commits: Relation['ahead'], distance: number): void {
    if (commits.length !== distance) return
    this.lists.push(new Between(sha, commits))
    this.lists.sort((one, other) => one.distance - other.distance)
  }

  private listAround(distance: number): Between | undefined {
    return this.lists.find((list) => list.distance >= distance)
  }
}

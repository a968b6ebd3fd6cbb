import type { Client } from '../github/client.ts'
import { relate } from '../github/commits.ts'
import type { Asked } from './asked.ts'

/** Comparing commits costs a request each. To give up is not to find none: a search that ends so rejects. */
const MOST_COMPARISONS = 25

/** Which commits come before the one that was asked about. */
export class Ancestry {
  readonly #client: Client
  readonly #asked: Asked
  /** How many commits before; null: not before it, or not known any more. */
  readonly #known: Map<string, number | null>
  #comparisons = 0

  constructor(client: Client, asked: Asked) {
    this.#client = client
    this.#asked = asked
    this.#known = new Map([[asked.commit, 0]])
  }

  /**
   * How many commits older a commit is; null where it does not come before. One comparison tells the same of up to 250 commits that led to it, so newer
   * ones are passed over by a request or two. Nothing is concluded from an order: after a forced push there is none.
   */
  async measure(sha: string): Promise<number | null> {
    const known = this.#known.get(sha)
    if (known !== undefined) return known
    const { commit, repository } = this.#asked
    if (this.#comparisons++ === MOST_COMPARISONS)
      throw new Error(
        `more than ${MOST_COMPARISONS} records are of commits that are not in the history of ${commit.slice(0, 7)}. Update the branch`,
      )
    const relation = await relate(this.#client, repository, commit, sha)
    const behind = relation === null || relation.aheadBy > 0 ? null : relation.behindBy
    for (const later of relation?.ahead ?? []) this.#known.set(later, null)
    this.#known.set(sha, behind)
    return behind
  }
}

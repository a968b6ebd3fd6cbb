import type { Client } from '../../github/api/client.ts'
import { type Artifact, type ArtifactPage, readArtifacts } from '../../github/artifacts/artifacts.ts'
import { type Asked, namesOf } from './asked.ts'

/** Artifacts with the names of a record, read page by page: of most repositories the first page says enough. Anybody's are among them. */
export class Listing {
  /** Those that were read so far. */
  readonly artifacts: Artifact[] = []
  /** Numbers of artifacts that turned out to be no records. */
  readonly discarded = new Set<number>()
  private readonly shelves: readonly Shelf[]
  private readonly ownRun: number

  constructor(client: Client, asked: Pick<Asked, 'repository' | 'artifact' | 'ownRun'>) {
    this.shelves = namesOf(asked).map((name) => new Shelf(readArtifacts(client, asked.repository, name)))
    this.ownRun = asked.ownRun
  }

  /** Whether there is nothing more to read. */
  get isWhole(): boolean {
    return this.shelves.every(({ isWhole }) => isWhole)
  }

  /** All that was created since then was read. Milliseconds since 1970. */
  get sinceMs(): number {
    return Math.max(...this.shelves.map(({ sinceMs }) => sinceMs))
  }

  /** Reads one page more of each name; false where nothing is left, or where it is too much. */
  async extend(): Promise<boolean> {
    const pages = await Promise.all(this.shelves.map((shelf) => shelf.read()))
    const read = pages.filter((page) => page !== null)
    this.artifacts.push(...read.flatMap(({ artifacts }) => artifacts).filter(({ runId }) => runId !== this.ownRun))
    return read.length > 0
  }
}

/** The artifacts of one name. */
export class Shelf {
  isWhole = false
  sinceMs = Number.POSITIVE_INFINITY
  private readonly pages: AsyncGenerator<ArtifactPage, undefined>
  private isSorted = true
  private lastMs = Number.POSITIVE_INFINITY

  constructor(pages: AsyncGenerator<ArtifactPage, undefined>) {
    this.pages = pages
  }

  async read(): Promise<ArtifactPage | null> {
    const { value: page } = await this.pages.next()
    if (page === undefined) return null
    // That the newest come first is not documented, so it is seen to.
    for (const { createdAt } of page.artifacts) {
      const createdMs = Date.parse(createdAt)
      this.isSorted &&= createdMs <= this.lastMs
      this.lastMs = createdMs
    }
    this.isWhole = page.isLast
    this.sinceMs = page.isLast ? Number.NEGATIVE_INFINITY : this.isSorted ? this.lastMs : Number.POSITIVE_INFINITY
    return page
  }
}

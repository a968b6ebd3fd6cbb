import { describe, expect, it } from 'vitest'
import { Listing, Shelf } from '../../../src/baseline/records/listing.ts'
import type { Artifact, ArtifactPage } from '../../../src/github/artifacts/artifacts.ts'
import { askFor, client, listAsked, stageAsking, state } from '../../support/baseline/asking.ts'
import { flood } from '../../support/baseline/decoys.ts'
import { addRecord, growMain } from '../../support/baseline/stored.ts'

stageAsking()

const bytes = Buffer.from('zip')
const retry = 'llm-cost-baseline (retry)'
/** More than a page of artifacts, of which the 100th from the end was created then. */
function fill(): number {
  flood(state, growMain(state, 1)[0] ?? '', 150)
  return Date.parse(state.artifacts.at(-100)?.createdAt ?? '')
}

describe('the list of artifacts', () => {
  it('has both names of a record, but for what the run itself left', async () => {
    const [commit = ''] = growMain(state, 1)
    const [one, two, own] = [{}, { name: retry }, {}].map((parts) => addRecord(state, { sha: commit, bytes, ...parts }))
    addRecord(state, { sha: commit, bytes, name: 'llm-cost-baseline-evals' })
    const listing = new Listing(client, askFor(commit, { ownRun: own?.runId ?? 0 }))
    expect([listing.isWhole, listing.sinceMs, listing.artifacts]).toEqual([false, Number.POSITIVE_INFINITY, []])
    expect(await listing.extend()).toBe(true)
    expect(listing.artifacts.map(({ id }) => id)).toEqual([one?.id, two?.id])
    expect([listing.isWhole, listing.sinceMs]).toEqual([true, Number.NEGATIVE_INFINITY])
    expect(await listing.extend()).toBe(false)
    expect(listAsked()).toEqual(['artifacts', 'artifacts'])
  })

  it('is known since the last of the page that was read', async () => {
    const sinceMs = fill()
    const listing = new Listing(client, askFor(''))
    await listing.extend()
    expect([listing.artifacts.length, listing.isWhole, listing.sinceMs]).toEqual([100, false, sinceMs])
    await listing.extend()
    expect([listing.artifacts.length, listing.isWhole, listing.sinceMs]).toEqual([150, true, Number.NEGATIVE_INFINITY])
  })

  it('is known since then where several were created at once', async () => {
    const sinceMs = fill()
    Object.assign(state.artifacts.at(-99) ?? {}, { createdAt: state.artifacts.at(-100)?.createdAt })
    const listing = new Listing(client, askFor(''))
    await listing.extend()
    expect(listing.sinceMs).toBe(sinceMs)
  })
})

describe('the artifacts of one name', () => {
  const at = (day: number): Artifact => {
    const facts = { id: day, name: 'x', sizeBytes: 1, expired: false, expiresAt: null, digest: null, runId: 1 }
    return { ...facts, headSha: 'a', headBranch: 'main', repositoryId: 1, headRepositoryId: 1, createdAt: `2026-10-0${day}T00:00:00Z` }
  }
  /** A list of two pages, and more of them. */
  async function* pages(...days: readonly (readonly number[])[]): AsyncGenerator<ArtifactPage, undefined> {
    for (const page of days) yield { artifacts: page.map(at), isLast: false }
    yield { artifacts: [], isLast: true }
  }

  it('are known since the last of each page', async () => {
    const shelf = new Shelf(pages([9, 8], [8, 5]))
    await shelf.read()
    expect(shelf.sinceMs).toBe(Date.parse(at(8).createdAt))
    await shelf.read()
    expect(shelf.sinceMs).toBe(Date.parse(at(5).createdAt))
    await shelf.read()
    expect([shelf.isWhole, shelf.sinceMs]).toEqual([true, Number.NEGATIVE_INFINITY])
  })

  it('are not known since any time where one is out of order, be it on the page after', async () => {
    const shelf = new Shelf(pages([9, 7], [8, 5], [4]))
    await shelf.read()
    expect(shelf.sinceMs).toBe(Date.parse(at(7).createdAt))
    await shelf.read()
    expect(shelf.sinceMs).toBe(Number.POSITIVE_INFINITY)
    await shelf.read()
    expect(shelf.sinceMs).toBe(Number.POSITIVE_INFINITY)
  })
})

import { describe, expect, it } from 'vitest'
import { flood } from '../support/baseline/decoys.ts'
import { find, github, sha, stageSearch, state } from '../support/baseline/searching.ts'
import { addRecord, growMain } from '../support/baseline/stored.ts'
import { addCommit, startRun, storeArtifact } from '../support/github/story/story.ts'

const bytes = Buffer.from('zip')
const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}'
const comparisons = () => github.requests.filter(({ route }) => route === compare).length

stageSearch()

/** The record of a commit, and after it that of an older one, of a newer run. */
function addOutOfOrder(near: string, far: string) {
  return [addRecord(state, { sha: near, bytes }), addRecord(state, { sha: far, bytes, event: 'workflow_dispatch' })].map(({ id }) => id)
}

describe('the nearest record', () => {
  it.each([true, false])('is before one of a newer run on an older commit (likely the newest commit: %s)', async (isNewest) => {
    const commits = growMain(state, 9)
    const [near, far] = addOutOfOrder(sha(5, commits), sha(1, commits))
    expect(await find({ commit: sha(8, commits), isNewest })).toEqual([
      [near, 3],
      [far, 7],
    ])
  })

  it('is before those that were recorded in just the other order', async () => {
    const commits = growMain(state, 40)
    const records = commits.slice(0, 30).reverse()
    const ids = records.map((commit) => addRecord(state, { sha: commit, bytes }).id)
    expect((await find({ commit: sha(-1, commits) })).map(([id]) => id)).toEqual(ids)
    expect(comparisons()).toBeLessThan(4)
  })

  it('is before that of an older run that was repeated', async () => {
    const commits = growMain(state, 9)
    const old = addRecord(state, { sha: sha(1, commits), bytes })
    const { id } = addRecord(state, { sha: sha(5, commits), bytes })
    const again = storeArtifact(state, { runId: old.runId, name: 'llm-cost-baseline', bytes })
    expect((await find({ commit: sha(8, commits) })).map(([found]) => found)).toEqual([id, again.id, old.id])
  })

  it('of a side branch that was merged counts by how many commits it lacks, whichever began first', async () => {
    const [start = ''] = growMain(state, 1)
    const side = addCommit(state, { parents: [start] })
    const [fork = ''] = growMain(state, 3).slice(-1)
    const merge = addCommit(state, { branch: 'main', parents: [fork, side] })
    const far = addRecord(state, { sha: side, bytes })
    const near = addRecord(state, { sha: fork, bytes })
    const older = addRecord(state, { sha: start, bytes })
    expect(await find({ commit: merge })).toEqual([
      [near.id, 2],
      [far.id, 4],
      [older.id, 5],
    ])
  })

  it('is found where the one of the newest run is further back than a comparison shows', async () => {
    const commits = growMain(state, 420)
    const [near, far] = addOutOfOrder(sha(200, commits), sha(5, commits))
    const between = addRecord(state, { sha: sha(100, commits), bytes })
    expect(await find({ commit: sha(-1, commits), isNewest: true })).toEqual([
      [near, 219],
      [between.id, 319],
      [far, 414],
    ])
  })

  it('is found where the one of the newest run is further back than is listed', async () => {
    const commits = growMain(state, 2100)
    const [near, far] = addOutOfOrder(sha(2090, commits), sha(5, commits))
    expect((await find({ commit: sha(-1, commits), isNewest: true })).map(([id]) => id)).toEqual([near, far])
  })

  it('is not guessed among more than 25 that are further back than is listed', async () => {
    const commits = growMain(state, 2100)
    for (const commit of commits.slice(0, 30)) addRecord(state, { sha: commit, bytes })
    await expect(find({ commit: sha(-1, commits), isNewest: true })).rejects.toThrow(/^more than 25 records are .*, or far back in it/)
  })
})

describe('the nearest record may be on a page that was not read', () => {
  it.each([true, false])('and is found there, before an older one of a newer run (likely the newest commit: %s)', async (isNewest) => {
    const commits = growMain(state, 9)
    const [near] = addOutOfOrder(sha(5, commits), sha(1, commits))
    flood(state, sha(8, commits), 250)
    const far = addRecord(state, { sha: sha(2, commits), bytes })
    expect((await find({ commit: sha(8, commits), isNewest, most: 1 }))[0]).toEqual([near, 3])
    expect(far.id).toBeGreaterThan(near ?? 0)
  })

  it('which is read on to, where it is of the commit itself', async () => {
    const commits = growMain(state, 3)
    const exact = addRecord(state, { sha: sha(2, commits), bytes })
    flood(state, sha(2, commits), 150)
    addRecord(state, { sha: sha(1, commits), bytes })
    expect((await find({ commit: sha(2, commits), most: 1 }))[0]).toEqual([exact.id, 0])
  })

  it('or be of a newer run on the same commit', async () => {
    const [commit = ''] = growMain(state, 1)
    const old = addRecord(state, { sha: commit, bytes })
    const newer = addRecord(state, { sha: commit, bytes })
    flood(state, commit, 150)
    storeArtifact(state, { runId: old.runId, name: 'llm-cost-baseline', bytes })
    expect((await find({ commit, most: 1 }))[0]).toEqual([newer.id, 0])
  })

  it('and where a clock was wrong, dates of commits keep it from nobody', async () => {
    const commits = growMain(state, 9)
    const [near] = addOutOfOrder(sha(5, commits), sha(1, commits))
    flood(state, sha(8, commits), 250)
    addRecord(state, { sha: sha(2, commits), bytes })
    for (const commit of commits.slice(4, 7)) Object.assign(state.commits.get(commit) ?? {}, { date: '2027-01-01T00:00:00Z' })
    expect((await find({ commit: sha(8, commits), isNewest: true, most: 1 }))[0]).toEqual([near, 3])
  })

  it('and is found by the runs of the branch behind more artifacts than are listed', async () => {
    const commits = growMain(state, 9)
    const [near, far] = addOutOfOrder(sha(5, commits), sha(1, commits))
    flood(state, sha(8, commits), 3100)
    const newest = addRecord(state, { sha: sha(2, commits), bytes })
    expect(await find({ commit: sha(8, commits) })).toEqual([
      [near, 3],
      [newest.id, 6],
      [far, 7],
    ])
  })

  it('and where there are more runs than GitHub lists, an older one is not taken for it', async () => {
    const commits = growMain(state, 9)
    addOutOfOrder(sha(5, commits), sha(1, commits))
    for (let index = 0; index < 1000; index++) startRun(state, { event: 'push', headSha: 'f'.repeat(40), headBranch: 'main' })
    flood(state, sha(8, commits), 3100)
    addRecord(state, { sha: sha(2, commits), bytes })
    await expect(find({ commit: sha(8, commits), most: 1 })).rejects.toThrow(/^too many artifacts have this name/)
  })
})

describe('a search', () => {
  const recordAll = (commits: readonly string[]) => commits.map((commit) => addRecord(state, { sha: commit, bytes }).id)

  it.each([
    ['the newest commit, whose own record is still to come', true, 9],
    ['a commit whose next record is of the commit before', false, 9],
  ])('from %s, costs one comparison', async (_, isNewest, place) => {
    const commits = growMain(state, 10)
    const before = isNewest ? commits.slice(0, 5) : commits.slice(0, 9)
    const ids = recordAll(before)
    expect((await find({ commit: sha(place, commits), isNewest, most: 1 }))[0]?.[0]).toBe(ids.at(-1))
    expect(comparisons()).toBe(1)
  })

  it('from a commit that main left behind costs two', async () => {
    const commits = growMain(state, 30)
    const ids = recordAll([...commits.slice(0, 5), ...commits.slice(12)])
    expect((await find({ commit: sha(10, commits), most: 1 }))[0]).toEqual([ids[4], 6])
    expect(comparisons()).toBe(2)
  })

  it('reads no further than the first page where all that is nearer is younger', async () => {
    const commits = growMain(state, 200)
    recordAll(commits)
    const [, , start = ''] = growMain(state, 3)
    github.requests.length = 0
    expect((await find({ commit: start, isNewest: true, most: 1 }))[0]?.[1]).toBe(3)
    expect(github.requests.map(({ route }) => route)).toEqual([
      'GET /repos/{owner}/{repo}/actions/artifacts',
      'GET /repos/{owner}/{repo}/actions/artifacts',
      compare,
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { flood } from '../../support/baseline/decoys.ts'
import { find, github, sha, stageSearch, state } from '../../support/baseline/searching.ts'
import { addRecord, growMain, type NewRecord } from '../../support/baseline/stored.ts'
import { addCommit, storeArtifact } from '../../support/github/story/story.ts'

stageSearch()

describe('a record that qualifies', () => {
  it.each<[string, Partial<NewRecord>]>([
    ['was pushed', {}],
    ['ran on a schedule', { event: 'schedule' }],
    ['was started by hand', { event: 'workflow_dispatch' }],
    ['failed later for another reason', { conclusion: 'failure' }],
    ['was cancelled after it was stored', { conclusion: 'cancelled' }],
    ['still goes on', { conclusion: null }],
  ])('%s', async (_, record) => {
    const [commit = ''] = growMain(state, 1)
    const { id } = addRecord(state, { sha: commit, ...record })
    expect(await find({ commit })).toEqual([[id, 0]])
  })

  it('is that of the commit itself, before any of a newer run on an older commit', async () => {
    const commits = growMain(state, 3)
    const exact = addRecord(state, { sha: sha(1, commits) })
    const older = addRecord(state, { sha: sha(0, commits), event: 'schedule' })
    expect(await find({ commit: sha(1, commits) })).toEqual([
      [exact.id, 0],
      [older.id, 1],
    ])
  })

  it('is the nearest older one where the commit itself has none, and says how much older', async () => {
    const commits = growMain(state, 5)
    const records = commits.slice(0, 2).map((commit) => addRecord(state, { sha: commit }))
    expect(await find({ commit: sha(4, commits) })).toEqual([
      [records[1]?.id, 3],
      [records[0]?.id, 4],
    ])
  })

  it('is older by every commit that a merge brought', async () => {
    const [before = ''] = growMain(state, 1)
    const record = addRecord(state, { sha: before })
    const side = addCommit(state, { parents: [addCommit(state, { parents: [before] })] })
    growMain(state, 1)
    const merge = addCommit(state, { branch: 'main', parents: ['main', side] })
    // Two on the side, one on main, and the merge itself.
    expect(await find({ commit: merge })).toEqual([[record.id, 4]])
  })

  it('is the newest of several on one commit', async () => {
    const [commit = ''] = growMain(state, 1)
    const first = addRecord(state, { sha: commit })
    const second = addRecord(state, { sha: commit, event: 'schedule' })
    const attempt = storeArtifact(state, { runId: second.runId, name: 'llm-cost-baseline', bytes: Buffer.from('zip') })
    expect((await find({ commit })).map(([id]) => id)).toEqual([attempt.id, second.id, first.id])
  })
})

describe('records on several pages', () => {
  const bytes = Buffer.from('zip')
  const countRuns = () => github.requests.filter(({ route }) => route.endsWith('/actions/runs/{run_id}')).length

  it('are each found once, and each run is asked for once', async () => {
    const [commit = ''] = growMain(state, 1)
    const old = addRecord(state, { sha: commit, bytes })
    flood(state, commit, 120)
    const newer = [1, 2].map(() => addRecord(state, { sha: commit, bytes }).id)
    expect((await find({ commit })).map(([id]) => id)).toEqual([...newer.toReversed(), old.id])
    expect(countRuns()).toBe(3)
  })

  it('of one run that was repeated are found with one question', async () => {
    const [commit = ''] = growMain(state, 1)
    const old = addRecord(state, { sha: commit, bytes })
    flood(state, commit, 120)
    const again = storeArtifact(state, { runId: old.runId, name: 'llm-cost-baseline', bytes })
    expect((await find({ commit })).map(([id]) => id)).toEqual([again.id, old.id])
    expect(countRuns()).toBe(1)
  })
})

describe('a stacked pull request', () => {
  it('is compared with records of its own base branch', async () => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit })
    const stacked = addCommit(state, { branch: 'stack', parents: [commit] })
    const own = addRecord(state, { sha: stacked, branch: 'stack' })
    const start = addCommit(state, { branch: 'stack' })
    expect(await find({ commit: start, branches: ['stack', 'main'] })).toEqual([[own.id, 1]])
  })

  it.each<[string, Partial<NewRecord> | null]>([
    ['has none', null],
    ['has one that expired', { expired: true }],
    ['has one of a pull request', { event: 'pull_request' }],
  ])('is compared with main where its base branch %s', async (_, record) => {
    const [commit = ''] = growMain(state, 1)
    const { id } = addRecord(state, { sha: commit })
    const start = addCommit(state, { branch: 'stack', parents: [commit] })
    if (record !== null) addRecord(state, { sha: start, branch: 'stack', ...record })
    expect(await find({ commit: start, branches: ['stack', 'main'] })).toEqual([[id, 1]])
  })
})

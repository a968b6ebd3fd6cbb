import { describe, expect, it } from 'vitest'
import { flood } from '../support/baseline/decoys.ts'
import { find, github, sha, stageSearch, state } from '../support/baseline/searching.ts'
import { addRecord, growMain } from '../support/baseline/stored.ts'
import { addCommit, startRun, storeArtifact } from '../support/github/story/story.ts'

const bytes = Buffer.from('zip')
const count = (route: string) => github.requests.filter((request) => request.route === `GET /repos/{owner}/{repo}/actions/${route}`).length

stageSearch()

/** Runs of another workflow, which keep nothing. */
function addOtherRuns(headSha: string, number: number, headBranch = 'main'): void {
  for (let index = 0; index < number; index++) startRun(state, { event: 'push', headSha, headBranch, conclusion: 'success' })
}

describe('a record behind artifacts of a fork', () => {
  it.each([99, 300, 2900])('is found behind %i by reading on', async (decoys) => {
    const commits = growMain(state, 2)
    const { id } = addRecord(state, { sha: sha(0, commits), bytes })
    flood(state, sha(1, commits), decoys)
    expect(await find({ commit: sha(1, commits) })).toEqual([[id, 1]])
    expect(count('artifacts')).toBe(Math.ceil((decoys + 1) / 100) + 1)
    expect(count('runs')).toBe(0)
  })

  it.each([
    ['usual', 'llm-cost-baseline'],
    ['second', 'llm-cost-baseline (retry)'],
  ])('is found behind more than 3,000 of the %s name by the runs of the branch', async (_, name) => {
    const [older = '', base = '', later = ''] = growMain(state, 3)
    const far = addRecord(state, { sha: older, bytes, name })
    const { id } = addRecord(state, { sha: base, bytes, event: 'schedule', name })
    addOtherRuns(base, 5)
    addRecord(state, { sha: later, bytes, name })
    flood(state, base, 3100, name)
    expect(await find({ commit: base })).toEqual([
      [id, 0],
      [far.id, 1],
    ])
  })

  it('is one that is left of an expired one', async () => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit, bytes, expired: true })
    flood(state, commit, 3100)
    expect(await find({ commit })).toEqual([])
  })

  it('is of a later commit, which does not read as none', async () => {
    const [base = '', later = ''] = growMain(state, 2)
    addRecord(state, { sha: later, bytes })
    flood(state, base, 3100)
    await expect(find({ commit: base })).rejects.toThrow(/^main has records, but none of the commit \w{7}, /)
  })

  it.each<[string, (commit: string) => void]>([
    ['30 runs that keep nothing', (commit) => addOtherRuns(commit, 31)],
    ['1,000 runs of later commits', () => addOtherRuns(growMain(state, 1)[0] ?? '', 1000)],
  ])('is not looked for behind %s, which does not read as none', async (_, hide) => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit, bytes })
    hide(commit)
    flood(state, commit, 3100)
    await expect(find({ commit })).rejects.toThrow(/^too many artifacts have this name, .*Update the branch, or choose another name/)
  })

  it('is none where no run of the branch has left one', async () => {
    const [commit = ''] = growMain(state, 1)
    addOtherRuns(commit, 3)
    flood(state, commit, 3100)
    expect(await find({ commit })).toEqual([])
  })
})

describe('a list of many records', () => {
  it('is read no further than to the nearest', async () => {
    const commits = growMain(state, 250)
    const records = commits.map((commit) => addRecord(state, { sha: commit, bytes }))
    const start = addCommit(state, { parents: [sha(-2, commits)] })
    github.requests.length = 0
    const [first] = await find({ commit: start, most: 1 })
    expect(first).toEqual([records.at(-2)?.id, 1])
    expect(count('artifacts')).toBe(2)
  })

  it('may begin with an old one whose run was repeated, and is read on to the nearest', async () => {
    const commits = growMain(state, 250)
    const records = commits.map((commit) => addRecord(state, { sha: commit, bytes }))
    const again = storeArtifact(state, { runId: records[0]?.runId ?? 0, name: 'llm-cost-baseline', bytes })
    const start = addCommit(state, { parents: [sha(9, commits)] })
    const found = await find({ commit: start })
    expect(found.slice(0, 2)).toEqual([
      [records[9]?.id, 1],
      [records[8]?.id, 2],
    ])
    expect(found.at(-2)).toEqual([again.id, 10])
  })

  it('of a branch says that another branch has none, without a request for each', async () => {
    const commits = growMain(state, 130)
    const records = commits.map((commit) => addRecord(state, { sha: commit, bytes }))
    const start = addCommit(state, { branch: 'stack', parents: [sha(-1, commits)] })
    expect((await find({ commit: start, branches: ['stack', 'main'], most: 1 }))[0]).toEqual([records.at(-1)?.id, 1])
    expect(github.requests.length).toBeLessThan(6)
  })
})

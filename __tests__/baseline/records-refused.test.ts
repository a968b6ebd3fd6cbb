import { describe, expect, it } from 'vitest'
import { decoys } from '../support/baseline/decoys.ts'
import { ACME, type Asked, find, github, sha, stageSearch, state } from '../support/baseline/searching.ts'
import { addRecord, growMain } from '../support/baseline/stored.ts'
import { demandCommit } from '../support/github/graph.ts'
import { addCommit } from '../support/github/story/story.ts'

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}'

stageSearch()

const otherCommits: readonly string[] = [
  'main after the pull request began',
  'a commit that a push took away from main',
  'a commit that GitHub no longer has',
]

describe('a record that does not qualify', () => {
  it.each(decoys)('is one of %s', async (name, plant) => {
    const [older = '', base = '', newer = ''] = growMain(state, 3)
    plant(state, { older, base, newer })
    const found = await find({ commit: base }).catch(({ message }: Error) => message)
    // Records that a branch has, and none of which qualifies, are not "none yet".
    const expected = otherCommits.includes(name) ? expect.stringMatching(/^main has records, but none of the commit \w{7}, /) : []
    expect(found).toEqual(expected)
  })

  it.each<[string, Omit<Asked, 'commit'>]>([
    ['is of a repository with another number', { lie: { repositoryId: 5, headRepositoryId: 5 } }],
    ['does not say of which repository it is', { lie: { repositoryId: null, headRepositoryId: null } }],
    ['says another commit than its run', { lie: { headSha: 'main' } }],
    ['is asked for by a repository with another number', { repository: { ...ACME, id: 5 } }],
  ])('%s', async (_, asked) => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit })
    expect(await find({ commit, ...asked })).toEqual([])
  })

  it('is one of a fork, although the list says that it is ours', async () => {
    const [commit = ''] = growMain(state, 1)
    state.forks.set(2002, 'mallory')
    addRecord(state, { sha: commit, repoId: 2002 })
    expect(await find({ commit, lie: { headRepositoryId: 1001 } })).toEqual([])
  })
})

describe('looking for a record', () => {
  it('costs no comparison where the commit itself has one, however far main went on', async () => {
    const commits = growMain(state, 32)
    const records = commits.map((commit) => addRecord(state, { sha: commit }))
    github.requests.length = 0
    const found = await find({ commit: sha(1, commits) })
    expect(found[0]).toEqual([records[1]?.id, 0])
    const first = github.requests.findIndex(({ path }) => path.endsWith(`/actions/runs/${records[1]?.runId}`))
    expect(github.requests.slice(0, first).filter(({ route }) => route === compare)).toEqual([])
  })

  it('finds an older one behind 30 newer ones with two comparisons', async () => {
    const commits = growMain(state, 33)
    const record = addRecord(state, { sha: sha(0, commits) })
    for (const commit of commits.slice(3)) addRecord(state, { sha: commit })
    github.requests.length = 0
    expect(await find({ commit: sha(2, commits) })).toEqual([[record.id, 2]])
    expect(github.requests.filter(({ route }) => route === compare)).toHaveLength(2)
  })

  it('finds an older one behind 150 newer ones', async () => {
    const commits = growMain(state, 153)
    const record = addRecord(state, { sha: sha(0, commits) })
    for (const commit of commits.slice(3)) addRecord(state, { sha: commit })
    expect(await find({ commit: sha(2, commits) })).toEqual([[record.id, 2]])
  })

  it('reads further than the first 100 of the list', async () => {
    const commits = growMain(state, 1)
    const record = addRecord(state, { sha: sha(0, commits) })
    for (let index = 0; index < 120; index++) addRecord(state, { sha: sha(0, commits), event: 'pull_request', branch: 'topic' })
    expect(await find({ commit: sha(0, commits) })).toEqual([[record.id, 0]])
  })

  it('gives up after 25 comparisons with commits that are not on main, which does not read as none', async () => {
    const { sha: start } = demandCommit(state, 'main')
    const commits = growMain(state, 1)
    for (let index = 0; index < 30; index++) addRecord(state, { sha: addCommit(state, { parents: [start] }) })
    github.requests.length = 0
    await expect(find({ commit: sha(0, commits) })).rejects.toThrow(/^more than 25 records are of commits that are not in the history of /)
    expect(github.requests.filter(({ route }) => route === compare)).toHaveLength(25)
  })
})

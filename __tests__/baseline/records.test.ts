import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCandidates } from '../../src/baseline/records.ts'
import { type Artifact, listArtifacts } from '../../src/github/artifacts.ts'
import { type Client, createClient } from '../../src/github/client.ts'
import { demandCommit } from '../github/graph.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { State } from '../github/state.ts'
import { addCommit, storeArtifact } from '../github/story.ts'
import { decoys } from './decoys.ts'
import { addRecord, growMain, type NewRecord } from './stored.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }
const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}'

let github: GitHubServer
let state: State
let client: Client
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  client = await createClient({ token: state.token, apiUrl: github.apiUrl })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

interface Asked {
  readonly commit: string
  readonly branches?: readonly string[]
  readonly repository?: { owner: string; repo: string; id: number | null }
  /** What the list of artifacts says otherwise. */
  readonly lie?: Partial<Artifact>
}

/** Every record that qualifies, the nearest first: which artifact, and how many commits behind. */
async function find({ commit, branches = ['main'], repository = acme, lie = {} }: Asked): Promise<[number, number][]> {
  const listed = await listArtifacts(client, acme, 'llm-cost-baseline')
  const artifacts = listed.map((artifact) => ({ ...artifact, ...lie }))
  const found: [number, number][] = []
  for await (const { artifact, commitsBehind } of findCandidates(client, artifacts, { repository, branches, commit })) {
    found.push([artifact.id, commitsBehind])
  }
  return found
}

function sha(index: number, commits: readonly string[]): string {
  return commits.at(index) ?? ''
}

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
    ['is asked for by a repository with another number', { repository: { ...acme, id: 5 } }],
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
    await expect(find({ commit: sha(0, commits) })).rejects.toThrow(
      /^more than 25 records are of commits that are not in the history of /,
    )
    expect(github.requests.filter(({ route }) => route === compare)).toHaveLength(25)
  })
})

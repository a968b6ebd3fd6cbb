import { describe, expect, it } from 'vitest'
import { Ancestry } from '../../../src/baseline/records/ancestry.ts'
import { RunSearch } from '../../../src/baseline/records/runs.ts'
import { askFor, client, github, stageAsking, state } from '../../support/baseline/asking.ts'
import { addRecord, growMain } from '../../support/baseline/stored.ts'
import { startRun, storeArtifact } from '../../support/github/story/story.ts'

stageAsking()

const bytes = Buffer.from('zip')
interface Known {
  readonly sinceMs?: number
  readonly open?: readonly number[]
  readonly ownRun?: number
}

/** The records that runs of main left, and how many commits behind; by default no artifact is known already. */
async function search(
  commit: string,
  { sinceMs = Number.POSITIVE_INFINITY, open = [], ownRun = 1 }: Known = {},
  onFound: (id: number) => void = () => {},
) {
  const asked = askFor(commit, { ownRun })
  const runs = new RunSearch(client, asked, 'main', new Ancestry(client, asked))
  const found: [number, number | null][] = []
  for await (const { artifact, commitsBehind } of runs.records(sinceMs, new Set(open))) {
    found.push([artifact.id, commitsBehind])
    onFound(artifact.id)
  }
  return found
}

const countAsked = () => github.requests.filter(({ route }) => route.endsWith('/runs/{run_id}/artifacts')).length

describe('the runs of a branch', () => {
  it('have the nearest record first, and those of other commits last', async () => {
    const [older = '', commit = '', later = ''] = growMain(state, 3)
    const [near, far, other] = [commit, older, later].map((sha) => addRecord(state, { sha, bytes, event: 'schedule' }).id)
    expect(await search(commit)).toEqual([
      [near, 0],
      [far, 1],
      [other, null],
    ])
  })

  it('have no record where the run is one of a fork, a pull request, another branch, or the one that asks', async () => {
    const [commit = ''] = growMain(state, 1)
    state.forks.set(2002, 'mallory')
    addRecord(state, { sha: commit, bytes, repoId: 2002 })
    addRecord(state, { sha: commit, bytes, event: 'pull_request' })
    addRecord(state, { sha: commit, bytes, branch: 'other' })
    const { runId } = addRecord(state, { sha: commit, bytes })
    expect(await search(commit, { ownRun: runId })).toEqual([])
    expect(countAsked()).toBe(0)
    expect(await search(commit)).toHaveLength(1)
  })

  it('have no record where what they left has another name, or has expired', async () => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit, bytes, name: 'llm-cost-baseline-evals' })
    addRecord(state, { sha: commit, bytes, expired: true })
    expect(await search(commit)).toEqual([])
    expect(countAsked()).toBe(2)
  })

  it('have the newest of several records of one run first, of either name', async () => {
    const [commit = ''] = growMain(state, 1)
    const first = addRecord(state, { sha: commit, bytes })
    const second = storeArtifact(state, { runId: first.runId, name: 'llm-cost-baseline (retry)', bytes })
    expect((await search(commit)).map(([id]) => id)).toEqual([second.id, first.id])
  })
})

describe('runs since when all artifacts are known', () => {
  it('are not asked, but for those on the commit, and those whose record is still to be told', async () => {
    const [oldest = '', older = '', commit = ''] = growMain(state, 3)
    const before = addRecord(state, { sha: oldest, bytes })
    const known = addRecord(state, { sha: older, bytes })
    const open = addRecord(state, { sha: older, bytes })
    const own = addRecord(state, { sha: commit, bytes })
    const sinceMs = Date.parse(state.runs.get(known.runId)?.createdAt ?? '')
    expect(await search(commit, { sinceMs, open: [open.runId] })).toEqual([
      [own.id, 0],
      [open.id, 1],
      [before.id, 2],
    ])
    expect(countAsked()).toBe(3)
  })
})

describe('runs that left nothing', () => {
  const addRuns = (headSha: string, count: number) => {
    for (let index = 0; index < count; index++) startRun(state, { event: 'push', headSha, headBranch: 'main', conclusion: 'success' })
  }

  it('are asked, up to 30', async () => {
    const [commit = ''] = growMain(state, 1)
    addRuns(commit, 30)
    expect(await search(commit)).toEqual([])
    expect(countAsked()).toBe(30)
  })

  it('are too many from 31 on', async () => {
    const [commit = ''] = growMain(state, 1)
    addRuns(commit, 31)
    await expect(search(commit)).rejects.toThrow(
      `too many artifacts have this name, and none of main was found among them for ${commit.slice(0, 7)} or a commit before it. Update the branch, or choose another name with baseline-artifact (now llm-cost-baseline)`,
    )
    expect(countAsked()).toBe(30)
  })
})

describe('runs of which GitHub gives no more than 1,000', () => {
  /** The record of the first commit, behind so many runs of the third; the second is asked about, and was committed at the time of the oldest run. */
  function hide() {
    const [older = '', commit = '', later = ''] = growMain(state, 3)
    const { id } = addRecord(state, { sha: older, bytes, event: 'schedule' })
    const runs = Array.from({ length: 1000 }, () => startRun(state, { event: 'push', headSha: later, headBranch: 'main' }))
    Object.assign(state.commits.get(commit) ?? {}, { date: runs[0]?.createdAt })
    return { id, older, commit, sinceMs: Date.parse(runs[0]?.createdAt ?? '') }
  }

  it('never say that there is no further record', async () => {
    const { id, older, sinceMs } = hide()
    const found: number[] = []
    await expect(search(older, { sinceMs }, (one) => found.push(one))).rejects.toThrow(/^too many artifacts have this name/)
    expect(found).toEqual([id])
  })

  it('may hide a nearer record only where they are older than the nearer commits', async () => {
    const { id, commit, sinceMs } = hide()
    const found: number[] = []
    await expect(search(commit, { sinceMs }, (one) => found.push(one))).rejects.toThrow(/^too many artifacts have this name/)
    expect(found).toEqual([id])
    Object.assign(state.commits.get(commit) ?? {}, { date: new Date(sinceMs - 1000).toISOString() })
    await expect(search(commit, { sinceMs }, (one) => found.push(one))).rejects.toThrow(/^too many artifacts have this name/)
    expect(found).toEqual([id])
  })
})

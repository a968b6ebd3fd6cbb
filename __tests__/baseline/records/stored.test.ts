import { describe, expect, it } from 'vitest'
import { applyHistory, LARGEST_RECORD } from '../../../src/baseline/records/stored.ts'
import { makeZip } from '../../support/archive/zip.ts'
import { findBaseline, github, stageFinding, state } from '../../support/baseline/finding.ts'
import { addRecord, growMain, zipRecord, zipText } from '../../support/baseline/stored.ts'
import { buildSummary } from '../../support/render/summary.ts'

const zip = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
const gone = { kind: 'answer', status: 410, message: 'Artifact has expired' } as const
const advice = 'record on a schedule as well, or keep artifacts longer (Settings, Actions, General)'

stageFinding()

describe('a stored baseline', () => {
  it('says of which run and commit it is, and how far behind', async () => {
    const [commit = '', next = ''] = growMain(state, 2)
    const { runId } = addRecord(state, { sha: commit })
    const { used, side, summary } = await findBaseline(next)
    const place = { source: 'artifact', path: 'llm-cost-baseline', run_id: runId, commit, commits_behind: 1 }
    expect(used).toMatchObject({ state: 'found', format: 'cost-summary', total_cost_usd: 0.5, ...place })
    expect(used).not.toHaveProperty('passed_over')
    expect([side?.totalUsd, summary?.total_cost_usd]).toEqual([0.5, 0.5])
  })

  it('is missing where nobody recorded one', async () => {
    const [commit = ''] = growMain(state, 1)
    const { used, side } = await findBaseline(commit)
    expect(used).toMatchObject({ state: 'missing', source: 'artifact', path: 'llm-cost-baseline', reason: null })
    expect(side).toBeNull()
  })

  it('may be the last of eight files, and not one of nine', async () => {
    const [commit = ''] = growMain(state, 1)
    const summary = { name: 'cost-summary.json', content: JSON.stringify(buildSummary({ commit, ref: 'refs/heads/main' })) }
    const others = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}.json`, content: '{}' }))
    addRecord(state, { sha: commit, bytes: makeZip([...others(7), summary]) })
    expect((await findBaseline(commit)).used.total_cost_usd).toBe(1.276457)
    addRecord(state, { sha: commit, bytes: makeZip([...others(8), summary]) })
    await expect(findBaseline(commit)).rejects.toThrow(/has 9 entries; at most 8 are allowed/)
  })

  it('keeps its commit where it stands for itself, although no list has it', async () => {
    const [commit = '', next = ''] = growMain(state, 2)
    addRecord(state, { sha: commit })
    const { used, side, history } = await findBaseline(next)
    const artifact = { id: 1, name: 'x', sizeBytes: 1, expired: false, createdAt: '', expiresAt: null, digest: null, runId: 1 }
    const place = { ...artifact, headSha: commit, headBranch: 'main', repositoryId: 1, headRepositoryId: 1 }
    const record = {
      artifact: place,
      commitsBehind: 1,
      told: new Set<string>(),
      baseline: { used, side, history, summary: buildSummary() },
    }
    const limits = { records: 1, level: { percent: 20, minUsd: 0 } }
    expect((await applyHistory(record, limits)).used.commit).toBe(commit)
  })

  it('is held in memory up to 32 MiB', () => {
    expect(LARGEST_RECORD).toBe(33_554_432)
  })

  it.each([
    [zipText('{"total_cost_usd":1}'), 'holds no cost summary'],
    [makeZip([{ name: 'other.json', content: '{}' }]), 'has no cost-summary.json'],
  ])('that is no record of ours cannot be read (%#)', async (bytes, why) => {
    const [commit = ''] = growMain(state, 1)
    const { runId } = addRecord(state, { sha: commit, bytes })
    await expect(findBaseline(commit)).rejects.toThrow(
      new RegExp(`^the baseline cannot be read: llm-cost-baseline of run ${runId} ${why}$`),
    )
  })

  it('that GitHub does not give has a way out', async () => {
    const [commit = ''] = growMain(state, 1)
    const refused = { kind: 'answer', status: 401, message: 'Bad credentials' } as const
    github.faults.set('GET /repos/{owner}/{repo}/actions/artifacts', refused)
    await expect(findBaseline(commit)).rejects.toThrow(
      /^the stored baseline llm-cost-baseline cannot be used: .*\. Or keep the baseline in a file and name it in baseline-path$/,
    )
  })
})

describe('a stored baseline that is gone at the download', () => {
  it('is passed over for an older one', async () => {
    const [commit = ''] = growMain(state, 1)
    const older = addRecord(state, { sha: commit })
    for (let index = 0; index < 4; index++) addRecord(state, { sha: commit, bytes: zipRecord(99, { commit }) })
    github.faults.set(zip, Array(4).fill(gone))
    expect((await findBaseline(commit)).used.run_id).toBe(older.runId)
  })

  it('is the last that is looked at where it is the fifth, and the newest is named', async () => {
    const [commit = ''] = growMain(state, 1)
    for (let day = 10; day < 16; day++) addRecord(state, { sha: commit, expiresAt: `2001-10-${day}T08:00:00Z` })
    github.faults.set(zip, Array(5).fill(gone))
    const { used } = await findBaseline(commit)
    expect(used).toMatchObject({ state: 'missing', reason: `the newest record expired on 2001-10-15 and none followed; ${advice}` })
    expect(github.requests.filter(({ route }) => route === zip)).toHaveLength(5)
  })
})

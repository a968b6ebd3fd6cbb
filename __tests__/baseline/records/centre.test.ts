import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { findBaseline, github, stageFinding, state } from '../../support/baseline/finding.ts'
import { buildPoint } from '../../support/baseline/points.ts'
import { addRecord, growMain, type NewRecord, zipRecord } from '../../support/baseline/stored.ts'

stageFinding()

interface Parts {
  /** What the record in the middle says otherwise. */
  readonly says?: Partial<CostSummary>
  /** What is otherwise of its run and artifact; null: there is none. */
  readonly record?: Partial<NewRecord> | null
}

/** Three records in a row, of $0.50, $0.49 and $0.52, of which the first is the median; the artifacts' runs and commits. */
function addThree({ says = {}, record = {} }: Parts = {}) {
  const commits = growMain(state, 3)
  const points = [0.5, 0.49, 0.52].map((cost, index) => buildPoint(cost, index, { commit: commits[index] ?? null }))
  const runs = points.map(({ commit, created_at, total_cost_usd: cost }, index) => {
    const others = index === 0 ? says : {}
    const own = { commit, created_at, ref: 'refs/heads/main', history: points.slice(0, index + 1), ...others }
    const parts = index === 0 ? record : {}
    return parts === null ? 0 : addRecord(state, { sha: commit ?? '', bytes: zipRecord(cost, own), ...parts }).runId
  })
  return { first: commits[0] ?? '', newest: commits[2] ?? '', runs }
}

const countDownloads = () => github.requests.filter(({ route }) => route.endsWith('/artifacts/{artifact_id}/{archive_format}')).length
const window = { records: 3, by: 'given', newest_cost_usd: 0.52 }

describe('the record that stands for the branch', () => {
  it('is read whole where its own artifact is there', async () => {
    const { first, newest, runs } = addThree()
    const { used, side, summary, history } = await findBaseline(newest, 3)
    const found = { format: 'cost-summary', commit: first, run_id: runs[0], commits_behind: 0, total_cost_usd: 0.5, window }
    expect(used).toMatchObject(found)
    expect(used).not.toHaveProperty('passed_over')
    expect([side?.totalUsd, summary?.total_cost_usd, history?.records.length]).toEqual([0.5, 0.5, 3])
    expect(countDownloads()).toBe(2)
  })

  it('is the newest itself where that is the one', async () => {
    const { newest, runs } = addThree()
    const { used } = await findBaseline(newest, 1)
    expect(used).toMatchObject({ format: 'cost-summary', run_id: runs[2], total_cost_usd: 0.52, window: { records: 1 } })
    expect(countDownloads()).toBe(1)
  })

  it('tells what was passed over for the newest', async () => {
    const { newest } = addThree()
    addRecord(state, { sha: newest, bytes: zipRecord(0.6, { commit: newest, ref: 'refs/tags/main' }) })
    const { used } = await findBaseline(newest, 3)
    expect(used).toMatchObject({ format: 'cost-summary', total_cost_usd: 0.5 })
    expect(used.passed_over).toHaveLength(1)
  })

  it.each<[string, Parts]>([
    ['has expired', { record: { expired: true } }],
    ['was made at another time', { says: { created_at: '2026-01-01T00:00:00.000Z' } }],
    ['was of a tag', { says: { ref: 'refs/tags/main' } }],
    ['was of a pull request', { record: { event: 'pull_request' } }],
    ['cannot be read', { record: { bytes: Buffer.from('rubbish') } }],
  ])('is known from the history of the newest where its artifact %s', async (_, parts) => {
    const { first, newest, runs } = addThree(parts)
    const { used, summary } = await findBaseline(newest, 3)
    expect(used).toMatchObject({ format: 'history', commit: first, run_id: runs[2], total_cost_usd: 0.5, window })
    expect(summary?.total_cost_usd).toBe(0.52)
  })

  it('is not asked for where it has expired', async () => {
    const { newest } = addThree({ record: { expired: true } })
    await findBaseline(newest, 3)
    expect(countDownloads()).toBe(1)
  })

  it.each<[string, Parts]>([
    ['is gone', { record: null }],
    ['is of another branch alone', { record: { branch: 'other' }, says: { ref: 'refs/heads/other' } }],
    ['is of a fork', { record: { repoId: 2002 } }],
  ])('is of a commit that GitHub does not tell of where its artifact %s', async (_, parts) => {
    state.forks.set(2002, 'mallory')
    const { newest, runs } = addThree(parts)
    expect((await findBaseline(newest, 3)).used).toMatchObject({ format: 'history', commit: null, run_id: runs[2], total_cost_usd: 0.5 })
  })

  it('is not another one of its commit that was recorded at another time', async () => {
    const { first, newest, runs } = addThree()
    const again = { commit: first, ref: 'refs/heads/main', created_at: '2026-01-01T00:00:00.000Z' }
    addRecord(state, { sha: first, bytes: zipRecord(0.7, again) })
    expect((await findBaseline(newest, 3)).used).toMatchObject({ format: 'cost-summary', run_id: runs[0], total_cost_usd: 0.5 })
  })
})

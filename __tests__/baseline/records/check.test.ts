import { describe, expect, it } from 'vitest'
import { findBaseline, github, stageFinding, state } from '../../support/baseline/finding.ts'
import { addRecord, growMain, zipRecord } from '../../support/baseline/stored.ts'
import { addCommit } from '../../support/github/story/story.ts'

stageFinding()

const NO_REF = {}
const OF_TAG = { ref: 'refs/tags/main' }

/** What a record says of itself, as of a run of main on this commit, and the run. */
function addSaying(sha: string, says: { commit?: string | null; ref?: string }, branch = 'main'): number {
  return addRecord(state, { sha, branch, bytes: zipRecord(0.5, { commit: sha, ...says }) }).runId
}

const tagged = (runId: number) =>
  `the artifact llm-cost-baseline of run ${runId} is no record: its run was of refs/tags/main, not of the branch main`

describe('an artifact with the name of a record', () => {
  it.each([
    ['says its branch', { ref: 'refs/heads/main' }],
    ['says no branch, and no tag has its name', NO_REF],
    ['says no commit', { commit: null, ref: 'refs/heads/main' }],
  ])('is one where it %s', async (_, says) => {
    const [commit = ''] = growMain(state, 1)
    const runId = addSaying(commit, says)
    const { used } = await findBaseline(commit)
    expect(used).toMatchObject({ state: 'found', run_id: runId, commit })
  })

  it('is none where its run was of a tag, and an older one that is a record is found', async () => {
    const [commit = ''] = growMain(state, 1)
    const older = addSaying(commit, { ref: 'refs/heads/main' })
    const runId = addSaying(commit, OF_TAG)
    expect((await findBaseline(commit)).used).toMatchObject({ run_id: older, passed_over: [tagged(runId)] })
  })

  it('is none where it says another commit than its run', async () => {
    const [other = '', commit = ''] = growMain(state, 2)
    const runId = addSaying(commit, { commit: other, ref: 'refs/heads/main' })
    expect((await findBaseline(commit)).used).toMatchObject({
      state: 'missing',
      reason: `the artifact llm-cost-baseline of run ${runId} is no record: it says that its commit is ${other} and its run was on ${commit}`,
    })
  })

  it('is none where it says no branch, and a tag has its name; GitHub is asked once', async () => {
    const [commit = ''] = growMain(state, 1)
    state.tags.set('main', commit)
    const [first, second] = [addSaying(commit, NO_REF), addSaying(commit, NO_REF)]
    const why = (runId: number) =>
      `the artifact llm-cost-baseline of run ${runId} is no record: it does not say whether its run was of the branch main or of the tag main`
    expect((await findBaseline(commit)).used.reason).toBe([second, first].map(why).join('; '))
    expect(github.requests.filter(({ route }) => route === 'GET /repos/{owner}/{repo}/git/ref/{ref}')).toHaveLength(1)
  })

  it('is none, and another has expired: both are told', async () => {
    const [commit = ''] = growMain(state, 1)
    addRecord(state, { sha: commit, expired: true, expiresAt: '2001-10-01T08:00:00Z' })
    const runId = addSaying(commit, OF_TAG)
    const { used } = await findBaseline(commit)
    expect(used.reason).toMatch(new RegExp(`^${tagged(runId)}; the newest record expired on 2001-10-01 and none followed; `))
  })

  it('is passed over four times, and the fifth time it is an error', async () => {
    const [commit = ''] = growMain(state, 1)
    const record = addSaying(commit, { ref: 'refs/heads/main' })
    const others = Array.from({ length: 4 }, () => addSaying(commit, OF_TAG))
    expect((await findBaseline(commit)).used).toMatchObject({ run_id: record, passed_over: others.toReversed().map(tagged) })
    addSaying(commit, OF_TAG)
    const why = `5 artifacts are no records, though their names say so: ${tagged(others[0] ?? 0)}`
    await expect(findBaseline(commit)).rejects.toThrow(`the stored baseline llm-cost-baseline cannot be used: ${why}`)
  })

  it('is none of the base branch of a stacked pull request, which is compared with main then', async () => {
    const [commit = ''] = growMain(state, 1)
    const record = addSaying(commit, { ref: 'refs/heads/main' })
    const stacked = addCommit(state, { branch: 'stack', parents: [commit] })
    addSaying(stacked, { ref: 'refs/tags/stack' }, 'stack')
    expect((await findBaseline(stacked, 1, ['stack', 'main'])).used).toMatchObject({ run_id: record, commits_behind: 1 })
  })
})

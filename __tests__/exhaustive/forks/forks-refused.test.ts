import { describe, expect, it } from 'vitest'
import { comment, lab, leave, pull, stageFork, statuses, writes, zipUsage } from '../../support/e2e/forked.ts'
import { annotationsOf } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import { expectVerdict, STORED } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import * as story from '../../support/github/story/story.ts'

stageFork()

describe('comment mode', () => {
  it('does not guess between two pull requests with the same head', async () => {
    const { state } = lab.github
    story.addCommit(state, { branch: 'release' })
    const other = story.openPull(state, {
      author: 'mallory',
      headBranch: 'main',
      baseBranch: 'release',
      fork: { id: 2002, owner: 'mallory' },
    })
    expect(other.head.sha).toBe(pull.head.sha)
    leave('llm-cost-usage', zipUsage(1))
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringContaining(`the pull requests #${other.number}, #${pull.number} all have the head`),
    ])
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'error', context: 'llm-cost' }])
    expect(lab.comments()).toEqual([])
  })

  it('refuses policy-ref: head: what it judges does not choose its rules', async () => {
    leave('llm-cost-usage', zipUsage(0.5))
    const result = await comment({ 'policy-ref': 'head' })
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining('policy-ref must be base with mode: comment')])
  })

  it.each([
    ['red', 1, 'fail', 1],
    ['green', 0.5, 'pass', 0],
  ])('where the commit cannot be marked shows it by its own exit code: %s', async (_, cost, verdict, code) => {
    lab.github.state.scopes.set('statuses', 'read')
    leave('llm-cost-usage', zipUsage(cost))
    const result = await comment()
    expectVerdict(result, verdict, code)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(/^warning: could not set the commit status llm-cost: .*`permissions: statuses: write`\.$/),
    ])
    expect(lab.comments()).toHaveLength(1)
  })

  it('in a dry run writes nothing', async () => {
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment({ 'dry-run': 'true' }), 'fail', 0)
    expect(writes()).toEqual([])
  })

  it('needs the event of a run that ended', async () => {
    const result = await lab.run({ ...STORED, mode: 'comment' }, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringContaining('workflow_run')])
  })
})

describe('in one job, with a token that may only read', () => {
  it.each<[string, () => Pull, number, string, number]>([
    ['a fork', () => pull, 1, 'fail', 1],
    ['a fork', () => pull, 0.5, 'pass', 0],
    ['Dependabot', () => story.openPull(lab.github.state, { author: 'dependabot[bot]', headBranch: 'dependabot/npm/x' }), 1, 'fail', 1],
  ])('%s gets the verdict by exit code and the report in the job summary, with one warning', async (_, arrange, cost, verdict, code) => {
    const subject = arrange()
    story.restrictToken(lab.github.state)
    await lab.spend({ cost_usd: cost })
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, onPull(lab.github.state, subject))
    expectVerdict(result, verdict, code)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(
        /^warning: could not comment on the pull request: .*get a read-only token\. The job summary has the full report\.$/,
      ),
    ])
    expect(result.summary).toMatch(/^### /)
    expect(lab.comments()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { comment, lab, leave, pull, run, stageFork, statuses, zipUsage } from '../../support/e2e/forked.ts'
import { annotationsOf } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import type { Run } from '../../support/github/stage/records.ts'
import { addComment } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

stageFork()

/** One more run on the commit, which costs as much. */
function measure(cost: number): Run {
  const { state } = lab.github
  const measured = onPull(state, pull).run
  story.storeArtifact(state, { runId: measured.id, name: 'llm-cost-usage', bytes: zipUsage(cost) })
  return measured
}

describe('of two runs on a commit', () => {
  it.each<[string, Record<string, string>, () => void]>([
    ['with a comment', {}, () => {}],
    ['without one', { 'comment-mode': 'never' }, () => {}],
    ['in a locked conversation', {}, () => story.lockPull(lab.github.state, pull)],
    ['with a token that may not comment', {}, () => lab.github.state.scopes.set('pull-requests', 'read').set('issues', 'read')],
  ])('the newer one has the last word, whichever is judged last: %s', async (_, inputs, arrange) => {
    const [green, red] = [measure(0.5), measure(1)]
    arrange()
    expectVerdict(await comment(inputs, red), 'fail', 0)
    expectVerdict(await comment(inputs, green), 'pass', 0)
    expect(statuses().map(({ state }) => state)).toEqual(['failure'])
    expectVerdict(await comment(inputs, measure(0.5)), 'pass', 0)
    expect(statuses().map(({ state }) => state)).toEqual(['failure', 'success'])
  })
})

describe('a comment that is not ours', () => {
  const forged = (number: number) => `<!-- llm-cost-gate:default -->\n<!-- run ${number} attempt 1 -->\nAll is well.`

  it.each([
    ['of another bot', 'echo[bot]', 999_999_999_999_999],
    ['of another workflow, which names a run that there is not', 'github-actions[bot]', 999_999_999_999_999],
    ['of another workflow, which names one that there is', 'github-actions[bot]', 0],
  ])('keeps no red mark away: %s', async (_, login, number) => {
    const { state } = lab.github
    const later = story.startRun(state, { event: 'push', headSha: pull.base.sha, headBranch: 'main' })
    addComment(state, { login, type: 'Bot' }, forged(number || later.id), pull.number)
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment(), 'fail', 0)
    expect(statuses().map(({ state: said }) => said)).toEqual(['failure'])
  })

  it('and cannot be looked through fails the job where the commit cannot be marked either', async () => {
    const { state } = lab.github
    state.scopes.set('statuses', 'none')
    const later = story.startRun(state, { event: 'push', headSha: pull.base.sha, headBranch: 'main' })
    addComment(state, state.holder, forged(later.id), pull.number)
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment(), 'fail', 1)
  })
})

describe('an attempt', () => {
  it.each([
    'llm-cost-usage',
    'llm-cost-report',
  ])('that failed before its upload is not judged by the %s of the one before', async (name) => {
    leave(name, zipUsage(0.5))
    await comment()
    story.rerun(lab.github.state, run)
    story.finishRun(run, 'failure')
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error: attempt 2 of run ${run.id} uploaded no artifact llm-cost-usage .*What an earlier attempt uploaded does not count`,
        ),
      ),
    ])
    expect(statuses().at(-1)?.state).toBe('error')
  })

  it('that uploaded is judged by that', async () => {
    leave('llm-cost-usage', zipUsage(0.5))
    story.rerun(lab.github.state, run)
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment(), 'fail', 0)
    story.rerun(lab.github.state, run)
    leave('llm-cost-usage', zipUsage(0.5))
    expectVerdict(await comment(), 'pass', 0)
    expect(statuses().map(({ state }) => state)).toEqual(['failure', 'success'])
  })
})

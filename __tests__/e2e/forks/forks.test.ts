import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../../support/archive/zip.ts'
import { addRecord, zipRecord } from '../../support/baseline/stored.ts'
import { comment, LEDGER, lab, leave, pull, run, stageFork, statuses, writes, zipUsage } from '../../support/e2e/forked.ts'
import { readOutput } from '../../support/e2e/lab.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import type { Run } from '../../support/github/stage/records.ts'
import * as story from '../../support/github/story/story.ts'

stageFork()

describe('a run of a fork', () => {
  it.each([
    ['green', 0.55, 'pass', 'success'],
    ['red', 1, 'fail', 'failure'],
  ])('is judged by what it left, with a comment and a mark on its commit: %s', async (_, cost, verdict, state) => {
    leave('llm-cost-usage', zipUsage(cost))
    const result = await comment()
    expectVerdict(result, verdict, 0)
    expect(statuses()).toEqual([{ sha: pull.head.sha, state, context: 'llm-cost' }])
    expect(lab.github.state.comments.map(({ issue, body }) => [issue, body.includes(`run ${run.id} attempt 1`)])).toEqual([
      [pull.number, true],
    ])
    const report = await readOutput(result, 'report-path')
    expect(report).toMatchObject({ settings: { mode: 'comment' }, head: { commit: pull.head.sha }, baseline: { source: 'artifact' } })
    expect(result.summary).not.toBe('')
  })

  it.each([
    ['the folder .runs', LEDGER, {}],
    ['what is in it', 'costs/costs.jsonl', {}],
    ['files of another place', 'out/usage.jsonl', { 'usage-path': 'out/*.jsonl' }],
  ])('may leave %s', async (_, path, inputs) => {
    leave('llm-cost-usage', zipUsage(1, path))
    expectVerdict(await comment(inputs), 'fail', 0)
  })

  it('may leave what other tools wrote, wherever it lies in the artifact', async () => {
    const line = {
      _schema: 'token-usage/1',
      request_id: 'a',
      model: 'gpt-4o',
      input_tokens: 9,
      output_tokens: 1,
      ai_credits_this_response: 100,
    }
    leave('llm-cost-usage', makeZip([{ name: 'work/app/app/out/usage.jsonl', content: `${JSON.stringify(line)}\n` }]))
    expectVerdict(await comment(), 'fail', 0)
  })

  it('is judged by its artifact alone, not by what lies on the runner of the second job', async () => {
    leave('llm-cost-usage', zipUsage(0.5))
    await cp(
      join(import.meta.dirname, '../../fixtures/samples/claude-code/claude-execution-output.json'),
      join(lab.folder, 'temp', 'claude-execution-output.json'),
    )
    expectVerdict(await comment(), 'pass', 0)
  })

  it('may leave the cost summary of its own gate', async () => {
    leave('llm-cost-report', zipRecord(1))
    expectVerdict(await comment(), 'fail', 0)
  })

  it('is judged by its raw usage where it left both', async () => {
    leave('llm-cost-report', zipRecord(0.1))
    leave('llm-cost-usage', zipUsage(1))
    expectVerdict(await comment(), 'fail', 0)
  })

  it('is judged by what its last attempt left', async () => {
    leave('llm-cost-report', zipRecord(0.5))
    story.rerun(lab.github.state, run)
    leave('llm-cost-report-attempt-2', zipRecord(1))
    expectVerdict(await comment(), 'fail', 0)
    expect(lab.github.state.comments[0]?.body).toContain(`run ${run.id} attempt 2`)
  })

  it('has artifacts, a comment and a mark of its own for each key', async () => {
    leave('llm-cost-usage', zipUsage(9))
    leave('llm-cost-usage-evals', zipUsage(1))
    addRecord(lab.github.state, { sha: pull.base.sha, cost: 0.95, name: 'llm-cost-baseline-evals' })
    expectVerdict(await comment({ 'comment-key': 'evals' }), 'pass', 0)
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'success', context: 'llm-cost/evals' }])
  })

  it('may be approved', async () => {
    story.grant(lab.github.state, 'lead', 'write')
    leave('llm-cost-usage', zipUsage(1))
    story.label(lab.github.state, pull, 'llm-cost-approved', 'lead')
    expectVerdict(await comment(), 'warn', 0)
    expect(statuses()).toMatchObject([{ state: 'success' }])
  })

  it('whose repository is gone is judged all the same', async () => {
    leave('llm-cost-usage', zipUsage(1))
    story.deleteFork(lab.github.state, pull)
    expectVerdict(await comment(), 'fail', 0)
    expect(statuses()).toMatchObject([{ sha: pull.head.sha, state: 'failure' }])
  })
})

describe('there is nothing to judge', () => {
  it.each<[string, () => Run]>([
    [
      'where the pull request has newer commits',
      () => {
        story.pushTo(lab.github.state, pull)
        return run
      },
    ],
    ['for a run of a push', () => story.startRun(lab.github.state, { event: 'push', headSha: pull.base.sha, headBranch: 'main' })],
    [
      'for a run whose commit is in no pull request',
      () => story.startRun(lab.github.state, { event: 'pull_request', headSha: pull.base.sha, headBranch: 'gone', headRepoId: 2002 }),
    ],
    [
      'for a branch of the same name in another fork',
      () => {
        lab.github.state.forks.set(3003, 'eve')
        return story.startRun(lab.github.state, { event: 'pull_request', headSha: pull.head.sha, headBranch: 'main', headRepoId: 3003 })
      },
    ],
  ])('%s', async (_, arrange) => {
    const ended = arrange()
    story.storeArtifact(lab.github.state, { runId: ended.id, name: 'llm-cost-usage', bytes: zipUsage(1) })
    const result = await comment({}, ended)
    expectVerdict(result, '', 0)
    expect(result.stdout).toContain('Nothing to judge: ')
    expect(writes()).toEqual([])
  })
})

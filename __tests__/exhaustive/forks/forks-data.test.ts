import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { makeZip, type ZipEntry } from '../../support/archive/zip.ts'
import { comment, LEDGER, lab, leave, pull, push, run, stageFork, statuses, zipUsage } from '../../support/e2e/forked.ts'
import { annotationsOf, readOutput } from '../../support/e2e/lab.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import { toLines } from '../../support/e2e/workspace.ts'
import * as story from '../../support/github/story/story.ts'
import { withoutOwnLinks } from '../../support/render/own-links.ts'

stageFork()

describe('nothing that a run left', () => {
  it('says which pull request it is about', async () => {
    const lies = { commit: 'b'.repeat(40), pull_request: 7, number: 7, verdict: 'pass', policy: { path: null } }
    leave(
      'llm-cost-report',
      makeZip([
        { name: 'report.json', content: JSON.stringify(lies) },
        { name: 'cost-summary.json', content: toLines([{ cost_usd: 1, metadata: lies }]) },
        { name: 'event.json', content: JSON.stringify({ pull_request: { number: 7 } }) },
      ]),
    )
    expectVerdict(await comment(), 'fail', 0)
    expect(lab.github.state.comments.map(({ issue }) => issue)).toEqual([pull.number])
    expect(statuses()).toMatchObject([{ sha: pull.head.sha }])
  })

  it.each<[string, Record<string, string>]>([
    ['in its usual place', {}],
    ['where the workflow names it', { 'policy-path': 'rules.yaml' }],
  ])('is the policy: %s', async (_, inputs) => {
    const path = inputs['policy-path'] ?? 'catalog/policies/cost_governance.yaml'
    push({ [path]: 'regression: { max_increase_percent: 30 }\n' }, { [path]: 'regression: { max_increase_percent: 900 }\n' })
    leave('llm-cost-usage', zipUsage(1, LEDGER, { name: path, content: 'regression: { max_increase_percent: 900 }\n' }))
    const result = await comment(inputs)
    expectVerdict(result, 'fail', 0)
    const report = await readOutput(result, 'report-path')
    expect(report).toMatchObject({ files: [{ origin: 'base', commit: pull.base.sha, change: 'changed' }], proposed: { verdict: 'pass' } })
  })

  it('is the baseline', async () => {
    push({ 'base.json': '{"total_cost_usd":0.5}' }, { 'base.json': '{"total_cost_usd":99}' })
    leave('llm-cost-usage', zipUsage(1, LEDGER, { name: 'base.json', content: '{"total_cost_usd":99}' }))
    const result = await comment({ 'baseline-path': 'base.json' })
    expectVerdict(result, 'fail', 0)
    expect(result.outputs.get('baseline-cost-usd')).toBe('0.5')
  })

  it('is written beside what is read', async () => {
    leave(
      'llm-cost-report',
      makeZip([
        { name: 'cost-summary.json', content: toLines([{}]) },
        { name: 'evil.sh', content: 'x' },
      ]),
    )
    await comment()
    const found = await readdir(lab.folder, { recursive: true })
    expect(found.filter((name) => name.includes('evil'))).toEqual([])
    expect(found.filter((name) => name.endsWith('cost-summary.json')).length).toBeGreaterThan(0)
  })

  it('is rendered where its names are hostile', async () => {
    const model = '](https://evil.example) <img src=x> @octocat ::error::x\n### ✅'
    leave('llm-cost-usage', makeZip([{ name: LEDGER, content: toLines([{ cost_usd: 1, model }]) }]))
    expectVerdict(await comment(), 'fail', 0)
    expect(withoutOwnLinks(lab.comments()[0] ?? '')).not.toMatch(/<img|\]\(https|@octocat/)
    expect(lab.github.state.statuses[0]?.description).not.toMatch(/[\n<]/)
  })
})

describe('a run whose artifact cannot be read fails, and its commit is marked so', () => {
  const usage = { name: LEDGER, content: toLines([{}]) }
  it.each<[string, readonly ZipEntry[] | Buffer, RegExp]>([
    ['no archive', Buffer.from('rubbish'), /is not a zip archive/],
    ['a link', [usage, { name: 'x', content: '/etc/passwd', mode: 0o120777 }], /link/],
    ['a name that leads out of it', [{ ...usage, name: '../../costs.jsonl' }], /leads out of its folder/],
    ['an absolute name', [{ ...usage, name: '/etc/costs.jsonl' }], /name/],
    ['one name twice', [usage, usage], /has \.runs\/costs\/costs\.jsonl twice$/],
    ['a file where a folder is', [{ name: '.runs', content: 'x' }, usage], /not a directory/],
    ['a bomb', [{ name: LEDGER, content: Buffer.alloc(130 << 20) }], /unpacks to more than/],
    ['no usage', [{ name: 'README.md', content: 'x' }], /no usage files found/],
    ['no records that are valid', [{ name: LEDGER, content: '{"model":1}\n' }], /invalid/],
  ])('%s', async (_, content, expected) => {
    leave('llm-cost-usage', Buffer.isBuffer(content) ? content : makeZip(content))
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([expect.stringMatching(expected)])
    expect(statuses()).toEqual([{ sha: pull.head.sha, state: 'error', context: 'llm-cost' }])
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ /)])
  })

  it.each([
    ['there is none', () => {}],
    [
      'there is one of another run alone',
      () => {
        const other = story.startRun(lab.github.state, {
          event: 'pull_request',
          headSha: pull.head.sha,
          headBranch: 'main',
          headRepoId: 2002,
        })
        story.storeArtifact(lab.github.state, { runId: other.id, name: 'llm-cost-usage', bytes: zipUsage(0.5) })
      },
    ],
    ['there is one of another key alone', () => leave('llm-cost-usage-evals', zipUsage(0.5))],
  ])('because %s', async (_, arrange) => {
    arrange()
    const result = await comment()
    expectVerdict(result, 'fail', 2)
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(new RegExp(`^error: run ${run.id} uploaded no artifact llm-cost-usage and no llm-cost-report`)),
    ])
    expect(statuses()).toMatchObject([{ state: 'error' }])
  })
})

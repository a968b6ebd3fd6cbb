import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keep } from '../../support/e2e/checkout.ts'
import { annotationsOf, type Lab } from '../../support/e2e/lab.ts'
import { quickly } from '../../support/e2e/quickly.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import type { Fault } from '../../support/github/server.ts'
import { pullRequestPayload } from '../../support/github/stage/events.ts'

stage()

const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const verdicts = [
  ['pass', 0.5, 0],
  ['fail', 5, 1],
] as const

describe.each(verdicts)('where GitHub refuses, a verdict of %s stays', (verdict, cost, exitCode) => {
  const refused: readonly [string, string, Fault, RegExp][] = [
    [
      'a read-only token',
      create,
      { kind: 'answer', status: 403, message: 'Resource not accessible by integration' },
      /pull-requests: write/,
    ],
    ['no right to read', list, { kind: 'answer', status: 404, message: 'Not Found' }, /pull-requests: write/],
    ['a token that ended', list, { kind: 'answer', status: 401, message: 'Bad credentials' }, /github-token/],
    ['a page in place of an answer', list, { kind: 'text', status: 502, type: 'text/html', text: '<html>Bad gateway' }, /502/],
    ['half an answer', list, { kind: 'half' }, /could not comment/],
    ['a broken connection', list, { kind: 'cut' }, /could not comment/],
  ]
  it.each(refused)('with %s', async (_, route, fault, expected) => {
    lab.github.faults.set(route, fault)
    await lab.spend({ cost_usd: cost })
    await keep(lab, 'baseline.json', '{"total_cost_usd":0.5}')
    const event = { name: 'pull_request', payload: pullRequestPayload({ head: 'fork' }) }
    const result = await lab.run({ 'upload-report': 'false' }, { event, env: quickly(5) })
    expect(result.exitCode).toBe(exitCode)
    expect(result.outputs.get('verdict')).toBe(verdict)
    expect(result.outputs.get('comment-url')).toBe('')
    expect(result.summary).not.toBe('')
    const warnings = annotationsOf(result).filter((line) => line.startsWith('warning'))
    expect(warnings).toEqual([expect.stringMatching(expected)])
    expect(lab.comments()).toEqual([])
  })

  it('with an event file that is broken, where the rules need no base', async () => {
    const file = await breakEvent(lab)
    await lab.spend({ cost_usd: cost })
    const result = await lab.run({ 'policy-ref': 'head', 'upload-report': 'false' }, { env: { GITHUB_EVENT_PATH: file } })
    expect(result.exitCode).toBe(exitCode)
    expect(result.outputs.get('verdict')).toBe(verdict)
    expect(annotationsOf(result).filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(/GITHUB_EVENT_PATH: .+\. There will be no comment\.$/),
    ])
    expect(lab.github.requests).toEqual([])
  })
})

/** An event file that ends in the middle. */
async function breakEvent({ folder, write }: Lab): Promise<string> {
  await write('event.json', '{ "pull_request": ')
  return join(folder, 'event.json')
}

describe('where GitHub does not answer', () => {
  it('the step gives up, with its verdict', async () => {
    lab.github.faults.set(list, { kind: 'silent' })
    await lab.spend({ cost_usd: 5 })
    const result = await lab.run({}, { env: quickly(5) })
    expect(result.exitCode).toBe(1)
    expect(annotationsOf(result).at(-1)).toMatch(
      /^warning: could not comment on the pull request: no answer in time\..* The job summary has the full report\.$/,
    )
  })
})

describe('without a verdict nothing passes', () => {
  it('and wrong input replaces the comment of an earlier run', async () => {
    await lab.spend({ cost_usd: 0.5 })
    await lab.run()
    const result = await lab.run({ 'max-increase-percent': 'twenty' })
    expect(result.exitCode).toBe(2)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.outputs.get('total-cost-usd')).toBe('')
    expect(result.outputs.get('report-path')).toBe('')
    const message = 'max-increase-percent must be a number from 0 to 1000000, got "twenty". Example: max-increase-percent: 20'
    expect(result.stdout.match(/^\| .*$/gm)).toEqual([`| Error: ${message}`])
    expect(annotationsOf(result)).toEqual([`error: ${message}`])
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ LLM cost could not be judged\n/)])
    expect(lab.comments()[0]).toContain('got &#34;twenty&#34;')
    expect(result.summary.trim()).toBe(lab.comments()[0]?.trim())
  })

  it.each<[string, (lab: Lab) => Promise<unknown>, string]>([
    ['no usage', () => Promise.resolve(), 'no usage files found'],
    ['an invalid record', (lab) => lab.spend({ cost_usd: -1 }), '1 usage record is invalid'],
    [
      'a policy with a misspelt key',
      (lab) => keep(lab, 'catalog/policies/cost_governance.yaml', 'polices: []\n'),
      'unknown key "polices", did you mean "policies"?',
    ],
    ['a baseline that is no JSON', (lab) => lab.write('baseline.json', '{'), 'the baseline cannot be read: baseline.json'],
  ])('with %s', async (_, arrange, message) => {
    await lab.spend({}).then(() => (message.startsWith('no usage') ? lab.write('.runs/costs/costs.jsonl', '') : undefined))
    await arrange(lab)
    const result = await lab.run(message.startsWith('no usage') ? { 'usage-path': 'nowhere/*.jsonl' } : {})
    expect(result.exitCode).toBe(2)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(annotationsOf(result)).toEqual([expect.stringContaining(message)])
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ /)])
    expect(result.stdout.match(/Error: /g)).toHaveLength(1)
    expect(result.stdout).not.toMatch(/^\| +at /m)
  })

  it('with an event file that is broken: whose rules to judge by is not known', async () => {
    const file = await breakEvent(lab)
    await lab.spend({ cost_usd: 0.5 })
    const result = await lab.run({}, { env: { GITHUB_EVENT_PATH: file } })
    expect(result.exitCode).toBe(2)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(annotationsOf(result)).toEqual([
      expect.stringMatching(/^warning: could not tell what this run is about: GITHUB_EVENT_PATH: /),
      expect.stringMatching(/^error: could not tell what this run is about: .+, so the policy of the base cannot be read$/),
    ])
    expect(lab.github.requests).toEqual([])
  })

  it.each([
    ['in a dry run', { 'dry-run': 'true' }],
    ['with comment-mode never', { 'comment-mode': 'never' }],
  ])('but no comment is written %s', async (_, inputs) => {
    const result = await lab.run({ ...inputs, 'usage-path': 'nowhere' })
    expect(result.exitCode).toBe(2)
    expect(lab.comments()).toEqual([])
  })

  it('although outputs cannot be set', async () => {
    await lab.spend({ cost_usd: 0.5 })
    const result = await lab.run({}, { env: { GITHUB_OUTPUT: undefined } })
    expect(result.exitCode).toBe(2)
    expect(result.stdout).toContain('GITHUB_OUTPUT is not set')
    expect(result.stdout.match(/Error: /g)).toHaveLength(1)
  })

  it('and a bug keeps its stack and ends with 70', async () => {
    await lab.spend({ cost_usd: 0.5 })
    await lab.run()
    // No runner is without this folder: what cannot happen is a bug.
    const result = await lab.run({}, { env: { RUNNER_TEMP: join(lab.folder, 'gone') } })
    expect(result.exitCode).toBe(70)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.stdout).toMatch(/Error: a bug in llm-cost-gate: ENOENT/)
    expect(result.stdout).toMatch(/^\| +at /m)
    expect(lab.comments()).toEqual([expect.stringMatching(/^### ⛔ /)])
  })
})

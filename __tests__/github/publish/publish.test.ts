import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { outputNames } from '../../../src/github/publish/outputs.ts'
import type { Publication } from '../../../src/github/publish/publish.ts'
import { quickly } from '../../support/e2e/quickly.ts'
import { runStep, type Step, type StepResult } from '../../support/e2e/runner/runner.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import { pullRequestPayload } from '../../support/github/stage/events.ts'

const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const url = 'https://github.com/acme/agents/pull/7#issuecomment-3000000001'
const hostile = 'a\n::error::b\r\n##[add-mask]1\nghadelimiter_x\nverdict=pass\nverdict<<E\npass\nE\n,: %0A\u0000é🤖'
const cleaned = hostile.replace('\r\n', '\n').replace('\0', '\ufffd')
const publication = {
  outputs: new Map([
    ['verdict', 'fail'],
    ['total-cost-usd', '1.5'],
    ['baseline-cost-usd', ''],
    ['findings', JSON.stringify([{ message: hostile }])],
    ['summary-path', hostile],
  ]),
  annotations: [
    { level: 'error', message: `too much: ${hostile}`, title: `Cost, of: ${hostile}`, file: 'policies/a,b:c.yaml', startLine: 12 },
    { level: 'notice', message: 'note' },
  ],
  summaryMarkdown: '# Costs\n',
  comment: { key: 'default', body: 'Costs went up.', create: true, isOptional: false, stamp: { run: 9001, attempt: 1 } },
  status: null,
  issue: null,
  uploads: [],
}
const page = 'https://github.com/acme/agents/actions/runs/9001'
const status = { state: 'failure', context: 'llm-cost', description: 'Costs went up.', url: page, stamp: { run: 9001, attempt: 1 } }

let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

function publishStep(overrides: object = {}, step: Partial<Step> = {}): Promise<StepResult> {
  const { outputs, ...rest } = { ...publication, ...overrides }
  return runStep({
    main: join(import.meta.dirname, '../../support/github/stage/publish-step.ts'),
    workspace: import.meta.dirname,
    apiUrl: github.apiUrl,
    token: github.state.token,
    event: { name: 'pull_request', payload: pullRequestPayload() },
    ...step,
    env: { PUBLICATION: JSON.stringify({ ...rest, outputs: [...outputs] }), ...step.env },
  })
}

function messages({ commands }: StepResult, level: string): string[] {
  return commands.filter(({ command }) => command === level).map(({ message }) => message)
}

describe('publishing', () => {
  it('sets outputs, annotates, writes the job summary and comments', async () => {
    const result = await publishStep()
    expect(result).toMatchObject({ exitCode: 0, stderr: '', summary: '# Costs\n\n', unexpectedCommands: [] })
    expect(result.outputs).toEqual(new Map([...publication.outputs, ['comment-url', url], ['issue-url', '']]))
    expect(result.commands.map(({ command }) => command)).toEqual(['error', 'notice'])
    expect(result.commands[0]?.message).toBe(`too much: ${cleaned}`)
    expect(result.commands[0]?.properties).toEqual(
      new Map([
        ['title', `Cost, of: ${cleaned}`],
        ['file', 'policies/a,b:c.yaml'],
        ['line', '12'],
      ]),
    )
    expect(github.state.comments.map(({ body }) => body)).toEqual([
      '<!-- llm-cost-gate:default -->\n<!-- run 9001 attempt 1 -->\nCosts went up.',
    ])
  })

  it('knows exactly the outputs of action.yml', () => {
    const action = parse(readFileSync(join(import.meta.dirname, '../../../action.yml'), 'utf8'))
    expect(outputNames).toEqual(Object.keys(action.outputs))
  })

  it('shows the token nowhere', async () => {
    github.faults.set(create, { kind: 'answer', status: 500, message: 'Server Error' })
    const { stdout, stderr, summary, outputs } = await publishStep()
    const shown = stdout + stderr + summary + [...outputs].join()
    expect(shown).not.toContain(github.state.token)
  })

  it('gives one warning that names the permission where the token may not comment', async () => {
    github.faults.set(create, { kind: 'answer', status: 403, message: 'Resource not accessible by integration' })
    const result = await publishStep()
    expect(messages(result, 'warning')).toEqual([
      'could not comment on the pull request: the token may not (403 Resource not accessible by integration). ' +
        'Give the job `permissions: pull-requests: write`. Pull requests from forks and Dependabot get a read-only token. The job summary has the full report.',
    ])
    expect(result).toMatchObject({ exitCode: 0, summary: '# Costs\n\n' })
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.outputs.get('comment-url')).toBe('')
  })

  it.each<[string, Partial<Step>, RegExp]>([
    ['nobody answers', { apiUrl: 'http://gh.invalid', env: quickly(10) }, /^could not comment on the pull request: .*gh\.invalid/],
    ['there is no token', { token: '' }, /^could not comment on the pull request: .+token/],
    ['there is no job summary', { env: { GITHUB_STEP_SUMMARY: undefined } }, /^could not write the job summary: .+/],
    ['the job summary cannot be written', { env: { GITHUB_STEP_SUMMARY: '/dev/full' } }, /^could not write the job summary: .*ENOSPC/],
  ])('warns once and sets the outputs where %s', async (_, step, expected) => {
    const result = await publishStep({}, step)
    expect(messages(result, 'warning')).toEqual([expect.stringMatching(expected)])
    expect(result.exitCode).toBe(0)
    expect(result.outputs.get('verdict')).toBe('fail')
    expect(result.unexpectedCommands).toEqual([])
  })

  it.each([
    ['cannot be written', '/dev/full', /ENOSPC/],
    ['are missing', '/nowhere/output', /Missing file/],
    ['have no file', undefined, /GITHUB_OUTPUT is not set/],
  ])('fails where the outputs %s, before it tells anyone anything', async (_, path, expected) => {
    const result = await publishStep({}, { env: { GITHUB_OUTPUT: path } })
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(/InputError: could not set the outputs of the step: /)
    expect(result.stderr).toMatch(expected)
    expect(result.summary).toBe('')
    expect(github.requests).toEqual([])
  })

  it.each<[string, Partial<Publication>, Partial<Step>]>([
    ['where none is wanted', { comment: null }, {}],
    ['on a push', {}, { event: { name: 'push', payload: {} } }],
    ['where there is no event file', {}, { env: { GITHUB_EVENT_PATH: '/nowhere' } }],
  ])('leaves the pull request alone %s', async (_, overrides, step) => {
    const result = await publishStep(overrides, step)
    expect(messages(result, 'warning')).toEqual([])
    expect(result.outputs.get('comment-url')).toBe('')
    expect(github.requests).toEqual([])
  })

  it('marks the commit where that is wanted', async () => {
    const result = await publishStep({ status })
    expect(result.stdout).toContain('| marked: true\n')
    expect(github.state.statuses).toMatchObject([
      {
        sha: 'a'.repeat(40),
        state: 'failure',
        context: 'llm-cost',
        description: 'Costs went up.',
        targetUrl: `${page}#run-9001-attempt-1`,
      },
    ])
  })

  it('cuts what it says of a commit to the 140 characters that GitHub takes', async () => {
    await publishStep({ status: { ...status, description: 'x'.repeat(141) } })
    expect(github.state.statuses.map(({ description }) => description)).toEqual([`${'x'.repeat(139)}…`])
  })

  it.each([
    'read',
    'none',
  ] as const)('says that the commit is not marked where the token may %s, and comments all the same', async (access) => {
    github.state.scopes.set('statuses', access)
    const result = await publishStep({ status })
    expect(messages(result, 'warning')).toEqual([
      'could not set the commit status llm-cost: the token may not (403 Resource not accessible by integration). ' +
        'Give the job `permissions: statuses: write`.',
    ])
    expect(result.stdout).toContain('| marked: false\n')
    expect(github.state.comments).toHaveLength(1)
  })
})

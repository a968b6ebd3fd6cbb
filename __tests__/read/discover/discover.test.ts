import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { problemsOf, row, summarizeFolder, workspace, writeFiles } from '../../support/read/workspace.ts'

/** A call of gh-aw's firewall. */
const call = (id: string, tokens = 1000) =>
  `${JSON.stringify({ _schema: 'token-usage/1', timestamp: '2026-11-02T09:00:00.123Z', request_id: id, model: 'gpt-4o', input_tokens: tokens, output_tokens: 10, ai_credits_this_response: 1 })}\n`
const ledger = `${JSON.stringify(row())}\n`
const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'core.autocrlf=false', ...words], { cwd })

function repository(files: Record<string, string>): string {
  const cwd = workspace(files)
  git(cwd, 'init', '-q')
  git(cwd, 'add', '.')
  git(cwd, 'commit', '-qm', 'files')
  return cwd
}

afterEach(() => vi.unstubAllEnvs())

describe('without configuration, files of other tools', () => {
  it.each([
    'usage.jsonl',
    'out/usage.jsonl',
    'evals/out/usage.ndjson',
    '.hidden/usage.jsonl',
  ])('are found in the first levels: %s', async (name) => {
    const { calls, sources } = await summarizeFolder(workspace({ [name]: call('a') }))
    expect({ calls, sources }).toMatchObject({ calls: 1, sources: [{ path: name, format: 'gh-aw', role: 'counted' }] })
  })

  it('are found beside a ledger', async () => {
    const { calls } = await summarizeFolder(workspace({ '.runs/costs/costs.jsonl': ledger, 'usage.jsonl': call('a') }))
    expect(calls).toBe(2)
  })

  it.each([
    'a/b/c/usage.jsonl',
    'node_modules/usage.jsonl',
    'a/node_modules/usage.jsonl',
    '.git/usage.jsonl',
    'usage.log',
  ])('are not looked for in %s', async (name) => {
    const cwd = workspace({ '.runs/costs/costs.jsonl': ledger, [name]: call('a') })
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })

  it('leave alone what is nobody else’s', async () => {
    const cwd = workspace({
      '.runs/costs/costs.jsonl': ledger,
      'package.json': { name: 'a', version: '1.0.0' },
      'summary.json': { total_cost_usd: 5 },
      'more.jsonl': ledger,
      'coverage/coverage-final.json': { 'a.ts': { path: 'a.ts', statementMap: {} } },
      'broken.json': '{"a": ',
      'text.json': 'not JSON',
      'nothing.json': '',
      'binary.json': Buffer.from([0, 1, 2, 255]),
      'wide.json': Buffer.from('\uFEFF{}', 'utf16le'),
    })
    expect(await summarizeFolder(cwd)).toMatchObject({ calls: 1, quality: { invalid_records: 0 } })
  })

  it('are never left out because they are cut off', async () => {
    const cwd = workspace({ 'usage.jsonl': call('a'), 'more.json': '[{"_schema": "token-usage/1", "input_tokens": 5' })
    expect((await problemsOf(cwd)).join('\n')).toContain('more.json: is not valid JSON: it is cut off at the end')
  })

  it('are not reached over links', async () => {
    const cwd = workspace({ '.runs/costs/costs.jsonl': ledger, 'deep/a/b/c/usage.jsonl': call('a') })
    symlinkSync(join(cwd, 'deep/a/b/c'), join(cwd, 'near'))
    symlinkSync(join(cwd, 'deep/a/b/c/usage.jsonl'), join(cwd, 'usage.jsonl'))
    symlinkSync('/etc', join(cwd, 'out'))
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })

  it('are read from the folder of the runner', async () => {
    const cwd = workspace({ 'temp/claude-execution-output.json': 'x' })
    vi.stubEnv('RUNNER_TEMP', join(cwd, 'temp'))
    expect((await problemsOf(cwd, { 'usage-path': ['$RUNNER_TEMP/claude-execution-output.json'] })).join()).toContain(
      'is no JSON, it begins with "x"',
    )
    vi.stubEnv('RUNNER_TEMP', '')
    expect((await problemsOf(cwd, { 'usage-path': ['$RUNNER_TEMP/claude-execution-output.json'] })).join()).toContain(
      'no usage files found',
    )
  })
})

describe('answers of a provider that nobody named', () => {
  const answer = `${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', model: 'gpt-4o', created: 1, choices: [], usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 } })}\n`

  it('count where nothing else does', async () => {
    expect(await summarizeFolder(workspace({ 'answers.jsonl': answer }))).toMatchObject({ calls: 1, input_tokens: 5 })
  })

  it.each<[string, Record<string, string>]>([
    ['a ledger', { '.runs/costs/costs.jsonl': ledger }],
    ['another tool', { 'usage.jsonl': call('a') }],
  ])('are left out beside %s, and said so', async (_, others) => {
    const { calls, quality, sources } = await summarizeFolder(workspace({ 'answers.jsonl': answer, ...others }))
    expect({ calls, left: quality.left_out, roles: sources.map(({ role }) => role).sort() }).toEqual({
      calls: 1,
      left: ['answers.jsonl'],
      roles: ['counted', 'not-counted'],
    })
  })

  it('count beside a ledger where they are named', async () => {
    const cwd = workspace({ 'answers.jsonl': answer, '.runs/costs/costs.jsonl': ledger })
    expect((await summarizeFolder(cwd, { 'usage-path': ['.runs/costs/costs.jsonl', 'answers.jsonl'] })).calls).toBe(2)
  })
})

describe('what git tracks', () => {
  it('is left out while it is unchanged, and said so', async () => {
    const cwd = repository({ 'tests/fixture.jsonl': call('a') })
    expect(await problemsOf(cwd)).toEqual(
      expect.arrayContaining([
        'no usage files found in /workspace. Run the agents before the gate, or set usage-path',
        "tests/fixture.jsonl is the token usage of gh-aw's firewall, but git tracks it unchanged, so that this run did not write it",
      ]),
    )
    writeFiles(cwd, { 'usage.jsonl': call('b') })
    expect(await summarizeFolder(cwd)).toMatchObject({ calls: 1, quality: { left_out: ['tests/fixture.jsonl'] } })
  })

  it.each(['2', '3', '4'])('is known from an index of version %s', async (version) => {
    const cwd = repository({ 'tests/fixture.jsonl': call('a'), 'tests/fixture2.jsonl': call('b'), 'x.jsonl': call('c'), 'usage.txt': 'x' })
    git(cwd, 'update-index', '--index-version', version)
    if (version === '3') git(cwd, 'update-index', '--skip-worktree', 'x.jsonl')
    writeFiles(cwd, { 'usage.jsonl': call('d') })
    expect((await summarizeFolder(cwd)).quality.left_out).toEqual(['tests/fixture.jsonl', 'tests/fixture2.jsonl', 'x.jsonl'])
  })

  it('counts where a run has changed it', async () => {
    const cwd = repository({ 'usage.jsonl': call('a') })
    writeFiles(cwd, { 'usage.jsonl': call('b') })
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })

  it('counts where it was named', async () => {
    const cwd = repository({ 'usage.jsonl': call('a') })
    expect((await summarizeFolder(cwd, { 'usage-path': ['*.jsonl'] })).calls).toBe(1)
  })

  it('counts as a ledger in its own place, as it always did', async () => {
    const cwd = repository({ '.runs/costs/costs.jsonl': ledger })
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })

  it('is unchanged with other ends of lines', async () => {
    const cwd = repository({ 'fixture.jsonl': call('a') })
    writeFiles(cwd, { 'fixture.jsonl': call('a').replaceAll('\n', '\r\n'), 'usage.jsonl': call('b') })
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })

  it('is known in a folder of the repository, and in a work tree of its own', async () => {
    const cwd = repository({ 'app/fixture.jsonl': call('a') })
    writeFiles(cwd, { 'app/usage.jsonl': call('b') })
    expect((await summarizeFolder(join(cwd, 'app'))).calls).toBe(1)
    git(cwd, 'worktree', 'add', '-q', join(cwd, 'other'))
    writeFiles(cwd, { 'other/app/usage.jsonl': call('b') })
    expect((await summarizeFolder(join(cwd, 'other/app'))).calls).toBe(1)
  })

  it.each([
    '',
    'DIRC',
    'DIRC\0\0\0\x02\0\0\0\x09',
    'DIRC\0\0\0\x04\0\0\0\x09'.padEnd(200, 'x'),
  ])('is not known where the index is broken: %j', async (index) => {
    const cwd = repository({ 'fixture.jsonl': call('a') })
    writeFileSync(join(cwd, '.git/index'), index, 'latin1')
    expect((await summarizeFolder(cwd)).calls).toBe(1)
  })
})

describe('the home folder', () => {
  /** A home with a file of this job and one of an earlier job; the job began an hour ago. */
  function home() {
    const cwd = workspace({ '.runs/costs/costs.jsonl': ledger, 'event.json': '{}' })
    mkdirSync(join(cwd, 'home/.tool'), { recursive: true })
    for (const [name, age] of [
      ['new', 0],
      ['old', 7200],
    ] as const) {
      writeFileSync(join(cwd, `home/.tool/${name}.jsonl`), call(name))
      utimesSync(join(cwd, `home/.tool/${name}.jsonl`), Date.now() / 1000 - age, Date.now() / 1000 - age)
    }
    utimesSync(join(cwd, 'event.json'), Date.now() / 1000 - 3600, Date.now() / 1000 - 3600)
    vi.stubEnv('HOME', join(cwd, 'home'))
    return cwd
  }

  it('gives what changed since the job began', async () => {
    const { findCandidates } = await import('../../../src/read/discover/candidates.ts')
    const cwd = home()
    vi.stubEnv('GITHUB_ACTIONS', 'true')
    vi.stubEnv('GITHUB_EVENT_PATH', join(cwd, 'event.json'))
    expect(findCandidates(cwd, '', ['~/.tool/*.jsonl']).map(({ path }) => path)).toEqual([join(cwd, 'home/.tool/new.jsonl')])
  })

  it('is not looked into outside of a runner', async () => {
    const { findCandidates } = await import('../../../src/read/discover/candidates.ts')
    const cwd = home()
    vi.stubEnv('GITHUB_ACTIONS', '')
    expect(findCandidates(cwd, '', ['~/.tool/*.jsonl'])).toEqual([])
  })
})

describe('where nothing is found', () => {
  it.each([
    ['results.csv', '"Status","Score"\nStatus,Score,Named Scores,Grader Reason,Comment\n', "is promptfoo's CSV, which has no usage"],
    [
      'output/results.yaml',
      'evalId: eval-abc\nresults:\n  version: 3\n',
      "is promptfoo's YAML, which is not read: write JSON with `-o results.json`",
    ],
  ])('a text that a tool wrote in place of JSON is named with the way out: %s', async (name, text, advice) => {
    expect((await problemsOf(workspace({ [name]: text }))).join('\n')).toContain(`${name} ${advice}`)
  })
})

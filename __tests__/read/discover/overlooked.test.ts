import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { localFiles } from '../../../src/files/source.ts'
import { summarizeWorkspace } from '../../../src/measure/summary.ts'
import { DEFAULT_PATHS, problemsOf, row, summarizeFiles, summarizeFolder, workspace, writeFiles } from '../../support/read/workspace.ts'

const call = (id: string) =>
  `${JSON.stringify({ _schema: 'token-usage/1', request_id: id, model: 'gpt-4o', input_tokens: 1000, output_tokens: 10 })}\n`
const answer = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'gpt-4o',
  usage: { prompt_tokens: 7, completion_tokens: 1, total_tokens: 8 },
}
const ledger = `${JSON.stringify(row())}\n`
const candidates = join(import.meta.dirname, '../../../src/read/discover/candidates.ts')

describe('a folder that may not be entered', () => {
  /** Names that a user finds who is not root. */
  function findAsNobody(cwd: string): string[] {
    const script = `const { findCandidates } = await import(${JSON.stringify(candidates)})
      console.log(JSON.stringify(findCandidates(${JSON.stringify(cwd)}, '', ['{,*/,*/*/}*.jsonl', '*/closed/*.jsonl']).map(({ file }) => file)))`
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', ...nobody }))
  }

  it.each([0o000, 0o444])('is passed over, as a service of the job has one: mode %i', (mode) => {
    const cwd = mkdtempSync(join(tmpdir(), 'closed-'))
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
    chmodSync(cwd, 0o755)
    mkdirSync(join(cwd, 'closed/closed'), { recursive: true })
    writeFiles(cwd, { 'usage.jsonl': call('a'), 'closed/data.jsonl': call('b'), 'closed/closed/data.jsonl': call('c') })
    chmodSync(join(cwd, 'closed'), mode)
    expect(findAsNobody(cwd)).toEqual(['usage.jsonl'])
    chmodSync(join(cwd, 'closed'), 0o755)
  })
})

describe('a file of another tool that cannot be read is not passed over', () => {
  it.each([
    ['in UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${call('a')}`, 'utf16le'), 'is UTF-16LE; save it as UTF-8'],
    ['in UTF-16BE', Buffer.from(`\uFEFF${call('a')}`, 'utf16le').swap16(), 'is UTF-16BE; save it as UTF-8'],
    ['with a first line that is too long', `{"picture":"${'x'.repeat(5 << 20)}"}\n${call('a')}`, 'is not valid JSON'],
    ['with a long name before its keys', `[{"picture":"${'x'.repeat(5 << 20)}",${call('a').slice(1, -2)}`, 'is cut off at the end'],
  ])('%s', async (_, content, problem) => {
    expect((await problemsOf(workspace({ 'more.jsonl': call('b'), 'usage.json': content }))).join('\n')).toContain(`usage.json`)
    expect((await problemsOf(workspace({ 'more.jsonl': call('b'), 'usage.json': content }))).join('\n')).toContain(problem)
  })
})

describe('answers of providers that nobody named', () => {
  const database = async () =>
    (await import('node:fs')).readFileSync(join(import.meta.dirname, '../../../examples/pr-small/.runs/costs.db'))

  it('count where nothing else does', async () => {
    const { calls, quality } = await summarizeFiles({ 'answer.json': answer })
    expect([calls, quality.left_out]).toEqual([1, undefined])
  })

  it.each([
    ['a ledger', async () => ({ '.runs/costs/costs.jsonl': ledger })],
    ['a database', async () => ({ '.runs/costs.db': await database() })],
    [
      'a call log',
      async () => ({ '.runs/a/mcp_calls.jsonl': `{"ts":"2026-11-02T09:00:00Z","model":"gpt-4o","input_tokens":5,"output_tokens":1}\n` }),
    ],
    ['a run summary', async () => ({ '.runs/agents/a/summary.json': { run_id: 'a', status: 'success', cost_usd: 2 } })],
    ['a tool', async () => ({ 'usage.jsonl': call('a') })],
  ])('are left out beside %s, and named', async (_, files) => {
    const alone = await summarizeFiles(await files())
    const beside = await summarizeFiles({ ...(await files()), 'answer.json': answer })
    expect([beside.calls, beside.total_cost_usd, beside.quality.left_out]).toEqual([alone.calls, alone.total_cost_usd, ['answer.json']])
    expect(beside.sources.find(({ path }) => path === 'answer.json')).toMatchObject({ role: 'not-counted', records: 0 })
  })
})

describe('what git tracks unchanged is known', () => {
  const git = (cwd: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd })

  it('behind a link to the working directory', async () => {
    const cwd = workspace({ 'app/fixture.jsonl': call('a') })
    git(cwd, 'init', '-q')
    git(cwd, 'add', '.')
    const other = workspace({})
    symlinkSync(join(cwd, 'app'), join(other, 'link'))
    writeFiles(cwd, { 'app/usage.jsonl': call('b') })
    expect(await summarizeFolder(join(other, 'link'))).toMatchObject({ calls: 1, quality: { left_out: ['fixture.jsonl'] } })
  })

  it('of more than 64 MiB', async () => {
    const cwd = workspace({ 'usage.jsonl': call('b') })
    writeFileSync(join(cwd, 'fixture.jsonl'), `${`${' '.repeat(1 << 20)}\n`.repeat(65)}`.replace(/^/, call('a')))
    git(cwd, 'init', '-q')
    git(cwd, 'add', 'fixture.jsonl')
    expect(await summarizeFolder(cwd)).toMatchObject({ calls: 1, quality: { left_out: ['fixture.jsonl'] } })
  })
})

it('what was put into a folder to be read is looked for at any depth in it', async () => {
  const cwd = workspace({ 'a/b/c/d/e/usage.jsonl': call('a') })
  const settings = {
    'usage-path': DEFAULT_PATHS,
    since: null,
    'on-invalid': 'fail' as const,
    'pricing-path': null,
    timezone: 'UTC',
    'working-directory': cwd,
    isApart: true as const,
  }
  const { summary } = await summarizeWorkspace(settings, { nowMs: 0, commit: null, onProgress: () => {}, files: localFiles(cwd) })
  expect(summary.calls).toBe(1)
})

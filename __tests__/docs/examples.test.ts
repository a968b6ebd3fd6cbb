import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCli } from '../../src/terminal/cli.ts'
import { root } from '../support/docs/pages.ts'
import { findFaults } from '../support/scenarios/schemas.ts'

/** The examples of other tools, with the file that each writes and why its pull request costs more. */
const EXAMPLES = [
  { tool: 'promptfoo', file: 'results.json', why: 'model mix', cause: 'reply moved from gpt-4.1-mini to gpt-4.1' },
  {
    tool: 'claude-code',
    file: 'claude-execution-output.json',
    why: 'cache use',
    cause: 'claude-sonnet-4-5-20250929: 84.8 % → 36.4 %',
  },
  { tool: 'opentelemetry', file: 'traces.jsonl', why: 'number of calls', cause: 'research: 6 → 16 calls on gpt-5-2025-08-07' },
] as const

/** When main was recorded, and when the pull request was judged. */
const RECORDED = '2026-11-23T09:00:00Z'
const JUDGED = '2026-11-26T17:00:00Z'
const COMMIT = '8c41d07be2f9a6353d1c0f7e4b9a82d65e3f7a10'
/** A file of a tool is an example, not an archive. Bytes. */
const LARGEST = 60_000
const RENEW = 'If that is meant to change, write it anew: npx vitest run --project usual __tests__/docs/examples.test.ts --update'

const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-examples-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

// As to a pipe, wherever the tests run.
const PIPE = { NO_COLOR: '1', FORCE_COLOR: '', GITHUB_ACTIONS: '', GITHUB_SHA: '' }

/** What a command prints at a time, and how it ends. */
async function run(at: string, words: string, cwd: string): Promise<{ code: number; text: string }> {
  for (const [name, value] of Object.entries(PIPE)) vi.stubEnv(name, value)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })
  const written: string[] = []
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const listening = vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout)
  try {
    return { code: await runCli(words.split(' '), cwd), text: written.join('') }
  } finally {
    stdout.mockRestore()
    listening.mockRestore()
    vi.useRealTimers()
    vi.unstubAllEnvs()
  }
}

describe.each(EXAMPLES)('examples/$tool', ({ tool, file, why, cause }) => {
  const example = join(root, 'examples', tool)
  const copy = join(folder, tool)
  const summary = join(copy, 'baseline_summary.json')
  const gate = (name: string, format: string) =>
    run(JUDGED, `gate ${file} --baseline ../baseline_summary.json --format ${format}`, join(copy, name))

  beforeAll(async () => {
    for (const name of ['main', 'pr-regression']) await cp(join(example, name), join(copy, name), { recursive: true })
    await run(RECORDED, `summarize ${file} --commit ${COMMIT} --output ${summary}`, join(copy, 'main'))
  })

  it('has the cost summary of its main/', async () => {
    const text = await readFile(summary, 'utf8')
    expect(findFaults('cost-summary', JSON.parse(text))).toEqual([])
    await expect(text, RENEW).toMatchFileSnapshot(join(example, 'baseline_summary.json'))
  })

  it('has the comment on its pr-regression/, which fails', async () => {
    const { code, text } = await gate('pr-regression', 'markdown')
    expect(code).toBe(1)
    await expect(text, RENEW).toMatchFileSnapshot(join(example, 'comment.md'))
  })

  it('says why', async () => {
    const { text } = await gate('pr-regression', 'text')
    expect(text).toContain(`Mostly ${why}`)
    expect(text).toContain(cause)
  })

  it('passes on main/ itself', async () => {
    const { code, text } = await gate('main', 'text')
    expect(text).toMatch(/^PASS {2}LLM cost unchanged/)
    expect(code).toBe(0)
  })

  it('has files that are quick to read', async () => {
    for (const name of ['main', 'pr-regression']) expect((await readFile(join(example, name, file))).length).toBeLessThan(LARGEST)
  })
})

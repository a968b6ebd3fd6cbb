import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CostSummary, Report } from '../../src/generated/types.ts'
import { runCli } from '../../src/terminal/cli.ts'
import { jsonl, LEDGER, row, workspace, writeFiles } from '../support/read/workspace.ts'

vi.stubEnv('GITHUB_SHA', '')

/** Ledger of ten runs, each of the same cost; together so many dollars. */
const ledgerOf = (totalUsd: number) =>
  jsonl(...Array.from({ length: 10 }, (_, index) => row({ run_id: `run-${index}`, cost_usd: totalUsd / 10 })))
/** A suite that costs a dollar, give or take a percent. */
const TOTALS = [1, 1.01, 0.99, 1.005, 0.995, 1.01, 0.99, 1]

/** Runs a command in a folder; what it writes to people is of no interest, but for errors. */
async function run(cwd: string, ...words: readonly string[]): Promise<{ readonly exitCode: number; readonly errors: string }> {
  const errors: string[] = []
  const spies = [
    vi.spyOn(process.stdout, 'write').mockReturnValue(true),
    vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0),
  ]
  try {
    return { exitCode: await runCli(words, cwd), errors: errors.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
const read = <T>(cwd: string, file: string): T => JSON.parse(readFileSync(join(cwd, file), 'utf8'))

/** Sums up a ledger of so many dollars and appends it to what is in OLD. */
function record(cwd: string, totalUsd: number, [old, next] = ['baseline.json', 'baseline.json']) {
  writeFiles(cwd, { [LEDGER]: ledgerOf(totalUsd) })
  return run(cwd, 'summarize', '--history', old, '--output', next)
}

/** Judges a pull request of so many dollars. */
async function gate(cwd: string, totalUsd: number): Promise<{ readonly exitCode: number; readonly report: Report }> {
  writeFiles(cwd, { [LEDGER]: ledgerOf(totalUsd) })
  const { exitCode } = await run(cwd, 'gate', '--baseline', 'baseline.json', '--report', 'report.json')
  return { exitCode, report: read<Report>(cwd, 'report.json') }
}

describe('summarize --history', () => {
  it('begins where there is no such file', async () => {
    const cwd = workspace()
    expect(await record(cwd, 1, ['old.json', 'new.json'])).toEqual({ exitCode: 0, errors: '' })
    expect(read<CostSummary>(cwd, 'new.json').history).toMatchObject([{ total_cost_usd: 1, calls: 10, runs: 10, max_run_usd: 0.1 }])
    expect(existsSync(join(cwd, 'old.json'))).toBe(false)
  })

  it('appends to what the file knows, and leaves the file as it is', async () => {
    const cwd = workspace()
    await record(cwd, 1, ['old.json', 'old.json'])
    const before = readFileSync(join(cwd, 'old.json'), 'utf8')
    await record(cwd, 1.5, ['old.json', 'new.json'])
    const { history = [], total_cost_usd } = read<CostSummary>(cwd, 'new.json')
    expect([history.map((point) => point.total_cost_usd), total_cost_usd]).toEqual([[1, 1.5], 1.5])
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe(before)
  })

  it('appends to a summary of before there were histories', async () => {
    const cwd = workspace({ [LEDGER]: ledgerOf(2) })
    await run(cwd, 'summarize', '--output', 'baseline.json')
    expect(read<CostSummary>(cwd, 'baseline.json').history).toBeUndefined()
    await record(cwd, 1)
    expect(read<CostSummary>(cwd, 'baseline.json').history?.map((point) => point.total_cost_usd)).toEqual([2, 1])
  })

  it.each<[string, string | object, string]>([
    ['a bare total', { total_cost_usd: 1 }, 'is a bare summary, which has no records'],
    ['a flow summary', { runs: 1, models: [{ name: 'gpt-4o', cost_usd: 1 }], steps: [] }, 'is a flow summary, which has no records'],
    ['a ledger', ledgerOf(1), 'the baseline'],
    ['no JSON', 'total: 1', 'the baseline cannot be read'],
    ['an empty file', '', 'the baseline cannot be read'],
  ])('refuses %s in one line, and writes nothing', async (_, content, message) => {
    const cwd = workspace({ 'old.json': content })
    const { exitCode, errors } = await record(cwd, 1, ['old.json', 'new.json'])
    expect(exitCode).toBe(2)
    expect(errors).toMatch(/^Error: [^\n]+\n$/)
    expect(errors).toContain(message)
    expect(existsSync(join(cwd, 'new.json'))).toBe(false)
  })
})

describe('a baseline file with a history', () => {
  it('knows the noise of the suite from 8 records on', async () => {
    const cwd = workspace()
    for (const total of TOTALS.slice(0, -1)) await record(cwd, total)
    const seven = await gate(cwd, 1.25)
    expect(seven.report.noise).toMatchObject({ state: 'unknown', reason: 'few_records', records: 7, noise_percent: null })
    await record(cwd, TOTALS.at(-1) ?? 1)
    const eight = await gate(cwd, 1.25)
    expect(eight.report.noise).toMatchObject({ state: 'fail', records: 8, proven_percent: expect.closeTo(25, 6) })
    expect([seven.exitCode, eight.exitCode]).toEqual([1, 1])
  })

  it('makes an increase inconclusive that chance can make', async () => {
    const cwd = workspace()
    for (const total of [1, 1.3, 0.8, 1.1, 0.75, 1.25, 0.9, 1.2]) await record(cwd, total)
    const { exitCode, report } = await gate(cwd, 1.35)
    expect(report.noise).toMatchObject({ state: 'inconclusive', reason: 'within_noise', records: 8 })
    expect([exitCode, report.verdict]).toEqual([0, 'warn'])
  })
})

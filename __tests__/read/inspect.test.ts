import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/analyse/inspect/inspect.ts'
import { localFiles } from '../../src/files/source.ts'
import { describeFiles } from '../../src/read/describe.ts'
import { summarizeFolder, workspace } from '../support/read/workspace.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')
const all = readdirSync(samples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'EXPECTED.md')
  .map((entry) => join(entry.parentPath, entry.name).slice(samples.length + 1))

async function inspect(cwd: string, file: string) {
  const settings = { 'usage-path': ['x'], 'on-invalid': 'fail' as const, 'pricing-path': null, 'working-directory': cwd }
  return inspectFile(file, settings, { onProgress: () => {}, files: localFiles(cwd) })
}

describe('what one file gives', () => {
  it.each(all)('is what the gate counts of it: %s', async (sample) => {
    const [cwd, file] = [join(samples, sample, '..'), sample.split('/').at(-1) ?? '']
    const { calls, tokens, costUsd } = await inspect(cwd, file)
    const summary = await summarizeFolder(cwd, { 'usage-path': [file], 'on-invalid': 'skip' })
    expect([calls, tokens, costUsd]).toEqual([summary.calls, summary.total_tokens, summary.total_cost_usd])
  })

  it.each([
    'a[1].jsonl',
    'a!.jsonl',
    'a{b,c}.jsonl',
    '*.jsonl',
    'a?.jsonl',
    'a\nb.jsonl',
    '~.jsonl',
    '$RUNNER_TEMP.jsonl',
  ])('is told by its name, whatever stands in that: %j', async (name) => {
    const line = '{"_schema":"token-usage/1","request_id":"a","model":"gpt-4o","input_tokens":5,"output_tokens":1}\n'
    const cwd = workspace({ [name]: line, 'other.jsonl': line.replace('"a"', '"b"') })
    expect(await inspect(cwd, name)).toMatchObject({ calls: 1, tokens: 6, faults: [] })
  })
})

describe('what a file is', () => {
  const what = async (files: Parameters<typeof workspace>[0], name: string) => {
    const [described] = await describeFiles({ cwd: workspace(files), usagePath: [name] })
    return [described?.format, described?.what, described?.fault]
  }

  it.each([
    ['a run log', '{"runId":"a","event":{"type":"done"}}\n', 'run-log'],
    ['run events', '{"event":"run_end"}\n', 'run-events'],
    ['a call log', '{"server":"a","ts":"2026-11-02T09:00:00Z"}\n', 'mcp-calls'],
  ])('%s', async (words, content, format) => {
    expect(await what({ 'a.jsonl': content }, 'a.jsonl')).toEqual([format, words, null])
  })
})

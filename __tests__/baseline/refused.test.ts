import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBaseline } from '../../src/baseline/file.ts'
import { InputError } from '../../src/errors.ts'
import { localFiles } from '../../src/files/source.ts'
import { type Files, jsonl, row, workspace } from '../support/read/workspace.ts'

async function refusalOf(cwd: string, file = 'baseline.json'): Promise<string> {
  const error = await readBaseline(localFiles(cwd), file, { records: 5, level: { percent: 20, minUsd: 0 } }).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`)
  return error.message.replaceAll(cwd, '/workspace')
}

const isUsage = (what: string) =>
  `the baseline cannot be read: baseline.json is ${what}. Make a baseline with: llm-cost-gate summarize baseline.json --output FILE`

describe('a baseline', () => {
  it.each<[string, Files[string], string]>([
    ['an empty file', '', 'the baseline cannot be read: baseline.json: is empty'],
    [
      'rubbish',
      'hello',
      'the baseline cannot be read: baseline.json: is no JSON, it begins with "hello". docs/formats.md says what is read',
    ],
    [
      'a document that ends early',
      '{"total_cost_usd": 1',
      'the baseline cannot be read: baseline.json: is not valid JSON: it is cut off at the end',
    ],
    ['a list', [], 'the baseline cannot be read: baseline.json: must be a JSON object, got []'],
    ['another document', { name: 'x' }, 'the baseline cannot be read: baseline.json: has no usage in a known format, got the keys "name"'],
    ['a negative total', { total_cost_usd: -1 }, 'the baseline cannot be read: baseline.json: $.total_cost_usd: must be 0 or more, got -1'],
    [
      'a total of 1e400',
      '{"total_cost_usd": 1e400}',
      'the baseline cannot be read: baseline.json: $.total_cost_usd: must be a number, got Infinity',
    ],
    [
      'a total that is null',
      { total_cost_usd: null },
      'the baseline cannot be read: baseline.json: $.total_cost_usd: must be a number, got null',
    ],
    [
      '100,000 nested lists',
      '['.repeat(1e5) + ']'.repeat(1e5),
      'the baseline cannot be read: baseline.json: is nested more than 500 levels deep',
    ],
    [
      'a newer version',
      { schema_version: 2, step_model_stats: [] },
      'the baseline cannot be read: baseline.json: $.schema_version: was written by a newer version (schema_version 2). Upgrade llm-cost-gate',
    ],
    [
      'a run summary',
      { run_id: 'a', cost_usd: 1 },
      'the baseline cannot be read: baseline.json is a run summary. Make a baseline with: llm-cost-gate summarize baseline.json --output FILE',
    ],
    ['a ledger', jsonl(row(), row({ step: 'draft' })), isUsage('a ledger')],
    ['a ledger of one row', jsonl(row()), isUsage('a ledger')],
    ['a log of calls', jsonl({ ts: '2026-11-03T09:00:00Z', server: 'a', tool: 'b' }), isUsage('a log of calls')],
    ['UTF-16', Buffer.from('\uFEFF{"total_cost_usd":1}', 'utf16le'), 'baseline.json: is UTF-16LE; save it as UTF-8'],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'baseline.json: is not UTF-8'],
  ])('that is %s fails closed', async (_, content, message) => {
    expect(await refusalOf(workspace({ 'baseline.json': content }))).toBe(message)
  })

  it('that is no file fails closed', async () => {
    const cwd = workspace()
    mkdirSync(join(cwd, 'folder'))
    symlinkSync('/dev/zero', join(cwd, 'zero.json'))
    symlinkSync('loop.json', join(cwd, 'loop.json'))
    expect(await refusalOf(cwd, 'folder')).toBe('folder: is a folder, not a file')
    expect(await refusalOf(cwd, 'zero.json')).toBe('zero.json: is no regular file')
    expect(await refusalOf(cwd, 'loop.json')).toBe('loop.json: cannot be read (ELOOP)')
  })
})

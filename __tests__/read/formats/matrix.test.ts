import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fits } from '../../../src/read/formats/marks.ts'
import { TOOLS } from '../../../src/read/formats/tools.ts'
import { isRecord } from '../../../src/read/json.ts'
import { readCopies } from '../../support/read/files.ts'
import { listSamples, valuesOf } from '../../support/read/samples.ts'

const root = join(import.meta.dirname, '../../..')
const samples = listSamples()

/** The folder of a sample, and the tool whose it is where that has another name. */
const TOOL_OF: Record<string, string> = {
  'anthropic-batch': 'anthropic',
  'openai-batch': 'openai',
  'claude-transcript': 'claude-code',
  otlp: 'opentelemetry',
  'vercel-ai-sdk': 'ai-sdk',
}
const toolOf = (file: string) => TOOL_OF[file.split('/')[0] ?? ''] ?? file.split('/')[0]

describe('a sample of one tool is none of any other', () => {
  it.each(samples)('$file', (sample) => {
    const values = valuesOf(sample).filter(isRecord)
    const fitting = TOOLS.filter(({ marks }) => values.some((value) => marks.some((one) => fits(value, one)))).map(({ id }) => id)
    const tool = toolOf(sample.file)
    // OpenRouter answers in the shape of OpenAI, with more in it: it comes first.
    expect(fitting).toEqual(tool === 'openrouter' ? ['openrouter', 'openai'] : [tool])
  })
})

describe('nothing else is a tool’s', () => {
  it.each([
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    'schemas/cost-summary.schema.json',
    'examples/baseline_summary.json',
  ])('%s', (file) => {
    const value: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'))
    expect(whose(value)).toEqual([])
  })

  it.each<[string, object]>([
    ['a report of vitest', { numTotalTests: 1, success: true, testResults: [{ name: 'a', status: 'passed', assertionResults: [] }] }],
    ['a report of Playwright', { config: {}, suites: [], errors: [], stats: { startTime: '2026-11-30', duration: 5, expected: 3 } }],
    ['a summary of coverage', { total: { lines: { total: 10, covered: 9 }, statements: { total: 10, covered: 9 } } }],
    ['a summary of k6', { metrics: { http_reqs: { count: 10, rate: 1 } }, root_group: { name: '', checks: {} } }],
    [
      'a report of Lighthouse',
      { lighthouseVersion: '12.0.0', audits: {}, categories: { performance: { score: 1 } }, timing: { total: 5 } },
    ],
    ['a log line', { level: 'info', time: 1, msg: 'usage of tokens', results: [], usage: 'none' }],
    [
      'a row of a ledger',
      { timestamp: '2026-11-02T09:00:00Z', model: 'a', input_tokens: 1, output_tokens: 1, cost_usd: 1, run_id: 'r', metadata: {} },
    ],
    ['a call of a tool', { ts: '2026-11-02T09:00:00Z', server: 's', tool: 't', args: {}, status: 'ok', duration_ms: 5 }],
    ['an event of a run', { event: 'end', step: 'a', status: 'ok', run_id: 'r', extra: { model: 'a' } }],
    ['a run summary', { run_id: 'r', status: 'ok', cost_usd: 1, token_count: 5, metrics: { cost_usd: [] } }],
    [
      'a GitHub event',
      { action: 'opened', number: 1, pull_request: { id: 1, head: { sha: 'a' } }, repository: { id: 1 }, sender: { type: 'User' } },
    ],
    ['a message of a queue', { type: 'message', id: 'a', data: { text: 'b' } }],
    ['a result of a job', { type: 'result', status: 'ok', stats: { total: 5 } }],
    ['an event of an audit log', { entityType: 'user', entityId: 'a', traceId: 'b', type: 'login', timestamp: '2026-11-30T09:00:00Z' }],
    ['an event of a webhook', { id: 'evt_1', type: 'user.created', timestamp: '2026-11-30T09:00:00Z', data: { id: 'user_1' } }],
    ['a page of an API', { data: [{ id: 1 }], meta: { totalItems: 1, totalPages: 1, page: 1, limit: 10 } }],
    ['a trace of something else', { traceId: 'a', id: 'b', name: 'c', duration: 5 }],
  ])('%s', (_, value) => {
    expect(whose(value)).toEqual([])
  })
})

function whose(value: unknown): string[] {
  return isRecord(value) ? TOOLS.filter(({ marks }) => marks.some((one) => fits(value, one))).map(({ id }) => id) : []
}

it('two samples of different tools give the calls of both', async () => {
  const [one, other] = [samples.find(({ file }) => file.startsWith('promptfoo/')), samples.find(({ file }) => file.startsWith('codex/'))]
  const { formats } = await readCopies({ 'a.json': one?.path ?? '', 'b.jsonl': other?.path ?? '' })
  expect(formats).toEqual(['codex', 'promptfoo'])
})

import { describe, expect, it } from 'vitest'
import { jsonl, summarizeFiles } from '../../support/read/workspace.ts'

const end = (overrides: object = {}) => ({ event: 'end', run_id: 'r1', step: 'plan', status: 'ok', latency_ms: 100, ...overrides })
const summarizeEvents = (...events: object[]) => summarizeFiles({ '.runs/r1/runs.jsonl': jsonl(...events) })

describe('the type of an error', () => {
  const failed = { status: 'error' }
  it.each<readonly [type: string, event: object]>([
    ['timeout', { status: 'timeout' }],
    ['timeout', { ...failed, error_code: 'DEADLINE_EXCEEDED' }],
    ['timeout', { ...failed, extra: { error: { reason: 'the request timed out' } } }],
    ['timeout', { ...failed, error: 'TimeoutError: no answer within 30 s' }],
    ['timeout', { ...failed, extra: { error: { code: 'ETIMEDOUT' } } }],
    ['rate_limit', { ...failed, extra: { error: { code: '429', message: 'rate limit' } } }],
    ['rate_limit', { ...failed, extra: { error: { code: 429 } } }],
    ['rate_limit', { ...failed, error_type: 'RateLimitError' }],
    ['rate_limit', { ...failed, error: { code: 'rate_limit_exceeded' } }],
    ['rate_limit', { ...failed, extra: { error: 'Too Many Requests' } }],
    ['rate_limit', { ...failed, extra: { error: { category: 'throttled' } } }],
    ['validation', { ...failed, error: { type: 'validation' } }],
    ['validation', { ...failed, extra: { error: { message: 'the answer does not match the schema' } } }],
    ['validation', { error_type: 'invalid_request', status: null }],
    ['tool', { ...failed, extra: { error: { category: 'tools' } } }],
    ['tool', { ...failed, error_type: 'ToolError' }],
    // Several words: the first type in the framework's order, timeout, tool, validation, rate_limit.
    ['timeout', { status: 'timeout', error: { message: 'tool call' } }],
    ['tool', { ...failed, extra: { error: { message: 'invalid tool call' } } }],
    ['validation', { ...failed, error: { message: 'invalid: 429' } }],
    ['tool', { ...failed, error: { message: 'the tool timed out' } }],
    // A type that is named stands above words.
    ['rate_limit', { ...failed, extra: { error: { type: 'rate_limit', message: 'a tool was called too often' } } }],
    ['tool', { status: 'timeout', extra: { error: { type: 'Tool' } } }],
    ['unknown', failed],
    ['unknown', { status: null }],
    ['unknown', { ...failed, extra: { error: 'it broke' } }],
    ['unknown', { ...failed, error: { type: '__proto__', message: ['timeout'], code: null } }],
    ['unknown', { ...failed, error: 7, error_type: true, error_code: ['timeout'] }],
  ])('is %s of %j', async (type, event) => {
    const { steps, errors } = await summarizeEvents(end(event))
    expect(steps).toMatchObject([{ runs: 1, successes: 0, errors: 1, error_types: { [type]: 1 } }])
    expect(errors).toEqual({ total: 1, by_type: { [type]: 1 } })
  })

  it('is none where the step succeeded, whatever it says of an error', async () => {
    const { errors } = await summarizeEvents(end({ error: 'a timeout, tried again' }))
    expect(errors).toEqual({ total: 0, by_type: {} })
  })
})

describe('an end without a step', () => {
  it('is no run of a step, and its time is in no mean', async () => {
    const summary = await summarizeEvents(
      end(),
      end({ step: undefined, status: 'failed', latency_ms: 1000, extra: { type: 'mcp', model: 'm' } }),
      end({ step: '' }),
    )
    expect(summary).toMatchObject({ avg_latency_ms: 100, latency_count: 1, errors: { total: 0 } })
    expect(summary.steps).toMatchObject([{ name: 'plan', runs: 1, errors: 0, avg_latency_ms: 100 }])
    expect(summary).toMatchObject({ flow_runs: 1, successes: 0 })
  })

  const closing = { event: 'end', run_id: 'r1' }
  it.each<readonly [why: string, outcome: 'success' | 'failure' | 'unknown', events: readonly object[]]>([
    ['that succeeded', 'success', [{ ...closing, status: 'completed' }]],
    ['that failed', 'failure', [end(), { ...closing, status: 'failed' }]],
    ['that failed, whatever is said later', 'failure', [{ ...closing, status: 'failed' }, end()]],
    ['that gives an error and no status', 'failure', [end(), { ...closing, error: { message: 'it broke' } }]],
    ['that gives nothing, after steps that succeeded', 'success', [end(), closing]],
    ['that gives nothing', 'unknown', [closing]],
    ['that succeeded, after a step that failed', 'failure', [end({ status: 'error' }), { ...closing, status: 'ok' }]],
    ['after a step that says not how it ended', 'failure', [end({ status: null }), { ...closing, status: 'ok' }]],
  ])('is the end of the run: %s', async (_why, outcome, events) => {
    const [successes, failures] = outcome === 'unknown' ? [null, null] : outcome === 'success' ? [1, 0] : [0, 1]
    expect(await summarizeEvents(...events)).toMatchObject({ flow_runs: 1, successful_tasks: successes, failed_tasks: failures })
  })
})

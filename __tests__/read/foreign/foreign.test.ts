import { describe, expect, it } from 'vitest'
import { execute, writeDatabase } from '../../support/read/sqlite.ts'
import { jsonl, LEDGER, ONE_INVALID, problemsOf, row, summarizeFiles, summarizeFolder, workspace } from '../../support/read/workspace.ts'

const call = { ts: '2026-11-02T09:00:00Z', model: 'gpt-4o' }
const event = { event: 'end', run_id: 'run-1', step: 'a', status: 'ok' }
const flow = { runs: 1, successes: 1, success_rate: 1 }
const INPUT = 'input_tokens: all prompt tokens, cache reads and writes included'

/** What the user is told of one line in a file of its own. */
async function tell(content: object, overrides: object = {}): Promise<string> {
  const [headline, problem = ''] = await problemsOf(workspace({ 'usage.jsonl': jsonl(content) }), { 'usage-path': ['*'], ...overrides })
  expect(headline).toBe(ONE_INVALID)
  return problem
}

describe("another tool's name for a figure", () => {
  it.each<[string, object, string]>([
    [
      'in a call',
      { ...call, prompt_tokens: 9, cost: 1.5 },
      `$.prompt_tokens: is OpenAI's name for input_tokens, which is not read; write ${INPUT}`,
    ],
    [
      'in usage',
      { ...call, usage: { input_tokens: 3, cache_read_input_tokens: 9 } },
      "$.usage.cache_read_input_tokens: is Anthropic's name for",
    ],
    [
      'in parts of usage',
      { ...call, usage: { input_tokens: 3, cache_creation: { ephemeral_5m_input_tokens: 9 } } },
      '$.usage.cache_creation.ephemeral',
    ],
    ['as a cost', { ...call, usage: { input_tokens: 3 }, total_cost_usd: 1.5 }, "$.total_cost_usd: is Claude Code's name for cost_usd"],
    ['as text', { ...call, completion_tokens: '9' }, "$.completion_tokens: is OpenAI's name for output_tokens"],
    [
      'as text for people',
      { ...call, usage: { input_tokens: 3 }, cost: '$1.50' },
      '$.cost: is another name for cost_usd, which is not read',
    ],
    ['as text with separators', { ...call, prompt_tokens: '1,234' }, '$.prompt_tokens: is OpenAI'],
    [
      'in a part that nobody knows',
      { ...call, usage: { input_tokens: 3, more: { cache_read_input_tokens: 9 } } },
      'cache_read_input_tokens: is',
    ],
    [
      'in one of several requests',
      { ...call, usage: { input_tokens: 3, iterations: [{ input_tokens: 3 }, { input_tokens: 9 }] } },
      '$.usage["iterations"]["1"].input_tokens',
    ],
    [
      'in an answer that names a model',
      { ts: call.ts, tool: 'ask', result: { model: 'gpt-4o', usage: { prompt_tokens: 9 } } },
      '$.result.usage',
    ],
    ["as Bedrock's", { ts: call.ts, tool: 'ask', inputTokenCount: 9 }, "$.inputTokenCount: is Bedrock's name for input_tokens"],
    ["as OpenTelemetry's", { ...call, 'gen_ai.usage.input_tokens': 9 }, "input_tokens: is OpenTelemetry's name for input_tokens"],
    ['as half of a cost', row({ cost_usd: null, input_cost: 0.2 }), '$.input_cost: is another name for cost_usd, which is not read'],
    ['as more than the cost', row({ output_cost: 0.6 }), '$.output_cost: is another name for cost_usd, which is 0.5 here'],
    ['in an answer as it came', { ...call, response: { usage: { prompt_tokens: 9 } } }, '$.response.usage.prompt_tokens: is OpenAI'],
    ['in a row', row({ cache_read_input_tokens: 9 }), '$.cache_read_input_tokens: is Anthropic'],
    ['in a row that lacks ours', { ...row({ input_tokens: undefined }), prompt_tokens: 9 }, '$.prompt_tokens: is OpenAI'],
    [
      'in a row that says another',
      row({ prompt_tokens: 9 }),
      `is OpenAI's name for input_tokens, which is 100 here; write one figure, ${INPUT}`,
    ],
    ['in usage of a row', row({ usage: { completion_tokens: 9 } }), '$.usage.completion_tokens: is OpenAI'],
    ['in an event', { ...event, cost_usd: 1.5 }, '$.cost_usd: is not read here; give it in a ledger as cost_usd'],
    ['in a run summary', { run_id: 'run-1', usage: { prompt_tokens: 9 } }, '$.usage.prompt_tokens: is OpenAI'],
    [
      'in a bare summary',
      { total_cost_usd: 1, model_stats: { a: { cost_usd: 1, prompt_tokens: 9 } } },
      '$.model_stats["a"].prompt_tokens: is OpenAI',
    ],
    ['in a flow summary', { ...flow, models: [{ name: 'a', calls: 1, cost: 9 }] }, '$.models[0].cost: is another name for cost_usd'],
    [
      'in tokens of a flow',
      { ...flow, models: [{ name: 'a', calls: 1, tokens: { prompt: 9 } }] },
      '$.models[0].tokens: has "prompt", which is not read',
    ],
  ])('is refused %s', async (_, content, problem) => {
    expect(await tell(content)).toContain(problem)
  })

  it('is refused as a column of a database, where our own are read', async () => {
    const withColumn = (name: string) => {
      const cwd = workspace()
      const path = `${cwd}/costs.db`
      writeDatabase(path, row())
      execute(path, `ALTER TABLE cost_records ADD COLUMN ${name} INTEGER`)
      return { cwd, fill: () => execute(path, `UPDATE cost_records SET ${name} = 60`) }
    }
    const foreign = withColumn('cache_read_input_tokens')
    expect(await summarizeFolder(foreign.cwd, { 'usage-path': ['*'] })).toMatchObject({ calls: 1 })
    foreign.fill()
    expect((await problemsOf(foreign.cwd, { 'usage-path': ['*'] }))[1]).toContain('$.cache_read_input_tokens: is Anthropic')
    const own = withColumn('cached_input_tokens')
    own.fill()
    expect(await summarizeFolder(own.cwd, { 'usage-path': ['*'] })).toMatchObject({ cached_input_tokens: 60 })
  })

  it.each<[string, Record<string, unknown>]>([
    ['says nothing', { prompt_tokens: 0, cost: null, cache_read_input_tokens: '', usage: {}, cost_details: { upstream: 0 } }],
    ['says the same', { prompt_tokens: 100, completionTokens: '10', totalTokens: 110, cost: 0.5 }],
    ['says a part of it', { input_cost: 0.2, output_cost: 0.3 }],
    ['says it rounded', { cost_usd: 0.5, total_cost: '$0.50', cost: 0.5 }],
    [
      'says the prompt without its cached part',
      {
        cached_input_tokens: 60,
        cache_write_tokens: 10,
        usage: { input_tokens: 30, cache_read_input_tokens: 60, cache_creation_input_tokens: 10 },
      },
    ],
    ['says the answer without reasoning', { reasoning_tokens: 4, candidatesTokenCount: 6, thoughtsTokenCount: 4 }],
    ['says the same by model', { usage: { by_model: { a: { input_tokens: 60 }, b: { input_tokens: 40 } } } }],
    ['is no number', { usage: 'tests', spend: 'by team' }],
  ])('is no harm where it %s', async (_, more) => {
    expect(await summarizeFiles({ [LEDGER]: jsonl(row(more)) })).toMatchObject({ calls: 1, total_tokens: 110, total_cost_usd: 0.5 })
  })

  it('is no harm where it is a cost that was rounded, and is where it was not', async () => {
    for (const cost of [0.0123, 0.01, 0.012346]) {
      const { total_cost_usd } = await summarizeFiles({ [LEDGER]: jsonl(row({ cost_usd: 0.0123456, cost })) })
      expect(total_cost_usd).toBe(0.0123456)
    }
    for (const cost of [0.0124, 0.02, 1e-7, 1]) expect(await tell(row({ cost_usd: 0.0123456, cost }))).toContain('$.cost: is another name')
  })

  it('cannot slip through where an earlier row with the same keys was no harm', async () => {
    const rows = [0, 100, 0, 5].map((prompt_tokens, second) => row({ timestamp: `2026-11-02T09:00:0${second}Z`, prompt_tokens }))
    const { quality, calls } = await summarizeFiles({ [LEDGER]: jsonl(...rows) }, { 'on-invalid': 'skip' })
    expect({ calls, invalid: quality.invalid_records }).toEqual({ calls: 3, invalid: 1 })
    const telling = ['other', 'token-usage/v1'].map((_schema, second) => row({ timestamp: `2026-11-02T09:00:0${second}Z`, _schema }))
    expect((await summarizeFiles({ [LEDGER]: jsonl(...telling) }, { 'on-invalid': 'skip' })).quality.invalid_records).toBe(1)
  })
})

describe('one figure in two places', () => {
  it.each<[string, object, string]>([
    [
      'a call',
      { ...call, input_tokens: 100_000, usage: { input_tokens: 10 } },
      '$.usage.input_tokens: is 10, but $.input_tokens is 100000',
    ],
    [
      'a call with two costs',
      { ...call, cost_usd: 5, usage: { input_tokens: 10, cost_usd: 0.1 } },
      '$.usage.cost_usd: is 0.1, but $.cost_usd is 5',
    ],
    ['a run summary', { run_id: 'run-1', cost_usd: 1, total_cost_usd: 5 }, '$.total_cost_usd: is 5, but $.cost_usd is 1'],
    ['the tokens of a run summary', { run_id: 'run-1', token_count: 1, total_tokens: 5 }, '$.total_tokens: is 5, but $.token_count is 1'],
  ])('must not say two things in %s', async (_, content, problem) => {
    expect(await tell(content)).toContain(problem)
  })

  it.each<[string, object]>([
    ['a call', { ...call, cost_usd: '5', usage: { input_tokens: 10, output_tokens: 1, cost_usd: 0 } }],
    ['a call whose time is 0', { model: 'gpt-4o', ts: 0, timestamp: call.ts, cost_usd: 5, usage: { cost_usd: null } }],
    ['a run summary', { run_id: 'run-1', end_time: call.ts, cost_usd: 0, total_cost_usd: 5, token_count: 0 }],
  ])('says what is more than nothing in %s', async (_, content) => {
    const summary = await summarizeFiles({ 'usage.jsonl': jsonl(content) }, { 'usage-path': ['*'] })
    expect(summary).toMatchObject({ calls: 1, total_cost_usd: 5, daily_cost_usd: { '2026-11-02': 5 } })
  })
})

describe('a line of another tool', () => {
  it.each<[string, object]>([
    ['an answer of OpenAI', { object: 'chat.completion', id: 'a', model: 'gpt-4o', choices: [], usage: { prompt_tokens: 9 } }],
    ['an answer of Anthropic', { type: 'message', role: 'assistant', model: 'claude-opus-4-5', usage: { input_tokens: 9 } }],
    ['an answer of Gemini', { usageMetadata: { promptTokenCount: 9 }, modelVersion: 'gemini-2.5-flash' }],
    ["the token usage of gh-aw's firewall", { ...row(), _schema: 'token-usage/v0.28.0', cache_read_tokens: 9 }],
    ['an export of OpenTelemetry', { resourceSpans: [] }],
  ])('is refused by name among rows of a ledger: %s', async (what, content) => {
    const problems = await problemsOf(workspace({ 'usage.jsonl': jsonl(row(), content) }), { 'usage-path': ['*'] })
    expect(problems).toEqual([
      ONE_INVALID,
      `usage.jsonl:2: looks like ${what}, which is not read among other records: keep it in a file of its own`,
    ])
  })
})

describe('a file of nobody', () => {
  it('is told by its keys where nobody knows it, and is no broken JSON', async () => {
    const problems = await problemsOf(workspace({ 'log.jsonl': jsonl({ level: 'info' }, { level: 'warn' }) }), { 'usage-path': ['*'] })
    expect(problems[1]).toBe('log.jsonl: has no usage in a known format, got the keys "level"')
  })
})

describe('a line of a call log', () => {
  const sum = (...lines: object[]) => summarizeFiles({ '.runs/flow-1/mcp_calls.jsonl': jsonl(...lines) })

  it('is unpriced where a model answered and neither tokens nor cost are told', async () => {
    expect(await sum({ ...call, status: 'ok' }, { ...call, usage: {} })).toMatchObject({
      calls: 2,
      unpriced_calls: 2,
      unpriced: [{ model: 'gpt-4o', calls: 2, silent_calls: 2 }],
    })
  })

  it('is $0 where the call failed, whether the model has a price or not', async () => {
    expect(await sum({ ...call, status: 'error' }, { ...call, model: 'house/m', status: 'error' })).toMatchObject({
      failed_calls: 2,
      unpriced_calls: 0,
      total_cost_usd: 0,
    })
  })

  it('may tell caches and reasoning by our names', async () => {
    const usage = { input_tokens: 100, cached_input_tokens: 60, cache_write_tokens: '20', output_tokens: 10, reasoning_tokens: 5 }
    expect(await sum({ ...call, usage })).toMatchObject({ cached_input_tokens: 60, cache_write_tokens: 20, reasoning_tokens: 5 })
    expect(await tell({ ...call, usage: { ...usage, cached_input_tokens: 90 } })).toContain(
      'must include cached_input_tokens and cache_write_tokens (110)',
    )
  })

  it.each([1793610000, 1793610000123, 1793610000123456])('knows the day of %d', async (ts) => {
    expect(Object.keys((await sum({ ...call, ts, cost_usd: 1 })).daily_cost_usd)).toEqual(['2026-11-02'])
  })

  it.each<[object, string]>([
    [
      { ...call, ts: 'yesterday', cost_usd: 1 },
      '$.ts: must be ISO 8601, or a number of seconds or milliseconds since 1970, got "yesterday"',
    ],
    [{ ...call, usage: { units: 9 } }, '$.usage: has no tokens and no cost under a known name, got the keys "units"'],
    [{ ts: 1, note: 'x' }, 'is no call: it has no model, no tool, no server and no tokens, got the keys "ts", "note"'],
  ])('is refused that cannot be understood: %j', async (line, problem) => {
    expect(await tell(line)).toContain(problem)
  })
})

import { describe, expect, it } from 'vitest'
import { readFiles } from '../../support/read/files.ts'
import { jsonl, LEDGER, problemsOf, row, summarizeFiles, workspace } from '../../support/read/workspace.ts'

const RUN = 'release-notes-plan-0a1b2c3d'
const LOG = `.magsag/runs/${RUN}.jsonl`
const TASK = 'task-5f0c2b1e-8d47-4a6b-9c3e-1f2a3b4c5d6e'

function entry(event: object, second = 0): object {
  return { runId: RUN, ts: `2026-11-02T09:00:0${second}.250Z`, event }
}
const runner = (event: object, subtaskId = 'draft') => entry({ type: 'runner', subtaskId, event })
const done = (stats?: object, subtaskId?: string) => runner({ type: 'done', ...(stats && { stats }) }, subtaskId)
const passedOn = (line: object, subtaskId?: string) => runner({ type: 'log', data: JSON.stringify(line) }, subtaskId)
const result = (status: string, subtaskId = 'draft') => entry({ type: 'result', result: { subtaskId, status } }, 9)
const recordsOf = async (...entries: readonly object[]) => (await readFiles({ [LOG]: jsonl(...entries) })).records

describe('what an engine spent', () => {
  const anthropic = { input_tokens: 40, cache_read_input_tokens: 1000, cache_creation_input_tokens: 200, output_tokens: 60 }
  it.each<[string, object[], object[]]>([
    [
      "the framework's own example",
      [done({ usage: { inputTokens: 30, outputTokens: 70 } })],
      [{ model: 'unknown', inputTokens: 30, outputTokens: 70, costUsd: null }],
    ],
    [
      'Claude Agent SDK: its prompt leaves the cache out',
      [done({ usage: { ...anthropic, cache_creation: { ephemeral_1h_input_tokens: 50 } }, num_turns: 3, total_cost_usd: 0.02 })],
      [{ inputTokens: 1240, cachedTokens: 1000, cacheWriteTokens: 200, cacheWrite1hTokens: 50, outputTokens: 60, costUsd: 0.02 }],
    ],
    [
      'OpenAI Agents SDK: each answer',
      [
        done({
          result: {
            state: {
              modelResponses: [
                {
                  usage: { inputTokens: 50, outputTokens: 9, inputTokensDetails: [{ cached_tokens: 32 }] },
                  providerData: { model: 'm-1' },
                },
                { usage: { inputTokens: 70, outputTokens: 8, outputTokensDetails: { reasoning_tokens: 4 } } },
              ],
            },
          },
        }),
      ],
      [
        { model: 'm-1', inputTokens: 50, cachedTokens: 32, outputTokens: 9 },
        { model: 'unknown', inputTokens: 70, outputTokens: 8, reasoningTokens: 4 },
      ],
    ],
    [
      'Codex, whose lines are passed on: the last turn holds those before',
      [
        passedOn({ type: 'thread.started', thread_id: 't' }),
        passedOn({ type: 'turn.completed', usage: { input_tokens: 100, cached_input_tokens: 64, output_tokens: 10 } }),
        passedOn({
          type: 'turn.completed',
          usage: {
            input_tokens: 250,
            cached_input_tokens: 128,
            cache_write_input_tokens: 20,
            output_tokens: 30,
            reasoning_output_tokens: 5,
          },
        }),
        done(),
      ],
      [{ inputTokens: 250, cachedTokens: 128, cacheWriteTokens: 20, outputTokens: 30, reasoningTokens: 5, costUsd: null }],
    ],
    [
      'Claude Code, whose lines are passed on: each model',
      [
        passedOn({
          type: 'result',
          total_cost_usd: 0.05,
          usage: anthropic,
          modelUsage: {
            'm-large': { inputTokens: 40, cacheReadInputTokens: 1000, cacheCreationInputTokens: 200, outputTokens: 60, costUSD: 0.04 },
            'm-small': { inputTokens: 10, outputTokens: 5, costUSD: 0.01 },
          },
        }),
        done(),
      ],
      [
        { model: 'm-large', inputTokens: 1240, outputTokens: 60, costUsd: 0.04 },
        { model: 'm-small', inputTokens: 10, outputTokens: 5, costUsd: 0.01 },
      ],
    ],
    [
      'a total and the line that it was made of: once',
      [passedOn({ type: 'result', usage: { input_tokens: 7, output_tokens: 1 } }), done({ usage: { input_tokens: 7, output_tokens: 1 } })],
      [{ inputTokens: 7, outputTokens: 1 }],
    ],
    ['a sum alone', [done({ usage: { total_tokens: 9 }, cost_usd: 0.3 })], [{ inputTokens: 9, outputTokens: 0, costUsd: 0.3 }]],
    ['numbers written as text', [done({ usage: { input_tokens: '8', output_tokens: '2' } })], [{ inputTokens: 8, outputTokens: 2 }]],
  ])('is read: %s', async (_, entries, expected) => {
    expect(await recordsOf(...entries)).toMatchObject(expected)
  })

  it('belongs to the run, and to the subtask without the id that a task has but once', async () => {
    const usage = { input_tokens: 1, output_tokens: 1 }
    const records = await recordsOf(done({ usage }, `${TASK}-subtask-1`), done({ usage }, 'review'))
    expect(records).toMatchObject([
      { runId: RUN, step: 'subtask-1', timeMs: Date.parse('2026-11-02T09:00:00.250Z') },
      { runId: RUN, step: 'review' },
    ])
  })

  it('keeps the work of engines apart whose lines are mixed', async () => {
    const turn = (input: number) => ({ type: 'turn.completed', usage: { input_tokens: input, output_tokens: 1 } })
    const records = await recordsOf(passedOn(turn(10), 'a'), passedOn(turn(100), 'b'), passedOn(turn(20), 'a'), done(undefined, 'b'))
    expect(records.map(({ step, inputTokens }) => [step, inputTokens])).toEqual([
      ['a', 20],
      ['b', 100],
    ])
  })
})

describe('what is not known', () => {
  it.each<[string, object[]]>([
    ['an engine that says nothing', [done()]],
    ['an engine that gives no usage', [done({ author: 'agent', actions: {} })]],
    ['an engine that failed', [runner({ type: 'error', error: { message: 'no answer' } }), done()]],
    ['zeros', [done({ usage: { input_tokens: 0, output_tokens: 0 }, total_cost_usd: 0 })]],
  ])('is a call of unknown cost: %s', async (_, entries) => {
    expect(await recordsOf(...entries)).toMatchObject([{ costUsd: null, isSilent: 'even-if-failed' }])
  })

  it('is no call where no engine began', async () => {
    expect(await recordsOf(entry({ type: 'state', subtaskId: 'draft', state: 'failed' }), result('failed'))).toEqual([])
  })

  it.each<[string, object, string]>([
    [
      'a figure that is none',
      { usage: { input_tokens: -1 } },
      '$.event.event.stats.usage.input_tokens: must be a whole number from 0 to 1000000000000, got -1',
    ],
    ['usage under no known name', { usage: { words: 5 } }, '$.event.event.stats.usage: has no tokens and no cost under a known name'],
    ['more cache than prompt', { usage: { input_tokens: 1, cached_input_tokens: 2 } }, '$.event.event.stats: has more tokens'],
  ])('is refused by its place: %s', async (_, stats, problem) => {
    const [, found] = await problemsOf(workspace({ [LOG]: jsonl(entry({ type: 'state' }), done(stats)) }))
    expect(found).toContain(`${LOG}:2: ${problem}`)
  })
})

describe('how a run ended', () => {
  it.each<[string, object[], number | null, number | null]>([
    ['all subtasks completed', [result('completed'), result('completed', 'b')], 1, 0],
    ['one failed, and what needs it was skipped', [result('completed'), result('failed', 'b'), result('skipped', 'c')], 0, 1],
    ['none ended', [entry({ type: 'state', subtaskId: 'draft', state: 'queued' })], null, null],
  ])('is told: %s', async (_, entries, successes, failures) => {
    const { successful_tasks, failed_tasks } = await summarizeFiles({ [LOG]: jsonl(...entries) })
    expect([successful_tasks, failed_tasks]).toEqual([successes, failures])
  })
})

describe('a run log', () => {
  const spent = jsonl(done({ usage: { input_tokens: 100, output_tokens: 10 }, total_cost_usd: 0.5 }), result('completed'))

  it('is counted once with a copy of itself', async () => {
    const { total_cost_usd, calls, quality } = await summarizeFiles({ [LOG]: spent, '.magsag/runs/copy.jsonl': spent })
    expect({ total_cost_usd, calls, disagreements: quality.disagreements }).toEqual({ total_cost_usd: 0.5, calls: 1, disagreements: [] })
  })

  it.each([
    ['with the same amount', 0.5, 0],
    ['and with another one, which is told', 0.7, 1],
  ])('is not counted where the ledger names the run, %s', async (_, cost, disagreements) => {
    const { total_cost_usd, calls, quality } = await summarizeFiles({ [LOG]: spent, [LEDGER]: jsonl(row({ run_id: RUN, cost_usd: cost })) })
    expect({ total_cost_usd, calls }).toEqual({ total_cost_usd: cost, calls: 1 })
    expect(quality.disagreements).toHaveLength(disagreements)
  })

  it('adds to a ledger of other runs', async () => {
    const { total_cost_usd } = await summarizeFiles({ [LOG]: spent, [LEDGER]: jsonl(row()) })
    expect(total_cost_usd).toBe(1)
  })

  it('is read with CRLF and a byte order mark, and what is cut off is told', async () => {
    const { total_cost_usd } = await summarizeFiles({ [LOG]: `\uFEFF${spent.replaceAll('\n', '\r\n')}` })
    expect(total_cost_usd).toBe(0.5)
    const [, problem] = await problemsOf(workspace({ [LOG]: spent.slice(0, -9) }))
    expect(problem).toContain(`${LOG}:2: the last line is cut off`)
  })

  it('may hold the events of an own logger, which spend nothing', async () => {
    const begun = { type: 'task.start', timestamp: '2026-11-02T09:00:00Z', taskId: 'a' }
    const { sources, calls } = await summarizeFiles({
      [LOG]: jsonl(begun, { ...begun, type: 'task.complete', data: { status: 'success' } }),
    })
    expect({ sources, calls }).toMatchObject({ sources: [{ format: 'run-log', role: 'not-counted' }], calls: 0 })
    const [, problem] = await problemsOf(workspace({ [LOG]: jsonl(begun, { ...begun, usage: { input_tokens: 5 } }) }))
    expect(problem).toContain(`${LOG}:2: $.usage.input_tokens`)
  })
})

import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const EXEC = sample('codex/v0.171-exec.jsonl')
const ROLLOUT = sample('codex/v0.171-rollout.jsonl')
const FAILED = sample('codex/v0.171-exec-failed.jsonl')
const THREAD = '01a22bab-c869-76b2-9ffd-0ec2b49b0e24'

const usage = (input: number, output = 0, cached = 0) => ({
  input_tokens: input,
  cached_input_tokens: cached,
  output_tokens: output,
  reasoning_output_tokens: 0,
})
const started = (id: string) => ({ type: 'thread.started', thread_id: id })
const completed = (input: number) => ({ type: 'turn.completed', usage: usage(input) })
const TURN = { type: 'turn.started' }
const FAILURE = { type: 'turn.failed', error: { message: 'no' } }

const at = (second: number) => `2026-05-01T10:00:${String(second).padStart(2, '0')}.500Z`
const meta = (id: string, second = 0, more: object = {}) => ({
  timestamp: at(second),
  type: 'session_meta',
  payload: { id, timestamp: at(second), ...more },
})
const model = (name: string) => ({ timestamp: at(1), type: 'turn_context', payload: { model: name } })
const event = (payload: object, second = 2) => ({ timestamp: at(second), type: 'event_msg', payload })
const tokens = (total: number, last: number, second = 2) =>
  event({ type: 'token_count', info: { total_token_usage: usage(total), last_token_usage: usage(last) } }, second)

const inputOf = async (files: Record<string, string>) => totalsOf((await readFiles(files)).records).input

describe('Codex', () => {
  it('tells the thread, and in a rollout the model, of what it used', async () => {
    const exec = await readFiles({ 'codex.jsonl': EXEC })
    expect(exec.formats).toEqual(['codex'])
    expect(exec.records).toMatchObject([{ runId: THREAD, model: 'unknown', inputTokens: 10423, calls: 1 }])
    expect(exec.ends).toEqual(new Map([[THREAD, 'success']]))
    const rollout = await readFiles({ 'rollout.jsonl': ROLLOUT })
    expect(rollout.records).toMatchObject([{ runId: THREAD, model: 'gpt-5.1-codex', provider: 'local', inputTokens: 16007, calls: 3 }])
  })

  it('counts a thread once, whatever tells of it', async () => {
    const workspaces: Record<string, string>[] = [
      { 'a.jsonl': ROLLOUT, 'b.jsonl': EXEC },
      { 'a.jsonl': EXEC, 'b.jsonl': ROLLOUT },
      { 'a.jsonl': ROLLOUT, 'b.jsonl': ROLLOUT },
      { 'a.jsonl': ROLLOUT + ROLLOUT },
    ]
    for (const files of workspaces) {
      const { records, faults } = await readFiles(files)
      expect(totalsOf(records)).toMatchObject({ records: 1, input: 16007, output: 310, cached: 9472, reasoning: 72 })
      expect(faults).toEqual([])
    }
    expect(await inputOf({ 'a.jsonl': EXEC, 'b.jsonl': EXEC })).toBe(10423)
  })

  it('takes the last total of a thread that was resumed, in one file or in two', async () => {
    const [first, second] = [jsonl(started('t'), TURN, completed(100)), jsonl(started('t'), TURN, completed(160))]
    expect(await inputOf({ 'a.jsonl': first, 'b.jsonl': second })).toBe(160)
    expect(await inputOf({ 'b.jsonl': first, 'a.jsonl': second })).toBe(160)
    expect(await inputOf({ 'a.jsonl': first + second })).toBe(160)
    expect(await inputOf({ 'a.jsonl': jsonl(started('t'), completed(1), started('u'), completed(2)) })).toBe(3)
  })

  it('does not count a total that was written again', async () => {
    const rollout = jsonl(meta('t'), model('one'), tokens(100, 100), tokens(100, 100), tokens(160, 60), tokens(160, 60))
    expect((await readFiles({ 'a.jsonl': rollout })).records).toMatchObject([{ inputTokens: 160, calls: 2 }])
  })

  it('counts on where a total begins anew', async () => {
    expect(await inputOf({ 'a.jsonl': jsonl(meta('t'), tokens(100, 100), tokens(160, 60), tokens(30, 30)) })).toBe(190)
  })

  it('tells the models of a thread apart, so that they add up to its total', async () => {
    const rollout = jsonl(meta('t'), model('one'), tokens(100, 100), model('two'), tokens(130, 30), model('one'), tokens(200, 70))
    const { records } = await readFiles({ 'a.jsonl': rollout, 'b.jsonl': rollout })
    expect(records).toMatchObject([
      { model: 'one', inputTokens: 170, calls: 2 },
      { model: 'two', inputTokens: 30, calls: 1 },
    ])
  })

  describe('of a fork', () => {
    const parent = jsonl(meta('parent'), model('one'), tokens(100, 100, 3), tokens(160, 60, 4))
    const fork = (id: string, ...rows: object[]) => jsonl(meta(id, 30, { forked_from_id: 'parent' }), meta('parent'), model('one'), ...rows)

    it.each([
      ['that repeats its parent, dated anew', fork('child', tokens(100, 100, 30), tokens(160, 60, 30), tokens(185, 25, 31)), 185],
      ['that goes on from the total of its parent', fork('child', tokens(185, 25, 31)), 185],
      ['that begins at 0', fork('child', tokens(25, 25, 31)), 185],
      ['that used nothing', fork('child', tokens(100, 100, 30), tokens(160, 60, 30)), 160],
      [
        'of a subagent',
        jsonl(
          meta('child', 30, { source: { subagent: { thread_spawn: { parent_thread_id: 'parent' } } } }),
          tokens(100, 100, 3),
          tokens(125, 25, 31),
        ),
        185,
      ],
    ])('%s counts what it used itself', async (_, child, total) => {
      expect(await inputOf({ 'a.jsonl': parent, 'b.jsonl': child })).toBe(total)
      expect(await inputOf({ 'b.jsonl': parent, 'a.jsonl': child })).toBe(total)
    })

    it('counts once beside another fork of the same thread', async () => {
      const rows = [tokens(100, 100, 30), tokens(160, 60, 30), tokens(185, 25, 31)]
      expect(await inputOf({ 'a.jsonl': parent, 'b.jsonl': fork('one', ...rows), 'c.jsonl': fork('two', ...rows) })).toBe(210)
    })

    it('alone leaves out what is older than itself', async () => {
      expect(await inputOf({ 'a.jsonl': fork('child', tokens(100, 100, 3), tokens(160, 60, 4), tokens(185, 25, 31)) })).toBe(25)
    })
  })

  it('does not know what a turn cost that failed or was cut off', async () => {
    const failed = await readFiles({ 'a.jsonl': FAILED, 'b.jsonl': FAILED })
    expect(failed.records).toMatchObject([{ calls: 1, errors: 1, costUsd: null, isSilent: 'even-if-failed' }])
    expect([...failed.ends.values()]).toEqual(['failure'])
    const cut = await readFiles({ 'a.jsonl': jsonl(started('t'), TURN, completed(100), TURN) })
    expect(cut.records.map(({ inputTokens, isSilent }) => [inputTokens, isSilent])).toEqual([
      [100, undefined],
      [0, 'even-if-failed'],
    ])
  })

  it('knows it from a later turn, or from a rollout', async () => {
    const failed = jsonl(started('t'), TURN, FAILURE)
    expect((await readFiles({ 'a.jsonl': failed + jsonl(started('t'), TURN, completed(100)) })).records).toHaveLength(1)
    expect((await readFiles({ 'a.jsonl': failed, 'b.jsonl': jsonl(meta('t'), tokens(100, 100)) })).records).toHaveLength(1)
  })

  it('does not know what a thread cost whose rollout has no tokens', async () => {
    const rollout = jsonl(
      meta('t'),
      event({ type: 'task_started' }),
      event({ type: 'error', message: 'no' }),
      event({ type: 'task_complete' }),
    )
    const { records, ends } = await readFiles({ 'a.jsonl': rollout, 'b.jsonl': jsonl(started('t'), TURN, FAILURE) })
    expect(records).toMatchObject([{ isSilent: 'even-if-failed', errors: 1 }])
    expect(ends.get('t')).toBe('failure')
  })

  it('reads its output among other text', async () => {
    const { records, faults } = await readFiles({ 'a.log': `Reading prompt from stdin...\n${EXEC.replaceAll('\n', '\nWARN: slow\n')}` })
    expect(records).toMatchObject([{ inputTokens: 10423 }])
    expect(faults).toEqual([])
  })

  it('reads a file whose beginning is missing', async () => {
    expect(await inputOf({ 'a.jsonl': EXEC.split('\n').slice(1).join('\n') })).toBe(10423)
    expect(await inputOf({ 'a.jsonl': ROLLOUT.split('\n').slice(1).join('\n') })).toBe(16007)
  })

  it.each([
    ['exec', EXEC, 10423],
    ['rollout', ROLLOUT, 16007],
  ])('reads any spelling of a file, and of a cut one what is there: %s', async (_, text, total) => {
    for (const spelling of spellings(text)) expect(await inputOf({ 'a.jsonl': spelling })).toBe(total)
    const cuts = await readCuts(text)
    const inputs = cuts.map(({ totals }) => totals.input)
    expect(inputs).toEqual([...inputs].sort((a, b) => a - b))
    expect(inputs.at(-1)).toBe(total)
    expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('names a figure that is broken', async () => {
    const { faults } = await readFiles({ 'a.jsonl': jsonl(started('t'), completed(-1), { type: 'turn.completed', usage: {} }) })
    expect(faults).toEqual([
      expect.stringMatching(/^a\.jsonl:2: \$\.usage\.input_tokens: must be a whole number/),
      'a.jsonl:3: $.usage: has neither input_tokens nor output_tokens',
    ])
    const rollout = jsonl(meta('t'), event({ type: 'token_count', info: { total_token_usage: { input_tokens: 'many' } } }))
    expect((await readFiles({ 'b.jsonl': rollout })).faults).toEqual([
      expect.stringMatching(/^b\.jsonl:2: \$\.payload\.info\.total_token_usage\.input_tokens: must be a whole number/),
    ])
  })
})

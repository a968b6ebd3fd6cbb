import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const RUN = sample('opencode/v1.18-run.jsonl')
const EXPORT = sample('opencode/v1.18-export.json')
const SESSION = 'ses_dd44fc414ffe2bGOqMOcL3xwA5'
const WHOLE = { records: 2, input: 5354, output: 179, cached: 3072, reasoning: 48, costUsd: 0.0010053, unknown: 0 }

const step = (type: string, message: string, part: object = {}, timestamp = 1796029327807) => ({
  type,
  timestamp,
  sessionID: 'ses_1',
  part: { id: `prt_${message}`, messageID: `msg_${message}`, ...part },
})
const TOKENS = { input: 50, output: 10, reasoning: 5, cache: { read: 30, write: 20 } }
const finish = (message: string, part: object = {}) => step('step_finish', message, { tokens: TOKENS, cost: 0.25, reason: 'stop', ...part })
const ERROR = { type: 'error', timestamp: 1796029327907, sessionID: 'ses_1', error: { name: 'APIError' } }
const exported = (...messages: object[]) => JSON.stringify({ info: { id: 'ses_1', tokens: TOKENS, cost: 9 }, messages }, null, 2)
const answer = (info: object, parts: object[] = []) => ({
  info: { role: 'assistant', id: 'msg_a', modelID: 'one', providerID: 'seller', agent: 'build', cost: 0.25, tokens: TOKENS, ...info },
  parts,
})

const totals = async (files: Record<string, string>) => totalsOf((await readFiles(files)).records)

describe('opencode', () => {
  it('tells the session, and in an export the model and the agent', async () => {
    const run = await readFiles({ 'opencode.jsonl': RUN })
    expect(run.formats).toEqual(['opencode'])
    expect(run.records).toMatchObject([
      { runId: SESSION, model: 'unknown', inputTokens: 2649, outputTokens: 79, costUsd: 0.00047465 },
      { runId: SESSION, model: 'unknown', inputTokens: 2705, outputTokens: 100, costUsd: 0.00053065 },
    ])
    expect(run.ends).toEqual(new Map([[SESSION, 'success']]))
    const { records, ends } = await readFiles({ 'opencode.json': EXPORT })
    expect(records[0]).toMatchObject({ runId: SESSION, model: 'gpt-5-mini', provider: 'openai', agent: 'build', inputTokens: 2649 })
    expect(ends).toEqual(new Map([[SESSION, 'success']]))
  })

  it('counts a session once, whatever tells of it, from the export where it can', async () => {
    const workspaces: Record<string, string>[] = [
      { 'a.json': EXPORT, 'b.jsonl': RUN },
      { 'a.jsonl': RUN, 'b.json': EXPORT },
      { 'a.json': EXPORT, 'b.json': EXPORT },
    ]
    for (const files of workspaces) {
      const { records } = await readFiles(files)
      expect(totalsOf(records)).toEqual({ ...WHOLE, cacheWrite: 0 })
      expect(new Set(records.map(({ model }) => model))).toEqual(new Set(['gpt-5-mini']))
    }
    expect(await totals({ 'a.jsonl': RUN, 'b.jsonl': RUN })).toMatchObject(WHOLE)
    expect(await totals({ 'a.jsonl': RUN + RUN })).toMatchObject(WHOLE)
  })

  it('adds up the runs of a session that was continued', async () => {
    expect(await totals({ 'a.jsonl': jsonl(finish('a')), 'b.jsonl': jsonl(finish('b')) })).toMatchObject({
      records: 2,
      input: 200,
      costUsd: 0.5,
    })
  })

  it('adds the cache to the input and reasoning to the output', async () => {
    const whole = { input: 100, output: 15, cached: 30, cacheWrite: 20, reasoning: 5 }
    expect(await totals({ 'a.jsonl': jsonl(finish('a')) })).toMatchObject(whole)
    expect(await totals({ 'a.jsonl': jsonl(finish('a', { tokens: { ...TOKENS, total: 115 } })) })).toMatchObject(whole)
    expect(await totals({ 'a.jsonl': jsonl(finish('a', { tokens: { ...TOKENS, total: 110 } })) })).toMatchObject({ ...whole, output: 10 })
  })

  it('takes the steps of a message, or the message where it has none', async () => {
    const steps = ['1', '2'].map((id) => ({ type: 'step-finish', id: `prt_${id}`, tokens: TOKENS, cost: 0.25 }))
    expect(await totals({ 'a.json': exported(answer({}, steps)) })).toMatchObject({ records: 2, input: 200, costUsd: 0.5 })
    expect(await totals({ 'a.json': exported({ info: { role: 'user' } }, answer({})) })).toMatchObject({
      records: 1,
      input: 100,
      costUsd: 0.25,
    })
  })

  it('keeps a cost of 0, which is unknown', async () => {
    expect(await totals({ 'a.jsonl': jsonl(finish('a', { cost: 0 })) })).toMatchObject({ input: 100, costUsd: 0 })
  })

  it('does not know what a step cost that failed or was cut off', async () => {
    const failed = await readFiles({ 'a.jsonl': jsonl(finish('a'), step('step_start', 'b'), ERROR), 'b.jsonl': jsonl(ERROR) })
    expect(failed.records.map(({ inputTokens, errors, isSilent }) => [inputTokens, errors, isSilent])).toEqual([
      [100, 0, undefined],
      [0, 1, 'even-if-failed'],
    ])
    expect(failed.ends.get('ses_1')).toBe('failure')
    const cut = jsonl(step('step_start', 'a'), finish('a'), step('step_start', 'b'))
    expect((await readFiles({ 'a.jsonl': cut, 'b.jsonl': cut })).records.map(({ isSilent }) => isSilent)).toEqual([
      undefined,
      'even-if-failed',
    ])
    expect((await readFiles({ 'a.jsonl': cut, 'b.jsonl': cut + jsonl(finish('b')) })).records.map(({ isSilent }) => isSilent)).toEqual([
      undefined,
      undefined,
    ])
    const message = await readFiles({
      'a.json': exported(answer({ error: { name: 'APIError' }, cost: 0, tokens: { input: 0, output: 0 } })),
    })
    expect(message.records).toMatchObject([{ model: 'one', errors: 1, isSilent: 'even-if-failed' }])
    expect(message.ends.get('ses_1')).toBe('failure')
  })

  it('reads any spelling of a file, and of a cut one what is there', async () => {
    for (const text of spellings(RUN)) expect(await totals({ 'a.jsonl': text })).toMatchObject(WHOLE)
    for (const text of spellings(EXPORT)) expect(await totals({ 'a.json': text })).toMatchObject(WHOLE)
    expect(await totals({ 'a.log': `starting\n${RUN}done\n` })).toMatchObject(WHOLE)
    const cuts = await readCuts(RUN)
    expect(cuts.map(({ totals: { input } }) => input)).toEqual([0, 0, 2649, 2649, 2649, 5354])
    expect(cuts.map(({ records }) => records.filter(({ isSilent }) => isSilent).length)).toEqual([1, 1, 0, 1, 1, 0])
    expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('names a figure that is broken, and reads the others', async () => {
    const part = { type: 'step-finish', tokens: { input: -1 } }
    const { records, faults } = await readFiles({
      'a.json': exported(answer({ id: 'msg_b' }, [part]), answer({})),
      'b.jsonl': jsonl(finish('b', { cost: 'much' })),
    })
    expect(records).toMatchObject([{ inputTokens: 100 }])
    expect(faults).toEqual([
      expect.stringMatching(/^a\.json: \$\.messages\[0\]\.parts\[0\]\.tokens\.input: must be a whole number/),
      expect.stringMatching(/^b\.jsonl:1: \$\.part\.cost: must be an amount/),
    ])
  })
})

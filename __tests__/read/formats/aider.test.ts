import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectPrefixes, expectSame, readSamples, textOf } from '../../support/read/hold-sample.ts'

const event = (name: string, properties: object = {}, time = 1793610010) =>
  `${JSON.stringify({ event: name, properties: { ...properties, aider_version: '0.86.1' }, user_id: 'u1', time })}\n`
const sent = (more: object = {}, time?: number) =>
  event('message_send', { main_model: 'gpt-4o', prompt_tokens: 100, completion_tokens: 10, cost: 0.25, total_cost: 0.25, ...more }, time)
const read = (...lines: string[]) => readFiles({ 'aider.jsonl': lines.join('') })

describe('an analytics log of aider', () => {
  it('tells of the sessions and models of messages', async () => {
    const { records, formats } = await readSamples('aider/analytics.jsonl')
    expect(formats).toEqual(['aider'])
    expect(records).toMatchObject([
      { model: 'anthropic/claude-sonnet-4-20250514', step: 'diff', costUsd: 0.017319 },
      { costUsd: 0.033129 },
      { model: 'unknown', provider: 'openai', step: 'whole' },
      { errors: 1, isSilent: 'even-if-failed' },
    ])
    const runs = records.map(({ runId }) => runId)
    expect(runs[0]).toBe(runs[1])
    expect(runs[2]).toBe(runs[3])
    expect(runs[0]).not.toBe(runs[2])
  })

  it('has a running total, which is not added, and tells alike messages of one second apart', async () => {
    const { records } = await read(sent(), sent({ total_cost: 0.5 }), sent({ total_cost: 0.75 }, 1793610020))
    expect(totalsOf(records)).toMatchObject({ records: 3, costUsd: 0.75 })
  })

  it('does not tell what a message cost that has neither tokens nor a cost', async () => {
    const { records } = await read(sent({ prompt_tokens: 0, completion_tokens: 0, cost: 0 }))
    expect(records).toMatchObject([{ isSilent: 'even-if-failed', costUsd: null }])
  })

  it('without any message holds no usage, and is no fault', async () => {
    const { records, faults } = await read(event('launched'), event('exit', { reason: 'done' }))
    expect([records, faults]).toEqual([[], []])
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(sent({ cost: 'None' }), sent())
    expect(records).toHaveLength(1)
    expect(faults).toEqual(['aider.jsonl:1: $.properties.cost: must be an amount from 0 to 1000000 US dollars, got "None"'])
  })

  it('that was appended to is counted once beside its older self', async () => {
    const text = textOf('aider/analytics.jsonl')
    const old = `${text.split('\n').slice(0, 6).join('\n')}\n`
    const { records } = await readFiles({ 'a.jsonl': old, 'b.jsonl': text })
    expect(totalsOf(records)).toEqual(totalsOf((await readSamples('aider/analytics.jsonl')).records))
  })

  it('says the same as its copy', () => expectSame('aider/analytics.jsonl'))

  it('is read as far as it goes', () => expectPrefixes('aider/analytics.jsonl'))
})

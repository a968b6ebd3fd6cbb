import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'

const text = readFileSync(join(import.meta.dirname, '../../fixtures/samples/mlflow/trace.json'), 'utf8')
const trace = JSON.parse(text)

/** A span as MLflow 2 wrote it. */
const old = (id: string, parent: string | null, attributes: object) => ({
  name: 'predict',
  context: { span_id: id, trace_id: '0x1f' },
  parent_id: parent,
  start_time: 1796030300000000000,
  end_time: 1796030301000000000,
  status_code: 'OK',
  status_message: '',
  attributes,
  events: [],
})

describe('a trace of MLflow', () => {
  it('has a session, a user, and the names of its spans', async () => {
    const { records, formats, ends } = await readFiles({ 'trace.json': text })
    expect(formats).toEqual(['mlflow'])
    expect(records).toMatchObject([
      {
        runId: 'session-7',
        customer: 'acme',
        step: 'Completions',
        model: 'gpt-4o-mini',
        provider: 'openai',
        timeMs: 1796030300005,
        costUsd: 0.0001572,
      },
      { step: 'Completions_1', inputTokens: 900, costUsd: null },
      { step: 'Completions_2', isSilent: 'even-if-failed', errors: 1 },
    ])
    expect([...ends]).toEqual([['session-7', 'success']])
  })

  it('is one of many lines, or the artifact without what is said of it', async () => {
    const totals = totalsOf((await readFiles({ 'trace.json': text })).records)
    const copy = text.replaceAll('tr-', 'copy-')
    expect(totalsOf((await readFiles({ 'traces.jsonl': `${text}${copy}`, 'traces.json': JSON.stringify(trace.data) })).records)).toEqual(
      totals,
    )
  })

  it('of MLflow 2 is read, too', async () => {
    const usage = '{"input_tokens":7,"output_tokens":2,"total_tokens":9}'
    const spans = [
      old('0xa', null, { 'mlflow.spanType': '"AGENT"', 'mlflow.chat.tokenUsage': usage }),
      old('0xb', '0xa', { 'mlflow.spanType': '"LLM"', 'mlflow.chat.tokenUsage': usage }),
    ]
    for (const document of [{ spans }, { info: { request_id: '1f' }, data: { spans } }])
      expect((await readFiles({ 'traces.json': JSON.stringify(document) })).records).toMatchObject([{ inputTokens: 7, outputTokens: 2 }])
  })

  it('adds the cache to a prompt whose total says that it is not in it', async () => {
    const usage = JSON.stringify({ input_tokens: 5000, output_tokens: 10, total_tokens: 9106, cache_read_input_tokens: 4096 })
    const spans = [old('0xa', null, { 'mlflow.chat.tokenUsage': usage })]
    expect((await readFiles({ 'traces.json': JSON.stringify({ spans }) })).records).toMatchObject([
      { inputTokens: 9096, cachedTokens: 4096 },
    ])
  })

  it('names a broken value with its place', async () => {
    const { records, faults } = await readFiles({ 'trace.json': text.replace('\\"input_tokens\\": 900', '\\"input_tokens\\": \\"?\\"') })
    expect(totalsOf(records).input).toBe(1200)
    expect(faults).toEqual([
      expect.stringContaining('trace.json:1: $.data.spans[3].attributes["mlflow.chat.tokenUsage"].input_tokens: must be'),
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { makeZip } from '../../support/archive/zip.ts'
import { sample } from '../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { entriesOf, makeLog } from '../../support/read/inspect.ts'

/** As Python writes a score that is no number: in the first object of a text. */
const withNaN = (text: string) => text.replace('{', '{"score": NaN, "note": "NaN, -Infinity and \\"Infinity\\"", "worst": -Infinity, ')

describe('NaN and infinities, as Python writes them', () => {
  it.each([
    'inspect-ai/caches-and-costs.json',
    'mlflow/trace.json',
    'langsmith/runs-v2.jsonl',
    'braintrust/logs.jsonl',
    'openai/stream.jsonl',
  ])('are no numbers, and hide nothing: %s', async (file) => {
    const text = sample(file)
    const mixed = file.endsWith('.jsonl') ? text.trim().split('\n').map(withNaN).join('\n') : withNaN(text)
    const [plain, read] = [await readFiles({ 'a.json': text }), await readFiles({ 'a.json': `${mixed}\n` })]
    expect(read.faults).toEqual([])
    expect(totalsOf(read.records)).toEqual(totalsOf(plain.records))
  })

  it('in an archive', async () => {
    const entries = entriesOf(makeLog()).map((entry) => ({ ...entry, content: withNaN(String(entry.content)) }))
    const { records, faults } = await readFiles({ 'a.eval': makeZip(entries) })
    expect(faults).toEqual([])
    expect(totalsOf(records)).toEqual(totalsOf((await readFiles({ 'a.json': JSON.stringify(makeLog()) })).records))
  })

  it('in tokens are not known, and in files of our own no JSON', async () => {
    const line = '{"object":"chat.completion","id":"chatcmpl-1","model":"m","usage":{"prompt_tokens":NaN,"completion_tokens":5}}\n'
    expect((await readFiles({ 'a.jsonl': line })).records).toMatchObject([{ isSilent: 'even-if-failed' }])
    const row = '{"timestamp":"2026-11-02T09:00:00Z","model":"m","input_tokens":1,"output_tokens":1,"cost_usd":NaN}\n'
    expect((await readFiles({ 'b.jsonl': row })).faults).toEqual([expect.stringContaining('is not valid JSON')])
  })
})

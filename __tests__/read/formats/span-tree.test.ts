import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFiles, type Totals, totalsOf } from '../../support/read/files.ts'
import { type SpanOf, spanLine, spanLines } from '../../support/read/otlp.ts'
import { tries } from '../../support/tries.ts'

const samples = join(import.meta.dirname, '../../fixtures/samples/otlp')

const usage = (input: number, output: number, more = {}) => ({
  'gen_ai.usage.input_tokens': input,
  'gen_ai.usage.output_tokens': output,
  ...more,
})
const chat = (id: string, parent: string | undefined, input: number, output: number, more = {}): SpanOf => ({
  id,
  ...(parent !== undefined && { parent }),
  attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm', ...usage(input, output), ...more },
})
const agent = (id: string, parent: string | undefined, more = {}): SpanOf => ({
  id,
  ...(parent !== undefined && { parent }),
  attributes: { 'gen_ai.operation.name': 'invoke_agent', ...more },
})

async function tokens(...spans: readonly SpanOf[]) {
  const { records, faults } = await readFiles({ 'a.jsonl': spanLines(...spans) })
  expect(faults).toEqual([])
  return records.map(({ inputTokens, outputTokens }) => [inputTokens, outputTokens])
}

describe('spans that repeat what the spans within them used', () => {
  it('counts the chats of an agent, not the agent', async () => {
    expect(await tokens(agent('a', undefined, usage(14426, 771)), chat('b', 'a', 7000, 400), chat('c', 'a', 7426, 371))).toEqual([
      [7000, 400],
      [7426, 371],
    ])
  })

  it('counts an agent whose chats nobody recorded', async () => {
    expect(await tokens(agent('a', undefined, usage(100, 10)), agent('b', 'a', usage(100, 10)))).toEqual([[100, 10]])
  })

  it('counts no agent beside a chat that may be its own: the span between them is missing', async () => {
    expect(await tokens(chat('b', 'lost', 100, 10), agent('a', undefined, usage(100, 10)))).toEqual([[100, 10]])
  })

  it('counts an agent beside another agent that has the chats', async () => {
    const spans = [agent('a', undefined), agent('b', 'a', usage(100, 10)), chat('c', 'b', 100, 10), agent('d', 'a', usage(50, 5))]
    expect(await tokens(...spans)).toEqual([
      [100, 10],
      [50, 5],
    ])
  })

  it('looks through spans that are not of a model', async () => {
    expect(await tokens(chat('c', 'http', 5, 1), { id: 'http', parent: 'a' }, agent('a', undefined, usage(5, 1)))).toEqual([[5, 1]])
  })

  it('counts a chat and the embeddings within it, which are no part of its tokens', async () => {
    const embeddings = { id: 'e', parent: 'c', attributes: { 'gen_ai.operation.name': 'embeddings', 'gen_ai.usage.input_tokens': 8 } }
    expect(await tokens(embeddings, chat('c', undefined, 100, 10))).toEqual([
      [8, 0],
      [100, 10],
    ])
  })

  it('counts spans that stand within each other, as broken files say', async () => {
    expect(await tokens(chat('a', 'b', 5, 1), chat('b', 'a', 5, 1))).toHaveLength(1)
    expect(await tokens(chat('a', 'a', 5, 1))).toEqual([[5, 1]])
  })

  it('tells spans of several traces with the same id apart', async () => {
    const other = { ...chat('b', undefined, 6, 1), trace: 'u' }
    expect(await tokens(chat('b', 'a', 5, 1), other, { ...agent('a', undefined, usage(9, 2)), trace: 'v' })).toHaveLength(3)
  })
})

describe('two instrumentations of one call', () => {
  const outer = (more: object) => ({
    id: 'o',
    attributes: { 'openinference.span.kind': 'LLM', 'llm.token_count.prompt': 6225, 'llm.token_count.completion': 64, ...more },
  })

  it('is one call, with the caches and the cost that only the outer one knows', async () => {
    const caches = { 'llm.token_count.prompt_details.cache_read': 4096, 'llm.token_count.prompt_details.cache_write': 2048 }
    const { records } = await readFiles({ 'a.jsonl': spanLines(chat('i', 'o', 81, 64), outer({ ...caches, 'llm.cost.total': 0.01 })) })
    expect(records).toMatchObject([
      { model: 'm', inputTokens: 6225, outputTokens: 64, cachedTokens: 4096, cacheWriteTokens: 2048, costUsd: 0.01 },
    ])
  })

  it('keeps the caches that only the inner one knows', async () => {
    const inner = chat('i', 'o', 6225, 64, { 'gen_ai.usage.cache_read.input_tokens': 4096 })
    expect((await readFiles({ 'a.jsonl': spanLines(inner, outer({})) })).records).toMatchObject([{ inputTokens: 6225, cachedTokens: 4096 }])
  })

  it('leaves an attempt that failed without figures', async () => {
    const failed = { id: 'f', parent: 'o', status: 2, attributes: { 'gen_ai.operation.name': 'chat' } }
    const { records } = await readFiles({ 'a.jsonl': spanLines(failed, chat('i', 'o', 6225, 64), outer({})) })
    expect(records).toMatchObject([{ errors: 1, isSilent: 'even-if-failed' }, { inputTokens: 6225 }])
  })

  it('takes no cost of a span that stands for several calls', async () => {
    const spans = [chat('i', 'o', 6000, 32), chat('j', 'o', 225, 32), outer({ 'llm.cost.total': 0.01 })]
    expect((await readFiles({ 'a.jsonl': spanLines(...spans) })).records.map(({ costUsd }) => costUsd)).toEqual([null, null])
  })

  it('is one call with the figures of the outer one, where the inner one has none', async () => {
    const silent = { id: 'i', parent: 'o', attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm' } }
    expect(await tokens(silent, outer({}))).toEqual([[6225, 64]])
  })
})

describe('the order of lines, and the files that they stand in', () => {
  const lines = ['ai-sdk-v7.0.173-openai-anthropic.otlp.jsonl', 'instrumentation-openai-0.22.otlp.jsonl']
    .flatMap((name) => readFileSync(join(samples, name), 'utf8').trim().split('\n'))
    .concat(
      [
        chat('i', 'o', 81, 64),
        chat('o', 'a', 6225, 64, { 'gen_ai.usage.cache_read.input_tokens': 4096 }),
        agent('a', 'r', usage(1, 1)),
      ].map((span) => spanLine(span)),
    )
  const read = async (files: Record<string, string>): Promise<Totals> => totalsOf((await readFiles(files)).records)
  const whole = read({ 'a.jsonl': `${lines.join('\n')}\n` })

  it('do not matter', async () => {
    const orders = fc.shuffledSubarray(lines, { minLength: lines.length })
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(lines.length), fc.boolean(), async (order, at, isTwice) => {
        const files = { 'a.jsonl': order.slice(0, at), 'b.jsonl': order.slice(at), 'c.jsonl': isTwice ? order : [] }
        const written = Object.entries(files).filter(([, some]) => some.length > 0)
        expect(await read(Object.fromEntries(written.map(([name, some]) => [name, `${some.join('\n')}\n`])))).toEqual(await whole)
      }),
      tries(60),
    )
  })

  it('are read up to where a file is cut', async () => {
    const silentlyLess = []
    for (let count = 1; count < lines.length; count++) {
      const { records, faults } = await readFiles({
        'a.jsonl': `\uFEFF${lines.slice(0, count).join('\r\n')}\r\n${lines[count]?.slice(0, 99)}`,
      })
      const complete = await readFiles({ 'a.jsonl': lines.slice(0, count).join('\n') })
      if (faults.length !== 1 || totalsOf(records).input !== totalsOf(complete.records).input) silentlyLess.push(count)
    }
    expect(silentlyLess).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/read/formats/call.ts'
import { tellOnce } from '../../../src/read/formats/once.ts'
import type { Told } from '../../../src/read/formats/views.ts'

const told = (tool: Told['tool'], call: Partial<Call>): Told => ({ tool, call: { place: { file: `${tool}.json`, path: '$' }, ...call } })
const tokens = { input: 100, output: 10 }
const calls = (...all: Told[]) => tellOnce(all).map(({ call }) => call)

describe('a call that several tools tell of', () => {
  const gateway = told('litellm', { ...tokens, ids: ['answer'], costUsd: 0.5, customer: 'acme' })
  const export_ = told('langfuse', { ...tokens, ids: ['span'], step: 'plan' })
  const span = told('opentelemetry', { ...tokens, ids: ['span', 'answer'], run: 'trace', cached: 40 })
  const batch = told('openai', { ...tokens, ids: ['answer'], isBatch: true, model: 'm' })

  it.each([
    ['the one that has both ids comes first', [span, gateway, export_, batch]],
    ['it comes last', [gateway, export_, batch, span]],
    ['it comes between', [export_, span, batch, gateway]],
  ])('counts once, with what any of them knows: %s', (_, all) => {
    expect(calls(...all)).toMatchObject([
      { ...tokens, costUsd: 0.5, cached: 40, run: 'trace', step: 'plan', customer: 'acme', model: 'm', isBatch: true },
    ])
  })

  it('is not the other one to which a server gave the same id', () => {
    const [first, second] = [told('openai', { input: 100, output: 1, ids: ['x'] }), told('openai', { input: 200, output: 2, ids: ['x'] })]
    const spans = [
      told('opentelemetry', { input: 200, output: 2, ids: ['x'] }),
      told('opentelemetry', { input: 100, output: 1, ids: ['x'] }),
    ]
    for (const all of [
      [first, second, ...spans],
      [...spans, first, second],
    ])
      expect(
        calls(...all)
          .map(({ input }) => input)
          ?.sort(),
      ).toEqual([100, 200])
  })

  it('is one of many where a server gives all the same id', () => {
    const all = Array.from({ length: 5000 }, (_, index) => told('openai', { input: 1 + index, output: 1, ids: ['x'] }))
    expect(calls(...all)).toHaveLength(5000)
    expect(calls(...all, ...all)).toHaveLength(5000)
  })

  it('keeps the parts of its own prompt', () => {
    const whole = told('opentelemetry', { ...tokens, cached: 60, cacheWrite: 30, ids: ['a'] })
    const other = told('openai', { ...tokens, cached: 90, ids: ['a'], costUsd: 1 })
    expect(calls(whole, other)).toMatchObject([{ cached: 90, costUsd: 1 }])
    expect(calls(whole, other)[0]?.cacheWrite ?? null).toBeNull()
  })
})

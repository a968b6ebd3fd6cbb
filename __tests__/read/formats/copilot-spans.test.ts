import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/read/formats/call.ts'
import { collectCopilotSpans, isCopilotSpan } from '../../../src/read/formats/traces/copilot-spans.ts'

const lines = readFileSync(join(import.meta.dirname, '../../fixtures/samples/copilot-cli/v1.0.102-otel.jsonl'), 'utf8')
  .trim()
  .split('\n')

function collect(some: readonly string[]): Call[] {
  const calls: Call[] = []
  const collector = collectCopilotSpans({ call: (call) => calls.push(call), end: () => undefined, refuse: () => undefined })
  for (const [index, line] of some.entries()) expect(collector.take(JSON.parse(line), { file: 'f', line: index + 1, path: '$' })).toBe(true)
  collector.finish?.()
  return calls
}

describe("the spans of Copilot's file", () => {
  it('are its calls, of one session', () => {
    const session = '4894a9fa-d08d-4e9b-9e14-a6bbfa106751'
    expect(collect(lines)).toMatchObject([
      { place: { line: 2 }, model: 'gpt-5-mini', input: 43, output: 115, reasoning: 24, run: session, agent: 'copilot-cli', step: 'chat' },
      { input: 121, output: 76, view: { session: `copilot-cli:${session}`, telling: 'otel', rank: 1 } },
    ])
    expect(collect(lines)[0]).toMatchObject({ ids: [expect.stringMatching(/^span:fc3a35\w+:7995ce69ced4ea08$/), 'resp_000034abcdef'] })
    expect(collect(lines)[0]?.timeMs).toBeGreaterThan(1796030120000)
  })

  it('are the same in whatever order they stand', () => {
    const sum = (calls: readonly Call[]) => calls.reduce((all, { input }) => all + (input ?? 0), 0)
    expect(sum(collect(lines.toReversed()))).toBe(164)
  })

  it('are told from lines of other tools', () => {
    expect(lines.every((line) => isCopilotSpan(JSON.parse(line)))).toBe(true)
    expect([{ type: 'span' }, { type: 'metric', value: 3 }, { type: 'result' }].map(isCopilotSpan)).toEqual([false, false, false])
  })
})

import { describe, expect, it } from 'vitest'
import { makeZip } from '../../support/archive/zip.ts'
import { log, sample } from '../../support/read/answers.ts'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { entriesOf, makeLog } from '../../support/read/inspect.ts'
import { hex, logLine, spanLines } from '../../support/read/otlp.ts'
import { summarizeFiles } from '../../support/read/workspace.ts'

interface Part {
  readonly name: string
  readonly text: string | Buffer
}

const SESSION = '65291679-55f8-4c0f-80b9-a4de1b8955a2'
const TRANSCRIPTS = `claude-transcript/v2.1.332/${SESSION}`
const STREAM = sample('claude-code/v2.1.332-stream-subagent-two-results.jsonl')
const [MAIN, SUBAGENT] = [sample(`${TRANSCRIPTS}.jsonl`), sample(`${TRANSCRIPTS}/subagents/agent-a7d1cc72172aaf613.jsonl`)]

interface Line {
  readonly requestId?: string
  readonly message?: { readonly id?: string; readonly model?: string; readonly usage?: Readonly<Record<string, number>> }
}

/** The events that Claude Code sends of the requests in its transcripts. */
function eventsOf(...transcripts: readonly string[]): string {
  const lines = transcripts.flatMap((text) => text.trim().split('\n')).map((line) => JSON.parse(line) as Line)
  const requests = new Map(lines.flatMap((line) => (line.message?.usage ? [[line.message.id, line] as const] : [])))
  const events = [...requests.values()].map(({ requestId = '', message }) =>
    logLine('claude_code.api_request', {
      'session.id': SESSION,
      request_id: requestId,
      model: message?.model ?? '',
      input_tokens: `${message?.usage?.input_tokens}`,
      output_tokens: `${message?.usage?.output_tokens}`,
      cache_read_tokens: `${message?.usage?.cache_read_input_tokens}`,
      cache_creation_tokens: `${message?.usage?.cache_creation_input_tokens}`,
      cost_usd: '0.001',
    }),
  )
  return `${events.join('\n')}\n`
}

const ANSWER = { name: 'answers.json', text: sample('openai/chat-completion.json') }
const ANSWER_ID = 'chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG'
const SPANS = {
  name: 'traces.jsonl',
  // Without the cache, as some instrumentations send it.
  text: spanLines({
    id: 'c',
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.response.id': ANSWER_ID,
      'gen_ai.response.model': 'gpt-4o-2024-08-06',
      'gen_ai.usage.input_tokens': 2006,
      'gen_ai.usage.output_tokens': 300,
    },
  }),
}
const SPENT = {
  name: 'litellm.json',
  text: JSON.stringify({
    request_id: ANSWER_ID,
    call_type: 'acompletion',
    spend: 0.0051,
    startTime: '2026-11-30 09:00:00.123456',
    model: 'gpt-4o-2024-08-06',
    custom_llm_provider: 'openai',
    prompt_tokens: 2006,
    completion_tokens: 300,
    metadata: '{"usage_object": {"prompt_tokens_details": {"cached_tokens": 1920}}}',
    status: 'success',
  }),
}
const OBSERVATIONS = {
  name: 'langfuse.jsonl',
  text: log({
    id: hex('c', 16),
    traceId: hex('t', 32),
    type: 'GENERATION',
    name: 'chat',
    startTime: '2026-11-30T09:00:00.000Z',
    model: 'gpt-4o-2024-08-06',
    usageDetails: { input: 86, input_cached_tokens: 1920, output: 300, total: 2306 },
    costDetails: { total: 0.0051 },
  }),
}

const part = (name: string, file: string): Part => ({ name, text: sample(file) })
const ANSWERED = { records: 1, input: 2006, output: 300, cached: 1920 }

const PAIRS: readonly [what: string, expected: object, ...parts: Part[]][] = [
  [
    'the run and the export of a session of opencode',
    { records: 2, input: 5354, output: 179, cached: 3072, reasoning: 48, costUsd: 0.0010053 },
    part('run.jsonl', 'opencode/v1.18-run.jsonl'),
    part('export.json', 'opencode/v1.18-export.json'),
  ],
  [
    'the events and the spans of a session of Copilot',
    { input: 164, output: 191, reasoning: 48 },
    part('events.jsonl', 'copilot-cli/v1.0.102-events.jsonl'),
    part('otel.jsonl', 'copilot-cli/v1.0.102-otel.jsonl'),
    part('output.jsonl', 'copilot-cli/v1.0.102-output-no-tokens.jsonl'),
  ],
  [
    'the stream, the transcripts and the events of a session of Claude Code',
    { records: 2, input: 14882, output: 347, cached: 8576, cacheWrite: 3151, costUsd: 0.02198325, unknown: 0 },
    { name: 'stream.jsonl', text: STREAM },
    { name: 'main.jsonl', text: MAIN },
    { name: 'subagent.jsonl', text: SUBAGENT },
    { name: 'logs.otlp.jsonl', text: eventsOf(MAIN, SUBAGENT) },
  ],
  [
    'the transcripts and the events of a session of Claude Code',
    { records: 5, input: 14882, output: 347, cached: 8576, cacheWrite: 3151, costUsd: 0.005, unknown: 0 },
    { name: 'main.jsonl', text: MAIN },
    { name: 'subagent.jsonl', text: SUBAGENT },
    { name: 'logs.otlp.jsonl', text: eventsOf(MAIN, SUBAGENT) },
  ],
  [
    'the rollout and the events of a thread of Codex',
    { records: 1, input: 16007, output: 310, cached: 9472, reasoning: 72 },
    part('rollout.jsonl', 'codex/v0.171-rollout.jsonl'),
    part('exec.jsonl', 'codex/v0.171-exec.jsonl'),
  ],
  [
    'the JSON and the JSON lines of an eval of promptfoo',
    { input: 404, output: 414, cached: 160, cacheWrite: 56, reasoning: 48, costUsd: 0.002604 },
    part('results.json', 'promptfoo/v0.123-fresh.json'),
    part('results.jsonl', 'promptfoo/v0.123-fresh.jsonl'),
  ],
  [
    'the JSON and the JSON lines of an older eval of promptfoo',
    { input: 9210, output: 504, cached: 6144, cacheWrite: 2048, reasoning: 342, costUsd: 0.01337676 },
    part('results.json', 'promptfoo/results-fresh.json'),
    part('results.jsonl', 'promptfoo/results-fresh.jsonl'),
  ],
  [
    'the archive and the JSON of a log of Inspect AI',
    {},
    { name: 'log.json', text: JSON.stringify(makeLog()) },
    { name: 'log.eval', text: makeZip(entriesOf(makeLog())) },
  ],
  ['the answers of OpenAI and the spans of the same calls', ANSWERED, ANSWER, SPANS],
  ['the observations of Langfuse and the spans of the same calls', { ...ANSWERED, costUsd: 0.0051 }, OBSERVATIONS, SPANS],
  ['the spend log of LiteLLM and the answers to the same calls', { ...ANSWERED, costUsd: 0.0051 }, SPENT, ANSWER],
  ['the spend log of LiteLLM, the answers and the spans of the same calls', { ...ANSWERED, costUsd: 0.0051 }, SPENT, ANSWER, SPANS],
]

const answers = (text: string) => readFiles({ 'log.json': text })

describe('files that tell of the same spend give the total of one', () => {
  it.each(PAIRS.map(([what, expected, ...parts]) => ({ what, expected, parts })))('$what', async ({ expected, parts }) => {
    const wanted = parts[0]?.name === 'log.json' ? totalsOf((await answers(String(parts[0].text))).records) : expected
    for (const ordered of [parts, parts.toReversed()]) {
      const files = Object.fromEntries(ordered.map(({ name, text }, index) => [`${index}-${name}`, text]))
      const { records, faults } = await readFiles(files)
      const tested = records.filter(({ isSilent, isGrader }) => isSilent === undefined && !isGrader)
      expect(faults).toEqual([])
      expect(totalsOf(tested), Object.keys(files).join()).toMatchObject(wanted)
    }
  })

  it('a report of ccusage beside any of them', async () => {
    const report = sample('ccusage/daily-v20.json')
    for (const [, , { name, text } = ANSWER] of PAIRS) {
      const alone = await summarizeFiles({ [name]: text }, { 'usage-path': ['*'] })
      for (const before of ['0-', 'z-']) {
        const both = await summarizeFiles({ [name]: text, [`${before}ccusage.json`]: report }, { 'usage-path': ['*'] })
        expect([both.total_cost_usd, both.input_tokens], name).toEqual([alone.total_cost_usd, alone.input_tokens])
      }
    }
  })
})

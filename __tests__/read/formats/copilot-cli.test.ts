import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { readCuts, sample, spellings } from '../../support/read/sample.ts'
import { jsonl } from '../../support/read/workspace.ts'

const EVENTS = sample('copilot-cli/v1.0.102-events.jsonl')
const OTEL = sample('copilot-cli/v1.0.102-otel.jsonl')
const OUTPUT = sample('copilot-cli/v1.0.102-output-no-tokens.jsonl')
const SESSION = '4894a9fa-d08d-4e9b-9e14-a6bbfa106751'
const WHOLE = { records: 2, input: 164, output: 191, reasoning: 48, costUsd: null, unknown: 2 }

let count = 0
const event = (type: string, data: object = {}) => ({
  type,
  data,
  id: `event-${++count}`,
  timestamp: '2026-05-01T10:00:00.500Z',
  parentId: null,
})
const start = (sessionId = 's') => event('session.start', { sessionId, copilotVersion: '1.0.102' })
const ANSWER = event('assistant.message', { content: 'Paris', outputTokens: 9 })
const record = (input: number, more: object = {}) =>
  event('session.usage_record', { usage: { model: 'one', inputTokens: input, outputTokens: 10, ...more } })
const metrics = (inputTokens: number, more: object = {}) => ({
  requests: { count: 2, cost: 1 },
  usage: { inputTokens, outputTokens: 10 },
  ...more,
})
const shutdown = (modelMetrics: object, more: object = {}) => event('session.shutdown', { shutdownType: 'routine', modelMetrics, ...more })
const span = (attributes: object, more: object = {}) => ({
  type: 'span',
  traceId: 'trace',
  spanId: 'span',
  startTime: [1796030121, 500000000],
  attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.conversation.id': 's', 'gen_ai.request.model': 'one', ...attributes },
  status: { code: 0 },
  instrumentationScope: { name: 'github.copilot' },
  ...more,
})

const totals = async (files: Record<string, string>) => totalsOf((await readFiles(files)).records)

describe('GitHub Copilot CLI', () => {
  it.each([
    ['events', EVENTS, 'openai', Date.parse('2026-11-30T09:15:21.052Z')],
    ['OpenTelemetry file', OTEL, null, 1796030120989],
  ])('tells the session and the model: %s', async (_, text, provider, timeMs) => {
    const { records, formats, faults } = await readFiles({ 'copilot.jsonl': text })
    expect(formats).toEqual(['copilot-cli'])
    expect(records[0]).toMatchObject({
      runId: SESSION,
      model: 'gpt-5-mini',
      provider,
      timeMs,
      inputTokens: 43,
      outputTokens: 115,
      costUsd: null,
    })
    expect(totalsOf(records)).toMatchObject(WHOLE)
    expect(faults).toEqual([])
  })

  it('counts a session once, whatever tells of it', async () => {
    const workspaces: Record<string, string>[] = [
      { 'a.jsonl': EVENTS, 'b.jsonl': OTEL },
      { 'a.jsonl': OTEL, 'b.jsonl': EVENTS },
      { 'a.jsonl': EVENTS, 'b.jsonl': EVENTS },
      { 'a.jsonl': OTEL, 'b.jsonl': OTEL },
      { 'a.jsonl': EVENTS, 'b.jsonl': OTEL, 'c.jsonl': OUTPUT },
      { 'a.jsonl': OUTPUT, 'b.jsonl': OTEL },
    ]
    for (const files of workspaces) {
      const { records, faults, ends } = await readFiles(files)
      expect(totalsOf(records)).toMatchObject(WHOLE)
      expect(faults).toEqual([])
      if (Object.values(files).includes(EVENTS)) expect(ends).toEqual(new Map([[SESSION, 'success']]))
    }
  })

  it('adds the sums of a session that was resumed', async () => {
    const text = jsonl(
      start(),
      ANSWER,
      shutdown({ one: metrics(100) }),
      event('session.resume', {}),
      shutdown({ one: metrics(70), two: metrics(5) }),
    )
    expect(await totals({ 'a.jsonl': text })).toMatchObject({ records: 3, input: 175 })
    expect(await totals({ 'a.jsonl': text, 'b.jsonl': text })).toMatchObject({ records: 3, input: 175 })
  })

  it('takes the records of calls or the sums, whichever has more', async () => {
    expect(await totals({ 'a.jsonl': jsonl(start(), record(40), record(60), shutdown({ one: metrics(90) })) })).toMatchObject({
      records: 2,
      input: 100,
    })
    expect(await totals({ 'a.jsonl': jsonl(start(), record(40), shutdown({ one: metrics(90) })) })).toMatchObject({ records: 1, input: 90 })
  })

  it('takes AI credits for what they cost, and premium requests for nothing', async () => {
    const priced = jsonl(start(), record(90), shutdown({ one: metrics(90, { totalNanoAiu: 2.5e12 }) }))
    expect(await totals({ 'a.jsonl': priced })).toMatchObject({ records: 1, input: 90, costUsd: 25 })
    const credits = { totalNanoAiu: 5e9 }
    const unavailable = { accountingSnapshot: { aiCreditsStatus: 'unavailable' } }
    expect(await totals({ 'a.jsonl': jsonl(start(), shutdown({ one: metrics(90, credits) }, unavailable)) })).toMatchObject({
      costUsd: null,
    })
    expect(await totals({ 'a.jsonl': jsonl(start(), record(90, { cost: 3, ...credits })) })).toMatchObject({ costUsd: 0.05 })
    expect(await totals({ 'a.jsonl': jsonl(start(), record(90, { ...credits, aiCreditsStatus: 'unavailable' })) })).toMatchObject({
      costUsd: null,
    })
    const chat = { 'gen_ai.usage.input_tokens': 90, 'github.copilot.cost': 3, 'github.copilot.nano_aiu': 5e9 }
    expect(await totals({ 'a.jsonl': jsonl(span(chat)) })).toMatchObject({ input: 90, costUsd: 0.05 })
  })

  it('does not know what a call cost that failed, or a session that left only answers', async () => {
    expect((await readFiles({ 'a.jsonl': jsonl(span({}, { status: { code: 2 } })) })).records).toMatchObject([
      { errors: 1, isSilent: 'even-if-failed' },
    ])
    const killed = jsonl(start(), ANSWER)
    expect((await readFiles({ 'a.jsonl': killed, 'b.jsonl': killed })).records).toMatchObject([{ runId: 's', isSilent: 'even-if-failed' }])
    expect(await totals({ 'a.jsonl': killed, 'b.jsonl': jsonl(span({ 'gen_ai.usage.input_tokens': 90 })) })).toMatchObject({
      records: 1,
      input: 90,
    })
  })

  it('refuses an output without tokens, and says how to get them', async () => {
    const { records, faults } = await readFiles({ 'copilot.jsonl': OUTPUT })
    expect(records).toEqual([])
    expect(faults).toEqual([
      expect.stringMatching(/^copilot\.jsonl:24: has no tokens\. Run copilot with COPILOT_OTEL_FILE_EXPORTER_PATH=FILE/),
    ])
  })

  it('reads any spelling of a file, and of a cut one what is there', async () => {
    for (const text of [EVENTS, OTEL].flatMap(spellings)) expect(await totals({ 'a.jsonl': text })).toMatchObject(WHOLE)
    expect(await totals({ 'a.log': `hello\n${OTEL}done\n` })).toMatchObject(WHOLE)
    expect(await totals({ 'a.jsonl': EVENTS.split('\n').slice(1).join('\n') })).toMatchObject(WHOLE)
    for (const text of [EVENTS, OTEL]) {
      const cuts = await readCuts(text)
      const inputs = cuts.map(({ totals: { input } }) => input)
      expect([...new Set(inputs)]).toEqual([0, 43, 164])
      expect(cuts.flatMap(({ faults }) => faults)).toEqual([])
    }
  })

  it('names a figure that is broken, and reads the others', async () => {
    const models = { bad: { usage: { inputTokens: -1 } }, one: metrics(90) }
    const { records, faults } = await readFiles({ 'a.jsonl': jsonl(start(), shutdown(models), span({ 'gen_ai.usage.input_tokens': 1.5 })) })
    expect(records).toMatchObject([{ inputTokens: 90 }])
    expect(faults).toEqual([
      expect.stringMatching(/^a\.jsonl:2: \$\.data\.modelMetrics\.bad\.usage\.inputTokens: must be a whole number/),
      expect.stringMatching(/^a\.jsonl:3: \$\.attributes\.gen_ai\.usage\.input_tokens: must be a whole number/),
    ])
  })
})

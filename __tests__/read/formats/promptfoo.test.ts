import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Read, readCopies, readFiles, totalsOf } from '../../support/read/files.ts'

const folder = join(import.meta.dirname, '../../fixtures/samples/promptfoo')
const sample = (name: string) => join(folder, name)
const FRESH = ['results-fresh.json', 'results-fresh.jsonl', 'v0.123-fresh.json', 'v0.123-fresh.jsonl'] as const
const GRADER = 'openai:chat:judge-1'

function usage(prompt: number, completion: number, more: object = {}): object {
  return { prompt, completion, cached: 0, total: prompt + completion, numRequests: 1, ...more }
}

function row(overrides: object = {}): object {
  const [response, testCase] = [{ output: 'x', tokenUsage: usage(100, 20), cost: 0.01 }, { vars: { city: 'Lima' } }]
  const names = { promptIdx: 0, testIdx: 0, id: 'row-1', provider: { id: 'openai:chat:m-1', label: '' }, prompt: { label: 'long' } }
  return { ...names, response, testCase, vars: {}, namedScores: {}, success: true, failureReason: 0, ...overrides }
}

function file(rows: readonly object[], more: object = {}): string {
  const results = { version: 3, timestamp: '2026-11-30T09:17:10.021Z', prompts: [], results: rows, stats: {} }
  return JSON.stringify({ evalId: 'eval-1', results, config: {}, ...more }, null, 2)
}

function readRow(overrides: object = {}): Promise<Read> {
  return readFiles({ 'results.json': file([row(overrides)]) })
}

async function recordOf(overrides: object) {
  const { records, faults } = await readRow(overrides)
  expect(faults).toEqual([])
  expect(records).toHaveLength(1)
  return records[0]
}

describe('attribution', () => {
  it('of a real result', async () => {
    const { records, formats, ends, quality } = await readCopies({ 'results.json': sample('v0.123-fresh.json') })
    expect([formats, quality?.invalid]).toEqual([['promptfoo'], 0])
    expect(
      records.map(({ model, provider, step, agent, customer, testCase }) => [model, provider, step, agent, customer, testCase]),
    ).toEqual([
      ['gpt-4o-mini', 'openai', 'long', 'cheap', null, 'France'],
      ['claude-sonnet-4-5', 'anthropic', 'long', 'anthropic:messages:claude-sonnet-4-5', null, 'France'],
      ['gpt-5-mini', 'openai', 'long', 'openai:responses:gpt-5-mini', null, 'France'],
      ['gpt-4o-mini', 'openai', 'long', 'cheap', 'acme', 'Japan'],
      ['gpt-4o-mini', 'openai', 'grading', 'cheap', 'acme', 'Japan'],
      ['claude-sonnet-4-5', 'anthropic', 'long', 'anthropic:messages:claude-sonnet-4-5', 'acme', 'Japan'],
      ['gpt-4o-mini', 'openai', 'grading', 'anthropic:messages:claude-sonnet-4-5', 'acme', 'Japan'],
      ['gpt-5-mini', 'openai', 'long', 'openai:responses:gpt-5-mini', 'acme', 'Japan'],
      ['gpt-4o-mini', 'openai', 'grading', 'openai:responses:gpt-5-mini', 'acme', 'Japan'],
    ])
    expect(records[0]?.timeMs).toBe(Date.parse('2026-11-30T09:16:58.980Z'))
    expect(new Set(records.map(({ runId }) => runId))).toEqual(new Set(ends.keys()))
    expect([...ends.values()]).toEqual(Array.from({ length: 6 }, () => 'success'))
  })

  it('of errors: each row is a run that failed', async () => {
    const { ends } = await readCopies({ 'results.json': sample('results-fresh.json') })
    expect([...ends.values()].sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'failure'),
      ...Array.from({ length: 4 }, () => 'success'),
    ])
  })

  it.each([
    ['openai:m', 'openai', 'm'],
    ['openai:responses:m', 'openai', 'm'],
    ['anthropic:messages:m', 'anthropic', 'm'],
    ['google:m', 'google', 'm'],
    ['azure:chat:my-deployment', 'azure', 'my-deployment'],
    ['bedrock:us.vendor.m-v1:0', 'bedrock', 'us.vendor.m-v1:0'],
    ['openai:chat:ft:m:org::7', 'openai', 'ft:m:org::7'],
    ['openrouter:vendor/m:free', 'openrouter', 'vendor/m:free'],
    ['ollama:chat:m:8b', 'ollama', 'm:8b'],
    ['file://provider.js', null, 'file://provider.js'],
    ['custom:mine', null, 'custom:mine'],
    ['https://example.com/chat', null, 'https://example.com/chat'],
    ['openai:assistant:asst_1', null, 'openai:assistant:asst_1'],
    ['echo', null, 'echo'],
  ])('%s', async (id, provider, model) => {
    expect(await recordOf({ provider: { id } })).toMatchObject({ provider, model, agent: id })
    expect(await recordOf({ provider: id })).toMatchObject({ provider, model })
  })

  it('a prompt that is labelled with its text has a short name, of a file only the file', async () => {
    const long = `You are the helpful assistant of a bank.\n${'Answer briefly. '.repeat(50)}`
    const steps = await Promise.all(
      [long, `${long}!`, `prompts/bank.txt: ${long}`].map(async (label) => (await recordOf({ prompt: { label } }))?.step),
    )
    expect(steps[0]).toMatch(/^You are the helpful assistant of a bank\.… [0-9a-f]{8}$/)
    expect(steps[1]).not.toBe(steps[0])
    expect(steps[2]).toBe('prompts/bank.txt')
  })

  it('a test case has its description, else a name by its variables, whatever their order and its number', async () => {
    const name = async (vars: object, more: object = {}) => (await recordOf({ testCase: { vars }, ...more }))?.testCase
    const one = await name({ a: 1, b: { c: [1, 2], d: 'x' } })
    expect(one).toMatch(/^vars [0-9a-f]{8}$/)
    expect(await name({ b: { d: 'x', c: [1, 2] }, a: 1, sessionId: 'made-now' }, { testIdx: 7 })).toBe(one)
    expect(await name({ a: 2, b: { c: [1, 2], d: 'x' } })).not.toBe(one)
    expect(await recordOf({ testCase: {} })).not.toHaveProperty('testCase')
  })
})

it('a provider that asks no model costs nothing', async () => {
  const response = { output: 'x', cost: 0, tokenUsage: { total: 0, prompt: 0, completion: 0 } }
  expect(await recordOf({ provider: { id: 'echo' }, response })).toMatchObject({ inputTokens: 0, costUsd: 0, errors: 0 })
  expect((await recordOf({ provider: { id: 'echo' }, response }))?.isSilent).toBeUndefined()
  expect(await recordOf({ provider: { id: 'file://provider.js' }, response })).toMatchObject({ isSilent: 'even-if-failed' })
})

describe('what came from the disk', () => {
  it('cost this run nothing, though old versions repeat what it once cost', async () => {
    const { records } = await readCopies({ 'results.json': sample('results-from-disk-cache.json') })
    const answers = records.filter(({ isGrader, isSilent }) => !isGrader && isSilent === undefined)
    expect(answers.map(({ model, costUsd, isFromDisk }) => [model, costUsd, isFromDisk])).toEqual(
      ['claude-sonnet-4-20250514', 'gpt-4o', 'gemini-2.5-flash', 'gpt-5-mini'].map((model) => [model, 0, true]),
    )
    expect(records.filter(({ isGrader }) => isGrader).every(({ isFromDisk, inputTokens }) => isFromDisk && inputTokens === 0)).toBe(true)
  })

  it('is decided row by row', async () => {
    const { records } = await readCopies({ 'results.json': sample('v0.123-second-run-cached.json') })
    expect(records.filter(({ isFromDisk }) => !isFromDisk).map(({ provider }) => provider)).toEqual(['anthropic', 'anthropic'])
  })

  it.each([
    ['by the answer alone', { response: { output: 'x', cached: true, cost: 0.5, tokenUsage: usage(100, 20) } }],
    ['by its usage alone', { response: { output: 'x', tokenUsage: { cached: 120, total: 120 } } }],
    ['by its cost', { incurredCost: 0 }],
    [
      'by what was spent',
      { tokenUsage: usage(0, 0, { cached: 120, total: 120, incurredTokenUsage: usage(0, 0) }), response: { output: 'x' } },
    ],
  ])('is told %s', async (_, overrides) => {
    expect(await recordOf(overrides)).toMatchObject({ inputTokens: 0, outputTokens: 0, costUsd: 0, isFromDisk: true })
  })

  it('in part leaves what this run spent', async () => {
    const tokenUsage = usage(105, 55, { cached: 100, numRequests: 2, incurredTokenUsage: usage(40, 20) })
    const record = await recordOf({ response: { output: 'x', cached: false, cost: 0.16, incurredCost: 0.06, tokenUsage } })
    expect(record).toMatchObject({ inputTokens: 40, outputTokens: 20, costUsd: 0.06, calls: 1 })
    expect(record).not.toHaveProperty('isFromDisk')
  })
})

describe('tokens', () => {
  it.each([
    ['google', 'google:m', usage(823, 40, { cached: 512, total: 1013, completionDetails: { reasoning: 150 } }), [823, 190, 512, 150]],
    [
      'another seller',
      'openai:m',
      usage(922, 220, { completionDetails: { reasoning: 192, cacheReadInputTokens: 512 } }),
      [922, 220, 512, 192],
    ],
    ['one who adds reasoning', 'x:m', usage(10, 5, { total: 18, completionDetails: { reasoning: 3 } }), [10, 8, 0, 3]],
    ['one who leaves the cache out', 'x:m', usage(10, 5, { completionDetails: { cacheReadInputTokens: 90 } }), [100, 5, 90, 0]],
    ['a total alone', 'x:m', { total: 30 }, [30, 0, 0, 0]],
  ])('of %s', async (_, id, tokenUsage, [inputTokens, outputTokens, cachedTokens, reasoningTokens]) => {
    const response = { output: 'x', tokenUsage }
    const record = await recordOf({ provider: { id }, response })
    expect(record).toMatchObject({ inputTokens, outputTokens, cachedTokens, reasoningTokens, costUsd: null })
  })
})

describe('what is not known', () => {
  it.each([
    ['a call that failed', { failureReason: 2, success: false, response: { error: 'no' }, tokenUsage: usage(0, 0), cost: 0 }, 1],
    ['a call that failed and cost 0', { failureReason: 2, success: false, response: { error: 'no', cost: 0 }, incurredCost: 0 }, 1],
    ['an answer that got lost', { failureReason: 2, success: false, response: undefined, cost: 0 }, 1],
    ['an answer without usage', { response: { output: 'x' }, cost: 0 }, 0],
    ['a failure of an old version', { failureReason: undefined, success: false, response: { error: 'no' } }, 1],
  ])('%s', async (_, overrides, errors) => {
    expect(await recordOf(overrides)).toMatchObject({ costUsd: null, isSilent: 'even-if-failed', errors, calls: 1 })
  })

  it('a cost of 0 of the row, which means that the answer has none', async () => {
    expect(await recordOf({ response: { output: 'x', tokenUsage: usage(9, 1) }, cost: 0 })).toMatchObject({ costUsd: null })
    expect(await recordOf({ response: { output: 'x', tokenUsage: usage(9, 1) }, cost: 0.5 })).toMatchObject({ costUsd: 0.5 })
  })

  it('an answer that an assertion failed is known', async () => {
    const { records, ends } = await readRow({ failureReason: 1, success: false })
    expect(records[0]).toMatchObject({ costUsd: 0.01, errors: 0 })
    expect([...ends]).toEqual([['row-1', 'failure']])
  })
})

describe('graders', () => {
  const component = (tokensUsed: object, provider: unknown = GRADER) => ({
    pass: true,
    tokensUsed,
    assertion: { type: 'llm-rubric', provider },
  })
  async function gradings(overrides: object) {
    const { records } = await readRow(overrides)
    const found = records.filter(({ isGrader }) => isGrader)
    expect(records.filter(({ step }) => step === 'grading')).toEqual(found)
    return found.map(({ model, inputTokens, outputTokens, costUsd, isFromDisk = false }) => [
      model,
      inputTokens,
      outputTokens,
      costUsd,
      isFromDisk,
    ])
  }

  it.each<[string, object, unknown[]]>([
    [
      'each assertion',
      { gradingResult: { componentResults: [component(usage(50, 5)), component(usage(0, 0)), component(usage(60, 6))] } },
      [
        ['judge-1', 50, 5, null, false],
        ['judge-1', 60, 6, null, false],
      ],
    ],
    [
      'an assertion with an object',
      { gradingResult: { componentResults: [component(usage(50, 5), { id: 'file://judge.py' })] } },
      [['file://judge.py', 50, 5, null, false]],
    ],
    ['the default grader', { gradingResult: { componentResults: [component(usage(50, 5), null)] } }, [['unknown', 50, 5, null, false]]],
    ['the sum alone', { tokenUsage: { assertions: usage(50, 5) } }, [['unknown', 50, 5, null, false]]],
    ['the result alone', { gradingResult: { tokensUsed: usage(50, 5) } }, [['unknown', 50, 5, null, false]]],
    [
      'a sum with more',
      { tokenUsage: { assertions: usage(80, 9) }, gradingResult: { componentResults: [component(usage(50, 5))] } },
      [
        ['judge-1', 50, 5, null, false],
        ['unknown', 30, 4, null, false],
      ],
    ],
    [
      'a set, whose assertions stand twice',
      { tokenUsage: { assertions: usage(50, 5) }, gradingResult: { componentResults: [component(usage(50, 5)), component(usage(50, 5))] } },
      [['judge-1', 50, 5, null, false]],
    ],
    ['verdicts from the disk', { tokenUsage: { assertions: usage(0, 0, { cached: 55, total: 55 }) } }, [['unknown', 0, 0, 0, true]]],
    [
      'a verdict from the disk beside another',
      {
        tokenUsage: { assertions: usage(50, 5, { cached: 66, total: 121 }) },
        gradingResult: { componentResults: [component(usage(50, 5)), component(usage(0, 0, { cached: 66, total: 66 }))] },
      },
      [
        ['judge-1', 50, 5, null, false],
        ['judge-1', 0, 0, 0, true],
      ],
    ],
    ['nobody', { gradingResult: { tokensUsed: usage(0, 0), componentResults: [{ pass: true }] } }, []],
  ])('%s', async (_, overrides, expected) => {
    expect(await gradings(overrides)).toEqual(expected)
  })

  it('attackers of a red team are calls, too', async () => {
    const { records } = await readRow({ response: { output: 'x', tokenUsage: usage(100, 20, { attacker: usage(60, 40) }), cost: 0.01 } })
    expect(records.map(({ step, inputTokens, costUsd }) => [step, inputTokens, costUsd])).toEqual([
      ['long', 100, 0.01],
      ['attacker', 60, null],
    ])
  })
})

describe('forms', () => {
  it.each([
    ['version 2', JSON.stringify({ evalId: null, results: { version: 2, timestamp: 't', results: [row()], table: {}, stats: {} } })],
    ['a bare summary', JSON.stringify({ version: 3, timestamp: 't', results: [row()], prompts: [], stats: { tokenUsage: {} } }, null, 1)],
    ['lines', JSON.stringify(row())],
    [
      'lines of a system that ends them otherwise',
      `\uFEFF${JSON.stringify(row())}\r\n${JSON.stringify(row({ id: 'row-2', success: false }))}\r\n`,
    ],
  ])('%s', async (_, text) => {
    const { records, formats, faults } = await readFiles({ 'out.txt': text })
    expect([faults, formats]).toEqual([[], ['promptfoo']])
    expect(records[0]).toMatchObject({ model: 'm-1', costUsd: 0.01, inputTokens: 100, step: 'long' })
  })

  it('other JSON with results is none of it', async () => {
    const texts = [{ results: { tool: { name: 'jest' }, summary: { tests: 1 } } }, { stats: { suites: 1 }, results: [], version: 1 }]
    for (const text of texts)
      expect((await readFiles({ 'a.json': JSON.stringify(text) })).faults[0]).toMatch(/has no usage in a known format/)
  })
})

describe('counting once', () => {
  it.each(FRESH)('%s beside a copy of itself', async (name) => {
    const [one, two] = await Promise.all([
      readCopies({ 'a.json': sample(name) }),
      readCopies({ 'a.json': sample(name), 'b/c.json': sample(name) }),
    ])
    expect(totalsOf(two.records)).toEqual(totalsOf(one.records))
    expect(two.ends).toEqual(one.ends)
  })

  it.each(['results-fresh', 'v0.123-fresh'])('%s as JSON and as lines', async (name) => {
    const one = await readCopies({ 'a.json': sample(`${name}.json`) })
    const both = await readCopies({ 'a.json': sample(`${name}.json`), 'b.jsonl': sample(`${name}.jsonl`) })
    expect(totalsOf(both.records)).toEqual(totalsOf(one.records))
    expect(both.ends).toEqual(one.ends)
  })

  it('rows of old versions, which have no ids', async () => {
    const text = [0, 1].map((testIdx) => JSON.stringify(row({ id: undefined, testIdx }))).join('\n')
    expect((await readFiles({ 'a.jsonl': text, 'b.jsonl': text })).records).toHaveLength(2)
  })

  it('two evals of the same tests are two', async () => {
    const { records } = await readCopies({ 'a.json': sample('v0.123-fresh.json'), 'b.json': sample('v0.123-second-run-cached.json') })
    expect(records).toHaveLength(18)
  })
})

describe('broken files', () => {
  it('name the value, and the other rows count', async () => {
    const bad = row({ id: 'row-2', response: { output: 'x', tokenUsage: { prompt: 1.5 } } })
    const { records, faults } = await readFiles({
      'r.json': file([bad, row()]),
      'l.jsonl': `${JSON.stringify(row({ id: 'row-3' }))}\n${JSON.stringify(bad)}`,
    })
    const what = 'response.tokenUsage.prompt: must be a whole number from 0 to 1000000000000, got 1.5'
    expect(faults).toEqual([`l.jsonl:2: $.${what}`, `r.json: $.results.results[0].${what}`])
    expect(records).toHaveLength(2)
  })

  it('rows that are none', async () => {
    expect((await readFiles({ 'r.json': file([null as never]) })).faults).toEqual([
      'r.json: $.results.results[0]: must be an object, got null',
    ])
    const text = JSON.stringify({ results: { version: 3, results: {}, stats: {} } })
    expect((await readFiles({ 'r.json': text })).faults).toEqual(['r.json:1: $.results.results: must be a list'])
  })

  it('lines of something else among the rows are named', async () => {
    const { faults } = await readFiles({ 'l.jsonl': `${JSON.stringify(row())}\n{"model":"m","tokenUsage":{"total":9}}` })
    expect(faults).toEqual([expect.stringMatching(/^l\.jsonl:2: \$\.tokenUsage: stands in a result of promptfoo, which has no such lines/)])
  })

  it('lines cut off anywhere give what is whole, or say so', async () => {
    const lines = readFileSync(sample('v0.123-fresh.jsonl'), 'utf8').trimEnd().split('\n')
    for (const whole of lines.keys()) {
      const text = lines.slice(0, whole + 1).join('\n')
      const [all, cut] = await Promise.all([readFiles({ 'a.jsonl': text }), readFiles({ 'a.jsonl': text.slice(0, -5) })])
      expect([all.ends.size, all.faults]).toEqual([whole + 1, []])
      expect([cut.ends.size, cut.faults.length]).toEqual([whole, 1])
    }
  })

  it('hostile keys and depths', async () => {
    const vars = JSON.parse(`{"__proto__":{"polluted":1},"deep":${'['.repeat(400)}${']'.repeat(400)}}`)
    const { records, faults } = await readFiles({ 'l.jsonl': JSON.stringify(row({ testCase: { vars }, id: undefined })) })
    expect([records.length, faults]).toEqual([1, []])
    expect({}).not.toHaveProperty('polluted')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'

const text = readFileSync(join(import.meta.dirname, '../../fixtures/samples/deepeval/.latest_run_full.json'), 'utf8')

interface Run {
  testCases: Record<string, unknown>[]
  conversationalTestCases: Record<string, unknown>[]
  evaluationCost: number | null
  runDuration: number
}

function makeRun(change: (run: Run) => void = () => undefined): string {
  const run = JSON.parse(text) as Run
  change(run)
  return JSON.stringify(run, null, 2)
}

function makeMetric(more: object = {}): object {
  return {
    name: 'Bias',
    success: true,
    evaluationModel: 'judge-1',
    evaluationCost: 0.01,
    inputTokenCount: 100,
    outputTokenCount: 10,
    ...more,
  }
}

async function recordsOf(metricsData: readonly object[], more: object = {}) {
  const change = (run: Run) =>
    Object.assign(run, { testCases: [{ name: 'refund', success: true, metricsData }], evaluationCost: null, ...more })
  const { records, faults } = await readFiles({ 'run.json': makeRun(change) })
  expect(faults).toEqual([])
  return records
}

describe('attribution', () => {
  it('of a test run', async () => {
    const { records, formats, ends } = await readFiles({ '.deepeval/.latest_run_full.json': text })
    expect(formats).toEqual(['deepeval'])
    expect(records).toMatchObject([
      {
        model: 'gpt-4.1',
        provider: null,
        step: 'Answer Relevancy',
        costUsd: 0.00188,
        testCase: expect.stringMatching(/^input [0-9a-f]{8}$/),
      },
    ])
    expect([...ends]).toEqual([[records[0]?.runId, 'success']])
  })

  it('a name that is none is not used, and a seller after the model is', async () => {
    const [record] = await recordsOf([makeMetric({ evaluationModel: 'judge-1 (Anthropic)', name: 'Bias' })])
    expect(record).toMatchObject({ testCase: 'refund', model: 'judge-1', provider: 'anthropic', step: 'Bias' })
  })

  it('of conversations', async () => {
    const conversationalTestCases = [{ name: 'conversational_test_case_0', scenario: 'asks', success: false, metricsData: [makeMetric()] }]
    const { records, ends } = await readFiles({
      'run.json': makeRun((run) => Object.assign(run, { conversationalTestCases, evaluationCost: null })),
    })
    expect(records).toMatchObject([{ model: 'gpt-4.1' }, { model: 'judge-1', testCase: expect.stringMatching(/^input /) }])
    expect([...ends.values()].sort()).toEqual(['failure', 'success'])
  })
})

describe('what is not known', () => {
  it.each([
    ['a judge without a price', { evaluationCost: null }, { inputTokens: 100, costUsd: null }],
    [
      'a judge that says nothing',
      { evaluationCost: null, inputTokenCount: null, outputTokenCount: null },
      { costUsd: null, isSilent: 'even-if-failed' },
    ],
    [
      'a cost of 0 without tokens',
      { evaluationCost: 0, inputTokenCount: null, outputTokenCount: null },
      { costUsd: null, isSilent: 'even-if-failed' },
    ],
    [
      'a judge that failed',
      { evaluationCost: null, inputTokenCount: null, outputTokenCount: null, error: 'Timeout' },
      { errors: 1, isSilent: 'even-if-failed' },
    ],
    [
      'a prompt that leaves the cache out',
      { cacheReadInputTokenCount: 300, cacheCreationInputTokenCount: 20 },
      { inputTokens: 420, cachedTokens: 300, cacheWriteTokens: 20 },
    ],
  ])('%s', async (_, metric, expected) => {
    expect(await recordsOf([makeMetric(metric)])).toMatchObject([expected])
  })

  it('a metric that asks no model is no call', async () => {
    expect(
      await recordsOf([makeMetric({ evaluationModel: null, evaluationCost: null, inputTokenCount: null, outputTokenCount: null })]),
    ).toEqual([])
  })

  it('what only the total has is a call of its own', async () => {
    const records = await recordsOf([makeMetric()], { evaluationCost: 0.015 })
    expect(records).toMatchObject([{ costUsd: 0.01 }, { costUsd: expect.closeTo(0.005, 9), model: 'unknown' }])
  })

  it('what a test says that it cost is not counted', async () => {
    const change = (run: Run) => Object.assign(run.testCases[0] ?? {}, { tokenCost: 5, inputTokenCount: 9, outputTokenCount: 9 })
    expect(totalsOf((await readFiles({ 'run.json': makeRun(change) })).records)).toMatchObject({ records: 1, input: 620, costUsd: 0.00188 })
  })
})

describe('counting once', () => {
  it('a run in all places where it is written', async () => {
    const wrapped = JSON.stringify({ testRunData: JSON.parse(text) })
    const files = {
      '.deepeval/.latest_run_full.json': text,
      'results/test_run_20261130_090000.json': text,
      '.deepeval/.latest_test_run.json': wrapped,
    }
    const { records, ends } = await readFiles(files)
    expect([totalsOf(records).costUsd, records.length, ends.size]).toEqual([0.00188, 1, 1])
  })

  it('two runs are two', async () => {
    const { records } = await readFiles({ 'a.json': text, 'b.json': makeRun((run) => Object.assign(run, { runDuration: 3.2 })) })
    expect(records).toHaveLength(2)
  })
})

describe('broken files', () => {
  it('name the metric, and the others count', async () => {
    const metricsData = [makeMetric({ inputTokenCount: 'many' }), makeMetric()]
    const { records, faults } = await readFiles({ 'run.json': makeRun((run) => Object.assign(run.testCases[0] ?? {}, { metricsData })) })
    expect(faults).toEqual([
      'run.json: $.testCases[0].metricsData[0].inputTokenCount: must be a whole number from 0 to 1000000000000, got "many"',
    ])
    expect(records).toMatchObject([{ model: 'judge-1' }])
  })

  it('test cases of something else are none', async () => {
    const { faults } = await readFiles({ 'a.json': JSON.stringify({ testCases: [{ name: 'x' }], total: 1 }) })
    expect(faults[0]).toMatch(/has no usage in a known format/)
  })
})

import type { Call, Place, View } from '../call.ts'
import { count, get, list, object, text, usd } from '../fields.ts'
import { each, type Sink, type Tool } from '../tool.ts'
import { wholePrompt } from '../whole-prompt.ts'
import { hashOf } from './hash.ts'

/** https://deepeval.com/docs/evaluation-introduction, `deepeval/test_run/api.py`. */
export const deepeval: Tool = {
  id: 'deepeval',
  name: 'DeepEval',
  what: 'a test run of DeepEval',
  site: 'https://deepeval.com/docs/evaluation-introduction',
  step: `
- run: deepeval test run test_example.py`,
  files: [
    { what: 'latest test run', places: ['.deepeval/.latest_run_full.json'], how: 'deepeval test run test_example.py' },
    { what: 'test runs in a folder', places: [], how: 'DEEPEVAL_RESULTS_FOLDER=results deepeval test run test_example.py' },
  ],
  marks: [
    { testCases: true, metricsScores: true },
    { testCases: true, conversationalTestCases: true },
    { 'testRunData.testCases': true, 'testRunData.metricsScores': true },
  ],
  traps: [
    'Its costs are those of the judge; `tokenCost` of a test case is what the test says of itself, and not counted: read the log of what was tested.',
    'The folder is a hidden one: `actions/upload-artifact` leaves it out unless `include-hidden-files` is set.',
    'A test case without a name is called by its number: it is named by its input.',
    'Each run is written several times: it counts once.',
  ],
  gaps: [
    'How many calls a metric made, and when.',
    'What a judge cost that DeepEval has no price of, or that was answered from its cache.',
    'What a metric cost whose judge is your own class.',
  ],
  open: (sink) => ({
    take(value, place) {
      if (object(value, 'testRunData') !== null) takeRun(value, ['testRunData'], place, sink)
      else if (Array.isArray(get(value, 'testCases'))) takeRun(value, [], place, sink)
      else return false
      return true
    },
  }),
}

const LISTS = ['testCases', 'conversationalTestCases']
const POSITION = /^(?:conversational_)?test_case_\d+$/
/** Less is an error of adding up. US dollars. */
const LEAST_USD = 1e-9

function takeRun(value: object, path: readonly string[], place: Place, sink: Sink): void {
  const cases = LISTS.flatMap((key) => list(value, ...path, key))
  const session = `deepeval:${hashOf([get(value, ...path, 'testFile'), get(value, ...path, 'runDuration'), cases.map(markOf)])}`
  const view: View = { session, telling: `result:${place.file}`, rank: 0 }
  let told = 0
  for (const key of LISTS)
    each(sink, get(value, ...path, key), place, [...path, key].join('.'), (test, at) => {
      const run = `${session}:${key}${at.path.slice(at.path.lastIndexOf('['))}`
      each(sink, get(test, 'metricsData'), at, 'metricsData', (metric, where) => {
        const call = callOf(metric)
        if (call === null) return
        told += call.costUsd ?? 0
        sink.call({ ...call, place: where, view, run, testCase: testCaseOf(test) })
      })
      const success = get(test, 'success')
      if (typeof success === 'boolean') sink.end(run, success ? 'success' : 'failure')
    })
  // Metrics of spans stand elsewhere, and in the total.
  const rest = (usd(value, ...path, 'evaluationCost') ?? 0) - told
  if (rest > LEAST_USD) sink.call({ place, view, calls: null, costUsd: rest })
}

/** What tells one run from another. */
function markOf(test: unknown): unknown[] {
  return ['name', 'input', 'actualOutput', 'turns', 'runDuration', 'metricsData'].map((key) => get(test, key))
}

/** Null: it asked no model. */
function callOf(metric: object): Omit<Call, 'place'> | null {
  const judge = text(metric, 'evaluationModel')
  const [input, output] = [count(metric, 'inputTokenCount'), count(metric, 'outputTokenCount')]
  const [cached, cacheWrite] = [count(metric, 'cacheReadInputTokenCount') ?? 0, count(metric, 'cacheCreationInputTokenCount') ?? 0]
  const cost = usd(metric, 'evaluationCost')
  const isCounted = (input ?? 0) + (output ?? 0) > 0
  if (judge === null && !isCounted && !cost) return null
  return {
    ...judgeOf(judge),
    step: text(metric, 'name'),
    hasFailed: text(metric, 'error') !== null,
    ...(isCounted && { input: wholePrompt(input, cached, cacheWrite), output, cached, cacheWrite }),
    costUsd: isCounted ? cost : cost || null,
  }
}

/** `<model>`, or `<model> (<seller>)`. */
function judgeOf(judge: string | null): Pick<Call, 'model' | 'provider'> {
  const [, model = judge, provider = null] = /^(\S+) \(([^()]+)\)$/.exec(judge ?? '') ?? []
  return { model, provider: provider?.toLowerCase() ?? null }
}

function testCaseOf(test: object): string | null {
  const name = text(test, 'name')
  if (name !== null && !POSITION.test(name)) return name
  const input = get(test, 'input') ?? get(test, 'scenario') ?? get(test, 'turns')
  return input === undefined || input === null ? null : `input ${hashOf(input, 8)}`
}

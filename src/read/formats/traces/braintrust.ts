import type { Call, Place } from '../call.ts'
import { count, get, list, object, plus, text, time, usd } from '../fields.ts'
import { each, Misread, type Tool } from '../tool.ts'
import { most, wholeOutput, wholePrompt } from '../whole-prompt.ts'
import { LeafCalls } from './leaf-calls.ts'

/** https://github.com/braintrustdata/braintrust-sdk, `ExperimentEvent` and `ProjectLogsEvent`; what wrappers put into `metrics`. */
export const braintrust: Tool = {
  id: 'braintrust',
  name: 'Braintrust',
  what: 'an export of Braintrust',
  site: 'https://www.braintrust.dev/docs/api-reference/experiments/fetch-experiment-get-form',
  step: `
- run: |
    curl --fail "https://api.braintrust.dev/v1/experiment/$EXPERIMENT/fetch?limit=1000" -H "Authorization: Bearer $BRAINTRUST_API_KEY" > braintrust.json`,
  files: [
    {
      what: 'spans of an experiment',
      places: [],
      how: 'curl "https://api.braintrust.dev/v1/experiment/$ID/fetch?limit=1000" -H "Authorization: Bearer $BRAINTRUST_API_KEY" > braintrust.json',
    },
    {
      what: 'spans of the logs of a project',
      places: [],
      how: 'curl "https://api.braintrust.dev/v1/project_logs/$ID/fetch?limit=1000" -H "Authorization: Bearer $BRAINTRUST_API_KEY" > braintrust.json',
    },
  ],
  marks: [
    { root_span_id: true, span_id: true },
    { 'events.0.root_span_id': true, 'events.0.span_id': true },
    { 'data.0.root_span_id': true, 'data.0.span_id': true },
  ],
  traps: [
    'Tasks and evals repeat what the calls in them used: only spans of the type `llm` count, of those within each other the innermost.',
    'Some wrappers leave the cached part out of `prompt_tokens`: `tokens` tells whether it is in.',
    'What the proxy answers from its cache (`metrics.cached`) cost nothing.',
    'Calls of scorers are told apart as graders: they have the step `grading`, and are in no figure of what is tested.',
  ],
  gaps: [
    'The cost, unless `metrics.estimated_cost` is there; it is priced here.',
    'Summaries of experiments have sums only and are not read.',
    'Its samples are composed from the published types.',
  ],
  open: (sink) => {
    const spans = new LeafCalls()
    const cases = new Map<string, string>()
    const take = (span: object, place: Place) => {
      const [root, id] = [text(span, 'root_span_id'), text(span, 'span_id')]
      if (root === null || id === null) throw new Misread('$', 'is no span of Braintrust: it needs span_id and root_span_id')
      const parent = list(span, 'span_parents').at(-1)
      const name = (of: string) => JSON.stringify([root, of])
      spans.add(name(id), typeof parent === 'string' ? name(parent) : null, toCall(span, root, id, place))
      const example = text(span, 'origin', 'id') ?? text(span, 'dataset_record_id')
      if (root === id && example !== null) cases.set(root, example)
    }
    return {
      take(value, place) {
        const lists = ['events', 'data'].filter((key) => Array.isArray(get(value, key)))
        const isSpan = text(value, 'root_span_id') !== null
        if (isSpan) take(value, place)
        else for (const key of lists) each(sink, get(value, key), place, key, take)
        return isSpan || lists.length > 0
      },
      finish() {
        for (const call of spans.all()) sink.call({ ...call, testCase: cases.get(call.run ?? '') ?? null })
      },
    }
  },
}

function toCall(span: object, root: string, id: string, place: Place): Call | null {
  if (text(span, 'span_attributes', 'type') !== 'llm') return null
  const usage = usageOf(span)
  const cost = usd(span, 'metrics', 'estimated_cost')
  const isHit = (count(span, 'metrics', 'cached') ?? 0) > 0
  const isKnown = usage.input || usage.output || cost || isHit
  const metadata = object(span, 'metadata')
  const isGrader = text(span, 'span_attributes', 'purpose') === 'scorer'
  return {
    place,
    ...(isKnown && { ...usage, costUsd: isHit ? 0 : cost }),
    ...(isHit && { isFree: true, isFromDisk: true }),
    model: text(metadata, 'model'),
    provider: text(metadata, 'provider'),
    timeMs: time(span, 'metrics', 'start') ?? time(span, 'created'),
    hasFailed: (get(span, 'error') ?? null) !== null,
    run: root,
    step: isGrader ? 'grading' : text(span, 'span_attributes', 'name'),
    isGrader,
    customer: text(metadata, 'customer') ?? text(metadata, 'user_id'),
    // As OpenTelemetry's where the SDK sends that; unique in any case.
    ids: [`span:${root}:${id}`],
  }
}

function usageOf(span: object): Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'cacheWrite1h' | 'reasoning' | 'mediaTokens'> {
  const metric = (name: string) => count(span, 'metrics', name)
  const [prompt, output, tokens] = [metric('prompt_tokens'), metric('completion_tokens'), metric('tokens')]
  const cached = metric('prompt_cached_tokens')
  const kept = metric('prompt_cache_creation_1h_tokens')
  const cacheWrite = most(metric('prompt_cache_creation_tokens'), plus(kept, metric('prompt_cache_creation_5m_tokens')))
  const whole = plus(prompt, cached, cacheWrite)
  const isLeftOut = tokens !== null && whole !== prompt && tokens === plus(whole, output)
  const input = isLeftOut ? whole : wholePrompt(prompt, cached, cacheWrite)
  const reasoning = metric('completion_reasoning_tokens')
  return {
    input,
    output: wholeOutput(input, output, reasoning, tokens),
    cached,
    cacheWrite,
    cacheWrite1h: kept,
    reasoning,
    mediaTokens: plus(metric('prompt_audio_tokens'), metric('completion_audio_tokens')),
  }
}

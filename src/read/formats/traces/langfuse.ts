import type { Call, Place } from '../call.ts'
import { get, object, parsed, text, time } from '../fields.ts'
import { each, Misread, type Tool } from '../tool.ts'
import { costOf, usageOf } from './langfuse-usage.ts'
import { LeafCalls } from './leaf-calls.ts'

const TYPE = /^(SPAN|EVENT|GENERATION|AGENT|TOOL|CHAIN|RETRIEVER|EVALUATOR|EMBEDDING|GUARDRAIL)$/

/** Where the evaluators of Langfuse itself note their calls. */
const JUDGE = 'langfuse-llm-as-a-judge'

/** https://github.com/langfuse/langfuse, `fern/apis/server/definition/commons.yml`. */
export const langfuse: Tool = {
  id: 'langfuse',
  name: 'Langfuse',
  what: 'an export of Langfuse',
  site: 'https://langfuse.com/docs/api-and-data-platform/features/query-via-sdk',
  step: `
- run: |
    curl --fail -u "$LANGFUSE_PUBLIC_KEY:$LANGFUSE_SECRET_KEY" \\
      "$LANGFUSE_BASE_URL/api/public/observations?limit=100&fromStartTime=$SINCE" > langfuse.json`,
  files: [
    {
      what: 'page of observations of its API',
      places: [],
      how: 'curl -u "$LANGFUSE_PUBLIC_KEY:$LANGFUSE_SECRET_KEY" "$LANGFUSE_BASE_URL/api/public/observations?limit=100&fromStartTime=$SINCE" > langfuse.json',
    },
    {
      what: 'export of the table of observations',
      places: [],
      how: 'open Observations, then Export, and choose JSON or JSONL: CSV is not read',
    },
    {
      what: 'export to blob storage',
      places: [],
      how: 'set up the blob storage integration with JSONL files, and download `observations/`',
    },
  ],
  marks: [
    { traceId: true, type: TYPE, startTime: true },
    { trace_id: true, type: TYPE, start_time: true },
    { 'data.0.traceId': true, 'data.0.type': TYPE },
    { 'observations.0.traceId': true, 'observations.0.type': TYPE },
    // A page of traces, of which it is said what to export in their place; and an empty page.
    { 'meta.totalItems': true, 'meta.limit': true, 'data.0.htmlPath': true },
    { 'meta.totalItems': true, 'meta.limit': true, 'meta.page': true, data: true, 'data.0': false },
  ],
  traps: [
    'The parts of usage are disjoint: those that begin with `input` or `output` are added, `total` is not.',
    'With the names of OpenAI, or where the parts are more than `total`, the cached part is in the whole.',
    'Spans that are no call of a model are not counted; of calls within each other the innermost is.',
    'A call that failed has a cost of 0: it is not known whether it was billed.',
    "Calls of Langfuse's own evaluators (their environment is `langfuse-llm-as-a-judge`) are told apart as graders: they have the step `grading`.",
  ],
  gaps: [
    'The cost where Langfuse has no price of the model; it is priced here.',
    'Whole runs from a list of traces, which has sums only.',
    'Its samples are composed from the published types.',
  ],
  open: (sink) => {
    const spans = new LeafCalls()
    const take = (item: object, place: Place) => {
      if (!isObservation(item)) throw new Misread('$', 'is no observation. Export observations, not traces or scores')
      const trace = textOf(item, 'traceId', 'trace_id')
      const parent = textOf(item, 'parentObservationId', 'parent_observation_id')
      spans.add(spanOf(trace, text(item, 'id')), parent === null ? null : spanOf(trace, parent), toCall(item, place))
    }
    return {
      take(value, place) {
        if (isObservation(value)) take(value, place)
        else if (Array.isArray(get(value, 'data'))) each(sink, get(value, 'data'), place, 'data', take)
        else if (Array.isArray(get(value, 'observations'))) each(sink, get(value, 'observations'), place, 'observations', take)
        else return false
        return true
      },
      finish() {
        for (const call of spans.all()) sink.call(call)
      },
    }
  },
}

function isObservation(value: object): boolean {
  return TYPE.test(text(value, 'type') ?? '') && textOf(value, 'traceId', 'trace_id') !== null
}

/** A call; null: no model was called. */
function toCall(item: object, place: Place): Call | null {
  const usage = usageOf(item)
  const costUsd = costOf(item, usage)
  if (usage === null && costUsd === null && !/^(GENERATION|EMBEDDING)$/.test(text(item, 'type') ?? '')) return null
  const [trace, id] = [textOf(item, 'traceId', 'trace_id'), text(item, 'id')]
  const metadata = object(parsed(get(item, 'metadata')))
  const isGrader = text(item, 'environment') === JUDGE
  return {
    place,
    ...usage,
    costUsd,
    model: text(item, 'model') ?? textOf(item, 'providedModelName', 'provided_model_name'),
    timeMs: time(item, 'startTime') ?? time(item, 'start_time'),
    hasFailed: text(item, 'level') === 'ERROR',
    run: trace,
    step: isGrader ? 'grading' : text(item, 'name'),
    isGrader,
    customer: textOf(item, 'userId', 'user_id') ?? text(metadata, 'customer'),
    // The SDK sends OpenTelemetry: its ids are those of the spans.
    ids: id === null ? [] : [`span:${trace}:${id}`],
  }
}

function textOf(item: object, ...keys: readonly string[]): string | null {
  return keys.map((key) => text(item, key)).find((value) => value !== null) ?? null
}

function spanOf(trace: string | null, id: string | null): string {
  return JSON.stringify([trace, id])
}

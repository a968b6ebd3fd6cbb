import { mediaIn } from '../apart.ts'
import type { Call, Place } from '../call.ts'
import { count, get, list, object, plus, text, time, usd } from '../fields.ts'
import { each, Misread, type Tool } from '../tool.ts'
import { most, wholeOutput, wholePrompt } from '../whole-prompt.ts'
import { LeafCalls } from './leaf-calls.ts'

/** https://github.com/langchain-ai/langsmith-sdk, `RunSchema` and `Run` of its API, `UsageMetadata` in `schemas.ts`. */
export const langsmith: Tool = {
  id: 'langsmith',
  name: 'LangSmith',
  what: 'an export of LangSmith',
  site: 'https://docs.langchain.com/langsmith/export-traces',
  step: `
- run: |
    curl --fail -X POST "$LANGSMITH_ENDPOINT/api/v1/runs/query" -H "x-api-key: $LANGSMITH_API_KEY" \\
      -H "content-type: application/json" -d '{"session":["PROJECT_ID"]}' > langsmith.json`,
  files: [
    {
      what: 'runs of its API, as JSON or JSONL',
      places: [],
      how: 'curl -X POST "$LANGSMITH_ENDPOINT/api/v1/runs/query" -H "x-api-key: $LANGSMITH_API_KEY" -d \'{"session":["PROJECT_ID"]}\' > langsmith.json',
    },
  ],
  marks: [
    { dotted_order: true, run_type: true },
    { run_type: true, trace_id: true },
    { run_type: true, parent_run_ids: true },
    { 'runs.0.run_type': true, 'runs.0.id': true },
    { 'items.0.run_type': true, 'items.0.id': true },
  ],
  traps: [
    'Chains and traces repeat the tokens and costs of the runs in them: only runs of the type `llm` or `embedding` count, of those within each other the innermost.',
    'Costs are numbers, or texts.',
    'Writes to the cache stand as a sum, as parts for five minutes and an hour, or both.',
  ],
  gaps: [
    'The cost where LangSmith has no price of the model; it is priced here.',
    'The model where `extra.metadata.ls_model_name` was not selected.',
    'Its samples are composed from the published types.',
  ],
  open: (sink) => {
    const spans = new LeafCalls()
    const examples = new Map<string, string>()
    const take = (run: object, place: Place) => {
      const id = text(run, 'id')
      if (text(run, 'run_type') === null || id === null) throw new Misread('$', 'is no run of LangSmith: it needs run_type and id')
      const parent = parentOf(run)
      const trace = text(run, 'trace_id') ?? (parent === null ? id : null)
      spans.add(id, parent, toCall(run, id, trace, place))
      if (parent === null && trace !== null) noteRoot(run, trace)
      each(sink, get(run, 'child_runs'), place, 'child_runs', take)
    }
    const noteRoot = (run: object, trace: string) => {
      const example = text(run, 'reference_example_id')
      if (example !== null) examples.set(trace, example)
      const status = text(run, 'status')?.toLowerCase()
      if (status === 'success' || status === 'error') sink.end(trace, status === 'error' ? 'failure' : 'success')
    }
    return {
      take(value, place) {
        const lists = ['runs', 'items'].filter((key) => Array.isArray(get(value, key)))
        if (text(value, 'run_type') !== null) take(value, place)
        else for (const key of lists) each(sink, get(value, key), place, key, take)
        return text(value, 'run_type') !== null || lists.length > 0
      },
      finish() {
        for (const call of spans.all()) sink.call({ ...call, testCase: examples.get(call.run ?? '') ?? null })
      },
    }
  },
}

function parentOf(run: object): string | null {
  const last = list(run, 'parent_run_ids').at(-1)
  return text(run, 'parent_run_id') ?? (typeof last === 'string' ? last : null)
}

function toCall(run: object, id: string, trace: string | null, place: Place): Call | null {
  if (!/^(llm|embedding)$/i.test(text(run, 'run_type') ?? '')) return null
  const usage = usageOf(run)
  const costUsd = usd(run, 'total_cost') ?? usd(object(run, 'outputs', 'usage_metadata'), 'total_cost')
  const metadata = object(run, 'extra', 'metadata') ?? object(run, 'metadata')
  const answer = object(run, 'outputs')
  const isAnswer = /^(chat\.completion|response)$/.test(text(answer, 'object') ?? '') || text(answer, 'type') === 'message'
  const isKnown = usage.input || usage.output || costUsd
  return {
    place,
    ...(isKnown && { ...usage, costUsd }),
    model: text(metadata, 'ls_model_name') ?? text(run, 'extra', 'invocation_params', 'model'),
    provider: text(metadata, 'ls_provider'),
    timeMs: time(run, 'start_time'),
    hasFailed: text(run, 'error') !== null || text(run, 'status')?.toLowerCase() === 'error',
    run: trace,
    step: text(metadata, 'langgraph_node') ?? text(run, 'name'),
    agent: text(metadata, 'lc_agent_name'),
    customer: text(metadata, 'customer') ?? text(metadata, 'user_id'),
    ids: [`langsmith:${id}`, ...(isAnswer ? [text(answer, 'id') ?? ''] : [])],
  }
}

/** The API gives the figures of a run; what was traced has them in its answer. */
function usageOf(run: object): Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'cacheWrite1h' | 'reasoning' | 'mediaTokens'> {
  const traced = object(run, 'outputs', 'usage_metadata') ?? object(run, 'extra', 'metadata', 'usage_metadata')
  const prompt = detailsOf(run, 'prompt_token_details') ?? object(traced, 'input_token_details')
  const completion = detailsOf(run, 'completion_token_details') ?? object(traced, 'output_token_details')
  const cached = count(prompt, 'cache_read')
  const kept = count(prompt, 'ephemeral_1h_input_tokens')
  const cacheWrite = most(count(prompt, 'cache_creation'), plus(kept, count(prompt, 'ephemeral_5m_input_tokens')))
  const input = wholePrompt(count(run, 'prompt_tokens') || count(traced, 'input_tokens'), cached, cacheWrite)
  const output = count(run, 'completion_tokens') || count(traced, 'output_tokens')
  const reasoning = count(completion, 'reasoning')
  return {
    input,
    output: wholeOutput(input, output, reasoning, count(run, 'total_tokens') || count(traced, 'total_tokens')),
    cached,
    cacheWrite,
    cacheWrite1h: kept,
    reasoning,
    mediaTokens: mediaIn(prompt, completion),
  }
}

function detailsOf(run: object, key: string): object | null {
  return object(run, key, 'raw') ?? object(run, key)
}

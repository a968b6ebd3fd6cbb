import type { Tool } from '../../tool.ts'
import { takeRunUsage } from './run-usage.ts'
import { Traces } from './traces.ts'

/** https://github.com/openai/openai-agents-js */
export const openaiAgents: Tool = {
  id: 'openai-agents',
  name: 'OpenAI Agents SDK',
  what: 'a trace or usage of the OpenAI Agents SDK',
  site: 'https://openai.github.io/openai-agents-js/guides/tracing/',
  step: `
# Your agents, with a trace processor that appends JSON.stringify(span.toJSON()) to traces.jsonl
- run: node agents.js`,
  files: [
    {
      what: 'lines of traces and spans',
      places: [],
      how: "addTraceProcessor with onTraceEnd and onSpanEnd: async (item) => appendFileSync('traces.jsonl', JSON.stringify(item.toJSON()) + '\\n')",
    },
    {
      what: 'usage of a run',
      places: [],
      how: "appendFileSync('runs.jsonl', JSON.stringify({ usage: result.state.usage, rawResponses: result.rawResponses }) + '\\n')",
    },
  ],
  marks: [
    { span_data: true, trace_id: true, object: /^trace\.span$/ },
    { workflow_name: true, object: /^trace$/ },
    { requestUsageEntries: true, inputTokens: true },
    { inputTokensDetails: true, requests: true, outputTokens: true },
    { 'usage.requestUsageEntries': true, 'usage.inputTokens': true },
    { 'usage.inputTokensDetails': true, 'usage.requests': true },
    { request_usage_entries: true, requests: true, input_tokens: true },
    { 'usage.request_usage_entries': true, 'usage.requests': true },
    { 'context.usage.requests': true, modelResponses: true },
  ],
  traps: [
    'Usage stands on the spans of a task, of its turns and of their generations: turns count, and generations that are in no turn.',
    'A turn has the usage of agents in it that are used as tools: what their own turns tell is taken off.',
    'Details of the usage of a run are lists, an item for each request; its requests and its total are one spend.',
    'A run and its trace are one spend where they name the same responses.',
  ],
  gaps: [
    'The model, with the Responses API; of a run also which agent made the call.',
    'Reasoning, in turns.',
    'The usage of a run without its raw responses names no call: a copy of it counts again.',
    'What it cost: it is priced from the tokens.',
  ],
  open: (sink) => {
    const traces = new Traces(sink)
    return {
      take: (value, place) => traces.take(value, place) || takeRunUsage(sink, value, place),
      finish: () => traces.finish(),
    }
  },
}

import type { Call, Place } from '../call.ts'
import { count, get, text, time, usd } from '../fields.ts'
import type { Tool } from '../tool.ts'

/** https://github.com/Aider-AI/aider, `aider/analytics.py` and `show_usage_report` in `aider/coders/base_coder.py`. */
export const aider: Tool = {
  id: 'aider',
  name: 'aider',
  what: "aider's analytics log",
  site: 'https://aider.chat/docs/more/analytics.html',
  step: `
- run: aider --analytics-log aider-analytics.jsonl --message "$PROMPT" --yes-always`,
  files: [{ what: 'analytics log', places: ['aider-analytics.jsonl'], how: 'aider --analytics-log aider-analytics.jsonl --message "…"' }],
  marks: [{ 'properties.aider_version': true, event: true }],
  traps: [
    '`total_cost` is the running sum of the session and is not added.',
    'A model that aider has no price of has a cost of 0; it is priced here.',
    'The chat history has rounded numbers for people and is not read.',
  ],
  gaps: [
    'Reads from the cache of the provider: they are in `prompt_tokens`, and in the cost.',
    "The weak model's own calls, for messages of commits and summaries, unless aider counts them with a message.",
    'The name of a model that aider does not know: it writes REDACTED.',
    'Its samples are composed from its source.',
  ],
  open: (sink) => {
    let run: string | null = null
    const alike = new Map<string, number>()
    /** Events have no ids: alike ones of one second are told apart by their order. */
    const idOf = (line: object) => {
      const properties = ['prompt_tokens', 'completion_tokens', 'total_cost'].map((key) => get(line, 'properties', key))
      const key = JSON.stringify([text(line, 'user_id'), get(line, 'time'), text(line, 'event'), ...properties])
      alike.set(key, (alike.get(key) ?? 0) + 1)
      return `aider:${key}:${alike.get(key)}`
    }
    return {
      take(line, place) {
        const event = text(line, 'event')
        if (event === 'launched') run = `aider:${text(line, 'user_id') ?? ''}:${time(line, 'time') ?? ''}`
        if (event === 'message_send') sink.call({ ...aboutOf(line, place), ...usageOf(line), run, ids: [idOf(line)] })
        if (event === 'message_send_exception') sink.call({ ...aboutOf(line, place), hasFailed: true, run, ids: [idOf(line)] })
        return event !== null
      },
      endFile() {
        run = null
        alike.clear()
      },
    }
  },
}

const REDACTED = '/REDACTED'

function aboutOf(line: object, place: Place): Call {
  const model = text(line, 'properties', 'main_model')
  const isRedacted = model?.endsWith(REDACTED) === true
  return {
    place,
    model: isRedacted ? null : model,
    provider: isRedacted ? model.slice(0, -REDACTED.length) : null,
    timeMs: time(line, 'time'),
    step: text(line, 'properties', 'edit_format'),
  }
}

function usageOf(line: object): Pick<Call, 'input' | 'output' | 'costUsd'> {
  const [input, output] = [count(line, 'properties', 'prompt_tokens'), count(line, 'properties', 'completion_tokens')]
  const costUsd = usd(line, 'properties', 'cost')
  return input || output || costUsd ? { input, output, costUsd } : {}
}

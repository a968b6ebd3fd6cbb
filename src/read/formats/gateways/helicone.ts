import { isId } from '../../ledger/calls/ids.ts'
import type { Call, Place } from '../call.ts'
import { count, get, object, parsed, plus, text, time, usd } from '../fields.ts'
import { each, type Tool } from '../tool.ts'

/** https://github.com/Helicone/helicone, `HeliconeRequest` in `packages/llm-mapper/types.ts`. */
export const helicone: Tool = {
  id: 'helicone',
  name: 'Helicone',
  what: 'an export of Helicone',
  site: 'https://docs.helicone.ai/tools/export',
  step: `
- run: npx @helicone/export --start-date "$(date --utc --iso-8601)" --format jsonl --output helicone.jsonl
  env:
    HELICONE_API_KEY: \${{ secrets.HELICONE_API_KEY }}`,
  files: [
    {
      what: 'requests, as JSONL or JSON',
      places: [],
      how: 'HELICONE_API_KEY=… npx @helicone/export --start-date 2026-01-01 --format jsonl --output helicone.jsonl',
    },
  ],
  marks: [
    { request_created_at: true, request_id: true, response_status: true },
    { 'data.0.request_created_at': true, 'data.0.request_id': true },
  ],
  traps: [
    '`prompt_tokens` leave out what the cache of the provider holds, and `completion_tokens` the reasoning.',
    'What the cache of Helicone answers has no tokens, but may have the cost of the first answer: it cost nothing.',
    'A model without a known price has a cost of 0; it is priced here.',
    'Logs of tools and vector databases are no calls of a model.',
  ],
  gaps: [
    'Reasoning tokens; the cost has them.',
    'Old rows of OpenAI have the cached part in `prompt_tokens`, and nothing tells them apart.',
    'CSV is not read.',
    'Its samples are composed from the published types.',
  ],
  open: (sink) => {
    const take = (row: object, place: Place) => {
      const call = toCall(row, place)
      if (call !== null) sink.call(call)
    }
    return {
      take(value, place) {
        if (Array.isArray(get(value, 'data'))) each(sink, get(value, 'data'), place, 'data', take)
        else if (get(value, 'request_created_at') === undefined) return false
        else take(value, place)
        return true
      },
    }
  },
}

const NO_MODEL = /^(tool:|vector_db|data:)/

/** A call; null: no model was called. */
function toCall(row: object, place: Place): Call | null {
  const model = text(row, 'model_override') ?? text(row, 'response_model') ?? text(row, 'model') ?? text(row, 'request_model')
  if (model !== null && NO_MODEL.test(model)) return null
  const status = Number(get(row, 'response_status')) || 0
  const isHit = isId(text(row, 'cache_reference_id') ?? '')
  const [cached, cacheWrite] = [count(row, 'prompt_cache_read_tokens'), count(row, 'prompt_cache_write_tokens')]
  const [prompt, output] = [count(row, 'prompt_tokens'), count(row, 'completion_tokens')]
  const input = plus(prompt, cached, cacheWrite)
  const cost = usd(row, 'cost')
  const properties = object(parsed(get(row, 'request_properties'))) ?? object(parsed(get(row, 'properties')))
  const user = text(row, 'request_user_id')
  const ids = [`helicone:${text(row, 'request_id')}`, text(row, 'response_body', 'id')]
  return {
    place,
    ...((input || output || cost) && !isHit ? { input, output, cached, cacheWrite, costUsd: cost } : {}),
    ...(isHit && { input: 0, output: 0, costUsd: 0, isFree: true, isFromDisk: true }),
    model,
    provider: text(row, 'provider'),
    timeMs: time(row, 'request_created_at'),
    hasFailed: status < 0 || status >= 400,
    run: text(properties, 'Helicone-Session-Id'),
    step: text(properties, 'Helicone-Session-Path'),
    agent: text(properties, 'Helicone-Session-Name'),
    customer: user !== null && isId(user) ? user : null,
    // The body of an answer from the cache is that of the first.
    ids: (isHit ? ids.slice(0, 1) : ids).filter((id) => id !== null),
  }
}

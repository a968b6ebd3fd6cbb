import { mediaIn } from '../apart.ts'
import type { Call, Place } from '../call.ts'
import { count, get, object, parsed, text, time, usd } from '../fields.ts'
import { each, type Tool } from '../tool.ts'
import { wholeOutput, wholePrompt } from '../whole-prompt.ts'
import { DailySpend, viewOf } from './litellm-daily.ts'

/** https://github.com/BerriAI/litellm, `litellm/proxy/schema.prisma` and `StandardLoggingPayload` in `litellm/types/utils.py`. */
export const litellm: Tool = {
  id: 'litellm',
  name: 'LiteLLM',
  what: 'a spend log of LiteLLM',
  site: 'https://docs.litellm.ai/docs/proxy/logging_spec',
  step: `
- run: |
    curl --fail -H "Authorization: Bearer $LITELLM_MASTER_KEY" "$LITELLM_BASE_URL/spend/logs" > litellm.json`,
  files: [
    {
      what: 'spend logs of the proxy',
      places: [],
      how: 'curl -H "Authorization: Bearer $LITELLM_MASTER_KEY" "$LITELLM_BASE_URL/spend/logs" > litellm.json',
    },
    {
      what: 'standard logging payloads',
      places: [],
      how: 'set `success_callback` and `failure_callback` to an S3 or GCS bucket, or write `kwargs["standard_logging_object"]` to a file in a callback',
    },
    { what: 'rows of the tables of daily spend', places: [], how: 'export the table `LiteLLM_DailyUserSpend` as JSON or JSONL' },
  ],
  marks: [
    { call_type: true, request_id: true, spend: true },
    { call_type: true, response_cost: true },
    { call_type: true, hidden_params: true },
    { call_type: true, model_map_information: true },
    { api_requests: true, spend: true, prompt_tokens: true },
    { 'data.0.call_type': true, 'data.0.spend': true },
  ],
  traps: [
    'A call that failed, or whose cost could not be worked out, has a cost of 0, which is not what it cost.',
    'What the cache of the proxy answers costs nothing, and has the id of the answer that it repeats.',
    'Columns such as `metadata` are often JSON in a text.',
    'Tables of daily spend and spend logs of the same day are the same spend: what has more tokens counts.',
  ],
  gaps: [
    'Which step made the call: use a run of its own (`litellm_session_id`) or a tag per step.',
    'How often a request with several tags stands in the table of daily spend per tag: it counts only where nothing else is given of a day.',
    'Its samples are composed from the published types.',
  ],
  open: (sink) => {
    const daily = new DailySpend(sink)
    const take = (row: object, place: Place) => {
      if (get(row, 'api_requests') !== undefined) {
        daily.take(row, place)
        return
      }
      const call = toCall(row, place)
      if (call === null) return
      daily.note(call.timeMs ?? null)
      sink.call(call)
    }
    return {
      take(value, place) {
        if (Array.isArray(get(value, 'data'))) each(sink, get(value, 'data'), place, 'data', take)
        else if (get(value, 'call_type') === undefined && get(value, 'api_requests') === undefined) return false
        else take(value, place)
        return true
      },
      finish: () => daily.finish(),
    }
  },
}

/** Calls of a model; others are of files, batches, tools and the like. */
const MODEL_CALL =
  /^a?(text_completion|completion|embedding|responses|generate_content(_stream)?|image_(generation|edit)|speech|transcription|rerank)$|^anthropic_messages$|pass_through/

/** A call; null: no model was called, and nothing was spent. */
function toCall(row: object, place: Place): Call | null {
  const metadata = object(parsed(get(row, 'metadata')))
  const isHit = /^true$/i.test(String(get(row, 'cache_hit')))
  const hasFailed = text(row, 'status') === 'failure' || text(metadata, 'status') === 'failure'
  const cost = usd(row, 'spend') ?? usd(row, 'response_cost')
  const tokens = tokensOf(row, metadata)
  const isSilent = !isHit && !cost && !tokens.input && !tokens.output
  const type = text(row, 'call_type') ?? ''
  if (isSilent && !MODEL_CALL.test(type)) return null
  const isUnknown = object(row, 'response_cost_failure_debug_info') !== null || (hasFailed && cost === 0)
  const timeMs = time(row, 'startTime')
  const id = (text(row, 'request_id') ?? text(row, 'id') ?? '').replace(/_cache_hit[\d.]*$/, '')
  return {
    place,
    ...(!isSilent && { ...tokens, costUsd: isHit ? 0 : isUnknown ? null : cost }),
    model: text(row, 'model'),
    provider: text(row, 'custom_llm_provider'),
    timeMs,
    hasFailed,
    ...(isHit && { isFree: true, isFromDisk: true }),
    isBatch: type.includes('batch'),
    run: text(row, 'session_id') ?? text(row, 'trace_id'),
    agent: text(row, 'agent_id') ?? text(row, 'model_group'),
    customer:
      text(row, 'end_user') ?? text(row, 'team_id') ?? text(metadata, 'user_api_key_team_id') ?? text(metadata, 'user_api_key_alias'),
    // Answers from the cache share the id of the first.
    ids: id === '' ? [] : [isHit ? `litellm:${id}:${timeMs}` : id],
    ...(timeMs !== null && { view: viewOf(timeMs, 'calls', 1) }),
  }
}

function tokensOf(row: object, metadata: object | null) {
  const usage =
    object(metadata, 'usage_object') ?? object(parsed(get(row, 'response')), 'usage') ?? object(metadata, 'additional_usage_values')
  const cached = count(usage, 'cache_read_input_tokens') ?? count(usage, 'prompt_tokens_details', 'cached_tokens')
  const cacheWrite = count(usage, 'cache_creation_input_tokens') ?? count(usage, 'prompt_tokens_details', 'cache_creation_tokens')
  const input = wholePrompt(count(row, 'prompt_tokens'), cached, cacheWrite)
  const reasoning = count(usage, 'completion_tokens_details', 'reasoning_tokens')
  return {
    input,
    output: wholeOutput(input, count(row, 'completion_tokens'), reasoning, count(row, 'total_tokens')),
    cached,
    cacheWrite,
    cacheWrite1h: count(usage, 'prompt_tokens_details', 'cache_creation_token_details', 'ephemeral_1h_input_tokens'),
    reasoning,
    mediaTokens: mediaIn(object(usage, 'prompt_tokens_details'), object(usage, 'completion_tokens_details')),
    webSearches: count(usage, 'server_tool_use', 'web_search_requests') ?? count(usage, 'prompt_tokens_details', 'web_search_requests'),
  }
}

import type { Call, Place } from '../call.ts'
import { count, flag, get, plus, text, time, usd } from '../fields.ts'
import type { Tool } from '../tool.ts'
import { wholeOutput } from '../whole-prompt.ts'

/** https://github.com/github/gh-aw-firewall, `token-usage.schema.json`. */
export const ghAw: Tool = {
  id: 'gh-aw',
  name: 'GitHub Agentic Workflows',
  what: "the token usage of gh-aw's firewall",
  site: 'https://github.com/github/gh-aw-firewall',
  files: [
    {
      what: 'token usage of the firewall',
      places: ['firewall-audit-logs/**/token-usage.jsonl'],
      how: 'download the artifact `firewall-audit-logs` of the run',
    },
  ],
  step: `
- uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
  with:
    name: firewall-audit-logs
    path: firewall-audit-logs`,
  marks: [{ _schema: /^token-usage\//, input_tokens: true }],
  traps: [
    'Its keys are nearly those of the ledger, but `input_tokens` leave the cache out unless `input_tokens_include_cache` says otherwise.',
    'Versions without that key leave it out for Anthropic alone; for others a prompt that is smaller than its cached part, or a write to the cache, shows that it is left out.',
    'Credits at the price of another model (`ai_credits_fallback_pricing_used`) are a guess: the tokens are priced anew.',
    'Lines with the same `request_id` are one call.',
    'Keys that end in `_total` are running sums and are not added.',
    'An AI credit is 0.01 US dollars.',
  ],
  gaps: ['Which step or job made the call.'],
  open: (sink) => ({
    take(line, place) {
      if (text(line, '_schema') === null) return false
      sink.call(toCall(line, place))
      return true
    },
  }),
}

const USD_PER_CREDIT = 0.01

function toCall(line: object, place: Place): Call {
  const [cached, cacheWrite] = [count(line, 'cache_read_tokens'), count(line, 'cache_write_tokens')]
  const input = count(line, 'input_tokens')
  // The price of another model is a guess.
  const credits = flag(line, 'ai_credits_fallback_pricing_used') ? null : usd(line, 'ai_credits_this_response')
  const [id, reasoning] = [text(line, 'request_id'), count(line, 'reasoning_tokens')]
  return {
    place,
    model: text(line, 'model'),
    provider: text(line, 'provider'),
    timeMs: time(line, 'timestamp'),
    hasFailed: (Number(get(line, 'status')) || 0) >= 400,
    input: includesCache(line, input, cached, cacheWrite) ? input : plus(input, cached, cacheWrite),
    output: wholeOutput(input, count(line, 'output_tokens'), reasoning, null),
    cached,
    cacheWrite,
    reasoning,
    costUsd: credits === null ? null : credits * USD_PER_CREDIT,
    step: text(line, 'purpose'),
    ids: id === null ? [] : [id],
  }
}

/** Versions without the flag copy what the API of the provider says: that of Anthropic leaves the cache out, and so does what Copilot says of writes. */
function includesCache(line: object, input: number | null, cached: number | null, cacheWrite: number | null): boolean {
  if (get(line, 'input_tokens_include_cache') !== undefined) return flag(line, 'input_tokens_include_cache')
  const isInclusive = /^(openai|copilot|gemini)$/.test(text(line, 'provider') ?? '') && text(line, 'path')?.includes('/messages') !== true
  return isInclusive && !cacheWrite && (cached ?? 0) <= (input ?? 0)
}

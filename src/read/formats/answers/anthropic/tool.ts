import { object, text } from '../../fields.ts'
import type { Tool } from '../../tool.ts'
import { collectAnswers } from '../collect.ts'
import { idsOf, modelOf } from '../names.ts'
import type { Said } from '../said.ts'
import { anywhere, at, type Spot } from '../spots.ts'
import { MessageEvents } from './events.ts'
import { figuresAt, isAnthropic, iterationsAt, speedOf } from './usage.ts'

/** https://github.com/anthropics/anthropic-sdk-typescript, `src/resources/messages/`. */
export const anthropic: Tool = {
  id: 'anthropic',
  name: 'Anthropic API',
  what: 'an answer of Anthropic',
  site: 'https://docs.claude.com/en/api/messages',
  step: `
# Append each answer as a line: JSON.stringify(message), or message.model_dump_json()
- run: node agents.js`,
  files: [
    {
      what: 'messages of the Messages API',
      places: [],
      how: 'fs.appendFileSync("llm.jsonl", JSON.stringify({ ts: new Date(), step: "plan", message }) + "\\n")',
    },
    {
      what: 'results of a batch',
      places: [],
      how: 'curl -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01" "$RESULTS_URL" > results.jsonl',
    },
  ],
  isLoose: true,
  marks: [
    ...at('', { custom_id: true, 'result.type': true }),
    ...['', 'event', 'data', 'chunk'].flatMap((path) =>
      at(path, { 'message.usage': true, type: /^message_start$/ }).map((marks) => ({ ...marks, uuid: false })),
    ),
    ...anywhere(
      { 'usage.cache_creation_input_tokens': true, 'usage.input_tokens': true, 'usage.output_tokens': true },
      { 'usage.cache_read_input_tokens': true, 'usage.input_tokens': true, 'usage.output_tokens': true },
      { 'usage.service_tier': true, 'usage.input_tokens': true, 'usage.output_tokens': true },
      { role: /^assistant$/, type: /^message$/, model: true },
      ...['cache_creation_input_tokens', 'cache_read_input_tokens'].map((key) => ({
        [key]: true,
        input_tokens: true,
        output_tokens: true,
        model: true,
        cost_usd: false,
        metadata: false,
        cached_input_tokens: false,
      })),
    ),
  ],
  traps: [
    '`input_tokens` leave out what was read from the cache and written to it: the prompt is the sum of the three.',
    'What the cache keeps for an hour costs more to write.',
    'In a stream the first event has the prompt, the last one the output as a running total; a stream that breaks off is a call of unknown cost.',
    'Fast mode costs several times as much, and only `usage.speed` tells: its model is read as `…-fast`.',
    'A search of the web that the provider runs has a fee: `server_tool_use` counts them.',
    'A batch costs half, and its requests that failed, expired or were cancelled cost nothing.',
    'The usage of a message leaves out the calls that compact a conversation or ask an advisor; they stand in `iterations`.',
  ],
  gaps: [
    'What a call cost: it is priced by its model and tokens.',
    'When a message was made, where the line around it does not say.',
    'What the tier `priority` and inference in one country cost on top.',
  ],
  open(sink) {
    const events = new MessageEvents(sink)
    const answers = collectAnswers(sink, readMessage)
    return {
      take: (line, place) => events.take(line, place) || answers.take(line, place),
      endFile(file) {
        events.flush()
        answers.endFile?.(file)
      },
    }
  },
}

function readMessage(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  if (isUnbilled(spot)) return [{ input: 0, output: 0, isUnbilled: true, hasFailed: true }]
  const isMessage = text(answer, 'type') === 'message' && modelOf(spot) !== null
  const id = text(answer, 'id')
  const ids = isMessage && id !== null ? [id] : idsOf(spot)
  const at =
    isAnthropic(answer, 'usage') || (isMessage && object(answer, 'usage') !== null)
      ? ['usage']
      : isAnthropic(answer) && modelOf(spot) !== null
        ? []
        : null
  if (at !== null) {
    const speed = speedOf(modelOf(spot), object(answer, ...at))
    return [{ ...figuresAt(answer, ...at), ...speed, ids }, ...iterationsAt(answer, ids, ...at)]
  }
  return isMessage ? [{ ids }] : null
}

/** A request of a batch that has no message: those are not billed. */
function isUnbilled({ answer }: Spot): boolean {
  return text(answer, 'custom_id') !== null && ['errored', 'canceled', 'expired'].includes(text(answer, 'result', 'type') ?? '')
}

import type { Tool } from '../../tool.ts'
import { collectAnswers } from '../collect.ts'
import { anywhere, at } from '../spots.ts'
import { OBJECT, readOpenai } from './answer.ts'

/** https://github.com/openai/openai-node, `src/resources/`. */
export const openai: Tool = {
  id: 'openai',
  name: 'OpenAI API',
  what: 'an answer of OpenAI',
  site: 'https://platform.openai.com/docs/api-reference/chat/object',
  step: `
# Append each answer as a line: JSON.stringify(completion), or completion.model_dump_json()
- run: node agents.js`,
  files: [
    {
      what: 'answers of the Chat Completions, Responses, Completions or Embeddings API, also of other providers that answer in this form',
      places: [],
      how: 'fs.appendFileSync("llm.jsonl", JSON.stringify({ ts: new Date(), step: "plan", response }) + "\\n")',
    },
    {
      what: 'output of a batch',
      places: [],
      how: 'curl -H "Authorization: Bearer $OPENAI_API_KEY" https://api.openai.com/v1/files/$OUTPUT_FILE_ID/content > batch.jsonl',
    },
  ],
  isLoose: true,
  marks: [
    ...at('response.body', { 'usage.total_tokens': true, object: true }, { object: OBJECT, model: true }),
    ...at('event.response', { object: OBJECT, model: true }),
    ...at('data.response', { object: OBJECT, model: true }),
    ...at('chunk', { object: OBJECT, model: true }),
    ...at('', { custom_id: true, 'response.status_code': true }, { custom_id: true, error: true, id: true }),
    ...at('', { request_counts: true, object: /^batch$/ }),
    ...anywhere(
      { 'usage.prompt_tokens': true, 'usage.completion_tokens': true },
      { 'usage.prompt_tokens': true, 'usage.total_tokens': true },
      { 'usage.total_tokens': true, object: /^list$/, model: true },
      { 'usage.input_tokens_details': true, 'usage.output_tokens': true },
      { object: OBJECT, model: true },
      { input_tokens_details: true, input_tokens: true, output_tokens: true, model: true },
      { prompt_tokens: true, completion_tokens: true, model: true, output_tokens: false, spend: false, run_type: false },
    ),
  ],
  traps: [
    'A stream tells its usage only with `stream_options.include_usage`; without it the call counts, and its cost is unknown.',
    'Of the chunks of one stream the last usage counts: some servers send running totals.',
    'Tokens that only `total_tokens` holds are output: some servers leave thoughts out of `completion_tokens`.',
    'Sound, images and tools that OpenAI runs have prices of their own: searches of the web have a fee in the list, a call with the others has no price.',
    'A batch costs half; the batch object adds up the answers in its output file and is refused beside them.',
    'Calls that failed count without tokens: what was billed of them is not told.',
  ],
  gaps: ['What a call cost: it is priced by its model and tokens.', 'Which provider answered, where the line does not name it.'],
  open: (sink) => collectAnswers(sink, readOpenai),
}

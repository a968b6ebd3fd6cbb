import { jsonl, row } from '../workspace.ts'
import { afterGoodRow, badFile, badRow, editedRow, fine, type HostileCase } from './case.ts'

const CUT = 'the last line is cut off (no newline at its end): its writer was probably killed'
const DEEP = 'is nested more than 500 levels deep'
const nested = '['.repeat(100_000) + ']'.repeat(100_000)
const pretty = JSON.stringify(row(), null, 2)
const NOTHING = { calls: 0, total_cost_usd: 0, sources: [{ format: 'ledger', role: 'not-counted', files: 1 }] }

/** Files that are JSON, or want to be. */
export const documents: readonly HostileCase[] = [
  fine('an empty file', '', NOTHING),
  fine('a file of blank lines', '\n\r\n  \n\t\n', NOTHING),
  fine('a row behind 300 KB of newlines', `${'\n'.repeat(300_000)}${jsonl(row())}`, { total_cost_usd: 0.5 }),
  fine('a row behind 300 KB of spaces', `${' '.repeat(300_000)}${jsonl(row())}`, { total_cost_usd: 0.5 }),
  badFile('rubbish', 'hello', ': is no JSON, it begins with "hello". docs/formats.md says what is read'),
  badFile(
    'a web page',
    '<!doctype html>\n<title>Sign in</title>\n',
    ': is no JSON, it begins with "<!doctype html>\\n<title>Sign in</title>\\n". docs/formats.md says what is read',
  ),
  badFile('null', 'null', ': must be a JSON object, got null'),
  badFile('a number', '42', ': must be a JSON object, got 42'),
  badFile('a text', '"costs"', ': must be a JSON object, got "costs"'),
  badFile('an empty list', '[]', ': must be a JSON object, got []'),
  badFile('an empty object', '{}', ': has no usage in a known format, got the keys of an empty object'),
  badFile('an object of something else', { name: 'x', version: 1 }, ': has no usage in a known format, got the keys "name", "version"'),
  badFile('a ledger written as a list', [row()], ': must be a JSON object, got [{"timestamp":"2026-11-02T09:00:00+00:00","model":"gpt-4o…'),
  badFile('records with line breaks, one after the other', `${pretty}\n${pretty}\n`, ':16: is not valid JSON'),
  badFile('a trailing comma', '{\n  "total_cost_usd": 1,\n}', ':3: is not valid JSON'),
  badFile('single quotes', "{'total_cost_usd': 1}", ':1: is not valid JSON'),
  badFile('a document that ends early', '{"total_cost_usd": 1', ': is not valid JSON: it is cut off at the end'),
  badFile('a document that ends inside a text', '{"total_cost_usd": "1', ': is not valid JSON: it is cut off at the end'),
  badFile('a document that quotes an error message', '{"a": Unterminated string at position 999}', ': is not valid JSON'),
  badFile('100,000 nested lists', nested, `: ${DEEP}`),
  badFile(
    'a cost summary of a newer version',
    { schema_version: 2, step_model_stats: [] },
    ': $.schema_version: was written by a newer version (schema_version 2). Upgrade llm-cost-gate',
  ),
  badFile(
    'a cost summary of a newer version without what we know',
    { schema_version: 2, tool: {}, total_cost_usd: 0 },
    ': $.schema_version: was written by a newer version (schema_version 2). Upgrade llm-cost-gate',
  ),
  badFile('a cost summary without most of its keys', { schema_version: 1, step_model_stats: [] }, ': $.tool: is missing'),
  badFile(
    'a flow summary with a rate of 2',
    { runs: 1, successes: 1, success_rate: 2, models: [] },
    ': $.success_rate: must be 1 or less, got 2',
  ),
  badFile('a bare summary with a negative total', { total_cost_usd: -1 }, ': $.total_cost_usd: must be 0 or more, got -1'),
  badFile('a bare summary with a total as text', { total_cost_usd: '1' }, ': $.total_cost_usd: must be a number, got "1"'),
  badFile(
    'a bare summary with a model that has no name',
    { total_cost_usd: 1, model_stats: [{ cost_usd: 1 }] },
    ': $.model_stats[0].model: is missing',
  ),
  badFile('a run summary with a negative cost', { run_id: 'r', cost_usd: -1 }, ': $.cost_usd: must be 0 or more, got -1'),
  fine('the same key twice, of which the last one counts', editedRow('"cost_usd":0.5', '"cost_usd":99,"cost_usd":0.5'), {
    total_cost_usd: 0.5,
  }),
]

/** Lines of a ledger. */
export const lines: readonly HostileCase[] = [
  afterGoodRow('a line that is no JSON', 'Traceback (most recent call last):', 'is not valid JSON'),
  afterGoodRow('two records in one line', JSON.stringify(row()) + JSON.stringify(row()), 'is not valid JSON'),
  afterGoodRow('a comma behind a record', `${JSON.stringify(row())},`, 'is not valid JSON'),
  afterGoodRow('a list in a line', '[1,2]', 'must be an object, got [1,2]'),
  afterGoodRow('null in a line', 'null', 'must be an object, got null'),
  afterGoodRow(
    'a record without a model',
    '{"timestamp":"2026-11-02T09:00:00Z","input_tokens":1,"output_tokens":1}',
    '$.model: is missing',
  ),
  afterGoodRow('an empty record', '{}', '$.timestamp: is missing'),
  afterGoodRow('a line of 100,000 nested lists', nested, DEEP),
  afterGoodRow('metadata of 100,000 nested lists', editedRow('{"provider":"openai","customer_id":"acme"}', nested), DEEP),
  badRow('metadata as text', { metadata: 'x' }, '$.metadata: must be an object or null, got "x"'),
  badRow('a customer that is a number', { metadata: { customer_id: 7 } }, '$.metadata.customer_id: must be a string or null, got 7'),
  badRow('a step that is a list', { step: ['plan'] }, '$.step: must be a string or null, got ["plan"]'),
  fine('metadata with 100,000 nested lists inside', editedRow('"openai"', `"openai","x":${nested}`), { total_cost_usd: 0.5 }),
  fine('a first line of 300 KB', jsonl(row({ note: 'x'.repeat(300_000) }), row({ step: 'draft' })), { total_cost_usd: 1 }),
  fine('spaces around records', `  ${JSON.stringify(row())}  \n\t${JSON.stringify(row({ step: 'draft' }))}\n`, { total_cost_usd: 1 }),
  fine('no newline at the end', jsonl(row()).trimEnd(), { total_cost_usd: 0.5 }),
  {
    name: 'a last line that ends early',
    files: { 'usage.jsonl': jsonl(row()) + JSON.stringify(row()).slice(0, 40) },
    tells: ['1 usage record is invalid. Mend what writes them, or set on-invalid: skip to judge without them', `usage.jsonl:2: ${CUT}`],
  },
]

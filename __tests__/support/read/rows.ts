import fc from 'fast-check'
import { cost, count, id, metadata, name, timestamp } from './values.ts'

type Member = readonly [key: string, value: string]
/** Members in the order of a writer; absent ones are left out. */
const members = fc
  .record({
    timestamp: timestamp.map((text) => JSON.stringify(text)),
    model: name,
    input_tokens: count,
    output_tokens: count,
    total_tokens: count,
    cost_usd: cost,
    run_id: name,
    step: name,
    agent: name,
    status: fc.constantFrom('"ok"', '"error"', '"in_progress"', '"Success"', '""', 'null'),
    calls: count,
    cached_input_tokens: fc.constantFrom('0', '3', '20000'),
    latency_ms: cost,
    note: name,
    flag: fc.constantFrom('true', 'false', 'null', '[1]', '{"a": 1}'),
    id,
    request_id: id,
    message_id: id,
    metadata,
  })
  .map((row): Member[] => Object.entries(row))

/** Some writers, of whom each writes its own keys. */
const writer = fc.constantFrom(
  ['timestamp', 'model', 'input_tokens', 'output_tokens', 'total_tokens', 'cost_usd', 'run_id', 'step', 'agent', 'metadata'],
  ['timestamp', 'model', 'input_tokens', 'output_tokens', 'cost_usd'],
  ['timestamp', 'model', 'request_id', 'input_tokens', 'output_tokens', 'message_id', 'status'],
  ['id', 'timestamp', 'model', 'input_tokens', 'output_tokens', 'cost_usd', 'metadata'],
  ['model', 'timestamp', 'note', 'input_tokens', 'output_tokens', 'latency_ms', 'calls', 'status', 'agent'],
  ['timestamp', 'model', 'input_tokens', 'cached_input_tokens', 'output_tokens', 'flag', 'metadata'],
  ['timestamp', 'model', 'input_tokens', 'metadata', 'output_tokens', 'step'],
)
const row = fc.tuple(members, writer, fc.constantFrom([', ', ': '], [',', ':'])).map(([all, keys, [comma, colon]]) => {
  const chosen = keys.map((key) => all.find(([name]) => name === key) ?? [key, '0'])
  return `{${chosen.map(([key, value]) => `"${key}"${colon}${value}`).join(comma)}}`
})
/** A valid row, so that layouts are learnt at all. */
const plain = fc
  .tuple(
    fc.nat({ max: 500 }),
    fc.constantFrom('gpt-4o', 'o3'),
    fc.nat({ max: 9 }).map((step) => `s${step}`),
    fc.constantFrom(
      '{"provider": "openai"}',
      '{"case_id": "a"}',
      '{}',
      '{"request_id": "req_1", "provider": "openai"}',
      '{"provider": "openai", "id": "x"}',
    ),
    fc.constantFrom('', '', '"request_id": "req_1", ', '"id": "chatcmpl-1", "message_id": "msg_1", '),
  )
  .map(
    ([tokens, model, step, more, ids]) =>
      `{"timestamp": "2026-10-01T00:00:00.${tokens}Z", ${ids}"model": "${model}", "input_tokens": ${ids === '' ? tokens : tokens % 3}, "output_tokens": 1, "total_tokens": ${tokens + 1}, "cost_usd": ${tokens / 1e4}, "run_id": "r", "step": "${step}", "agent": null, "metadata": ${more}}`,
  )

/** Bytes of a line, some of them damaged at one place. */
const line = fc
  .tuple(fc.oneof(plain, row), fc.nat({ max: 6 }), fc.nat(), fc.constantFrom(0, 10, 13, 32, 34, 44, 48, 92, 123, 125, 128, 255))
  .map(([text, damage, place, byte]) => {
    const bytes = Buffer.from(text)
    const at = place % (bytes.length + 1)
    if (damage === 0) return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)])
    if (damage === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at + 1)])
    return damage === 2 && byte === 125 ? bytes.subarray(0, at) : bytes
  })

/** Bytes of a ledger whose lines are sound, odd or damaged, with repeats among them. */
export const ledgers = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 40, size: 'max' }),
    fc.array(fc.nat(), { maxLength: 5 }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.boolean(),
    fc.constantFrom('', '', '\uFEFF'),
  )
  .map(([lines, repeated, end, closed, mark]) => {
    const all = [...lines, ...repeated.map((index) => lines[index % lines.length] ?? Buffer.alloc(0))]
    const bytes = all.flatMap((one, index) => [one, Buffer.from(index < all.length - 1 || closed ? end : '')])
    return Buffer.concat([Buffer.from(mark), ...bytes])
  })

import { jsonl, row } from '../workspace.ts'
import { badRow, editedRow, fine, type HostileCase } from './case.ts'

const LONG = `must have at most 512 characters, got "${'x'.repeat(56)}…`

/** A name in every place where a row has one. */
function everywhere(name: string): string {
  return jsonl(row({ model: name, run_id: name, step: name, agent: name, metadata: { customer_id: name } }))
}

function named(title: string, name: string): HostileCase {
  const stats = Object.fromEntries([[name, { calls: 1, cost_usd: 0.5 }]])
  const costs = Object.fromEntries([[name, 0.5]])
  return fine(title, everywhere(name), {
    total_cost_usd: 0.5,
    model_stats: stats,
    agent_stats: stats,
    step_stats: stats,
    customer_stats: stats,
    run_costs: { count: 1, costs_usd: costs, max_run_id: name },
  })
}

export const names: readonly HostileCase[] = [
  named('__proto__ as a name', '__proto__'),
  named('constructor as a name', 'constructor'),
  named('prototype as a name', 'prototype'),
  named('hasOwnProperty as a name', 'hasOwnProperty'),
  named('toString as a name', 'toString'),
  named('a number as a name', '10'),
  named('a space as a name', ' '),
  named('512 characters', 'x'.repeat(512)),
  named('512 emojis', '😀'.repeat(512)),
  named('NUL in a name', 'a\0b'),
  named('half a surrogate pair in a name', 'a\uD800b'),
  named('line breaks and escape sequences in a name', '\r\n::error::x\u001B[2J\u202Eevil'),
  named('JSON in a name', '"}],{"'),
  badRow('513 characters', { model: 'x'.repeat(513) }, `$.model: ${LONG}`),
  badRow('513 characters of an agent', { agent: 'x'.repeat(513) }, `$.agent: ${LONG}`),
  badRow('a model without a name', { model: '' }, '$.model: must not be empty, got ""'),
  badRow('a model that is null', { model: null }, '$.model: must be a string, got null'),
  fine('empty names, which are no names', jsonl(row({ run_id: '', step: '', agent: '', metadata: { customer_id: '' } })), {
    agent_stats: {},
    step_stats: {},
    customer_stats: {},
    quality: { records_without_run: 1 },
  }),
  fine('a row with the key __proto__', editedRow('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'), {
    total_cost_usd: 0.5,
  }),
  fine('metadata with the key __proto__', editedRow('"metadata":{', '"metadata":{"__proto__":{"polluted":true,"customer_id":"evil"},'), {
    customer_stats: { acme: { calls: 1 } },
  }),
  fine(
    'a document with the key __proto__',
    '{"__proto__":{"polluted":true},"total_cost_usd":0.5,"model_stats":{"__proto__":{"cost_usd":0.5}}}',
    { total_cost_usd: 0.5, calls: 1 },
  ),
  fine('a run summary with the key __proto__', '{"__proto__":{"polluted":true},"run_id":"__proto__","cost_usd":0.5,"slug":"__proto__"}', {
    total_cost_usd: 0.5,
    runs: 1,
  }),
]

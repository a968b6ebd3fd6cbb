import { jsonl, ONE_INVALID, row } from '../workspace.ts'
import { afterGoodRow, badRow, editedRow, fine, type HostileCase } from './case.ts'

const TIME = '$.timestamp: must look like "2026-11-02T09:00:00.123456+00:00", got'
const DAY = '$.timestamp: must be a day of the calendar, got'

function badCall(name: string, usage: object, problem: string): HostileCase {
  const call = { ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 100, output_tokens: 10, cost_usd: 0.5 } }
  return {
    name,
    files: { 'calls.jsonl': jsonl(call, { ...call, usage: { ...call.usage, ...usage } }) },
    tells: [ONE_INVALID, `calls.jsonl:2: ${problem}`],
  }
}

export const numbers: readonly HostileCase[] = [
  afterGoodRow('NaN', editedRow('0.5', 'NaN'), 'is not valid JSON'),
  afterGoodRow('Infinity', editedRow('0.5', 'Infinity'), 'is not valid JSON'),
  afterGoodRow('a hexadecimal number', editedRow('"input_tokens":100', '"input_tokens":0x10'), 'is not valid JSON'),
  afterGoodRow('a leading zero', editedRow('"input_tokens":100', '"input_tokens":0100'), 'is not valid JSON'),
  afterGoodRow('a leading plus', editedRow('"input_tokens":100', '"input_tokens":+100'), 'is not valid JSON'),
  afterGoodRow('a cost of 1e400', editedRow('0.5', '1e400'), '$.cost_usd: must be a number or null, got Infinity'),
  badRow('a cost above all costs', { cost_usd: 1_000_000.01 }, '$.cost_usd: must be 1000000 or less, got 1000000.01'),
  badRow('a negative cost', { cost_usd: -1e-9 }, '$.cost_usd: must be 0 or more, got -1e-9'),
  badRow('a cost as text', { cost_usd: '0.5' }, '$.cost_usd: must be a number or null, got "0.5"'),
  badRow('a cost that is true', { cost_usd: true }, '$.cost_usd: must be a number or null, got true'),
  badRow('negative tokens', { input_tokens: -5 }, '$.input_tokens: must be 0 or more, got -5'),
  badRow('tokens as text', { input_tokens: '5' }, '$.input_tokens: must be an integer, got "5"'),
  badRow('half a token', { output_tokens: 1.5 }, '$.output_tokens: must be an integer, got 1.5'),
  badRow(
    'more tokens than a double can count',
    { input_tokens: 2 ** 53 },
    '$.input_tokens: must be 1000000000000 or less, got 9007199254740992',
  ),
  badRow('no tokens', { output_tokens: undefined }, '$.output_tokens: is missing'),
  badRow('a total of tokens as text', { total_tokens: '110' }, '$.total_tokens: must be an integer, got "110"'),
  badRow('zero calls', { calls: 0 }, '$.calls: must be 1 or more, got 0'),
  badRow(
    'more cached tokens than tokens',
    { cached_input_tokens: 101 },
    '$.input_tokens: must include cached_input_tokens and cache_write_tokens (101), got 100',
  ),
  fine('a cost of -0, which is 0, which is unknown', editedRow('0.5', '-0.0'), { pricing: { priced_calls: 1 } }),
  fine('a cost of 1e-400, which is 0, which is unknown', editedRow('0.5', '1e-400'), { pricing: { priced_calls: 1 } }),
  fine('integers with a decimal point or an exponent', editedRow('"input_tokens":100', '"input_tokens":1.0e2'), { input_tokens: 100 }),
  badCall('a cost of 1e99 as text', { cost_usd: '1e99' }, '$.usage.cost_usd: must be 1000000 or less, got 1e+99'),
  badCall('a cost of 400 digits as text', { cost_usd: '9'.repeat(400) }, '$.usage.cost_usd: must be 1000000 or less, got Infinity'),
  badCall('a negative cost as text', { cost_usd: '-1' }, '$.usage.cost_usd: must look like "200", got "-1"'),
  badCall('tokens with an exponent as text', { input_tokens: '1e3' }, '$.usage.input_tokens: must match ^[0-9]{1,12}$, got "1e3"'),
  badCall('tokens that are not a number as text', { input_tokens: 'NaN' }, '$.usage.input_tokens: must match ^[0-9]{1,12}$, got "NaN"'),
]

export const times: readonly HostileCase[] = [
  badRow('the 30th of February', { timestamp: '2026-02-30T00:00:00Z' }, `${DAY} "2026-02-30T00:00:00Z"`),
  badRow('the 29th of February in a year that has none', { timestamp: '2100-02-29T00:00:00Z' }, `${DAY} "2100-02-29T00:00:00Z"`),
  badRow('the 31st of April', { timestamp: '2026-04-31T00:00:00Z' }, `${DAY} "2026-04-31T00:00:00Z"`),
  badRow('a 13th month', { timestamp: '2026-13-01T00:00:00Z' }, `${TIME} "2026-13-01T00:00:00Z"`),
  badRow('a 25th hour', { timestamp: '2026-11-02T24:00:00Z' }, `${TIME} "2026-11-02T24:00:00Z"`),
  badRow('a leap second', { timestamp: '2026-11-02T23:59:60Z' }, `${TIME} "2026-11-02T23:59:60Z"`),
  badRow('a day without a time', { timestamp: '2026-11-02' }, `${TIME} "2026-11-02"`),
  badRow('seconds since 1970', { timestamp: 1793610000 }, '$.timestamp: must be a string, got 1793610000'),
  fine('a time in the future', jsonl(row({ timestamp: '2999-12-31T23:59:59Z' })), { daily_cost_usd: { '2999-12-31': 0.5 } }),
  fine('the year 1, as some writers give for no time', jsonl(row({ timestamp: '0001-01-01T00:00:00Z' })), {
    daily_cost_usd: { '0001-01-01': 0.5 },
    monthly_cost_usd: { '0001-01': 0.5 },
  }),
  fine('a time without a zone, which is UTC', jsonl(row({ timestamp: '2026-11-02 23:59' })), { daily_cost_usd: { '2026-11-02': 0.5 } }),
  fine('the 29th of February', jsonl(row({ timestamp: '2028-02-29T00:00:00Z' })), { daily_cost_usd: { '2028-02-29': 0.5 } }),
  fine('a zone that moves the day', jsonl(row({ timestamp: '2026-11-02T00:30:00+02:00' })), { daily_cost_usd: { '2026-11-01': 0.5 } }),
]

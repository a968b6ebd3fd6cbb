import { jsonl, ONE_INVALID, row } from '../workspace.ts'
import { afterGoodRow, badFile, editedRow, fine, type HostileCase } from './case.ts'

const text = jsonl(row())
const utf16 = (content: string) => Buffer.from(content, 'utf16le')

/** A row with these bytes in the name of its step. */
function rowWith(bytes: readonly number[]): Buffer {
  const [before = '', after = ''] = JSON.stringify(row({ step: '#' })).split('#')
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}

export const encodings: readonly HostileCase[] = [
  fine('a byte order mark', `\uFEFF${text}`, { total_cost_usd: 0.5 }),
  fine('a byte order mark before a document', `\uFEFF{"total_cost_usd": 0.5}`, { total_cost_usd: 0.5 }),
  fine('a byte order mark alone', '\uFEFF', { calls: 0 }),
  fine('Windows ends of lines', text.replace('09:00:00', '09:00:00.5').replace('\n', '\r\n').repeat(2), {
    calls: 1,
    quality: { duplicate_records: 1 },
  }),
  afterGoodRow('a byte order mark in the middle', `\uFEFF${JSON.stringify(row())}`, 'is not valid JSON'),
  { name: 'UTF-16LE', files: { 'usage.jsonl': utf16(`\uFEFF${text}`) }, tells: ['usage.jsonl: is UTF-16LE; save it as UTF-8'] },
  { name: 'UTF-16BE', files: { 'usage.jsonl': utf16(`\uFEFF${text}`).swap16() }, tells: ['usage.jsonl: is UTF-16BE; save it as UTF-8'] },
  badFile('UTF-16LE without a mark', utf16(text), ':1: is not valid JSON'),
  afterGoodRow('invalid UTF-8', rowWith([0xff, 0xfe]), 'is not UTF-8'),
  afterGoodRow('a character written longer than it is', rowWith([0xc0, 0xaf]), 'is not UTF-8'),
  afterGoodRow('half a surrogate pair as bytes', rowWith([0xed, 0xa0, 0x80]), 'is not UTF-8'),
  afterGoodRow('Latin-1', rowWith([0xe9]), 'is not UTF-8'),
  afterGoodRow('NUL in a text', rowWith([0]), 'is not valid JSON'),
  afterGoodRow('NULs between records', Buffer.alloc(64), 'is not valid JSON'),
  badFile('a file of NULs', Buffer.alloc(4096), ': is not valid JSON'),
  {
    name: 'invalid UTF-8 in a document',
    files: { 'b.json': Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) },
    tells: ['b.json: is not UTF-8'],
  },
  {
    name: 'old Macintosh ends of lines',
    files: { 'usage.jsonl': `${text.replace('\n', '\r')}${text}` },
    tells: [ONE_INVALID, 'usage.jsonl:1: is not valid JSON'],
    leavesUsd: 0,
  },
  fine('a line separator inside a name', jsonl(row({ step: 'a\u2028b' })), { step_stats: { 'a\u2028b': { calls: 1 } } }),
  fine('letters written as escapes', editedRow('gpt-4o', '\\u0067pt-4o'), { model_stats: { 'gpt-4o': { calls: 1 } } }),
]

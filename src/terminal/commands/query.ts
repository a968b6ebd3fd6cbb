import { MOST_ROWS, QUERY_SORTS, ROWS, type Sort } from '../../analyse/query/sorts.ts'
import type { QueryResult } from '../../analyse/query/top.ts'
import type { Args, Command } from '../flags.ts'
import { READING, readingContext, readingPlaces } from '../records.ts'
import { paint, print, printText } from '../screen.ts'
import { choose, readFilter, readNumber, SELECTING } from '../selection.ts'

const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const

export const query: Command = {
  name: 'query',
  purpose: 'List records, the most expensive first, with the file and line they stand in.',
  usage: 'query [FILE...] [--run-id PATTERN] [--search TEXT] [--sort cost|time|tokens] [--limit N]',
  examples: [
    'query --run-id mag-abc123',
    "query --model 'gpt-4*' --limit 5",
    'query --search refund --limit 50',
    'query --customer acme-corp --since 2026-11-01 --format csv',
  ],
  inputs: [...READING],
  flags: {
    ...SELECTING,
    'search=TEXT':
      'Only records with this text, whatever its case, in a name (model, provider, run, step, agent, customer, case) or in a key or value of their metadata.',
    'sort=cost|time|tokens': 'What comes first: the most expensive, the newest or the largest. Default: cost.',
    'limit=N': `How many records at the most. Default: ${ROWS}.`,
    'format=table|json|jsonl|csv': 'What to print; json gives a list, jsonl rows of a ledger. Default: table.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'table')
    const { result, sort } = await findRecords(args)
    const render = await import('../../render/query.ts')
    if (format === 'table') printText(render.renderQueryTable(result, sort, paint()))
    else if (format === 'json') print(render.renderQueryJson(result))
    else print(format === 'csv' ? render.renderQueryCsv(result) : render.renderQueryLines(result))
    return 0
  },
}

/** The records that were asked for, of the files that were named or of the usual places. */
export async function findRecords(args: Args): Promise<{ result: QueryResult; sort: Sort }> {
  const sort = choose(args, 'sort', QUERY_SORTS, 'cost')
  const limit = readNumber(args, 'limit', MOST_ROWS, ROWS) ?? ROWS
  const filter = readFilter(args)
  const places = readingPlaces(args)
  const { expectSearch, findRecords } = await import('../../analyse/query/make.ts')
  const text = args.flags.get('search')
  const search = text === undefined ? null : expectSearch('--search', text, '--search refund')
  return { result: await findRecords({ ...places.settings, filter, search, sort, limit }, readingContext(places)), sort }
}

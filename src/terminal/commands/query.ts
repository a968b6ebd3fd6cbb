import type { QueryResult, Sort } from '../../analyse/query/top.ts'
import type { Args, Command } from '../flags.ts'
import { READING, readingSettings, readRecords } from '../records.ts'
import { paint, print, printText } from '../screen.ts'
import { choose, readFilter, readNumber, SELECTING } from '../selection.ts'

const FORMATS = ['table', 'jsonl', 'csv'] as const
const LIMIT = 20
const MOST = 100_000
const SORTS: readonly Sort[] = ['cost', 'time', 'tokens']

export const query: Command = {
  name: 'query',
  purpose: 'List records, the most expensive first, with the file and line they stand in.',
  usage: 'query [FILE...] [--run-id PATTERN] [--sort cost|time|tokens] [--limit N]',
  examples: ['query --run-id mag-abc123', "query --model 'gpt-4*' --limit 5", 'query --customer acme-corp --since 2026-11-01 --format csv'],
  inputs: [...READING],
  flags: {
    ...SELECTING,
    'sort=cost|time|tokens': 'What comes first: the most expensive, the newest or the largest. Default: cost.',
    'limit=N': `How many records at the most. Default: ${LIMIT}.`,
    'format=table|jsonl|csv': 'What to print; jsonl gives rows of a ledger. Default: table.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'table')
    const { result, sort } = await findRecords(args)
    const render = await import('../../render/query.ts')
    if (format === 'table') printText(render.renderQueryTable(result, sort, paint()))
    else print(format === 'csv' ? render.renderQueryCsv(result) : render.renderQueryLines(result))
    return 0
  },
}

/** The records that were asked for, of the files that were named or of the usual places. */
export async function findRecords(args: Args): Promise<{ result: QueryResult; sort: Sort }> {
  const sort = choose(args, 'sort', SORTS, 'cost')
  const limit = readNumber(args, 'limit', MOST, LIMIT) ?? LIMIT
  const filter = readFilter(args)
  const settings = readingSettings(args)
  const { Top } = await import('../../analyse/query/top.ts')
  const top = new Top({ filter, sort, limit, timezone: settings.timezone })
  await readRecords(settings, top)
  return { result: top.finish(), sort }
}

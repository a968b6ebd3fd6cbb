import { MOST_ROWS, ROWS, RUN_SORTS, type RunSort } from '../../analyse/query/sorts.ts'
import type { RunsResult } from '../../analyse/runs/runs.ts'
import type { Args, Command } from '../flags.ts'
import { READING, readingContext, readingPlaces } from '../records.ts'
import { complain, paint, print, printText, toJsonText } from '../screen.ts'
import { choose, readFilter, readNumber, SELECTING } from '../selection.ts'

const FORMATS = ['text', 'json', 'csv'] as const

export const runs: Command = {
  name: 'runs',
  purpose: 'List runs with what each cost and how it ended, the most expensive first.',
  usage: 'runs [FILE...] [--agent PATTERN] [--sort cost|time|calls|tokens] [--limit N]',
  examples: ['runs --agent offer-orchestrator-mag --limit 100', 'runs --sort time --since 2026-11-01', 'runs --format json'],
  inputs: [...READING],
  flags: {
    ...SELECTING,
    'sort=cost|time|calls|tokens':
      'What comes first: the most expensive, the newest, the busiest (most calls) or the largest. Default: cost.',
    'limit=N': `How many runs at the most. Default: ${ROWS}.`,
    'format=text|json|csv': 'What to print; json gives a list. Default: text.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    const { result, sort } = await findRuns(args)
    const render = await import('../../render/runs.ts')
    if (format === 'text') {
      printText(render.renderRunsText(result, sort, paint()))
      return 0
    }
    print(format === 'csv' ? render.renderRunsCsv(result) : toJsonText(result.runs))
    // Rows have no place for what is in none of them.
    const gaps = render.writeRunGaps(result)
    if (gaps.length > 0) complain(gaps.join('\n'))
    return 0
  },
}

/** The runs that were asked for, of the files that were named or of the usual places. */
export async function findRuns(args: Args): Promise<{ result: RunsResult; sort: RunSort }> {
  const sort = choose(args, 'sort', RUN_SORTS, 'cost')
  const limit = readNumber(args, 'limit', MOST_ROWS, ROWS) ?? ROWS
  const filter = readFilter(args)
  const places = readingPlaces(args)
  const { listRuns } = await import('../../analyse/runs/make.ts')
  return { result: await listRuns({ ...places.settings, filter, sort, limit }, readingContext(places)), sort }
}

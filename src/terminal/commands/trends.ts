import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { MOST_DAYS, MOST_WEEKS, TOOL, TRENDS_BY, WEEKS } from '../../analyse/trends/periods.ts'
import { InputError } from '../../errors.ts'
import { reading, readText } from '../../files/text.ts'
import type { CostSummary, CostTrends } from '../../generated/types.ts'
import { detect } from '../../read/detect.ts'
import { readDocument } from '../../read/native/document.ts'
import { isoTime } from '../../time.ts'
import type { Args, Command } from '../flags.ts'
import { READING, readingContext, readingPlaces } from '../records.ts'
import { paint, print, printText, toJsonText } from '../screen.ts'
import { choose, readFilter, readNumber, SELECTING } from '../selection.ts'

const FORMATS = ['text', 'json', 'csv'] as const

const { 'since=TIME': _, ...CHOOSING } = SELECTING

export const trends: Command = {
  name: 'trends',
  purpose: 'Show how cost develops per week or day, or per record of a stored baseline.',
  usage: 'trends [FILE...] [--weeks N | --days N] [--by total|agent|model]',
  examples: ['trends --weeks 4', 'trends --days 14 --by agent', 'trends baseline.json --by model --format csv'],
  inputs: [...READING],
  flags: {
    'weeks=N': 'How many ISO weeks, the last one included. Default: 4.',
    'days=N': 'How many days, instead of weeks.',
    'by=total|agent|model': 'What to show a line for. Default: total.',
    ...CHOOSING,
    'until=TIME': 'Where to end: at the end of this day, or before this time. Default: the last record.',
    'format=text|json|csv': 'What to print. Default: text.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    const document = await traceFiles(args)
    if (format === 'json') print(toJsonText(document))
    else if (format === 'csv') print((await import('../../render/trends.ts')).renderTrendsCsv(document))
    else printText((await import('../../render/trends.ts')).renderTrendsText(document, paint()))
    return 0
  },
}

/** Trends of the files that were named or of the usual places, or of the one stored baseline that was named. */
export async function traceFiles(args: Args): Promise<CostTrends> {
  const by = choose(args, 'by', TRENDS_BY, 'total')
  const [weeks, days] = [readNumber(args, 'weeks', MOST_WEEKS, WEEKS), readNumber(args, 'days', MOST_DAYS, 14)]
  if (weeks !== null && days !== null) throw new InputError('--weeks and --days exclude each other. Example: --weeks 4')
  const filter = readFilter(args)
  const places = readingPlaces(args)
  const nowMs = Date.now()
  const stored = readStored(args)
  if (stored !== null) {
    const { traceHistory } = await import('../../analyse/trends/history.ts')
    return traceHistory(stored, by, TOOL, isoTime(nowMs))
  }
  const { traceSpend } = await import('../../analyse/trends/make.ts')
  const unit = days === null ? 'week' : 'day'
  return traceSpend({ ...places.settings, by, unit, periods: days ?? weeks ?? WEEKS, filter }, readingContext(places), nowMs)
}

/** The cost summary, where one alone is named; null: the files have records. */
function readStored({ files, flags, cwd }: Args): CostSummary | null {
  const [file] = files
  if (file === undefined || files.length > 1 || /[*?]/.test(file)) return null
  const path = resolve(cwd, file)
  // A pipe would block; it is refused where records are read.
  if (!reading(file, () => statSync(path)).isFile() || detect(path, file).kind !== 'document') return null
  const document = readDocument(readText(path, file))
  if ('fault' in document || document.format !== 'cost-summary') return null
  const [flag] = ['weeks', 'days', 'until', 'agent', 'customer', 'model', 'step', 'case', 'run-id'].filter((name) => flags.has(name))
  if (flag !== undefined)
    throw new InputError(
      `--${flag} needs records; ${file} is a cost summary, whose history has one total per record. Example: trends ${file} --by agent`,
    )
  return document.content
}

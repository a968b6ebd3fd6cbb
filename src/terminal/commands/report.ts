import { resolve } from 'node:path'
import { InputError, shown } from '../../errors.ts'
import { writeText } from '../../files/write.ts'
import type { CostReport } from '../../generated/types.ts'
import { calendar } from '../../time.ts'
import { daysOf, NO_PERIOD, PERIOD, REPORT_BY } from '../../usage/days.ts'
import type { Filter } from '../../usage/filter.ts'
import type { Args, Command } from '../flags.ts'
import { READING, readingPlaces } from '../records.ts'
import { complain, paint, print, printText, progress, toJsonText } from '../screen.ts'
import { choose, readFilter, SELECTING } from '../selection.ts'

/** Flags that choose a part of the spend of a time. */
const NAMES = ['agent', 'customer', 'model', 'step', 'case', 'run-id'] as const
const FORMATS = ['text', 'markdown', 'json', 'csv', 'map'] as const
type Format = (typeof FORMATS)[number]

export const report: Command = {
  name: 'report',
  purpose: 'Show what was spent, by agent, model, customer, step, case, run or day; with --policy, exit 1 beyond a limit.',
  usage: 'report [FILE...] [--by KIND] [--period PERIOD] [--policy FILE] [--output FILE]',
  examples: [
    'report --agent offer-orchestrator-mag',
    'report --by customer --since 2026-11-01 --until 2026-11-30 --format csv',
    'report --by day --format json --output reports/costs.json',
    'report --period yesterday --policy cost_governance.yaml',
    'report --period yesterday --format map',
  ],
  exitCodes: '0 done or, with --policy, pass or warn, 1 fail',
  inputs: [...READING, 'policy-path', 'fail-on', 'dry-run'],
  meanings: {
    'policy-path': 'Judge by this policy and exit 1 where a limit is broken. Default: none.',
    'fail-on': 'With --policy: exit 1 on findings of this level: error, warning (and errors), or never. Default: error.',
    'dry-run': 'With --policy: judge and print, and never exit 1.',
  },
  flags: {
    'by=agent|model|customer|step|case|run|day': 'What to group by. Default: agent.',
    'period=PERIOD': 'yesterday, today, last-7-days (or another number of whole days), this-month, last-month or all. Default: all.',
    ...SELECTING,
    'format=text|markdown|json|csv|map': 'What to write; map gives JSON with the cost of each name alone. Default: text.',
    'output=FILE': 'Write it to this file, not to the terminal.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    const report = await reportFiles(args)
    const text = await render(report, format, args.flags.has('output'))
    const output = args.flags.get('output')
    if (output !== undefined) {
      await writeText(resolve(args.cwd, output), text)
      printText(`Report: ${output}`)
    } else if (format === 'text') printText(text)
    else print(text)
    // The map has costs, and no place for what is in none of them.
    const missing = format === 'map' ? (await import('../../render/report/words.ts')).writeMissing(report) : []
    if (missing.length > 0) complain(missing.join('\n'))
    const { judgement } = report
    return judgement?.alerts && !judgement.dry_run ? 1 : 0
  },
}

/** The report on the files that were named, or on the usual places. */
export async function reportFiles(args: Args): Promise<CostReport> {
  expectPolicy(args)
  const by = choose(args, 'by', REPORT_BY, 'agent')
  const { settings, files } = readingPlaces(args)
  const nowMs = Date.now()
  const filter = readReportFilter(args, calendar(settings.timezone)(nowMs))
  const { makeReport } = await import('../../analyse/report/make.ts')
  return makeReport({ ...settings, by, filter, judges: settings['policy-path'].length > 0 }, { nowMs, onProgress: progress(), files })
}

/** Without a policy nothing is judged: flags about the verdict would look as if there were one. */
function expectPolicy({ inputs }: Args): void {
  const policy = inputs['policy-path']
  if (policy?.trim() === '') throw new InputError('--policy needs a value. See: llm-cost-gate report --help')
  const flag = (['fail-on', 'dry-run'] as const).find((name) => inputs[name] !== undefined)
  if (policy === undefined && flag !== undefined)
    throw new InputError(
      `--${flag} needs --policy: without one nothing is judged. Example: llm-cost-gate report --policy cost_governance.yaml`,
    )
}

/** Which records, and of what time. */
function readReportFilter(args: Args, today: string): Filter {
  const filter = readFilter(args)
  const { flags, inputs } = args
  const named = NAMES.find((name) => flags.has(name))
  if (inputs['policy-path'] !== undefined && named !== undefined)
    throw new InputError(
      `--policy judges what everybody spent: leave out --${named}. Example: llm-cost-gate report --policy cost_governance.yaml`,
    )
  const period = flags.get('period')
  if (period === undefined) return filter
  if (!PERIOD.test(period)) throw new InputError(`--period ${NO_PERIOD}, got ${shown(period)}. Example: --period last-7-days`)
  if (filter.since !== null || filter.until !== null)
    throw new InputError('--period and --since or --until name the time twice: leave one out. Example: --period last-7-days')
  return { ...filter, ...daysOf(period, today) }
}

async function render(document: CostReport, format: Format, toFile: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderReportText } = await import('../../render/report/text.ts')
      return renderReportText(document, toFile ? (_style, text) => text : paint())
    }
    case 'markdown':
      return (await import('../../render/report/markdown.ts')).renderReportMarkdown(document)
    case 'csv':
      return (await import('../../render/report/csv.ts')).renderReportCsv(document)
    case 'json':
      return toJsonText(document)
    case 'map':
      return toJsonText((await import('../../analyse/report/map.ts')).toCostMap(document))
  }
}

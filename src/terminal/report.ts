import { resolve } from 'node:path'
import type { CostReport, ReportBy } from '../generated/types.ts'
import { VERSION } from '../generated/version.ts'
import { isoTime } from '../time.ts'
import { writeText } from '../write.ts'
import type { Args, Command } from './flags.ts'
import { READING, readingSettings, readRecords } from './records.ts'
import { paint, print, printText, toJsonText } from './screen.ts'
import { choose, readFilter, SELECTING } from './selection.ts'

const BY: readonly ReportBy[] = ['agent', 'model', 'customer', 'step', 'day']
const FORMATS = ['text', 'markdown', 'json', 'csv'] as const
type Format = (typeof FORMATS)[number]

export const report: Command = {
  name: 'report',
  purpose: 'Show what was spent, by agent, model, customer, step or day.',
  usage: 'report [FILE...] [--by agent|model|customer|step|day] [--output FILE]',
  examples: [
    'report --agent offer-orchestrator-mag',
    'report --by customer --since 2026-11-01 --until 2026-11-30 --format csv',
    'report --by day --format json --output reports/costs.json',
  ],
  inputs: [...READING],
  flags: {
    'by=agent|model|customer|step|day': 'What to group by. Default: agent.',
    ...SELECTING,
    'format=text|markdown|json|csv': 'What to write. Default: text.',
    'output=FILE': 'Write it to this file, not to the terminal.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    const text = await render(await reportFiles(args), format, args.flags.has('output'))
    const output = args.flags.get('output')
    if (output !== undefined) {
      await writeText(resolve(output), text)
      printText(`Report: ${output}`)
    } else if (format === 'text') printText(text)
    else print(text)
    return 0
  },
}

/** The report on the files that were named, or on the usual places. */
export async function reportFiles(args: Args): Promise<CostReport> {
  const by = choose(args, 'by', BY, 'agent')
  const filter = readFilter(args)
  const settings = readingSettings(args)
  const { Reporter } = await import('../report/report.ts')
  const reporter = new Reporter({ by, filter, timezone: settings.timezone })
  await readRecords(settings, reporter)
  return reporter.finish({ name: 'llm-cost-gate', version: VERSION }, isoTime(Date.now()))
}

async function render(document: CostReport, format: Format, toFile: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderReportText } = await import('../render/report/text.ts')
      return renderReportText(document, toFile ? (_style, text) => text : paint())
    }
    case 'markdown':
      return (await import('../render/report/markdown.ts')).renderReportMarkdown(document)
    case 'csv':
      return (await import('../render/report/csv.ts')).renderReportCsv(document)
    case 'json':
      return toJsonText(document)
  }
}

import { resolve } from 'node:path'
import { writeJson, writeText } from '../../files/write.ts'
import { runGate } from '../../gate.ts'
import { INPUTS } from '../../generated/inputs.ts'
import type { Report } from '../../generated/types.ts'
import { renderComment } from '../../render/comment.ts'
import { renderTerminal } from '../../render/terminal.ts'
import type { InputName } from '../../settings.ts'
import type { Command } from '../flags.ts'
import { readPlaces, type Typed } from '../places.ts'
import { paint, print, printText, progress, toJsonText } from '../screen.ts'
import { choose } from '../selection.ts'

const ON_GITHUB_ONLY: readonly InputName[] = [
  'mode',
  'policy-ref',
  'baseline-artifact',
  'comment-mode',
  'comment-key',
  'approval-label',
  'report-by',
  'report-period',
  'on-alert',
  'issue-label',
  'upload-report',
  'github-token',
]
/** A comment on GitHub is no longer than this; in a terminal it need not be shorter. Characters. */
const COMMENT_LENGTH = 65_536

const FORMATS = ['text', 'markdown', 'json', 'junit', 'sarif'] as const
type Format = (typeof FORMATS)[number]
/** In a terminal there is nowhere to look for a baseline that nobody names. */
const GET_BASELINE = `To get a baseline, run this on the base branch, then name it with --baseline:
  llm-cost-gate summarize --history baseline.json --output baseline.json`

export const gate: Command = {
  name: 'gate',
  purpose: 'Compare usage with a baseline, judge it by the policy, and exit 1 on a regression or a broken budget.',
  usage: 'gate [FILE...] [--baseline FILE] [--policy FILE]...',
  examples: [
    'gate --baseline baseline.json',
    'gate summary.json --policy catalog/policies/cost_governance.yaml --dry-run',
    'gate --baseline baseline.json --max-increase-percent 10 --min-increase-usd 0.05',
    'gate --baseline baseline.json --format markdown > comment.md',
    'gate --baseline baseline.json --format junit -o junit.xml',
  ],
  exitCodes: '0 pass or warn, 1 fail',
  inputs: (Object.keys(INPUTS) as InputName[]).filter((name) => !ON_GITHUB_ONLY.includes(name)),
  flags: {
    'format=text|markdown|json|junit|sarif':
      'What to write: text, the comment, the report, or the findings for other systems: test results (JUnit) or code scanning (SARIF). Default: text.',
    'output=FILE': 'Write that to this file, and print the text.',
    'report=FILE': 'Write the report (JSON) to this file.',
    'html=FILE': 'Write the report as a page with charts and tables to this file. It needs no network.',
    'summary=FILE': 'Write the cost summary (JSON) to this file.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    const report = await gateFiles(args)
    for (const [flag, document] of [
      ['report', report],
      ['summary', report.head],
    ] as const) {
      const file = args.flags.get(flag)
      if (file !== undefined) await writeJson(resolve(args.cwd, file), document)
    }
    const page = args.flags.get('html')
    if (page !== undefined) await writePage(resolve(args.cwd, page), report)
    const output = args.flags.get('output')
    if (output !== undefined) await writeText(resolve(args.cwd, output), await render(report, format))
    if (format === 'text' || output !== undefined) await printReport(report)
    else print(await render(report, format))
    return report.blocked ? 1 : 0
  },
}

/** The report of the files that were named, or of the usual places. */
export async function gateFiles(typed: Typed): Promise<Report> {
  const { settings, files } = readPlaces(typed)
  return runGate(settings, {
    mode: 'gate',
    now: Date.now,
    commit: process.env.GITHUB_SHA ?? null,
    onProgress: progress(),
    files,
    findBaseline: null,
    findApproval: null,
    reviewFiles: null,
  })
}

/** Charts are drawn only where somebody wants to see them. */
async function writePage(file: string, report: Report): Promise<void> {
  const { renderPage } = await import('../../render/page/page.ts')
  await writeText(file, renderPage(report))
}

/** Savings come last: nobody looks for them first. */
async function printReport(report: Report): Promise<void> {
  printText(renderTerminal(report, paint()))
  if (report.baseline.state === 'missing') printText(`\n${GET_BASELINE}`)
  if (report.savings === null) return
  const { renderSavingsText } = await import('../../render/savings/terminal.ts')
  printText(`\n${renderSavingsText(report.savings, paint())}`)
}

async function render(report: Report, format: Format): Promise<string> {
  switch (format) {
    case 'text':
      return renderTerminal(report, (_style, text) => text)
    case 'markdown':
      return renderComment(report, { maxLength: COMMENT_LENGTH })
    case 'json':
      return toJsonText(report)
    case 'junit':
      return (await import('../../render/formats/junit.ts')).renderJunit(report)
    case 'sarif':
      return toJsonText((await import('../../render/formats/sarif.ts')).toSarif(report))
  }
}

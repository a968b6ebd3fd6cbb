import { resolve } from 'node:path'
import { InputError } from '../../errors.ts'
import { localFiles } from '../../files/source.ts'
import { writeJson } from '../../files/write.ts'
import { runGate } from '../../gate.ts'
import { INPUTS } from '../../generated/inputs.ts'
import type { Report } from '../../generated/types.ts'
import { renderComment } from '../../render/comment.ts'
import { renderTerminal } from '../../render/terminal.ts'
import { type InputName, readSettings } from '../../settings.ts'
import type { Args, Command } from '../flags.ts'
import { paint, print, printJson, printText, progress } from '../screen.ts'

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

export const gate: Command = {
  name: 'gate',
  purpose: 'Compare usage with a baseline, judge it by the policy, and exit 1 on a regression or a broken budget.',
  usage: 'gate [FILE...] [--baseline FILE] [--policy FILE]...',
  examples: [
    'gate --baseline baseline.json',
    'gate summary.json --policy catalog/policies/cost_governance.yaml --dry-run',
    'gate --baseline baseline.json --max-increase-percent 10 --min-increase-usd 0.05',
    'gate --baseline baseline.json --format markdown > comment.md',
  ],
  inputs: (Object.keys(INPUTS) as InputName[]).filter((name) => !ON_GITHUB_ONLY.includes(name)),
  flags: {
    'format=text|markdown|json': 'What to print: text for people, the comment, or the report. Default: text.',
    'report=FILE': 'Write the report (JSON) to this file.',
    'summary=FILE': 'Write the cost summary (JSON) to this file.',
  },
  async run(args) {
    const show = printing(args.flags.get('format') ?? 'text')
    const report = await gateFiles(args)
    for (const [flag, document] of [
      ['report', report],
      ['summary', report.head],
    ] as const) {
      const file = args.flags.get(flag)
      if (file !== undefined) await writeJson(resolve(file), document)
    }
    await show(report)
    return report.blocked ? 1 : 0
  },
}

/** The report of the files that were named, or of the usual places. */
export async function gateFiles(args: Pick<Args, 'files' | 'inputs'>): Promise<Report> {
  const settings = readSettings({ ...args.inputs, ...(args.files.length > 0 && { 'usage-path': args.files.join('\n') }) }, '--')
  return runGate(settings, {
    mode: 'gate',
    now: Date.now,
    commit: process.env.GITHUB_SHA ?? null,
    onProgress: progress(),
    files: localFiles(settings['working-directory']),
    findBaseline: null,
    findApproval: null,
    reviewFiles: null,
  })
}

/** Savings come last: nobody looks for them first. */
async function printReport(report: Report): Promise<void> {
  printText(renderTerminal(report, paint()))
  if (report.savings === null) return
  const { renderSavingsText } = await import('../../render/savings/terminal.ts')
  printText(`\n${renderSavingsText(report.savings, paint())}`)
}

function printing(format: string): (report: Report) => void | Promise<void> {
  if (format === 'text') return printReport
  if (format === 'markdown') return (report) => print(renderComment(report, { maxLength: COMMENT_LENGTH }))
  if (format === 'json') return printJson
  throw new InputError(`--format must be text, markdown or json, got "${format}"`)
}

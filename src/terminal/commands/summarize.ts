import { resolve } from 'node:path'
import { readBaseline } from '../../baseline/file.ts'
import { withHistory } from '../../baseline/history.ts'
import { InputError, shown } from '../../errors.ts'
import { localFiles } from '../../files/source.ts'
import { writeJson } from '../../files/write.ts'
import type { CostSummary } from '../../generated/types.ts'
import { summarizeWorkspace } from '../../measure/summary.ts'
import { renderSummary } from '../../render/summary.ts'
import { count } from '../../words/format.ts'
import type { Args, Command } from '../flags.ts'
import { readPlaces } from '../places.ts'
import { paint, printJson, printText, progress } from '../screen.ts'

export const summarize: Command = {
  name: 'summarize',
  purpose: 'Sum up the usage of a workspace; the result can serve as a baseline.',
  usage: 'summarize [FILE...] [--output FILE]',
  examples: [
    'summarize --output baseline.json',
    "summarize --output summary.json && jq '.model_stats' summary.json",
    'summarize --history baseline.json --output baseline.json',
    'summarize .runs/costs/costs.jsonl --format json',
  ],
  meanings: { since: 'Leave out what is earlier than this ISO 8601 time. Sums per day and month hold all.' },
  inputs: ['usage-path', 'since', 'on-invalid', 'pricing-path', 'timezone', 'working-directory'],
  flags: {
    'output=FILE': 'Write the cost summary (JSON) to this file.',
    'history=FILE':
      'Append the records of this baseline, so that the noise of the suite is known from 8 of them on. Where there is no such file the history begins.',
    'commit=SHA': 'Commit to name in the summary. Default: the one that is checked out.',
    'format=text|json': 'What to print. Default: text.',
  },
  async run(args) {
    const summary = await summarizeFiles(args)
    const file = args.flags.get('history')
    if (file === undefined) return showSummary(args, summary, null)
    const before = await readHistory(file, args.cwd)
    return showSummary(args, withHistory(summary, before), before === null ? file : null)
  },
}

/** Sums up the files that were named, or the usual places. */
export async function summarizeFiles(args: Args): Promise<CostSummary> {
  const { settings, files, folder } = readPlaces(args)
  const commit = args.flags.get('commit') ?? (await currentCommit(folder))
  return (await summarizeWorkspace(settings, { nowMs: Date.now(), commit, onProgress: progress(), files })).summary
}

/** The baseline that goes on; null where there is none yet. Throws an InputError for one that cannot be read, or that is no cost summary. */
async function readHistory(file: string, cwd: string): Promise<CostSummary | null> {
  const { used, summary } = await readBaseline(localFiles(cwd), file, { records: 1, level: { percent: 0, minUsd: 0 } })
  if (used.state === 'missing') return null
  if (summary === null)
    throw new InputError(
      `--history ${shown(file)} is a ${(used.format ?? 'file').replace('-', ' ')}, which has no records. Make one with: llm-cost-gate summarize --output FILE`,
    )
  return summary
}

/** Writes the summary where it was asked for, and prints it. @param missing file that the history should have gone on from. */
export async function showSummary(args: Args, summary: CostSummary, missing: string | null): Promise<number> {
  const format = args.flags.get('format') ?? 'text'
  if (format !== 'text' && format !== 'json') throw new InputError(`--format must be text or json, got "${format}"`)
  const output = args.flags.get('output')
  if (output !== undefined) await writeJson(resolve(args.cwd, output), summary)
  if (format === 'json') printJson(summary)
  else printText(renderSummary(summary, paint()))
  if (format === 'text') for (const line of sayWritten(output, summary.history?.length ?? 0, missing)) printText(line)
  return 0
}

/** Where the summary went, and how many records it goes on from: a history that nobody writes is lost, and so is one whose name is misspelt. */
function sayWritten(output: string | undefined, records: number, missing: string | null): string[] {
  const begins = missing === null || missing === output ? '' : ` that begins here: ${missing} does not exist`
  const history = records === 0 ? '' : `a history of ${count(records, 'record')}${begins}`
  if (output !== undefined) return [`Cost summary: ${output}${history === '' ? '' : `, with ${history}`}`]
  return history === '' ? [] : [`Not written: ${history}. Name a file with --output`]
}

/** The commit that is checked out in a folder; null where it is no git checkout. */
async function currentCommit(cwd: string): Promise<string | null> {
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')])
  return promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  )
}

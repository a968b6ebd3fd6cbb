import { resolve } from 'node:path'
import { InputError } from '../../errors.ts'
import { localFiles } from '../../files/source.ts'
import { writeJson } from '../../files/write.ts'
import type { CostSummary } from '../../generated/types.ts'
import { summarizeWorkspace } from '../../measure/summary.ts'
import { renderSummary } from '../../render/summary.ts'
import { type RawInputs, readSettings } from '../../settings.ts'
import type { Args, Command } from '../flags.ts'
import { paint, printJson, printText, progress } from '../screen.ts'

export const summarize: Command = {
  name: 'summarize',
  purpose: 'Sum up the usage of a workspace; the result can serve as a baseline.',
  usage: 'summarize [FILE...] [--output FILE]',
  examples: [
    'summarize --output baseline.json',
    "summarize --output summary.json && jq '.model_stats' summary.json",
    'summarize .runs/costs/costs.jsonl --format json',
  ],
  inputs: ['usage-path', 'since', 'on-invalid', 'pricing-path', 'timezone', 'working-directory'],
  flags: {
    'output=FILE': 'Write the cost summary (JSON) to this file.',
    'commit=SHA': 'Commit to name in the summary. Default: the one that is checked out.',
    'format=text|json': 'What to print. Default: text.',
  },
  async run(args) {
    return showSummary(args, await summarizeFiles(args, {}))
  },
}

/** Sums up the files that were named, or the usual places. */
export async function summarizeFiles(args: Args, overrides: RawInputs): Promise<CostSummary> {
  const settings = readSettings(
    { ...args.inputs, ...(args.files.length > 0 && { 'usage-path': args.files.join('\n') }), ...overrides },
    '--',
  )
  const commit = args.flags.get('commit') ?? (await currentCommit(settings['working-directory']))
  const files = localFiles(settings['working-directory'])
  return (await summarizeWorkspace(settings, { nowMs: Date.now(), commit, onProgress: progress(), files })).summary
}

/** Writes the summary where it was asked for, and prints it. */
export async function showSummary(args: Args, summary: CostSummary): Promise<number> {
  const format = args.flags.get('format') ?? 'text'
  if (format !== 'text' && format !== 'json') throw new InputError(`--format must be text or json, got "${format}"`)
  const output = args.flags.get('output')
  if (output !== undefined) await writeJson(resolve(output), summary)
  if (format === 'json') printJson(summary)
  else printText(renderSummary(summary, paint()))
  if (output !== undefined && format === 'text') printText(`Cost summary: ${output}`)
  return 0
}

/** The commit that is checked out in a folder; null where it is no git checkout. */
async function currentCommit(cwd: string): Promise<string | null> {
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')])
  return promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  )
}

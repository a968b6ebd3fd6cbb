import { InputError } from '../../errors.ts'
import type { Savings } from '../../generated/types.ts'
import type { Args, Command } from '../flags.ts'
import { readPlaces } from '../places.ts'
import { paint, print, printJson, printText, progress } from '../screen.ts'
import { choose } from '../selection.ts'

const FORMATS = ['text', 'markdown', 'json'] as const

export const savings: Command = {
  name: 'savings',
  purpose: 'Show what could have cost less: other models, batch calls, a cache, shorter answers, fewer escalations. Upper bounds.',
  usage: 'savings [FILE...] [--batch-steps STEPS] [--alternatives FILE]',
  examples: [
    'savings',
    'savings --batch-steps classify,retrieve',
    'savings summary.json --alternatives alternatives.yaml --format markdown',
  ],
  inputs: ['usage-path', 'since', 'on-invalid', 'pricing-path', 'alternatives-path', 'timezone', 'working-directory'],
  meanings: {
    since: 'ISO 8601 time. Leave out what is earlier.',
    'alternatives-path': 'Which model could do which task (YAML). Default: the bundled list.',
  },
  flags: {
    'batch-steps=STEPS':
      'Steps that can wait for a batch: names or globs, with commas. Default: all that the alternatives do not call interactive.',
    'format=text|markdown|json': 'What to print. Default: text.',
  },
  async run(args) {
    const format = choose(args, 'format', FORMATS, 'text')
    await show(await savingsOfFiles(args), format)
    return 0
  },
}

/** What the files that were named, or those in the usual places, could have saved. */
export async function savingsOfFiles(args: Args): Promise<Savings> {
  const { settings, files } = readPlaces(args)
  const { findWorkspaceSavings } = await import('../../analyse/savings/make.ts')
  return findWorkspaceSavings({ ...settings, batchSteps: readSteps(args.flags.get('batch-steps')) }, { onProgress: progress(), files })
}

function readSteps(list: string | undefined): string[] | null {
  if (list === undefined) return null
  const steps = list.split(',').map((step) => step.trim())
  if (steps.includes(''))
    throw new InputError(`--batch-steps must be names or globs with commas, got "${list}". Example: --batch-steps plan,draft-*`)
  return steps
}

async function show(document: Savings, format: (typeof FORMATS)[number]): Promise<void> {
  if (format === 'json') return printJson(document)
  if (format === 'markdown') return print((await import('../../render/savings/fold.ts')).renderSavings(document))
  printText((await import('../../render/savings/terminal.ts')).renderSavingsText(document, paint()))
}

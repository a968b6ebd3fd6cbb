import { type By, readBy } from '../../analyse/experiment/by.ts'
import { InputError } from '../../errors.ts'
import type { Experiment } from '../../generated/types.ts'
import { renderExperimentCsv } from '../../render/experiment/csv.ts'
import { renderExperimentMarkdown } from '../../render/experiment/markdown.ts'
import { renderExperiment } from '../../render/experiment/terminal.ts'
import { readSettings } from '../../settings.ts'
import type { Command } from '../flags.ts'
import { readPlaces } from '../places.ts'
import { paint, print, printJson, printText, progress } from '../screen.ts'

export const compare: Command = {
  name: 'compare',
  purpose: 'Compare variants of agents (A/B): cost, tokens and success per run, with 95 % intervals of the differences.',
  usage: 'compare [FILE...] --by KEY | compare FILE FILE...',
  examples: [
    'compare --by metadata.variant',
    'compare --by metadata.variant a.jsonl b.jsonl --reference control',
    'compare a.jsonl b.jsonl',
    'compare --by agent --format csv > agents.csv',
  ],
  inputs: ['usage-path', 'since', 'on-invalid', 'pricing-path', 'working-directory'],
  meanings: { since: 'ISO 8601 time. Leave out what is earlier, and runs that began before it.' },
  flags: {
    'by=KEY':
      'What tells variants apart: metadata.KEY, with dots for keys inside keys, or model, agent, step, customer or case. Default: the files, or folders, that are named.',
    'reference=NAME': 'Variant that the others are compared with. Default: the first by name; of files, the first that is named.',
    'format=text|markdown|json|csv': 'What to print. Default: text.',
  },
  async run(args) {
    const { files, flags } = args
    const show = printing(flags.get('format') ?? 'text')
    const by = chooseBy(flags.get('by'), files)
    const isByFile = by.kind === 'file'
    const places = readPlaces(args)
    // A folder that is named stands for the usual places in it.
    const usual = readSettings({}, '--')['usage-path']
    const settings = isByFile ? { ...places.settings, 'usage-path': usual } : places.settings
    const { runExperiment } = await import('../../analyse/experiment/make.ts')
    const experiment = await runExperiment(
      { ...settings, by, files: isByFile ? files : [], reference: flags.get('reference') ?? null },
      { onProgress: progress(), files: places.files },
    )
    show(experiment)
    return 0
  },
}

function chooseBy(written: string | undefined, files: readonly string[]): By {
  if (written !== undefined) return readBy(written)
  if (files.length < 2)
    throw new InputError(
      'compare needs --by, or two files. Example: llm-cost-gate compare --by metadata.variant, or llm-cost-gate compare a.jsonl b.jsonl',
    )
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice !== undefined) throw new InputError(`compare names ${twice} twice. Example: llm-cost-gate compare a.jsonl b.jsonl`)
  return { kind: 'file' }
}

function printing(format: string): (experiment: Experiment) => void {
  if (format === 'text') return (experiment) => printText(renderExperiment(experiment, paint()))
  if (format === 'markdown') return (experiment) => print(renderExperimentMarkdown(experiment))
  if (format === 'csv') return (experiment) => print(renderExperimentCsv(experiment))
  if (format === 'json') return printJson
  throw new InputError(`--format must be text, markdown, json or csv, got "${format}". Example: --format markdown`)
}

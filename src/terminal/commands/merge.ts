import { resolve } from 'node:path'
import { at, InputError } from '../../errors.ts'
import { readText } from '../../files/text.ts'
import type { Source } from '../../generated/types.ts'
import { detect } from '../../read/detect.ts'
import { readDocument } from '../../read/native/document.ts'
import type { Command } from '../flags.ts'
import { expectFile } from '../places.ts'
import { showSummary, summarizeFiles } from './summarize.ts'

export const merge: Command = {
  name: 'merge',
  purpose: 'Merge cost summaries into one, as if all usage had been read at once (jobs of a matrix).',
  usage: 'merge FILE... [--output FILE]',
  examples: ['merge leg-1/summary.json leg-2/summary.json --output summary.json'],
  inputs: ['timezone', 'working-directory'],
  meanings: { 'working-directory': 'Folder whose commit is named. Default: here.' },
  flags: {
    'output=FILE': 'Write the merged cost summary (JSON) to this file.',
    'commit=SHA': 'Commit to name in the summary. Default: the one that is checked out.',
    'format=text|json': 'What to print. Default: text.',
  },
  async run(args) {
    if (args.files.length === 0)
      throw new InputError('merge needs the files to merge. Example: llm-cost-gate merge a.json b.json --output merged.json')
    for (const file of args.files) {
      expectFile(file, args, null)
      await expectCostSummary(resolve(args.cwd, file), file)
    }
    return showSummary(args, await summarizeFiles(args), null)
  },
}

async function expectCostSummary(path: string, file: string): Promise<void> {
  const detected = detect(path, file)
  if (detected.kind === 'lines') throw refuse(file, detected.format)
  if (detected.kind === 'database') throw refuse(file, 'costs-db')
  const document = readDocument(readText(path, file))
  if ('fault' in document) throw new InputError(at({ file, line: document.line, path: document.path }, document.fault))
  if (document.format !== 'cost-summary') throw refuse(file, document.format)
}

function refuse(file: string, format: Source['format']): InputError {
  return new InputError(`${file}: is a ${format}; merge takes cost summaries. Make one with: llm-cost-gate summarize ${file} --output FILE`)
}

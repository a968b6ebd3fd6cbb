import { loadPrices, placesOf } from '../../measure/usage.ts'
import { once } from '../../once.ts'
import type { InspectedFile } from '../../render/inspect.ts'
import type { Command } from '../flags.ts'
import { readingPlaces } from '../records.ts'
import { paint, printJson, printText, progress } from '../screen.ts'
import { choose } from '../selection.ts'

export const inspect: Command = {
  name: 'inspect',
  purpose: 'Show what files are recognised as, and what each gives: calls, tokens, cost, problems, one record.',
  usage: 'inspect [FILE...] [--format text|json]',
  examples: ['inspect', 'inspect results.json', "inspect 'logs/*.jsonl' --format json"],
  inputs: ['usage-path', 'pricing-path', 'working-directory'],
  exitCodes: '0 no file has a problem',
  flags: { 'format=text|json': 'What to print. Default: text.' },
  async run(args) {
    const format = choose(args, 'format', ['text', 'json'] as const, 'text')
    const { settings, files } = readingPlaces(args)
    const { describeFiles } = await import('../../read/describe.ts')
    const { inspectFile } = await import('../../analyse/inspect/inspect.ts')
    const { renderInspection, toJson } = await import('../../render/inspect.ts')
    const context = { onProgress: progress(), files, prices: once(() => loadPrices(files, settings['pricing-path'])) }
    const inspected: InspectedFile[] = []
    for (const file of await describeFiles({ cwd: settings['working-directory'], ...placesOf(settings) }))
      inspected.push({ ...file, contents: file.fault === null ? await inspectFile(file.file, settings, context) : null })
    if (format === 'json') printJson(inspected.map(toJson))
    else printText(renderInspection(inspected, paint()))
    return inspected.some(({ fault, contents }) => fault !== null || (contents?.faults.length ?? 0) > 0) ? 2 : 0
  },
}

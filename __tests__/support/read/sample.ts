import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CostRecord } from '../../../src/usage/record.ts'
import { readFiles, type Totals, totalsOf } from './files.ts'

/** The text of a sample, by its path in the folder of samples. */
export function sample(path: string): string {
  return readFileSync(join(import.meta.dirname, '../../fixtures/samples', path), 'utf8')
}

/** The same file as other systems and editors write it. */
export function spellings(text: string): string[] {
  return [text, text.trimEnd(), text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.replaceAll('\n', '\n\n')]
}

/** What is told by the first lines of a file, for each number of them. */
export async function readCuts(
  text: string,
): Promise<{ readonly records: readonly CostRecord[]; readonly totals: Totals; readonly faults: readonly string[] }[]> {
  const lines = text.trimEnd().split('\n')
  const cuts = []
  for (let count = 1; count <= lines.length; count++) {
    const { records, faults } = await readFiles({ 'cut.jsonl': `${lines.slice(0, count).join('\n')}\n` })
    cuts.push({ records, totals: totalsOf(records), faults })
  }
  return cuts
}

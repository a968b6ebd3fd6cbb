import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { type Read, readCopies, readFiles, totalsOf } from './files.ts'

const folder = join(import.meta.dirname, '../../fixtures/samples')

/** A sample's text. */
export function textOf(sample: string): string {
  return readFileSync(join(folder, sample), 'utf8')
}

/** Reads samples from one folder. */
export function readSamples(...samples: readonly string[]): Promise<Read> {
  return readCopies(Object.fromEntries(samples.map((sample) => [basename(sample), join(folder, sample)])))
}

/** Beside itself under another name, with other ends of lines and with a BOM, a sample says the same. */
export async function expectSame(sample: string): Promise<void> {
  const [text, name] = [textOf(sample), basename(sample)]
  const { records, faults } = await readFiles({ [name]: text })
  expect(faults).toEqual([])
  for (const files of [
    { [`a-${name}`]: text, [`b-${name}`]: text },
    { [name]: text.replaceAll('\n', '\r\n') },
    { [name]: `\uFEFF${text}` },
  ]) {
    const again = await readFiles(files)
    expect([again.records.length, totalsOf(again.records), again.faults]).toEqual([records.length, totalsOf(records), []])
  }
}

/** Cut behind each of its lines, a log tells of the calls that are there; cut within a line, that it is cut. */
export async function expectPrefixes(sample: string): Promise<void> {
  const lines = textOf(sample).trimEnd().split('\n')
  const { records } = await readSamples(sample)
  for (let end = 1; end < lines.length; end++) {
    const text = `${lines.slice(0, end).join('\n')}\n`
    const prefix = await readFiles({ 'cut.jsonl': text })
    expect(prefix.faults).toEqual([])
    expect(prefix.records.length).toBeLessThanOrEqual(records.length)
    const torn = await readFiles({ 'cut.jsonl': text + lines[end]?.slice(0, -1) })
    expect(torn.faults).toEqual([expect.stringContaining(`cut.jsonl:${end + 1}: `)])
    expect(totalsOf(torn.records)).toEqual(totalsOf(prefix.records))
  }
}

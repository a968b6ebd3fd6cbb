import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Totals } from './files.ts'

const folder = join(import.meta.dirname, '../../fixtures/samples')

/** A real file of a tool, and what it must give. */
export interface Sample {
  /** Path in the folder of samples. */
  readonly file: string
  readonly path: string
  readonly expected: Totals
}

/** The rows of the table of expected totals. */
export function listSamples(): Sample[] {
  const lines = readFileSync(join(folder, 'EXPECTED.md'), 'utf8').split('\n')
  return lines
    .filter((line) => line.startsWith('| ') && line.includes('/'))
    .map((line) => {
      const [file = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      const [records = 0, input = 0, output = 0, cached = 0, cacheWrite = 0, reasoning = 0] = cells.map(Number)
      const costUsd = cells[6] === '-' ? null : Number(cells[6])
      const expected = { records, input, output, cached, cacheWrite, reasoning, costUsd, unknown: Number(cells[7]) }
      return { file, path: join(folder, file), expected }
    })
}

/** All files of the folder but the table, as the table names them. */
export function listSampleFiles(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'EXPECTED.md')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** Values of a sample: its lines, its document, or the items of its list. */
export function valuesOf({ path }: Sample): unknown[] {
  const text = readFileSync(path, 'utf8')
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line))
  }
}

/** Whether it is JSON lines, more than one. */
export function isLines({ path }: Sample): boolean {
  return path.endsWith('.jsonl') && readFileSync(path, 'utf8').trim().includes('\n')
}

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCopies, type Totals, totalsOf } from '../../support/read/files.ts'

const folder = join(import.meta.dirname, '../../fixtures/samples')

interface Row {
  readonly file: string
  readonly expected: Totals
}

function readRows(): Row[] {
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
      return { file, expected: { records, input, output, cached, cacheWrite, reasoning, costUsd, unknown: Number(cells[7]) } }
    })
}

describe('a sample gives its expected totals', () => {
  it.each(readRows())('$file', async ({ file, expected }) => {
    const { records } = await readCopies({ [basename(file)]: join(folder, file) })
    // Calls of which nothing is told are not in the rows.
    expect(totalsOf(records.filter(({ isSilent, step }) => isSilent === undefined && step !== 'grading'))).toEqual(expected)
  })
})

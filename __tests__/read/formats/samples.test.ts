import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCopies, totalsOf } from '../../support/read/files.ts'
import { listSampleFiles, listSamples } from '../../support/read/samples.ts'

const samples = listSamples()

describe('a sample gives its expected totals', () => {
  it.each(samples)('$file', async ({ file, path, expected }) => {
    const { records } = await readCopies({ [basename(file)]: path })
    // Calls of which nothing is told, and those of graders, are not in the rows.
    expect(totalsOf(records.filter(({ isSilent, isGrader }) => isSilent === undefined && !isGrader))).toEqual(expected)
  })
})

it('every sample has a row', () => {
  expect(samples.map(({ file }) => file).sort()).toEqual(listSampleFiles())
})

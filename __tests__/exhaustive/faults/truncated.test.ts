import { describe, expect, it } from 'vitest'
import { jsonl, ONE_INVALID, problemsOf, row, summarizeFolder, workspace, writeFiles } from '../../support/read/workspace.ts'

const CUT = 'the last line is cut off (no newline at its end): its writer was probably killed'
const PATHS = { 'usage-path': ['usage.jsonl'] }
const rows = [row(), row({ step: 'écrire 文', agent: '😀' }), row({ step: 'draft' })]
const bytes = Buffer.from(jsonl(...rows))
const lengths = rows.map((one) => Buffer.byteLength(jsonl(one)))
const [first = 0, second = 0] = lengths
const cuts = Array.from({ length: bytes.length - first + 1 }, (_, index) => first + index)

describe('a ledger whose writer was killed', () => {
  it('is told as such wherever it was cut in its last two lines, and no whole row is lost', async () => {
    const cwd = workspace()
    for (const cut of cuts) {
      writeFiles(cwd, { 'usage.jsonl': bytes.subarray(0, cut) })
      const ends = [first, first + second, bytes.length]
      // Behind a row, with or without its newline, nothing is missing that could be told.
      const whole = ends.filter((end) => end <= cut + 1).length
      const isWhole = ends.some((end) => cut === end || cut === end - 1)
      const { calls, quality } = await summarizeFolder(cwd, { ...PATHS, 'on-invalid': 'skip' })
      expect({ cut, calls, invalid: quality.invalid_records }).toEqual({ cut, calls: whole, invalid: isWhole ? 0 : 1 })
      expect(quality.invalid_examples).toEqual(isWhole ? [] : [`usage.jsonl:${whole + 1}: ${CUT}`])
    }
  })

  it.each([
    ['calls.jsonl', jsonl({ ts: '2026-11-02T09:00:00Z', model: 'm', usage: { input_tokens: 1 } })],
    ['runs.jsonl', jsonl({ event: 'end', step: 'a', status: 'ok' })],
  ])('is told as such in %s too', async (file, line) => {
    const cwd = workspace({ [file]: line + line.slice(0, 20) })
    expect(await problemsOf(cwd, { 'usage-path': [file] })).toEqual([ONE_INVALID, `${file}:2: ${CUT}`])
  })

  it('is told as such where its only line was cut', async () => {
    const cwd = workspace({ 'usage.jsonl': JSON.stringify(row()).slice(0, 50) })
    expect(await problemsOf(cwd, PATHS)).toEqual([ONE_INVALID, 'usage.jsonl: is not valid JSON: it is cut off at the end'])
  })
})

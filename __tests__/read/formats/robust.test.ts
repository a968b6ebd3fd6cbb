import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { isLines, listSamples, type Sample } from '../../support/read/samples.ts'

const all = listSamples()
const lines = all.filter(isLines)
const textOf = ({ path }: Sample) => readFileSync(path, 'utf8')
const nameOf = ({ file }: Sample) => basename(file)
const read = async (sample: Sample, text: string) => {
  const { records, faults } = await readFiles({ [nameOf(sample)]: text })
  // The number of a line may be another one.
  return { totals: totalsOf(records), faults: faults.map((fault) => fault.replace(/:\d+:/, ':')) }
}
const GH_AW =
  '{"_schema":"token-usage/1","request_id":"foreign","model":"m","input_tokens":1000,"output_tokens":10,"ai_credits_this_response":100}'
const LEDGER = '{"timestamp":"2026-11-02T09:00:00Z","model":"m","input_tokens":1000,"output_tokens":10,"cost_usd":1}'

describe('a sample is read alike', () => {
  it.each(all)('with a byte order mark and ends of lines as on Windows: $file', async (sample) => {
    const text = textOf(sample)
    expect(await read(sample, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(await read(sample, text))
  })

  it.each(lines)('with blank lines and lines that say nothing: $file', async (sample) => {
    const text = textOf(sample).trimEnd().split('\n')
    const more = text.flatMap((line) => [line, '', '{"nothing":"at all"}']).join('\n')
    expect(await read(sample, `${more}\n`)).toEqual(await read(sample, textOf(sample)))
  })
})

describe('a sample that is cut off says so', () => {
  it.each(all)('$file', async (sample) => {
    const text = textOf(sample).trimEnd()
    for (const share of [0.2, 0.5, 0.8, 0.97]) {
      const cut = text.slice(0, Math.floor(text.length * share))
      // At the border of a line nothing is missing that anybody could know of.
      if (cut.endsWith('\n') || text[cut.length] === '\n' || cut.endsWith('}')) continue
      const { faults } = await read(sample, cut)
      expect(faults.join('\n'), `at ${cut.length} of ${text.length}`).toMatch(/cut off|is not valid JSON/)
    }
  })
})

describe('a sample that ends with any of its lines', () => {
  it.each(lines)('never gives less than the lines before: $file', async (sample) => {
    const text = textOf(sample).trimEnd().split('\n')
    let before = 0
    for (let length = 1; length <= text.length; length += Math.max(1, Math.floor(text.length / 12))) {
      const { records } = await readFiles({ [nameOf(sample)]: `${text.slice(0, length).join('\n')}\n` })
      const tokens = totalsOf(records).input + totalsOf(records).output
      expect(tokens).toBeGreaterThanOrEqual(before)
      before = tokens
    }
  })
})

describe('a foreign line in a sample', () => {
  it.each(lines)('counts where it is read, and is refused where it cannot be: $file', async (sample) => {
    const text = textOf(sample).trimEnd().split('\n')
    const middle = Math.ceil(text.length / 2)
    const withLine = (line: string) => `${[...text.slice(0, middle), line, ...text.slice(middle)].join('\n')}\n`
    const { totals } = await read(sample, textOf(sample))
    const mixed = await read(sample, withLine(GH_AW))
    expect(mixed.totals).toMatchObject({ records: totals.records + 1, input: totals.input + 1000, output: totals.output + 10 })
    expect((await read(sample, withLine(LEDGER))).faults.join('\n')).toContain('stands in')
  })
})

describe('a line that is nested too deep', () => {
  const deep = (open: string, close: string) => `${open.repeat(200_000)}1${close.repeat(200_000)}`

  it.each([
    ['a list', deep('[', ']')],
    ['in a figure', GH_AW.replace('1000', deep('{"a":', '}'))],
    ['in what holds usage', `{"usage":{"input_tokens":{"a":${deep('[', ']')}}}}`],
  ])('is refused, and the others are read: %s', async (_, line) => {
    const { records, faults } = await readFiles({ 'usage.jsonl': `${GH_AW}\n${line}\n${GH_AW.replace('foreign', 'b')}\n` })
    expect(records).toHaveLength(2)
    expect(faults).toEqual([expect.stringContaining('usage.jsonl:2: ')])
  })
})

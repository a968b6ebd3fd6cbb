import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines } from '../../../src/read/lines.ts'
import { readFast, readSlowly } from '../../support/read/readings.ts'
import { ledgers } from '../../support/read/rows.ts'
import { tries } from '../../support/tries.ts'

const RUNS = 400

function row(members = ''): string {
  return `{"timestamp": "2026-10-01T00:00:00.25Z", "model": "gpt-4o", "input_tokens": 10, "output_tokens": 5${members}}\n`
}

function blockOf(...rows: string[]): Lines {
  return new Lines(Buffer.from(rows.join('')), 1)
}

/** Share of rows read from bytes. */
function fastShare(...rows: string[]): number {
  const { fast, ...reading } = readFast([blockOf(...rows)])
  expect(reading).toEqual(readSlowly([blockOf(...rows)]))
  return fast
}

describe('reading rows from bytes', () => {
  it('gives the same records, problems and counts as parsing every line', () => {
    let [lines, fast] = [0, 0]
    const property = fc.property(ledgers, (bytes) => {
      const block = new Lines(bytes, 1)
      const { fast: share, ...reading } = readFast([block])
      expect(reading).toEqual(readSlowly([block]))
      lines += block.length
      fast += share * block.length
    })
    fc.assert(property, tries(RUNS))
    expect(lines).toBeGreaterThan(12 * tries(RUNS).numRuns)
    expect(fast).toBeGreaterThan(lines / 4)
  })

  it.each([
    ['with metadata', row(', "metadata": {"provider": "openai"}')],
    ['with a case that was tested', row(', "metadata": {"case_id": "refund"}')],
    ['without metadata', row()],
    ['with null for a name and a cost', row(', "cost_usd": null, "run_id": null')],
    ['with keys that nobody reads', row(', "latency_ms": 12.5, "note": "a, b", "flag": true')],
    ['with a small cost as Python writes it', row(', "cost_usd": 1.5e-05, "metadata": {}')],
    ['whose metadata holds what is no ASCII', row(', "metadata": {"customer_id": "é"}')],
    ['with ids', row(', "id": "chatcmpl-1", "request_id": "req_1", "metadata": {"message_id": "msg_1"}')],
    ['with an id that is none', row(', "id": 7, "request_id": "", "response_id": null')],
    ['with a status and calls', row(', "status": "error", "calls": 3')],
  ])('takes rows %s', (_, text) => {
    expect(fastShare(text, text)).toBe(1)
  })

  it.each([
    ['a name with an escape', row(', "step": "a\\u0062"')],
    ['a name that is no ASCII', row(', "step": "é"')],
    ['a name with a brace', row(', "step": "{"')],
    ['a key twice', row(', "model": "other"')],
    ['a key behind the metadata', row(', "metadata": {}, "model": "other"')],
    ['nested values of another key', row(', "more": [1]')],
    ['tokens with a fraction', row().replace(': 10', ': 10.0')],
  ])('leaves %s to the parser', (_, text) => {
    expect(fastShare(text, text)).toBe(0)
  })

  it.each([
    ['calls of 0', ', "calls": 2', ', "calls": 0'],
    ['a cost above the limit', ', "cost_usd": 2', ', "cost_usd": 2000000'],
    ['an empty model', ', "calls": 2', ', "calls": 2', 'gpt-4o', ''],
    ['a brace too many', ', "calls": 2', ', "calls": 2}'],
    ['a brace too many behind its metadata', ', "metadata": {}', ', "metadata": {}}'],
    ['metadata that breaks the schema', ', "metadata": {}', ', "metadata": {"batch": 1}'],
    ['a day that does not exist', ', "calls": 2', ', "calls": 2', '10-01', '09-31'],
  ])('refuses a row with %s as the parser does', (_, sound, broken, from = '', to = '') => {
    const block = blockOf(row(sound), row(sound).replace(': 10', ': 11'), row(broken).replace(from, to))
    const { fast, ...reading } = readFast([block])
    expect(reading).toEqual(readSlowly([block]))
    expect(reading).toMatchObject({ invalid: 1, records: [{}, {}] })
    expect(fast).toBeCloseTo(2 / 3)
  })

  it('finds a repeated line whichever way it is read', () => {
    const lines = ['{}', '{"provider": "a"}', 'null'].map((metadata) => row(`, "cost_usd": 1, "metadata": ${metadata}`))
    const reading = readFast([blockOf(...lines, ...lines)])
    expect(reading.duplicates).toBe(lines.length)
    expect(reading.records).toHaveLength(lines.length)
  })

  it('tells rows of several writers apart that take turns', () => {
    const writers = ['', ', "cost_usd": 1', ', "cost_usd": null', ', "run_id": "r"', ', "metadata": {"batch": true}', ', "calls": 2']
    const rows = Array.from({ length: 60 }, (_, index) => row(`${writers[index % 6]}`).replace(': 10', `: ${10 + index}`))
    expect(fastShare(...rows)).toBe(1)
  })

  it('still learns a layout after many that never came back', () => {
    const odd = Array.from({ length: 100 }, (_, index) => row(`, "key${index}": 1`))
    const usual = Array.from({ length: 100 }, (_, index) => row(`, "run_id": "r${index}"`))
    expect(fastShare(...odd, ...usual)).toBeGreaterThanOrEqual(0.5)
  })

  it.each([
    ['with metadata', ', "cost_usd": 0.25, "metadata": {"provider": "openai", "llm_plan": {"use_batch": true}}'],
    ['without metadata', ', "cost_usd": 0.25, "calls": 12'],
  ])('treats a last row %s that is cut off anywhere like the parser', (_, members) => {
    const whole = row(members)
    for (let length = 0; length <= whole.length; length++) {
      // What an earlier chunk left in the buffer completes the row: it must not be read.
      const buffer = Buffer.from(whole + whole.replace(': 10', ': 11'))
      const block = new Lines(buffer.subarray(0, whole.length + length), 1)
      const { fast, ...reading } = readFast([block])
      expect(reading).toEqual(readSlowly([block]))
      expect(reading.records).toHaveLength(length >= whole.length - 1 ? 2 : 1)
    }
  })
})

describe('memory', () => {
  const plan = '"llm_plan": {"task_type": "plan", "use_batch": false, "metadata": {}}'

  it.each([
    ['like each other', () => plan],
    ['with metadata, notes and models that never come back', (index: number) => `"request": "${'r'.repeat(100)}${index}"`],
  ])('is enough in 64 MB for 200,000 rows %s', async (_, metadataOf) => {
    const folder = await mkdtemp(join(tmpdir(), 'scan-'))
    try {
      const path = join(folder, 'costs.jsonl')
      const rows = function* () {
        for (let index = 0; index < 200_000; index++)
          yield row(`, "total_tokens": ${index}, "note": "n${index}", "run_id": "r${index >> 8}", "metadata": {${metadataOf(index)}}`)
      }
      await pipeline(Readable.from(rows()), createWriteStream(path))
      const cli = join(import.meta.dirname, '../../../src/terminal/cli.ts')
      const script = `import(${JSON.stringify(cli)}).then(({ runCli }) => runCli(process.argv.slice(1)))`
      const args = ['--max-old-space-size=64', '-e', script, '--', 'summarize', path, '--commit', 'none', '--format', 'json']
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 << 20 })
      expect(JSON.parse(stdout)).toMatchObject({ calls: 200_000, runs: 782 })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

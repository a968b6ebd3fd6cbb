import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InvalidLog } from '../../../src/read/invalid.ts'
import { Repeats } from '../../../src/read/ledger/calls/repeats.ts'
import { readLedger } from '../../../src/read/ledger/ledger.ts'
import { type Line, readLines } from '../../../src/read/lines.ts'

async function withFile<T>(content: string | Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'chunks-'))
  try {
    const path = join(folder, 'costs.jsonl')
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readAll(path: string, chunk: number): Promise<Line[]> {
  const all: Line[] = []
  for await (const lines of readLines(path, 'costs.jsonl', () => {}, chunk)) all.push(...lines)
  return all
}

const TEXT = '\uFEFF{"a": 1}\n\n{"b": "é€😀"}\r\n  \t\n\r\n{"c": 3}\n\u00a0\nx\n{"d": 4}\r\n{"last": "li'

describe('chunks', () => {
  it('give the same lines whatever their size', async () => {
    const expected = TEXT.slice(1)
      .split('\n')
      .map((text, index, { length }) => ({ number: index + 1, text: text.replace(/\r$/, ''), fault: null, open: index === length - 1 }))
      .filter(({ text }) => text.trim() !== '')
    await withFile(TEXT, async (path) => {
      for (let chunk = 1; chunk <= Buffer.byteLength(TEXT) + 2; chunk++) expect(await readAll(path, chunk)).toEqual(expected)
    })
  })

  it('report a line that is not UTF-8 and keep the others', async () => {
    const content = Buffer.concat([Buffer.from('{"a": 1}\n{"b": "'), Buffer.from([0xff]), Buffer.from('"}\n{"c": "é"}\n')])
    await withFile(content, async (path) => {
      for (const chunk of [3, 20, 1000]) {
        const lines = await readAll(path, chunk)
        expect(lines.map(({ number, fault }) => [number, fault])).toEqual([
          [1, null],
          [2, 'is not UTF-8'],
          [3, null],
        ])
        expect(lines[2]?.text).toBe('{"c": "é"}')
      }
    })
  })

  it('give the same records whatever their size', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) =>
        `{"timestamp": "2026-10-01T00:00:${String(index).padStart(2, '0')}.5Z", "model": "m${index % 3}", "input_tokens": ${index * 7}, "output_tokens": 5, "run_id": "r${index >> 2}", "metadata": {"customer_id": "c${index % 5}"}}`,
    )
    await withFile([...rows, rows[7], rows[0]].join('\n'), async (path) => {
      for (const chunk of [1, 7, 64, 199, 200, 201, 1024, 1 << 20]) {
        const [repeats, invalid, counts] = [new Repeats(), new InvalidLog(), { duplicates: 0, placeholders: 0 }]
        const records = []
        for await (const lines of readLines(path, 'costs.jsonl', () => {}, chunk))
          records.push(...readLedger(lines, 'costs.jsonl', repeats, invalid, counts))
        expect(records.map(({ inputTokens, model, runId, customer }) => `${inputTokens} ${model} ${runId} ${customer}`)).toEqual(
          rows.map((_, index) => `${index * 7} m${index % 3} r${index >> 2} c${index % 5}`),
        )
        expect({ ...counts, invalid: invalid.count }).toEqual({ duplicates: 2, placeholders: 0, invalid: 0 })
      }
    })
  })

  it('pass over a line that is longer than any record', async () => {
    await withFile(`{"a": 1}\n${'x'.repeat(5 << 20)}\n{"b": 2}\n`, async (path) => {
      expect(await readAll(path, 1 << 16)).toEqual([
        { number: 1, text: '{"a": 1}', fault: null, open: false },
        { number: 2, text: '', fault: 'is longer than 4 MiB', open: false },
        { number: 3, text: '{"b": 2}', fault: null, open: false },
      ])
    })
  })

  it('are told of in bytes that add up to the file', async () => {
    await withFile(TEXT, async (path) => {
      let told = 0
      for await (const lines of readLines(path, 'costs.jsonl', (bytes) => (told += bytes), 16)) expect(lines.length).toBeGreaterThan(0)
      expect(told).toBe(Buffer.byteLength(TEXT))
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, readLines } from '../../src/read/lines.ts'
import { workspace } from '../support/read/workspace.ts'
import { tries } from '../support/tries.ts'

const CHUNK = 1 << 20

async function linesOf(content: string | Buffer): Promise<Line[]> {
  const cwd = workspace({ file: content })
  const lines: Line[] = []
  for await (const some of readLines(`${cwd}/file`, 'file', () => {})) for (const line of some) lines.push({ ...line })
  return lines
}

describe('lines', () => {
  it('are what stands between newlines, wherever a chunk of the file ends', async () => {
    // Around the end of the first chunk: a character of four bytes, both halves of a Windows end of line, a blank line.
    for (const filler of [CHUNK - 6, CHUNK - 5, CHUNK - 4, CHUNK - 3, CHUNK - 2, CHUNK - 1, CHUNK]) {
      const texts = ['x'.repeat(filler - 4), '😀', 'a', '', 'b']
      const lines = await linesOf(texts.join('\r\n'))
      const expected = texts.map((text, index) => ({ number: index + 1, text, fault: null, open: index === 4 }))
      expect(lines.map(({ text }) => text.length)).toEqual(expected.filter(({ text }) => text !== '').map(({ text }) => text.length))
      expect(lines).toEqual(expected.filter(({ text }) => text !== ''))
    }
  })

  it('are those of a plain split, whatever the file holds', async () => {
    const piece = fc.constantFrom('', ' ', 'a', '\t', 'é', '😀', '{"a":1}', '\uFEFF', '\u2028', 'x'.repeat(50))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        async (parts, end) => {
          const text = parts.map((part) => part.join('')).join(end)
          const expected = text
            .replace(/^\uFEFF/, '')
            .split('\n')
            .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '') }))
            .filter((line) => line.text.trim() !== '')
          expect((await linesOf(text)).map(({ number, text: line }) => ({ number, text: line }))).toEqual(expected)
        },
      ),
      tries(200),
    )
  })

  it('know which of them are not UTF-8', async () => {
    const lines = await linesOf(Buffer.concat([Buffer.from('good\n'), Buffer.from([0xff, 10]), Buffer.from('écrit\n')]))
    expect(lines.map(({ number, fault }) => [number, fault])).toEqual([
      [1, null],
      [2, 'is not UTF-8'],
      [3, null],
    ])
  })

  it('are read in memory that does not grow with the file', async () => {
    const line = `${'x'.repeat(1000)}\n`
    const cwd = workspace({ file: line.repeat(200_000) })
    let [most, count] = [0, 0]
    for await (const some of readLines(`${cwd}/file`, 'file', () => {})) {
      for (const { number } of some) count = number
      most = Math.max(most, process.memoryUsage().arrayBuffers)
    }
    expect(count).toBe(200_000)
    expect(most).toBeLessThan(100 << 20)
  })
})

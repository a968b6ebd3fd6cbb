import { describe, expect, it } from 'vitest'
import { Repeats } from '../../../src/read/ledger/calls/repeats.ts'
import { Fingerprint } from '../../../src/read/ledger/fingerprint.ts'
import { Lines } from '../../../src/read/lines.ts'

function fingerprintOf(line: string | Buffer): Fingerprint {
  const fingerprint = new Fingerprint()
  fingerprint.ofLine(new Lines(Buffer.from(line), 1), 0)
  return fingerprint
}

const LINE = '{"timestamp": "2026-10-01T00:00Z", "model": "gpt-4o", "metadata": {"provider": "openai", "more": {}}}'

describe('Fingerprint', () => {
  it('depends on every bit of a line', () => {
    const seen = new Set([`${fingerprintOf(LINE).low} ${fingerprintOf(LINE).high}`])
    for (let bit = 8; bit < 8 * LINE.length; bit++) {
      const bytes = Buffer.from(LINE)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      // A newline would end the line, a carriage return at its end belongs to the end of line.
      if (bytes.includes(10) || bytes.at(-1) === 13) continue
      const { low, high } = fingerprintOf(bytes)
      seen.add(`${low} ${high}`)
    }
    expect(seen.size).toBeGreaterThan(8 * LINE.length - 30)
  })

  it('is the same wherever the line stands', () => {
    const alone = fingerprintOf(LINE)
    const fingerprint = new Fingerprint()
    fingerprint.ofLine(new Lines(Buffer.from(`\n{"a": 1}\r\n${LINE}\r\n`), 1), 1)
    expect(fingerprint).toEqual(alone)
  })

  it('spreads like chance: half of it repeats as often among many lines as random numbers would', () => {
    const lines = 300_000
    const lows = new Set<number>()
    const highs = new Set<number>()
    for (let index = 0; index < lines; index++) {
      const { low, high } = fingerprintOf(`{"run": ${index}, "metadata": {}}`)
      lows.add(low)
      highs.add(high)
    }
    // 10.5 are expected; by chance alone more than 30 happen once in ten million times.
    expect(lines - lows.size).toBeLessThan(30)
    expect(lines - highs.size).toBeLessThan(30)
  })
})

describe('Repeats', () => {
  it('knows every line again and takes none for another', () => {
    const repeats = new Repeats()
    const lines = Array.from({ length: 50_000 }, (_, index) => fingerprintOf(`{"run": ${index}}`))
    expect(lines.filter((line) => repeats.seen(line))).toEqual([])
    expect(lines.every((line) => repeats.seen(line))).toBe(true)
  })

  it('compares both halves of a fingerprint', () => {
    const [repeats, one] = [new Repeats(), fingerprintOf(LINE)]
    // The first two differ in one half and have the same place in the table, the last two in the other half.
    const all = [one, { ...one, low: one.low ^ (1 << 30) }, { ...one, high: one.high ^ (1 << 30) }]
    const seen = all.map(({ low, high }) => repeats.seen(Object.assign(new Fingerprint(), { low, high })))
    expect(seen).toEqual([false, false, false])
  })

  it('keeps a fingerprint of zeros', () => {
    const [repeats, zeros] = [new Repeats(), new Fingerprint()]
    expect([repeats.seen(zeros), repeats.seen(zeros)]).toEqual([false, true])
  })
})

import { expect, it } from 'vitest'
import { fitSummary } from '../../../src/github/publish/summary.ts'

const limit = 900 * 1024

it.each([0, 1, limit - 1, limit])('a job summary of %i bytes stays as it is', (length) => {
  const markdown = 'x'.repeat(length)
  expect(fitSummary(markdown)).toBe(markdown)
})

it('a longer job summary ends after a whole line and says so', () => {
  const cut = fitSummary('| é |\n'.repeat(limit / 6))
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit)
  expect(Buffer.byteLength(cut)).toBeGreaterThan(limit - 200)
  expect(cut).toMatch(/\| é \|\n\n_The job summary ends here.*_\n$/)
})

it.each(['é', '模', '🤖', 'a🤖', 'ab🤖', 'abc🤖'])('a job summary of one line of %s is never cut inside a character', (text) => {
  const cut = fitSummary(text.repeat(limit))
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit)
  expect(cut).not.toContain('\ufffd')
})

import { describe, expect, it } from 'vitest'
import { renderProblem } from '../../src/render/problem.ts'
import { HOSTILE } from '../support/render/hostile.ts'

const TITLE = 'LLM cost could not be judged'

describe('renderProblem', () => {
  it('reads as reviewed', async () => {
    const message = '2 of 80 records in .runs/costs/costs.jsonl are invalid. Fix them, or set on-invalid: skip to leave them out'
    const details = [
      '.runs/costs/costs.jsonl:3: $.model: must be a string, got 7',
      '.runs/costs/costs.jsonl:9: $.cost_usd: must be at least 0, got -1',
    ]
    await expect(renderProblem(TITLE, message, details, 65_000)).toMatchFileSnapshot('golden/problem.md')
  })

  it.each(HOSTILE)('a detail that %s stays a detail', (_, name) => {
    const written = renderProblem(TITLE, `cannot read ${name}`, [name, name], 65_000)
    const benign = renderProblem(TITLE, 'cannot read', ['x', 'x'], 65_000)
    const lines = (text: string) => text.split('\n').map((line) => line.replace(/<code>.*<\/code>/g, '').slice(0, 8))
    expect(lines(written)).toEqual(lines(benign))
  })

  it.each([0, 10, 200, 1000, 65_000])('fits into %d characters', (maxLength) => {
    const lines = Array.from({ length: 10_000 }, () => '<|@`'.repeat(500))
    expect(renderProblem(TITLE, '@'.repeat(5000), lines, maxLength).length).toBeLessThanOrEqual(maxLength)
  })
})

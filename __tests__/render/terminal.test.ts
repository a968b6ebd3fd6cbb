import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { HOSTILE } from '../support/render/hostile.ts'
import { rename } from '../support/render/rename.ts'
import { buildFinding, buildReport } from '../support/render/report.ts'
import { SCENARIOS } from '../support/render/scenarios.ts'
import { buildSummary } from '../support/render/summary.ts'

const uncoloured = (_style: string, text: string) => text
const INVISIBLE = /[^\P{C}\n]/u
/** Every report, and how many lines it has with names that are only names. */
const COUNTED = SCENARIOS.map(([, report]) => [report, renderTerminal(rename(report, '_'), uncoloured).split('\n').length] as const)

describe('renderTerminal', () => {
  it.each(SCENARIOS)('reads as reviewed: %s', async (name, report) => {
    await expect(renderTerminal(report, uncoloured)).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it.each([
    ['fail', true, 'red'],
    ['warn', true, 'red'],
    ['warn', false, 'yellow'],
    ['pass', false, 'green'],
  ] as const)('paints a verdict of %s with blocked %s in %s', (verdict, blocked, style) => {
    const painted = renderTerminal(buildReport({ verdict, blocked }), (used, text) => `<${used}>${text}</>`)
    expect(painted.startsWith(`<${style}>`)).toBe(true)
  })

  it('says why a broken limit on the total passes: it is a notice', () => {
    const findings = [buildFinding({ level: 'notice' })]
    expect(renderTerminal(buildReport({ verdict: 'pass', blocked: false, findings }), uncoloured)).toMatch(
      /^PASS {2}LLM cost \+122\.9 % — limit \+20 % \(a notice only\)\n/,
    )
  })

  it.each(HOSTILE)('a name that %s adds no line and no control', (_, name) => {
    for (const [report, lines] of COUNTED) {
      const written = renderTerminal(rename(report, name), uncoloured)
      expect(written).not.toMatch(INVISIBLE)
      expect(written.split('\n').length).toBe(lines)
    }
  })
})

describe('renderSummary', () => {
  it('reads as reviewed', async () => {
    await expect(renderSummary(buildSummary(), uncoloured)).toMatchFileSnapshot('golden/summary.txt')
  })

  it('never counts calls without a price as free', () => {
    const unpriced = [{ model: 'llama', calls: 7, input_tokens: 1, output_tokens: 1 }]
    expect(renderSummary(buildSummary({ unpriced_calls: 7, unpriced }), uncoloured)).toContain(
      '7 calls without a known price are in no amount: llama',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { buildChange, buildComparison } from '../support/render/changes.ts'
import { HOSTILE } from '../support/render/hostile.ts'
import { rename } from '../support/render/rename.ts'
import { buildFinding, buildReport } from '../support/render/report.ts'
import { SCENARIOS } from '../support/render/scenarios.ts'
import { buildStats, buildSummary } from '../support/render/summary.ts'

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
      /^PASS {2}LLM cost \+\$0\.7037 \(\+122\.9 %\) — limit \+20 % \(a notice only\)\n/,
    )
  })

  it('shows no case where none moved, and what they cost where the baseline does not say', () => {
    const cases = [buildChange('gift', [0.1, 1, 10], [0.1, 1, 10])]
    expect(renderTerminal(buildReport({ comparison: buildComparison({ cases }) }), uncoloured)).not.toContain('Case')
    const report = buildReport({
      head: buildSummary({ case_stats: { gift: buildStats(1, 10, 0.1) } }),
      comparison: buildComparison({ cases: null }),
    })
    expect(renderTerminal(report, uncoloured)).toMatch(/\nCase {3}Cost {2}Calls {2}Tokens\ngift {2}\$0\.10 {6}1 {6}10\n/)
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

  it('shows what cases cost, the dearest first, where there are any', () => {
    const cases = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`case ${index}`, buildStats(1, 100, index / 100)]))
    const written = renderSummary(buildSummary({ case_stats: cases }), uncoloured)
    expect(written).toMatch(/\n\nCase {6}Cost {2}Calls {2}Tokens\ncase 29 {2}\$0\.29 {6}1 {5}100\n/)
    expect(written).toMatch(/\ncase 10 .*\nand 10 more\n\nData: /)
    expect(renderSummary(buildSummary(), uncoloured)).not.toContain('Case')
  })

  it('never counts calls without a price as free', () => {
    const unpriced = [{ model: 'llama', calls: 7, input_tokens: 1, output_tokens: 1 }]
    expect(renderSummary(buildSummary({ unpriced_calls: 7, unpriced }), uncoloured)).toContain(
      '7 calls without a known price are in no amount: llama',
    )
  })
})

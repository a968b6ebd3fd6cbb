import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/generated/types.ts'
import { renderPage } from '../../../src/render/page/page.ts'
import { SCRIPT, SCRIPT_HASH } from '../../../src/render/page/script.ts'
import { buildLarge, buildRich, outline } from '../../support/render/page.ts'
import { buildReport } from '../../support/render/report.ts'
import { SCENARIOS } from '../../support/render/scenarios.ts'

const PAGES: readonly (readonly [name: string, report: Report])[] = [...SCENARIOS, ['rich', buildRich()]]

/** The report inside the page. */
function embedded(page: string): Report {
  return JSON.parse(/<script type="application\/json" id="report">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
}

describe('a page', () => {
  it('has these parts, in this order', () => {
    expect(outline(buildRich())).toMatchSnapshot()
  })

  it('has no empty part where nothing was measured', () => {
    const [, nothing] = SCENARIOS.find(([name]) => name === 'nothing-measured') ?? []
    expect(outline(nothing ?? buildReport())).toMatchSnapshot()
  })

  it.each(PAGES)('is the same for the same report: %s', (_, report) => {
    expect(renderPage(report)).toBe(renderPage(report))
  })

  it.each(PAGES)('has an id only once: %s', (_, report) => {
    const ids = [...renderPage(report).matchAll(/<[^>]*? id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(PAGES)('refers to nothing but itself: %s', (_, report) => {
    const page = renderPage(report)
    const [, ids] = [page, new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]
    expect(page.replace(/<script type="application\/json".*?<\/script>/s, '')).not.toMatch(/https?:|\/\/[a-z]|@import|javascript:/)
    const addresses = [...page.matchAll(/ (?:href|src|srcset|action|xlink:href|data)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(addresses.filter((address) => address !== 'data:,' && !ids.has(address.slice(1)))).toEqual([])
    const paints = [...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id ?? '')
    expect(paints.filter((id) => !ids.has(id))).toEqual([])
  })

  it.each(PAGES)('holds the report as data: %s', (_, report) => {
    expect(embedded(renderPage(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })

  it('lets no script run but its own', () => {
    const page = renderPage(buildRich())
    expect(SCRIPT_HASH).toBe(`sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`)
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; img-src data:;`)
    expect([...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text)).toEqual([SCRIPT])
    expect(SCRIPT.length).toBeLessThan(2500)
  })

  it('stays below a megabyte with 10,000 models, and says what is left out', () => {
    const report = buildLarge(10_000)
    const page = renderPage(report)
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000)
    expect(page).toContain('And 9,900 more models, which are in report.json.')
    expect(page).toMatch(/[\d,]+ entries of long lists are left out here/)
    expect(embedded(page).verdict).toBe(report.verdict)
  })

  it('says every change of a step of the waterfall, and the steps lead from the baseline to now', () => {
    const page = renderPage(buildRich())
    const [, words = ''] = /id="waterfall-wide-d">([^<]*)</.exec(page) ?? []
    expect(words).toMatch(/^Baseline \$0\.5727, .*This PR \$1\.2765$/)
  })
})

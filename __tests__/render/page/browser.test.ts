import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../../../src/render/page/page.ts'
import { type Browser, CHROMIUM, startBrowser, WITHOUT } from '../../support/browser/browser.ts'
import { buildRich } from '../../support/render/page.ts'
import { rename } from '../../support/render/rename.ts'
import { SCENARIOS } from '../../support/render/scenarios.ts'

let browser: Browser
let folder: string
let url: string
let axe: string

async function write(name: string, html: string): Promise<string> {
  await writeFile(join(folder, name), html)
  return pathToFileURL(join(folder, name)).href
}

/** Names of the first column of a table. */
const firstColumn = (noun: string) =>
  `[...document.querySelector('table[data-sort="${noun}"]').tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[0].textContent)`

describe.skipIf(CHROMIUM === null)(`the page in a browser${WITHOUT}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-page-'))
    url = await write('rich.html', renderPage(buildRich()))
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  it('asks for nothing but itself and an empty icon, and complains of nothing', async () => {
    const page = await browser.open(url)
    expect(await page.evaluate('document.querySelectorAll("th button").length')).toBeGreaterThan(10)
    expect(page.requests.filter((address) => address !== url && address !== 'data:,')).toEqual([])
    expect(page.requests).toContain(url)
    expect(page.complaints).toEqual([])
  })

  it('runs no script of another text', async () => {
    const forged = await write('forged.html', renderPage(buildRich()).replace('</main>', '<script>window.forged = true</script></main>'))
    const page = await browser.open(forged)
    expect(await page.evaluate('window.forged === undefined')).toBe(true)
    expect(page.complaints.join()).toMatch(/Content Security Policy/)
  })

  it('is complete without scripts', async () => {
    const words = 'document.body.innerText'
    const [without, whole] = await Promise.all([browser.open(url, { scripts: false }), browser.open(url)])
    const shown = await without.evaluate<string>(words)
    for (const name of ['Why it changed', 'Cost of a run', 'o1-preview', 'Cost over time', 'What was read', 'Rules'])
      expect(shown).toContain(name)
    expect(await without.evaluate('document.querySelectorAll("button, input").length')).toBe(0)
    expect(await whole.evaluate('document.querySelectorAll("button").length')).toBeGreaterThan(0)
    const rows = 'document.querySelectorAll("tr").length'
    expect(await without.evaluate(rows)).toBe(await whole.evaluate(rows))
  })

  it.each([390, 768, 1280])('does not scroll sideways at %i pixels', async (width) => {
    const long = await write('long.html', renderPage(rename(buildRich(), 'x'.repeat(200))))
    for (const address of [url, long]) {
      const page = await browser.open(address, { width })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(
        await page.evaluate(
          '[...document.querySelectorAll("svg.wide, svg.narrow")].filter((one) => one.getBoundingClientRect().width > 0).length',
        ),
      ).toBe(await page.evaluate('document.querySelectorAll("figure").length'))
    }
  })

  it('sorts by a column with the keyboard, one way and the other', async () => {
    const page = await browser.open(url)
    const before = await page.evaluate<string[]>(firstColumn('models'))
    await page.evaluate(`document.querySelector('table[data-sort="models"] th.n button').focus()`)
    await page.press('Enter')
    const order = `document.querySelector('table[data-sort="models"] th[aria-sort]').getAttribute('aria-sort')`
    expect(await page.evaluate(order)).toBe('descending')
    const down = await page.evaluate<string[]>(firstColumn('models'))
    await page.press('Enter')
    expect(await page.evaluate(order)).toBe('ascending')
    const up = await page.evaluate<string[]>(firstColumn('models'))
    expect(down[0]).toBe('gpt-4o')
    expect(up[0]).toBe('gpt-4o-mini')
    // What has no value stays last in both.
    expect([down.at(-1), up.at(-1)]).toEqual(['o1-preview', 'o1-preview'])
    expect(down.toSorted()).toEqual(before.toSorted())
  })

  it('reaches every button by the tab key, and filters by typing', async () => {
    const page = await browser.open(url)
    await page.evaluate(`document.querySelector('input[type="search"]').focus()`)
    await page.press('Tab')
    await page.press('Tab')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BUTTON')
    await page.evaluate(`[...document.querySelectorAll('label')].find((one) => one.textContent === 'Filter rules').control.focus()`)
    const all = await page.evaluate<string[]>(firstColumn('rules'))
    await page.type('O1-Preview')
    const found = await page.evaluate<string[]>(firstColumn('rules'))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(all.length)
    expect(await page.evaluate('[...document.querySelectorAll("[role=status]")].map((one) => one.textContent).join("")')).toBe(
      `${found.length} of ${all.length}`,
    )
  })

  it.each(['light', 'dark'] as const)('has no fault that axe-core finds, in a %s page', async (scheme) => {
    const others = ['fail', 'no-baseline', 'poor-data'].map((name) => SCENARIOS.find(([one]) => one === name)?.[1] ?? buildRich())
    const pages = [url, ...(await Promise.all(others.map((report, index) => write(`${scheme}-${index}.html`, renderPage(report)))))]
    for (const address of pages) {
      const page = await browser.open(address, { scheme, width: 1280 })
      await page.evaluate(`${axe}; undefined`)
      const faults = await page.evaluate<string[]>(
        'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(" "))))',
      )
      expect(faults).toEqual([])
      const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor')
      expect(paper).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)')
    }
  })
})

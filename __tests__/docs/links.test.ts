import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listPages, readPage, root } from '../support/docs/pages.ts'

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

async function listAnchors(file: string): Promise<string[]> {
  return [...(await readPage(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
}

describe.each(await listPages())('%s', (page) => {
  it('links to files and headings that exist', async () => {
    const text = await readPage(page)
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^https:/.test(target))
    for (const target of targets) {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      await expect(access(join(root, file)), `${page}: ${target}`).resolves.toBeUndefined()
      if (anchor !== undefined) expect(await listAnchors(file), `${page}: ${target}`).toContain(anchor)
    }
  })

  it('has no table row with more or fewer cells than its head', async () => {
    const tables = [...(await readPage(page)).matchAll(/(?:^ *\|.*\|\n)+/gm)].map(([table]) => table.trim().split('\n'))
    for (const table of tables) {
      const widths = new Set(table.map((row) => row.replaceAll('\\|', '').split('|').length))
      expect(widths.size, table[0]).toBe(1)
    }
  })
})

it('the pages together do link: the search above finds links', async () => {
  const text = (await Promise.all((await listPages()).map(readPage))).join('\n')
  expect([...text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].length).toBeGreaterThan(10)
})

import { describe, expect, it } from 'vitest'
import { readPage } from '../support/docs/pages.ts'
import { MODELS } from '../support/noise/models.ts'

const page = await readPage('docs/noise.md')

/** The cells of each row of the table between two markers. */
function readTable(name: string): string[][] {
  const [, text = ''] = page.match(new RegExp(`<!-- ${name}: [^>]*-->\\n([^]*?)\\n?<!-- /${name} -->`)) ?? []
  const rows = text.split('\n').filter((row) => row.startsWith('|'))
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('docs/noise.md', () => {
  it('has the false alarms of each kind of suite', () => {
    const [head, , ...rows] = readTable('false-alarms')
    expect(head).toEqual(['Runs', ...Object.keys(MODELS)])
    expect(rows.map(([runs]) => runs)).toEqual(['1', '5', '10', '30'])
  })

  it('says of five and more runs that at most 1 of 100 unchanged pull requests is blocked, all together', () => {
    const rows = readTable('false-alarms')
      .slice(2)
      .filter(([runs]) => Number(runs) >= 5)
    const rates = rows.flatMap(([, ...cells]) => cells.map((cell) => Number(cell.split('/')[0])))
    expect(rates).toHaveLength(3 * Object.keys(MODELS).length)
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeLessThanOrEqual(1)
  })

  it('has the power of each cause, in kinds of suites that there are', () => {
    const [head = [], , ...rows] = readTable('power')
    expect(head.slice(1).filter((cell) => !Object.hasOwn(MODELS, cell.split(' ')[0] ?? ''))).toEqual([])
    expect(rows.map(([cause]) => cause)).toEqual(['price', 'prompts', 'one agent', 'calls', 'one case'])
  })

  it('describes each kind of suite', () => {
    for (const name of Object.keys(MODELS)) expect(page).toContain(`| \`${name}\` |`)
  })
})

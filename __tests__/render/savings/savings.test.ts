import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Savings } from '../../../src/generated/types.ts'
import { renderSavings } from '../../../src/render/savings/fold.ts'
import { renderSavingsText } from '../../../src/render/savings/terminal.ts'
import { listBlocks, readPage } from '../../support/docs/pages.ts'
import { jsonl, row } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { EXAMPLES, example, savingsOn } from '../../support/savings.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const text = (savings: Savings) => renderSavingsText(savings, (_style, words) => words)

const cheap = { model: 'gpt-4o-mini', cost_usd: 0.001, step: 'classify' }
/** Something in every section. */
const ledger = jsonl(
  row({ input_tokens: 900, output_tokens: 400, cost_usd: 0.00625, index: 1 }),
  row({ input_tokens: 900, output_tokens: 400, cost_usd: 0.00625, index: 2 }),
  row({ ...cheap, timestamp: '2026-11-02T09:00:00Z', index: 3 }),
  row({ ...cheap, timestamp: '2026-11-02T09:00:01Z', model: 'gpt-4o', cost_usd: 0.01, index: 4 }),
  row({ step: null, model: 'claude-3-opus-20240229', metadata: { provider: 'anthropic' }, index: 5 }),
  row({ step: 'draft', model: 'no-such-model', cost_usd: null, index: 6 }),
)

let everything: Savings
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'savings-'))
  writeFileSync(join(folder, 'ledger.jsonl'), ledger)
  everything = await savingsOn(folder, 'ledger.jsonl')
  rmSync(folder, { recursive: true })
})

describe('savings are shown', () => {
  it.each(EXAMPLES)('as text, Markdown and JSON: examples/%s', async (name) => {
    const savings = await savingsOn(example(name))
    await expect(text(savings)).toMatchFileSnapshot(`golden/${name}.txt`)
    await expect(`${renderSavings(savings)}\n`).toMatchFileSnapshot(`golden/${name}.md`)
    expect(findFaults('savings', savings)).toEqual([])
  })

  it('with every section', async () => {
    await expect(text(everything)).toMatchFileSnapshot('golden/everything.txt')
    await expect(`${renderSavings(everything)}\n`).toMatchFileSnapshot('golden/everything.md')
    await expect(`${JSON.stringify(everything, null, 2)}\n`).toMatchFileSnapshot('golden/everything.json')
    expect(findFaults('savings', everything)).toEqual([])
  })

  it('in docs/commands.md as they read', async () => {
    expect(listBlocks(await readPage('docs/commands.md'), 'text')).toContain(text(await savingsOn(example('main'))))
  })

  it('with a count of what has no room', () => {
    expect(renderSavings(everything, 1)).toContain('And 2 more.')
  })

  it('always as upper bounds under an assumption that are no findings', () => {
    for (const rendering of [text(everything), renderSavings(everything)]) {
      expect(rendering).toContain('Upper bounds on')
      expect(rendering).toContain('none is a finding')
      expect(rendering.match(/at most \$/g)).toHaveLength(5)
      expect(rendering.match(/assuming that/gi)).toHaveLength(5)
    }
  })
})

/** Keys whose values are names from files. */
const NAMES = new Set(['step', 'agent', 'model', 'alternative', 'task', 'fits'])
const CODE = /<code>[^<]*(?:<wbr>[^<]*)*<\/code>/gu

function rename(name: string): Savings {
  return JSON.parse(JSON.stringify(everything), (key, value) => (NAMES.has(key) && typeof value === 'string' ? name : value))
}

describe('names are escaped', () => {
  it.each(HOSTILE)('in Markdown, where one %s', (_, name) => {
    const outside = renderSavings(rename(name)).replace(CODE, '')
    expect(outside).not.toMatch(/https?:|www\.|@|<!--|!\[|\]\(|javascript:|mailto:/)
    expect(outside.replace(/<\/?(?:details|summary)>/g, '')).not.toContain('<')
    expect(outside.split('\n')).toHaveLength(renderSavings(rename('x')).split('\n').length)
  })

  it.each(HOSTILE)('in a terminal, where one %s', (_, name) => {
    const lines = text(rename(name)).split('\n')
    expect(lines).toHaveLength(text(rename('x')).split('\n').length)
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
  })
})

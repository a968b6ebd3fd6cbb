import { describe, expect, it } from 'vitest'
import { renderQueryJson, renderQueryLines, renderQueryTable } from '../../../src/render/query.ts'
import { findRecords, query } from '../../../src/terminal/commands/query.ts'
import { parseFlags } from '../../../src/terminal/flags.ts'
import { copyDatabase } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { example } from '../../support/report/reports.ts'

const find = (folder: string, ...words: string[]) => findRecords(parseFlags(query, ['--working-directory', folder, ...words]))
const linesOf = async (folder: string, text: string) =>
  (await find(folder, '--search', text, '--sort', 'time')).result.records.map(({ line }) => line)

const deep = (levels: number) => `${'[{"in":'.repeat(levels)}"deep-needle"${'}]'.repeat(levels)}`
const METADATA = {
  provider: 'Anthropic',
  customer_id: 'Acme',
  case_id: 'refund of a gift',
  tags: ['Blue', { kind: 'night-shift' }],
  attempt: 42,
  is_retry: true,
}
const rows = [
  row({ model: 'gpt-4o-mini', metadata: {} }),
  row({ run_id: 'mag-73CF25', metadata: {} }),
  row({ step: 'Über-step', metadata: {} }),
  row({ agent: 'offer-orchestrator', metadata: {} }),
  row({ metadata: METADATA }),
  row({ model: 'house-model', cost_usd: null, metadata: {} }),
]

describe('query --search', () => {
  const folder = () => workspace({ [LEDGER]: jsonl(...rows) })

  it.each([
    ['mini', [1]],
    ['GPT-4O-MINI', [1]],
    ['73cf', [2]],
    ['über', [3]],
    ['orchestrator', [4]],
    ['anthropic', [5]],
    ['acme', [5]],
    ['of a gift', [5]],
    ['blue', [5]],
    ['night-SHIFT', [5]],
    ['tags', [5]],
    ['kind', [5]],
    ['42', [5]],
    ['true', [5]],
    ['is_retry', [5]],
    ['nowhere', []],
    ['timestamp', []],
  ])('"%s" finds lines %j', async (text, expected) => {
    expect(await linesOf(folder(), text)).toEqual(expected)
  })

  it('finds by the key of a figure the records that have it, as the guides search', async () => {
    expect(await linesOf(folder(), 'cost_usd')).toEqual([1, 2, 3, 4, 5])
    expect(await linesOf(folder(), 'cost')).toEqual([])
    const cached = workspace({ [LEDGER]: jsonl(row(), row({ cached_input_tokens: 5 })) })
    expect(await linesOf(cached, 'cached_input_tokens')).toEqual([2])
  })

  it.each(['.*', 'gpt-4?', '[', '(', '\\', '*', '$', '^gpt', 'a|b', '%', "'", '\u0000'])('takes "%s" as it is', async (text) => {
    expect(await linesOf(folder(), text)).toEqual([])
    expect(await linesOf(workspace({ [LEDGER]: jsonl(row(), row({ agent: `x${text}y` })) }), text)).toEqual([2])
  })

  it('looks as deep as metadata go', async () => {
    const line = JSON.stringify(row({ step: 'deep', metadata: { nest: 0 } })).replace('"nest":0', `"nest":${deep(2000)}`)
    expect(await linesOf(workspace({ [LEDGER]: `${line}\n` }), 'deep-needle')).toEqual([1])
  })

  it('chooses together with the other flags', async () => {
    const { result } = await find(folder(), '--search', 'gpt-4o', '--step', 'plan', '--run-id', 'run-1', '--limit', '1')
    expect(result).toMatchObject({ matches: 3, search: 'gpt-4o' })
  })

  it('finds in a database what it finds in its ledger', async () => {
    const { result } = await find(example('main'), copyDatabase(example('main')), '--search', 'acme')
    const { result: ledger } = await find(example('main'), '--search', 'acme')
    expect(result.matches).toBeGreaterThan(5)
    expect(result.matches).toBe(ledger.matches)
  })

  it('counts as the search of each line does', async () => {
    const { result } = await find(example('main'), '--search', 'globex', '--limit', '1000')
    const { result: all } = await find(example('main'), '--customer', 'globex', '--limit', '1000')
    expect(renderQueryLines(result)).toBe(renderQueryLines(all))
  })

  it.each([
    ['', '--search needs a text. Example: --search refund'],
    [' \t', '--search needs a text. Example: --search refund'],
    ['x'.repeat(513), '--search must have at most 512 characters, got 513. Example: --search refund'],
  ])('refuses %j in one line', async (text, message) => {
    await expect(find(folder(), `--search=${text}`)).rejects.toThrow(new RegExp(`^${message}$`))
  })

  it('says what is searched where nothing is found', async () => {
    const { result, sort } = await find(folder(), '--search', 'nowhere')
    expect(renderQueryTable(result, sort, (_style, text) => text)).toBe(
      'No records match. A text is searched in names (model, provider, run, step, agent, customer, case) and in keys and values of metadata.\n',
    )
  })

  it.each(HOSTILE.filter(([, name]) => name.trim() !== '' && name.length < 512))('shows a text that %s on one line', async (_, text) => {
    const hostile = workspace({ [LEDGER]: jsonl(row({ agent: text })) })
    const { result, sort } = await find(hostile, `--search=${text}`)
    const shown = renderQueryTable(result, sort, (_style, text) => text)
    expect(result.matches).toBe(1)
    expect(shown.split('\n')).toHaveLength(5)
    expect(shown).not.toMatch(/[^\P{C}\n]/u)
  })
})

describe('query --format json', () => {
  it('gives the rows of jsonl as a list', async () => {
    const { result } = await find(example('main'), '--limit', '5')
    const lines = renderQueryLines(result).trim().split('\n')
    expect(JSON.parse(renderQueryJson(result))).toEqual(lines.map((line) => JSON.parse(line)))
    expect(lines).toHaveLength(5)
  })

  it('gives an empty list where nothing matches', async () => {
    const { result } = await find(workspace({ [LEDGER]: jsonl(row()) }), '--agent', 'nobody')
    expect(renderQueryJson(result)).toBe('[]\n')
  })

  it('gives no command to a runner', async () => {
    const { result } = await find(workspace({ [LEDGER]: jsonl(row({ agent: '##[group]x' })) }))
    expect(renderQueryJson(result)).not.toContain('##[')
    expect(JSON.parse(renderQueryJson(result))).toMatchObject([{ agent: '##[group]x' }])
  })
})

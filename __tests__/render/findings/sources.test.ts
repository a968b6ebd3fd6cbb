import { describe, expect, it } from 'vitest'
import { SHAPES } from '../../../src/generated/tools.ts'
import type { Source } from '../../../src/generated/types.ts'
import { renderQuality, writeSummary } from '../../../src/render/findings/quality.ts'
import { renderSources } from '../../../src/render/findings/sources.ts'
import { toolOf } from '../../../src/usage/tool.ts'
import { plain, text } from '../../../src/words/escape.ts'
import { buildReport } from '../../support/render/report.ts'
import { buildSummary } from '../../support/render/summary.ts'

const source = (format: Source['format'], overrides: Partial<Source> = {}): Source => ({
  path: 'results.json',
  format,
  files: 1,
  records: 24,
  cost_usd: 1,
  role: 'counted',
  ...overrides,
})
const spare = (format: Source['format'], files = 1) => source(format, { role: 'not-counted', files, records: 0 })
const write = (...sources: Source[]) => writeSummary(buildSummary({ calls: 78, sources }))
const nameOf = (format: Source['format']) => toolOf(format)?.name

describe('the data in one line', () => {
  const gateway = 'GitHub Agentic Workflows'

  it.each<[string, Source[], string]>([
    ['nothing', [], '78 calls from 0 files'],
    ['files of the framework', [source('ledger'), spare('costs-db')], '78 calls from 1 of 2 files'],
    ['calls of a tool', [source('gh-aw')], `${gateway}: 24 calls`],
    ['one call', [source('gh-aw', { records: 1 })], `${gateway}: 1 call`],
    ['several sources of a tool', [source('gh-aw'), source('gh-aw', { path: 'b', records: 2 })], `${gateway}: 26 calls`],
    ['sessions', [source('claude-code', { sessions: 3 })], `${nameOf('claude-code')}: 3 sessions`],
    ['one session', [source('claude-code', { sessions: 1 })], `${nameOf('claude-code')}: 1 session`],
    ['tests', [source('promptfoo', { sessions: 1234 })], `${nameOf('promptfoo')}: 1,234 ${toolOf('promptfoo')?.unit}s`],
    ['calls of a tool that names no session', [source('claude-code')], `${nameOf('claude-code')}: 24 calls`],
    ['no session', [source('claude-code', { records: 0 })], `${nameOf('claude-code')}: 0 sessions`],
    ['a file that is not needed', [source('gh-aw'), spare('gh-aw')], `${gateway}: 24 calls; 1 file not needed: the same calls`],
    [
      'files of several tools that are not needed',
      [source('gh-aw'), spare('gh-aw', 2), spare('ccusage', 3)],
      `${gateway}: 24 calls; 5 files not needed: the same calls`,
    ],
    [
      'files of tools and of the framework',
      [source('ledger', { records: 54 }), source('run-summary', { role: 'cross-check', files: 12 }), source('gh-aw'), spare('gh-aw')],
      `54 calls from 1 of 13 files; ${gateway}: 24 calls; 1 file not needed: the same calls`,
    ],
  ])('tells of %s', (_, sources, words) => {
    expect(write(...sources)).toBe(`Data: ${words}`)
  })

  it('ends with what was found about it', () => {
    const summary = buildSummary({ sources: [source('gh-aw')], unpriced_calls: 2, from_disk_calls: 12 })
    expect(writeSummary(summary)).toBe(`Data: ${gateway}: 24 calls; 2 without a price, 12 from a cache on disk`)
  })
})

describe('files that were left out', () => {
  const summary = buildSummary({ sources: [source('ledger'), spare('openai')] })
  const head = { ...summary, quality: { ...summary.quality, left_out: ['a|b.json', 'results.json'] } }

  it('are never said to be the same calls', () => {
    expect(writeSummary(head)).toBe(`Data: 24 calls from 1 file; 2 files left out`)
    expect(renderSources(head, 9)).toContain('| OpenAI API | left out | 1 | 0 |')
  })

  it('are named', () => {
    expect(renderQuality(buildReport({ head }), { findings: 9, models: 9, causes: 9, folded: 9 })).toContain(
      '  - <code>a&#124;b&#46;json</code>\n',
    )
  })

  it('are not needed where each of their calls stands elsewhere', () => {
    expect(writeSummary(summary)).toBe('Data: 24 calls from 1 file; 1 file not needed: the same calls')
  })
})

describe('the table of sources', () => {
  const table = (sources: Source[], room = 9) => renderSources(buildSummary({ sources }), room)

  it('names tools, what their files tell of, and what was not needed', () => {
    const rows = table([
      source('ledger'),
      spare('costs-db'),
      source('claude-code', { path: 'a|b', sessions: 3 }),
      source('gh-aw'),
      spare('gh-aw'),
    ])?.split('\n')
    expect(rows?.slice(2)).toEqual([
      '| <code>results&#46;json</code> | ledger | counted | 1 | 24 | $1.00 |',
      '| <code>results&#46;json</code> | costs-db | not counted | 1 | 0 | – |',
      `| <code>a&#124;b</code> | ${nameOf('claude-code')}: 3 sessions | counted | 1 | 24 | $1.00 |`,
      '| <code>results&#46;json</code> | GitHub Agentic Workflows | counted | 1 | 24 | $1.00 |',
      '| <code>results&#46;json</code> | GitHub Agentic Workflows | not needed: the same calls | 1 | 0 | – |',
    ])
  })

  it('is none where nothing was read, and says how many more there are', () => {
    expect(table([])).toBeNull()
    expect(table([source('ledger'), source('gh-aw')], 1)).toMatch(/\n\| _and 1 more_ \| {2}\| {2}\| {2}\| {2}\| {2}\|$/)
  })
})

it.each(SHAPES.map(({ name, unit }) => [name, unit]))('%s needs no escape, and has a unit', (name, unit) => {
  expect([plain(name), text(name)]).toEqual([name, name])
  expect(['call', 'session', 'test']).toContain(unit)
})

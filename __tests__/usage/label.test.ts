import { describe, expect, it } from 'vitest'
import { readUsage } from '../../src/read/usage.ts'
import { MetadataLabels } from '../../src/usage/label.ts'
import type { CostRecord } from '../../src/usage/record.ts'
import { row, workspace } from '../support/read/workspace.ts'

const LEDGER = '.runs/costs/costs.jsonl'

const label = (path: string, metadata: Record<string, unknown> | null, status?: string) =>
  new MetadataLabels(path).label({
    timestamp: '2026-11-02T09:00',
    model: 'm',
    input_tokens: 1,
    output_tokens: 1,
    ...(status !== undefined && { status }),
    metadata,
  })

async function records(lines: readonly string[], labels: MetadataLabels | null): Promise<CostRecord[]> {
  const cwd = workspace({ [LEDGER]: lines.join('\n') })
  const found: CostRecord[] = []
  const settings = { cwd, usagePath: [LEDGER], onInvalid: 'skip' as const, onProgress: () => {} }
  for await (const piece of readUsage({ ...settings, ...(labels && { label: labels.label }) }))
    if (piece.type === 'records') found.push(...piece.records)
  return found
}

describe('the label of a row', () => {
  it.each([
    ['variant', { variant: 'cheap' }, 'cheap'],
    ['experiment.variant', { experiment: { variant: 'cheap' } }, 'cheap'],
    ['experiment.variant', { 'experiment.variant': 'flat' }, 'flat'],
    ['a.b.c', { 'a.b': { c: 'mixed' } }, 'mixed'],
    ['a.b.c', { a: { 'b.c': 'mixed' } }, 'mixed'],
    ['variant', { variant: 2 }, '2'],
    ['variant', { variant: false }, 'false'],
    ['variant', { variant: '' }, null],
    ['variant', { variant: null }, null],
    ['variant', { variant: ['a'] }, null],
    ['variant', { variant: { a: 1 } }, null],
    ['variant', { variant: 'x'.repeat(513) }, null],
    ['variant.x', { variant: 'cheap' }, null],
    ['0', { variant: ['a'] }, null],
    ['__proto__', JSON.parse('{"__proto__":"own"}'), 'own'],
    ['__proto__', {}, null],
    ['constructor.name', {}, null],
    ['length', {}, null],
    ['variant', null, null],
  ])('at %s of %j is %j', (path, metadata, expected) => {
    expect(label(path, metadata).variant).toBe(expected)
  })

  it.each([
    ['ok', 'success'],
    ['timeout', 'failure'],
    ['running', null],
    [undefined, null],
  ])('takes a status of %s for %s', (status, outcome) => {
    expect(label('variant', {}, status).outcome).toBe(outcome)
  })
})

describe('reading with labels', () => {
  const timestamp = '2026-11-02T09:00:00.5Z'
  const lines = [
    JSON.stringify(row({ timestamp, metadata: { variant: 'a' } })),
    JSON.stringify(row({ metadata: { variant: 'b' } })),
    JSON.stringify(row({ timestamp, metadata: { variant: 'a' } })),
    '{"timestamp": "2026-11-02T09:00", "model": "m"',
    JSON.stringify(row({ input_tokens: 0, output_tokens: 0, cost_usd: 0 })),
    JSON.stringify(row({ cost_usd: 1e-9, metadata: null })),
  ]

  it('gives the same records as without, each with its label', async () => {
    const labelled = await records(lines, new MetadataLabels('variant'))
    expect(labelled.map(({ label: found, ...record }) => record)).toEqual(await records(lines, null))
    expect(labelled.map(({ label: found }) => found?.variant)).toEqual(['a', 'b', null])
  })

  it('costs nothing where nobody asked: no record has a label', async () => {
    expect((await records(lines, null)).every((record) => !('label' in record))).toBe(true)
  })
})

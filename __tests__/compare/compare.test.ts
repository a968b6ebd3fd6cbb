import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.ts'
import { type Side, type SideStats, sideOfSummary } from '../../src/compare/side.ts'
import { side } from '../support/compare/sides.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const stats = (costUsd: number | null, calls: number | null = 1, tokens: number | null = 10): SideStats => ({ costUsd, calls, tokens })
const withModels = (models: Record<string, SideStats> | null): Side => ({ ...side([]), models: models && new Map(Object.entries(models)) })

function changeOf(before: SideStats | null, after: SideStats | null) {
  const [model] = compare(withModels(before ? { m: before } : {}), withModels(after ? { m: after } : {})).models ?? []
  return model
}

describe('the change of a subject', () => {
  it.each<[string, SideStats | null, SideStats | null, object]>([
    ['unchanged', stats(1), stats(1), { status: 'unchanged', delta_usd: 0, percent: 0 }],
    ['more', stats(1), stats(1.5), { status: 'changed', delta_usd: 0.5, percent: 50 }],
    ['less', stats(1), stats(0.5), { status: 'changed', delta_usd: -0.5, percent: -50 }],
    ['as much with other calls', stats(1, 1), stats(1, 2), { status: 'changed', delta_usd: 0, percent: 0 }],
    ['as much with other tokens', stats(1, 1, 10), stats(1, 1, 11), { status: 'changed', delta_usd: 0, percent: 0 }],
    ['new', null, stats(1), { status: 'added', delta_usd: 1, percent: null, baseline_cost_usd: null, head_cost_usd: 1 }],
    ['removed', stats(1), null, { status: 'removed', delta_usd: -1, percent: null, baseline_cost_usd: 1, head_cost_usd: null }],
    ['free before', stats(0), stats(1), { status: 'changed', delta_usd: 1, percent: null }],
    ['free on both sides', stats(0), stats(0), { status: 'unchanged', delta_usd: 0, percent: 0 }],
    ['of an unknown price before', stats(null), stats(1), { status: 'changed', delta_usd: 0, percent: null, baseline_cost_usd: null }],
    ['of an unknown price now', stats(1), stats(null), { status: 'changed', delta_usd: 0, percent: null, head_cost_usd: null }],
    ['different by the noise of doubles', stats(0.1 + 0.2), stats(0.3), { delta_usd: 0 }],
  ])('%s', (_, before, after, expected) => {
    expect(changeOf(before, after)).toMatchObject(expected)
  })

  it('is null for a dimension that a side does not know', () => {
    expect(compare(withModels(null), withModels({ m: stats(1) })).models).toBeNull()
    expect(compare(withModels({ m: stats(1) }), withModels(null)).models).toBeNull()
  })

  it('stands in the order of its size, then of the cost, then of the name', () => {
    const baseline = withModels({ a: stats(1), b: stats(1), c: stats(5), d: stats(1), __proto__: stats(1) })
    const head = withModels({ a: stats(1), b: stats(3), c: stats(4), d: stats(1), e: stats(0) })
    expect(compare(baseline, head).models?.map(({ name }) => name)).toEqual(['b', 'c', 'a', 'd', 'e'])
  })
})

describe('the comparison of two summaries', () => {
  it('of the same usage finds nothing changed', async () => {
    const files = {
      [LEDGER]: jsonl(
        row(),
        row({ step: 'draft', agent: 'writer', model: 'o3', run_id: 'run-2' }),
        row({ model: 'no-such-model', cost_usd: null }),
      ),
    }
    const [one, two] = [sideOfSummary(await summarizeFiles(files)), sideOfSummary(await summarizeFiles(files))]
    const { total, figures, ...dimensions } = compare(one, two)
    expect(total).toMatchObject({ status: 'unchanged', delta_usd: 0, percent: 0 })
    for (const [name, changes] of Object.entries(dimensions))
      for (const { status } of changes ?? []) expect({ name, status }).toEqual({ name, status: 'unchanged' })
    for (const { baseline, head, percent } of Object.values(figures))
      expect([head, percent]).toEqual([baseline, baseline === null ? null : 0])
  })

  it('leaves out names that only records from before since have', async () => {
    const files = { [LEDGER]: jsonl(row({ timestamp: '2026-11-01T00:00:00Z', agent: 'old', model: 'o3' }), row()) }
    const now = sideOfSummary(await summarizeFiles(files, { since: Date.parse('2026-11-02T00:00:00Z') }))
    const { agents, models } = compare(now, now)
    expect([agents?.map(({ name }) => name), models?.map(({ name }) => name)]).toEqual([['planner'], ['gpt-4o']])
  })

  it('shows hostile names as they are', async () => {
    const hostile = { model: '__proto__', agent: 'constructor', step: '__proto__', metadata: { customer_id: 'toString' } }
    const head = sideOfSummary(await summarizeFiles({ [LEDGER]: jsonl(row(hostile)) }))
    const { models, agents, steps, customers } = compare(
      sideOfSummary(await summarizeFiles({ [LEDGER]: jsonl(row({ metadata: null })) })),
      head,
    )
    for (const [changes, name] of [
      [models, '__proto__'],
      [agents, 'constructor'],
      [steps, '__proto__'],
      [customers, 'toString'],
    ] as const)
      expect(changes?.find((change) => change.name === name)).toMatchObject({ status: 'added', head_cost_usd: 0.5 })
  })
})

describe('cases that were tested', () => {
  const tested = (costs: Readonly<Record<string, number>>) =>
    summarizeFiles({
      [LEDGER]: jsonl(...Object.entries(costs).map(([case_id, cost_usd]) => row({ cost_usd, metadata: { case_id } }))),
    }).then(sideOfSummary)
  const untested = () => summarizeFiles({ [LEDGER]: jsonl(row()) }).then(sideOfSummary)

  it('are compared by their names, the largest change first', async () => {
    const { cases } = compare(await tested({ gift: 1, late: 2, gone: 3 }), await tested({ late: 2.5, gift: 1, new: 0.1 }))
    expect(cases?.map(({ name, status, delta_usd }) => [name, status, delta_usd])).toEqual([
      ['gone', 'removed', -3],
      ['late', 'changed', 0.5],
      ['new', 'added', 0.1],
      ['gift', 'unchanged', 0],
    ])
  })

  it('are nothing to compare where neither side names one', async () => {
    expect(compare(await untested(), await untested())).not.toHaveProperty('cases')
  })

  it('are not known of a baseline that names none, and gone where head names none', async () => {
    expect(compare(await untested(), await tested({ gift: 1 })).cases).toBeNull()
    expect(compare(await tested({ gift: 1 }), await untested()).cases).toMatchObject([{ name: 'gift', status: 'removed' }])
  })
})

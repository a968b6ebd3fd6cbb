import { describe, expect, it } from 'vitest'
import { readRows } from '../../support/commands/oracle.ts'
import { jsonl, LEDGER, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example } from '../../support/report/reports.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'
import { spent, traceOf } from '../../support/trends/traces.ts'

/** Mondays: 2026-10-19 (W43), 2026-10-26 (W44), 2026-11-02 (W45), 2026-11-09 (W46). */
const month = [
  spent('2026-10-19T00:00:00Z', 1),
  spent('2026-10-25T23:59:59.999Z', 2),
  spent('2026-10-26T00:00:00Z', 4),
  spent('2026-11-02T08:00:00Z', 8, { agent: 'writer' }),
  spent('2026-11-10T08:00:00Z', 1, { agent: null }),
]
const ledger = (...rows: object[]) => workspace({ [LEDGER]: jsonl(...rows) })
const costs = ({ total }: Awaited<ReturnType<typeof traceOf>>) => total.points.map(({ cost_usd }) => cost_usd)

describe('trends per week', () => {
  it('begin on Monday and end with the week of the last record', async () => {
    const document = await traceOf(ledger(...month))
    expect(document.periods.map(({ name, from, to, complete }) => [name, from, to, complete])).toEqual([
      ['2026-W43', '2026-10-19', '2026-10-25', true],
      ['2026-W44', '2026-10-26', '2026-11-01', true],
      ['2026-W45', '2026-11-02', '2026-11-08', true],
      ['2026-W46', '2026-11-09', '2026-11-15', false],
    ])
    expect(costs(document)).toEqual([3, 4, 8, 1])
    expect(document.total.points.map(({ change_usd }) => change_usd)).toEqual([null, 1, 4, -7])
    expect(document.total.points[2]?.change_percent).toBe(100)
  })

  it('have a slope of least squares over the weeks that are over', async () => {
    // 3, 4, 8: ((-1)(3 - 5) + 0(4 - 5) + 1(8 - 5)) / 2
    expect((await traceOf(ledger(...month))).total.slope_usd).toBeCloseTo(2.5, 12)
    expect((await traceOf(ledger(...month), '--until', '2026-11-15')).total.slope_usd).toBeCloseTo(-0.2, 12)
    expect((await traceOf(ledger(...month), '--weeks', '2')).total.slope_usd).toBeNull()
  })

  it('end where --until says, whatever came later', async () => {
    const before = ['2026-W42', '2026-W43', '2026-W44']
    const periods = async (until: string) => (await traceOf(ledger(...month), '--weeks', '3', '--until', until)).periods
    expect((await periods('2026-10-31')).map(({ name }) => name)).toEqual(before)
    expect((await periods('2026-10-31')).at(-1)?.complete).toBe(false)
    expect((await periods('2026-11-01')).at(-1)?.complete).toBe(true)
    expect((await periods('2026-11-02T00:00:00Z')).map(({ name }) => name)).toEqual(before)
    expect((await periods('2026-11-02T00:00:00Z')).at(-1)?.complete).toBe(true)
  })

  it('leave gaps, which are no zeros', async () => {
    const document = await traceOf(ledger(spent('2026-10-19T00:00:00Z', 1), spent('2026-11-02T00:00:00Z', 3)), '--until', '2026-11-08')
    expect(costs(document)).toEqual([null, 1, null, 3])
    expect(document.total.points.map(({ change_usd }) => change_usd)).toEqual([null, null, null, null])
    expect(document.total.slope_usd).toBe(1)
  })

  it('have a line per agent, the dearest first, and one for no agent', async () => {
    const { series, total } = await traceOf(ledger(...month), '--by', 'agent')
    expect(series.map(({ name, cost_usd }) => [name, cost_usd])).toEqual([
      ['writer', 8],
      ['planner', 7],
      [null, 1],
    ])
    expect(total.cost_usd).toBe(16)
  })

  it('count what is earlier', async () => {
    expect(await traceOf(ledger(...month), '--weeks', '2')).toMatchObject({ earlier_calls: 3, total: { cost_usd: 9 } })
  })

  it('take only the calls that are asked for', async () => {
    expect(costs(await traceOf(ledger(...month), '--agent', 'planner'))).toEqual([3, 4, null, null])
  })

  it.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['1969-12-31', '1970-W01'],
    ['0001-01-01', '0001-W01'],
  ])('of %s is ISO week %s', async (day, name) => {
    expect((await traceOf(ledger(spent(`${day}T12:00:00Z`, 1)), '--weeks', '1')).periods[0]?.name).toBe(name)
  })

  it('never take calls without a price for a cost of 0', async () => {
    const { total } = await traceOf(ledger(spent('2026-11-02T00:00:00Z', 0, { model: 'house-model' })), '--weeks', '1')
    expect(total.points).toEqual([
      { calls: 1, total_tokens: 110, unpriced_calls: 1, cost_usd: null, change_usd: null, change_percent: null },
    ])
  })

  it('count calls without a time, which are in no week', async () => {
    const folder = workspace({ 'usage.json': { total_cost_usd: 2, calls: 7 } })
    expect(await traceOf(folder, 'usage.json')).toMatchObject({ periods: [], undated_calls: 7 })
  })
})

describe('trends per day', () => {
  it('begin a day where the time zone says', async () => {
    const rows = [spent('2026-10-31T23:30:00Z', 1), spent('2026-11-01T10:00:00Z', 2)]
    expect(costs(await traceOf(ledger(...rows), '--days', '2'))).toEqual([1, 2])
    expect(costs(await traceOf(ledger(...rows), '--days', '2', '--timezone', 'Europe/Berlin'))).toEqual([null, 3])
  })

  it.each(EXAMPLES)('of %s add up to what its ledger lines cost', async (name) => {
    const cost = readRows(example(name)).reduce((sum, line) => sum + line.cost_usd, 0)
    for (const words of [
      ['--days', '3'],
      ['--by', 'agent'],
      ['--by', 'model'],
    ]) {
      const document = await traceOf(example(name), ...words)
      expect(findFaults('cost-trends', document)).toEqual([])
      expect(document.total.cost_usd).toBeCloseTo(cost, 12)
      const parts = document.series.reduce((sum, one) => sum + (one.cost_usd ?? 0), 0)
      if (document.by !== 'total') expect(parts).toBeCloseTo(cost, 12)
    }
  })
})

describe('trends of a stored baseline', () => {
  const point = (day: number, total: number, agents: Record<string, number>) => ({
    commit: `${day}`.padStart(40, 'a'),
    created_at: `2026-11-0${day}T09:00:00.000Z`,
    total_cost_usd: total,
    calls: day,
    models: {},
    agents: Object.fromEntries(Object.entries(agents).map(([name, cost_usd]) => [name, { calls: 1, total_tokens: 10, cost_usd }])),
  })
  const stored = async () => {
    const summary = await summarizeFolder(example('main'))
    const history = [point(1, 1, { a: 1 }), point(2, 2, { a: 1, constructor: 1 }), point(3, 4, { constructor: 4 })]
    return workspace({ 'baseline.json': { ...summary, history } })
  }

  it('have one period per record, and a gap where a record does not name the agent', async () => {
    const document = await traceOf(await stored(), 'baseline.json', '--by', 'agent')
    expect(findFaults('cost-trends', document)).toEqual([])
    expect(document.unit).toBe('record')
    expect(document.periods.map(({ name }) => name)).toEqual(['2026-11-01 09:00', '2026-11-02 09:00', '2026-11-03 09:00'])
    expect(document.total).toMatchObject({
      slope_usd: 1.5,
      points: [{ cost_usd: 1 }, { cost_usd: 2 }, { cost_usd: 4, change_percent: 100 }],
    })
    expect(document.series.map(({ name, points }) => [name, points.map(({ cost_usd }) => cost_usd)])).toEqual([
      ['constructor', [null, 1, 4]],
      ['a', [1, 1, null]],
    ])
  })

  it('without a history are that of one record', async () => {
    const folder = workspace({ 'baseline.json': await summarizeFolder(example('main')) })
    const { periods, total } = await traceOf(folder, 'baseline.json')
    expect(periods).toHaveLength(1)
    expect(total).toMatchObject({ slope_usd: null, points: [{ cost_usd: 0.5727437, calls: 68 }] })
  })

  it('refuse what only records can tell', async () => {
    await expect(traceOf(await stored(), 'baseline.json', '--weeks', '2')).rejects.toThrow(
      '--weeks needs records; baseline.json is a cost summary, whose history has one total per record. Example: trends baseline.json --by agent',
    )
  })
})

describe('trends refuse in one line', () => {
  it.each([
    [['--weeks', '0'], '--weeks must be a whole number from 1 to 520, got "0". Example: --weeks 4'],
    [['--days', 'x'], '--days must be a whole number from 1 to 3660, got "x". Example: --days 14'],
    [['--weeks', '2', '--days', '2'], '--weeks and --days exclude each other. Example: --weeks 4'],
    [['--by', 'customer'], '--by must be one of total, agent, model, got "customer". Example: --by total'],
    [['--since', '2026-11-01'], 'unknown flag --since'],
    [['nowhere.json'], 'nowhere.json: does not exist'],
  ])('%j', async (words, message) => {
    await expect(traceOf(example('main'), ...words)).rejects.toThrow(message)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { type BudgetAlert, BudgetExceededError, BudgetGuard } from '../../src/judge/budget-guard.ts'
import { spend } from '../support/judge/budgets.ts'

describe('a budget', () => {
  it.each([
    [2, [0.7, 0.7, 0.7], 'Budget exceeded: $2.10 > $2.00'],
    [2, [1, 1], 'ok'],
    [2, [2], 'ok'],
    [2, [2.01], 'Budget exceeded: $2.01 > $2.00'],
    [2, [2, 0], 'ok'],
    [0, [0], 'ok'],
    [0, [0.01], 'Budget exceeded: $0.01 > $0.00'],
    [1, Array.from({ length: 10 }, () => 0.1), 'ok'],
    [0.3, [0.1, 0.2], 'ok'],
    [2, [2.001], 'Budget exceeded: $2.001 > $2.000'],
    [2, [2, 1e-9], 'Budget exceeded: $2.000000001 > $2.000000000'],
    [1234.5, [1234.51], 'Budget exceeded: $1234.51 > $1234.50'],
  ])('of $%d against the costs %j: %s', (maxCostUsd, costs, outcome) => {
    expect(spend(new BudgetGuard({ maxCostUsd }), costs)).toBe(outcome)
  })

  it('does not add a cost that would pass it, so that a smaller one still may', () => {
    const guard = new BudgetGuard({ maxCostUsd: 2 })
    guard.check(1.5)
    expect(() => guard.check(0.75)).toThrow(BudgetExceededError)
    expect([guard.spentUsd, guard.remainingUsd]).toEqual([1.5, 0.5])
    guard.check(0.5)
    expect([guard.spentUsd, guard.remainingUsd]).toEqual([2, 0])
  })

  it('says by how much it would have been passed', () => {
    const guard = new BudgetGuard({ maxCostUsd: 2 })
    guard.check(1.5)
    const caught = (() => {
      try {
        guard.check(0.75)
      } catch (error) {
        return error
      }
    })()
    expect(caught).toMatchObject({ name: 'BudgetExceededError', spentUsd: 1.5, projectedUsd: 2.25, limitUsd: 2 })
  })

  it.each([
    [2.000000000001, 2, '$2.000000000001 > $2.000000000000'],
    // Of somebody else's making: nothing tells these two apart.
    [2, 2, '$2.000000000000 > $2.000000000000'],
  ])('writes $%d and $%d with 12 decimals at most', (projectedUsd, limitUsd, said) => {
    expect(new BudgetExceededError({ spentUsd: 0, projectedUsd, limitUsd }).message).toBe(`Budget exceeded: ${said}`)
  })

  it.each([Number.NaN, -0.01, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '1', null, undefined, 1n])('takes no %s', (value) => {
    const wrong = JSON.parse('{}')
    Object.assign(wrong, { value })
    const guard = new BudgetGuard({ maxCostUsd: 2 })
    expect(() => guard.check(wrong.value)).toThrow(InputError)
    expect(guard.spentUsd).toBe(0)
    expect(() => new BudgetGuard({ maxCostUsd: wrong.value })).toThrow(InputError)
    if (value !== undefined) expect(() => new BudgetGuard({ maxCostUsd: 2, alertThresholdUsd: wrong.value })).toThrow(InputError)
  })

  it('says in one line what it takes', () => {
    expect(() => new BudgetGuard({ maxCostUsd: Number.NaN })).toThrow(
      'maxCostUsd must be a number from 0 to 1000000000, got NaN. Example: maxCostUsd: 2.5',
    )
    expect(() => new BudgetGuard({ maxCostUsd: 2, alertThresholdUsd: -1 })).toThrow(
      'alertThresholdUsd must be a number from 0 to 1000000000, got -1. Example: alertThresholdUsd: 2.5',
    )
    expect(() => new BudgetGuard({ maxCostUsd: 2 }).check(1e100)).toThrow(
      'costUsd must be a number from 0 to 1000000, got 1e+100. Example: costUsd: 2.5',
    )
  })

  it.each([1_000_000.01, 1e9, 1e21, 1e100, Number.MAX_VALUE])('takes no cost of %d, and stays closed', (cost) => {
    const guard = new BudgetGuard({ maxCostUsd: 2 })
    expect(() => guard.check(cost)).toThrow(InputError)
    expect([guard.spentUsd, guard.remainingUsd]).toEqual([0, 2])
    expect(() => guard.check(3)).toThrow(BudgetExceededError)
  })

  it.each([1_000_000_001, 1e21, 1e308])('takes no limit of %d', (limit) => {
    expect(() => new BudgetGuard({ maxCostUsd: limit })).toThrow(InputError)
    expect(() => new BudgetGuard({ maxCostUsd: 2, alertThresholdUsd: limit })).toThrow(InputError)
  })

  it('adds up and closes at the largest limit, too', () => {
    const guard = new BudgetGuard({ maxCostUsd: 1_000_000_000 })
    for (let call = 0; call < 1000; call++) guard.check(1_000_000)
    expect([guard.spentUsd, guard.remainingUsd]).toEqual([1_000_000_000, 0])
    expect(() => guard.check(0.01)).toThrow('Budget exceeded: $1000000000.01 > $1000000000.00')
  })

  it('is never passed, and its parts add up', () => {
    const micros = fc.integer({ min: 0, max: 3_000_000 })
    fc.assert(
      fc.property(micros, fc.array(micros, { maxLength: 30 }), (limit, costs) => {
        const guard = new BudgetGuard({ maxCostUsd: limit / 1e6 })
        let sum = 0
        for (const cost of costs) {
          const fits = sum + cost <= limit
          if (fits) sum += cost
          expect(spend(guard, [cost / 1e6]) === 'ok').toBe(fits)
          expect(guard.spentUsd).toBe(sum / 1e6)
          expect(guard.remainingUsd).toBe((limit - sum) / 1e6)
        }
      }),
    )
  })
})

describe('an alert', () => {
  it('comes with every cost that leaves the total above the threshold, and not at it', () => {
    const alerts: BudgetAlert[] = []
    const guard = new BudgetGuard({ maxCostUsd: 5, alertThresholdUsd: 2, onAlert: (alert) => alerts.push(alert) })
    for (const cost of [1, 1, 0.5, 0, 0.25]) guard.check(cost)
    expect(alerts.map(({ totalCostUsd }) => totalCostUsd)).toEqual([2.5, 2.5, 2.75])
    expect(alerts[0]?.thresholdUsd).toBe(2)
  })

  it('comes above $1 where nothing else was said, as in the guides', () => {
    const alerts: BudgetAlert[] = []
    const guard = new BudgetGuard({ maxCostUsd: 5, onAlert: (alert) => alerts.push(alert) })
    for (const cost of [1, 0.01]) guard.check(cost)
    expect(alerts).toEqual([{ totalCostUsd: 1.01, thresholdUsd: 1 }])
  })

  it('does not come for a cost that was refused', () => {
    const alerts: BudgetAlert[] = []
    const guard = new BudgetGuard({ maxCostUsd: 1, alertThresholdUsd: 0.5, onAlert: (alert) => alerts.push(alert) })
    expect(() => guard.check(2)).toThrow(BudgetExceededError)
    expect(alerts).toEqual([])
  })
})

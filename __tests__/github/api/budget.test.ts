import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Budget } from '../../../src/github/api/budget.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a clock that is set while GitHub is asked', () => {
  const hourMs = 3_600_000

  it.each([
    ['forward', hourMs],
    ['back', -hourMs],
  ])('%s takes no time and gives none', async (_, ms) => {
    const budget = new Budget({ totalMs: 10_000 })
    const setClock = async () => void vi.setSystemTime(Date.now() + ms)
    await budget.begin().run(setClock)
    const waiting = budget.begin().wait(20)
    await setClock()
    expect(await waiting).toBe(true)
    expect(budget.leftMs).toBeGreaterThan(5_000)
    expect(budget.leftMs).toBeLessThan(10_000)
  })
})

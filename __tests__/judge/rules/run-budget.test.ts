import { expect, it } from 'vitest'
import { agent, head } from '../../support/judge/builders.ts'
import { group, ruled } from '../../support/judge/spend.ts'

it('thousands of runs that are over are written like those that there are', () => {
  const costs = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`r${index}`, index < 1000 ? 1 : 3]))
  const usage = head({ agent_stats: { a: agent(costs) } })
  expect(ruled(group('limits: { a: { max_cost_per_run_usd: 2 } }'), usage, 'max_cost_per_run_usd')).toEqual([
    { outcome: 'error', message: 'a: run r1000 cost $3.00, limit $2.00 per run (1,000 of 2,000 runs are over)' },
  ])
})

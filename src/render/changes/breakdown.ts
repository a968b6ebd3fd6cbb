import type { Report } from '../../generated/types.ts'
import { details, stack } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { nameHead, renderChanges } from './changes.ts'
import { byCost, renderSpent } from './models.ts'

const DIMENSIONS = [
  { title: 'Agent', changes: 'agents', stats: 'agent_stats' },
  { title: 'Step', changes: 'steps', stats: 'step_stats' },
  { title: 'Customer', changes: 'customers', stats: 'customer_stats' },
] as const

/** Cost per agent, step and customer, folded; dimensions that no record names are left out. */
export function renderBreakdown(report: Report, room: Room): string {
  const { comparison, head } = report
  const parts = DIMENSIONS.flatMap(({ title, changes, stats }) => {
    const list = comparison?.[changes] ?? null
    if (list !== null && list.length > 0)
      return [{ title, body: renderChanges({ subject: title, head: nameHead(report) }, list, null, room.folded) }]
    return byCost(head[stats]).length > 0 ? [{ title, body: renderSpent(title, head[stats], room.folded) }] : []
  })
  if (parts.length === 0) return ''
  const [first = '', ...others] = parts.map((part) => part.title.toLowerCase())
  const last = others.pop()
  const names = last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`
  return details(`By ${names}`, stack(parts.map((part) => part.body)))
}

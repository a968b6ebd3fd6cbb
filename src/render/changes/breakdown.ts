import type { Report } from '../../generated/types.ts'
import { joinWords } from '../../words/format.ts'
import { details, stack } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { renderChanges } from './changes.ts'
import { byCost, renderSpent } from './models.ts'

/** Of cases there may be hundreds, of which few move much. */
const CASES = 20

const DIMENSIONS = [
  { title: 'Agent', changes: 'agents', stats: 'agent_stats', most: Number.POSITIVE_INFINITY },
  { title: 'Step', changes: 'steps', stats: 'step_stats', most: Number.POSITIVE_INFINITY },
  { title: 'Customer', changes: 'customers', stats: 'customer_stats', most: Number.POSITIVE_INFINITY },
  { title: 'Case', changes: 'cases', stats: 'case_stats', most: CASES },
] as const

/** Cost per agent, step, customer and case, folded; dimensions that no record names are left out. */
export function renderBreakdown(report: Report, room: Room): string {
  const { comparison, head } = report
  const parts = DIMENSIONS.flatMap(({ title, changes, stats, most }) => {
    const list = comparison?.[changes] ?? null
    const [spent, rows] = [head[stats] ?? {}, Math.min(room.folded, most)]
    if (list !== null && list.length > 0) return [{ title, body: renderChanges(title, list, null, rows, true) }]
    return byCost(spent).length > 0 ? [{ title, body: renderSpent(title, spent, rows) }] : []
  })
  if (parts.length === 0) return ''
  return details(`By ${joinWords(parts.map((part) => part.title.toLowerCase()))}`, stack(parts.map((part) => part.body)))
}

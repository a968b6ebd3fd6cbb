import type { Report } from '../../generated/types.ts'
import { count, usd } from '../../words/format.ts'
import { isFloor } from '../verdict/total.ts'

const BARS = '▁▂▃▄▅▆▇█'
/** Fewer show no history. */
const FEWEST = 3
const MOST = 12

/** `▃▃▃▄▃█ 5 records before, $0.40 to $0.52; this pull request last`: bars from 0 on; null where there are too few. */
export function writeBars(report: Report): string | null {
  const records = (report.past?.records ?? []).slice(-MOST)
  if (records.length < FEWEST) return null
  const amounts = [...records.map(({ total_cost_usd }) => total_cost_usd), report.head.total_cost_usd]
  const most = Math.max(...amounts)
  if (most <= 0) return null
  const bars = amounts.map((amount) => BARS[Math.min(BARS.length - 1, Math.floor((amount / most) * BARS.length))]).join('')
  const known = amounts.slice(0, -1)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const range = low === high ? `all ${usd(low)}` : `${usd(low, high)} to ${usd(high, low)}`
  const last = report.settings.mode === 'record' ? 'this one' : 'this pull request'
  return `${bars} ${count(known.length, 'record')} before, ${range}; ${last} last${isFloor(report) ? ', at the least' : ''}`
}

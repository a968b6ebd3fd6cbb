import type { Ended, Report } from '../../../../generated/types.ts'
import { integer, percent, usd } from '../../../../words/format.ts'
import { nameHead } from '../../../changes/changes.ts'
import { section } from '../../html.ts'
import { table } from '../../table.ts'

const NONE = '–'

/** How many runs succeeded, and what a success cost. */
export function renderSuccess(report: Report): string | null {
  const { success } = report
  if (success === null || success.head === null) return null
  const { baseline, head } = success
  const right = true
  const row = (name: string, write: (side: Ended) => string) => [name, ...(baseline === null ? [] : [write(baseline)]), write(head)]
  return section('success', 'Cost per success', [
    table({
      caption: 'Runs that succeeded',
      columns: [{ title: 'Figure' }, ...(baseline === null ? [] : [{ title: 'Baseline', right }]), { title: nameHead(report), right }],
      rows: [
        row('Runs', ({ runs }) => integer(runs)),
        row('Succeeded', ({ successful_runs: runs }) => integer(runs)),
        row('Success rate', ({ success_rate: rate }) => percent(100 * rate)),
        row('Cost per success', ({ cost_per_success_usd: cost }) => (cost === null ? NONE : usd(cost))),
      ],
    }),
  ])
}

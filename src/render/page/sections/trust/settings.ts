import type { Report } from '../../../../generated/types.ts'
import { signedPercent, usd } from '../../../../words/format.ts'
import { describeBaseline, writePassedOver } from '../../../changes/baseline.ts'
import { writeSuite } from '../../../noise/suite.ts'
import { escapeHtml, HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

/** What the gate was told, and what it compared with. */
export function renderSettings(report: Report): string {
  const { settings, baseline } = report
  const suite = writeSuite(report)
  const named = (value: string | null) => (value === null ? 'not set' : HTML.name(value))
  const rows = [
    ['Mode', settings.mode],
    ['Largest increase', signedPercent(settings.max_increase_percent)],
    ['Smallest increase that counts', usd(settings.min_increase_usd)],
    ['What fails the step', settings.fail_on],
    ['Without a baseline', settings.on_missing_baseline],
    ['Where nobody can tell it from chance', settings.on_inconclusive],
    ['Invalid records', settings.on_invalid],
    ['Time zone', named(settings.timezone)],
    ['Counted since', named(settings.since)],
    ['Dry run', settings.dry_run ? 'yes' : 'no'],
    ['Key of the comment', named(settings.comment_key)],
    ['Label of approval', named(settings.approval_label)],
  ]
  return (
    section('settings', 'Settings', [
      baseline.state === 'missing' ? null : paragraph(`Compared with the ${describeBaseline(report, HTML)}.`),
      ...writePassedOver(report, HTML).map((line) => paragraph(line, 'note')),
      suite === null ? null : paragraph(escapeHtml(suite), 'note'),
      table({ caption: 'Settings', columns: [{ title: 'Setting' }, { title: 'Value' }], rows }),
    ]) ?? ''
  )
}

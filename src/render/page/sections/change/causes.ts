import type { Explanation, Report } from '../../../../generated/types.ts'
import { sumUsd } from '../../../../usage/money.ts'
import { signedUsd, usd } from '../../../../words/format.ts'
import { describeCause, describeUnknownKinds, drivingParts, explainDriver, nameDriver } from '../../../changes/causes.ts'
import { nameHead } from '../../../changes/changes.ts'
import { totalOf } from '../../../verdict/total.ts'
import { figure } from '../../charts/draw.ts'
import { type Fall, waterfall } from '../../charts/waterfall.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

/** Why the total changed: a waterfall of the drivers, and the causes in words. */
export function renderCauses(report: Report): string | null {
  const { explanation } = report
  const total = totalOf(report)
  if (explanation === null || total === null || total.delta === 0) return null
  const unknown = describeUnknownKinds(explanation)
  return section('causes', 'Why it changed', [
    figure(waterfall('waterfall', 'From the baseline to now', stepsOf(explanation, total, nameHead(report)))),
    table({
      caption: 'Causes',
      columns: [{ title: 'Cause' }, { title: 'Change', right: true }, { title: 'Kind' }],
      sorts: true,
      noun: 'causes',
      rows: explanation.causes.map((cause) => [
        describeCause(cause, HTML),
        { html: signedUsd(cause.delta_usd), by: cause.delta_usd },
        nameDriver(cause.driver),
      ]),
    }),
    paragraph(
      drivingParts(explanation)
        .map(({ driver }) => `${nameDriver(driver)}: ${explainDriver(driver)}`)
        .join('; '),
      'note',
    ),
    unknown === null ? null : paragraph(`${unknown}.`, 'note'),
  ])
}

/** Rises first, so that no bar begins below nothing. */
function stepsOf(explanation: Explanation, { before, after }: { before: number; after: number }, head: string): Fall[] {
  const parts = drivingParts(explanation)
  const steps: Fall[] = [{ name: 'Baseline', usd: before, from: 0, kind: 'total', label: usd(before, after) }]
  let at = before
  for (const { driver, delta_usd: delta } of [
    ...parts.filter((part) => part.delta_usd > 0),
    ...parts.filter((part) => part.delta_usd < 0),
  ]) {
    const end = sumUsd([at, delta])
    steps.push({
      name: nameDriver(driver),
      usd: delta,
      from: Math.max(0, Math.min(at, end)),
      kind: delta > 0 ? 'rise' : 'fall',
      label: signedUsd(delta),
    })
    at = end
  }
  return [...steps, { name: head, usd: after, from: 0, kind: 'total', label: usd(after, before) }]
}

import type { Cause, Report } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { capitalize, signedUsd } from '../../words/format.ts'
import { details, stack, table } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { causesOf, describeCause, describeUnknownKinds, drivingParts, explainDriver, nameDriver } from './causes.ts'

const COLUMNS = [{ title: 'What' }, { title: 'Change', right: true }, { title: 'Largest causes' }]

/** The change of the total as a sum of drivers, each with its largest causes, folded. */
export function renderWhy({ comparison, explanation }: Report, room: Room): string {
  if (comparison === null || explanation === null) return ''
  const drivers = drivingParts(explanation)
  if (drivers.length === 0) return ''
  const rows = drivers.map(({ driver, delta_usd }) => [
    `${capitalize(nameDriver(driver))}<br><sub>${explainDriver(driver)}</sub>`,
    signedUsd(delta_usd),
    causesOf(explanation, driver).slice(0, room.causes).map(renderCause).join('<br>'),
  ])
  const note = describeUnknownKinds(explanation)
  const whole = stack([
    table(COLUMNS, [...rows, ['**Together**', `**${signedUsd(comparison.total.delta_usd)}**`, '']]),
    note === null ? null : `<sub>${note}.</sub>`,
  ])
  return details('Why it changed, in full', whole)
}

function renderCause(cause: Cause): string {
  return `${describeCause(cause, MARKDOWN)} (${signedUsd(cause.delta_usd)})`
}

import type { Finding, Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, signedPercent, usd } from '../../words/format.ts'
import { describeChance, isInconclusive, isTotalIncrease } from '../noise/state.ts'
import { nameBroken } from './broken.ts'
import { isMeasured, totalOf } from './total.ts'

/** Said by the headline, so no list of findings repeats it. */
export const MISSING_BASELINE = 'missing_baseline'

/** Why the verdict is what it is, or which limit was kept: `limit +20 %, 1 more error`. */
export function writeReason(report: Report, voice: Voice): string {
  if (!isMeasured(report)) return 'no LLM calls were found'
  const total = totalOf(report)
  const problems = writeProblems(report, voice)
  if (total === null) return [report.baseline.reason === null ? 'no baseline yet' : 'no baseline', ...problems].join(', ')
  if (problems.length > 0) return problems.join(', ')
  const { percent, delta } = total
  const { max_increase_percent: max, min_increase_usd: min } = report.settings
  const isSmall = delta > 0 && delta < min && (percent === null || percent > max)
  return isSmall ? `below the minimum of ${usd(min, delta)}` : writeTotalLimit(report)
}

/** What was broken, without a missing baseline: the limit on the total first, then how many others. */
export function writeProblems(report: Report, voice: Voice): string[] {
  const { findings, approval } = report
  const increase = findings.find(isTotalIncrease)
  const others = findings.filter((finding) => finding.rule !== MISSING_BASELINE && finding !== increase)
  const accepted = `accepted${approval.given === null ? '' : ` by ${voice.name(approval.given.by)}`}`
  if (increase === undefined) return countWorst(others, '', accepted, voice)
  const isAccepted = increase.eased === 'approved'
  const chance = describeChance(increase, report.noise)
  const isNotice = increase.level === 'notice' && !isInconclusive(increase, report.noise)
  const limit = `${writeTotalLimit(report)}${chance === null ? '' : `, ${chance}`}${isNotice ? ' (a notice only)' : ''}`
  return [limit, ...(isAccepted ? [accepted] : []), ...countWorst(others, 'more ', isAccepted ? 'accepted' : accepted, voice)]
}

function writeTotalLimit({ settings }: Report): string {
  return `limit ${signedPercent(settings.max_increase_percent)}`
}

/** The first error by name where it has one, and how many more there are. */
function nameErrors(errors: readonly Finding[], more: string, voice: Voice): string[] {
  const [first] = errors
  const broken = more === '' && first !== undefined ? nameBroken(first, voice) : null
  if (broken === null) return [count(errors.length, `${more}error`)]
  return [broken, ...(errors.length > 1 ? [count(errors.length - 1, 'more error')] : [])]
}

function countWorst(findings: readonly Finding[], more: string, accepted: string, voice: Voice): string[] {
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) return nameErrors(errors, more, voice)
  const eased = findings.filter((finding) => finding.eased === 'approved').length
  if (eased > 0) return [`${count(eased, `${more}error`)} ${accepted}`]
  const warnings = findings.filter(({ level }) => level === 'warning').length
  return warnings > 0 ? [count(warnings, `${more}warning`)] : []
}

import type { Cause, Driver, Explanation, Report } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { joinWords, signedUsd } from '../../words/format.ts'
import { bold, bullets, stack } from '../../words/markdown.ts'
import { isBaselineFloor, isFloor } from '../verdict/total.ts'
import { causesOf, describeCause, drivingParts } from './causes.ts'

const MOST = 4
/** Causes of a bullet. */
const CAUSES = 2
/** Parts below this share of the largest are no news. */
const SMALL = 0.05
/** Groups that are named in one cause. */
const GROUPS = 3

/** Why the total changed, in two to four lines: `+$0.37 other models: classify, retrieve moved from a to b`. Empty where nobody knows, or nothing changed. */
export function renderReasons(report: Report): string {
  const { comparison, explanation } = report
  if (comparison === null || explanation === null) return ''
  const largest = Math.abs(drivingParts(explanation)[0]?.delta_usd ?? 0)
  const parts = drivingParts(explanation)
    .filter(({ delta_usd: delta }) => Math.abs(delta) >= largest * SMALL && !isMerelyMissing(report, delta))
    .slice(0, MOST)
  if (parts.length === 0) return ''
  const lines = parts.map(
    ({ driver, delta_usd: delta }) => `${bold(`${signedUsd(delta)} ${nameMove(driver, delta)}`)}${writeCauses(explanation, driver, delta)}`,
  )
  return stack([bold('Why'), bullets(lines)])
}

/** What is in no amount may be more than what seems to be saved, or spent. */
function isMerelyMissing(report: Report, delta: number): boolean {
  return (isFloor(report) && delta < 0) || (isBaselineFloor(report) && delta > 0)
}

function nameMove(driver: Driver, delta: number): string {
  const isMore = delta > 0
  switch (driver) {
    case 'calls':
      return isMore ? 'more calls' : 'fewer calls'
    case 'mix':
      return 'other models'
    case 'input_tokens_per_call':
      return isMore ? 'longer prompts' : 'shorter prompts'
    case 'output_tokens_per_call':
      return isMore ? 'longer answers' : 'shorter answers'
    case 'cache':
      return isMore ? 'less from the cache' : 'more from the cache'
    case 'tokens_per_call':
      return isMore ? 'more tokens per call' : 'fewer tokens per call'
    case 'rates':
      return isMore ? 'higher prices' : 'lower prices'
    case 'unattributed':
      return 'of no known model'
  }
}

/** Causes that go the way of the whole, the largest first; those that say the same of several groups are one. */
function writeCauses(explanation: Explanation, driver: Driver, delta: number): string {
  const causes = causesOf(explanation, driver).filter((cause) => cause.delta_usd > 0 === delta > 0)
  const seen = new Map<string, { readonly cause: Cause; readonly groups: string[] }>()
  for (const cause of causes) {
    const key = keyOf(cause)
    const entry = seen.get(key) ?? { cause, groups: [] }
    seen.set(key, entry)
    if (cause.group !== null) entry.groups.push(MARKDOWN.name(cause.group))
  }
  const texts = [...seen.values()].slice(0, CAUSES).map(({ cause, groups }) => {
    if (groups.length < 2) return describeCause(cause, MARKDOWN)
    const names = groups.length > GROUPS ? [...groups.slice(0, GROUPS), `${groups.length - GROUPS} more`] : groups
    return describeCause(cause, MARKDOWN, joinWords(names))
  })
  return texts.length === 0 ? '' : `: ${texts.join('; ')}`
}

/** Calls that moved from one model to another say the same of each group; all else is of one group alone. */
function keyOf({ driver, model, from_model: from, group, group_by: by, baseline_value: before, head_value: after, spread }: Cause): string {
  const isMove = driver === 'mix' && from !== null && before === 0 && after === 1 && spread === undefined
  return JSON.stringify(isMove ? [by, from, model] : [driver, group, by, model, from])
}

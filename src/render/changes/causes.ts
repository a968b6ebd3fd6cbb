import type { Cause, Driver, Explanation } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent, signedUsd, usd } from '../../words/format.ts'

const DRIVERS: Record<Driver, string> = {
  activity: 'number of calls',
  mix: 'model mix',
  tokens_per_call: 'tokens per call',
  price: 'price per token',
  unattributed: 'not attributed',
}

/** `model mix`: what a driver is called. */
export function nameDriver(driver: Driver): string {
  return DRIVERS[driver]
}

const NOTES: Record<Driver, string> = {
  activity: 'more, fewer or new calls',
  mix: 'calls moved between models',
  tokens_per_call: 'longer or shorter prompts and answers',
  price: 'rates, cache use, share of output tokens',
  unattributed: 'no model is known for it',
}

/** `calls moved between models`: what a driver means. */
export function explainDriver(driver: Driver): string {
  return NOTES[driver]
}

/** Drivers that moved the total, the strongest first. */
export function drivingParts({ drivers }: Explanation): Explanation['drivers'] {
  return drivers.filter((part) => signedUsd(part.delta_usd) !== signedUsd(0)).sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd))
}

/** Causes of one driver that moved it, the largest first. */
export function causesOf({ causes }: Explanation, driver: Driver): Cause[] {
  return causes.filter((cause) => cause.driver === driver && signedUsd(cause.delta_usd) !== signedUsd(0))
}

/** A cause in words, without its amount: `classify moved from gpt-4o-mini to gpt-4o`. */
export function describeCause(cause: Cause, voice: Voice): string {
  const { driver, baseline_value: before, head_value: after } = cause
  if (driver === 'unattributed') return 'a part of the total that the file gives no model for'
  const group = cause.group === null ? null : `${voice.name(cause.group)}${cause.group_by === 'agent' ? ' without a step' : ''}`
  const model = cause.model === null ? null : voice.name(cause.model)
  if (driver === 'mix') return describeMove(cause, group, voice)
  if (driver === 'activity') return describeCalls(before ?? 0, after ?? 0, group, model)
  const where = [group, model].filter((part) => part !== null).join(' on ')
  const values = driver === 'price' ? fromTo(before, after, usd) : fromTo(before, after, (tokens) => integer(Math.round(tokens)))
  return `${where === '' ? 'calls' : where}: ${values} ${driver === 'price' ? 'per 1M tokens' : 'tokens per call'}`
}

function describeMove(cause: Cause, group: string | null, voice: Voice): string {
  const { model, from_model: from, baseline_value: before, head_value: after } = cause
  const subject = group ?? 'calls'
  if (model === null) return from === null ? `${subject}: other models` : `${subject} moved away from ${voice.name(from)}`
  const isWhole = (before ?? 0) === 0 && (after ?? 1) === 1
  const share = isWhole ? '' : `, ${fromTo(before, after, (part) => percent(part * 100))} of ${group === null ? 'all' : 'its'} calls`
  return from === null
    ? `${subject}: ${voice.name(model)}${share}`
    : `${subject} moved from ${voice.name(from)} to ${voice.name(model)}${share}`
}

function describeCalls(before: number, after: number, group: string | null, model: string | null): string {
  const on = group === null || model === null ? '' : ` on ${model}`
  const subject = group ?? model
  if (subject === null) return `${integer(before)} → ${count(after, 'call')}`
  if (before === 0) return `${subject} is new: ${count(after, 'call')}${on}`
  if (after === 0) return `${subject} is gone: ${count(before, 'call')}${on} less`
  return `${subject}: ${integer(before)} → ${count(after, 'call')}${on}`
}

function fromTo(before: number | null, after: number | null, write: (value: number, like?: number) => string): string {
  const left = before === null ? '–' : write(before, after ?? undefined)
  const right = after === null ? '–' : write(after, before ?? undefined)
  return `${left} → ${right}`
}

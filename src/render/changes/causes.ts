import type { Cause, CauseSpread, Driver, Explanation, TokenKind } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent, signedUsd, usd } from '../../words/format.ts'

const DRIVERS: Record<Driver, string> = {
  calls: 'number of calls',
  mix: 'model mix',
  input_tokens_per_call: 'input tokens per call',
  output_tokens_per_call: 'output tokens per call',
  cache: 'cache use',
  tokens_per_call: 'tokens per call',
  rates: 'rates',
  unattributed: 'not attributed',
}

/** A part below this share of the largest is rounding. */
const NOTHING_SHARE = 1e-5

/** `model mix`: what a driver is called. */
export function nameDriver(driver: Driver): string {
  return DRIVERS[driver]
}

const NOTES: Record<Driver, string> = {
  calls: 'more, fewer or new calls',
  mix: 'calls moved between models',
  input_tokens_per_call: 'longer or shorter prompts',
  output_tokens_per_call: 'longer or shorter answers',
  cache: 'how much of a prompt was cached',
  tokens_per_call: 'longer or shorter prompts and answers, priced as one',
  rates: 'what a token of a kind costs',
  unattributed: 'no model or no price is known for it',
}

/** `calls moved between models`: what a driver means. */
export function explainDriver(driver: Driver): string {
  return NOTES[driver]
}

/** Drivers that moved the total, the strongest first. */
export function drivingParts({ drivers }: Explanation): Explanation['drivers'] {
  const moved = drivers.toSorted((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd))
  const least = Math.abs(moved[0]?.delta_usd ?? 0) * NOTHING_SHARE
  return moved.filter(({ delta_usd }) => signedUsd(delta_usd) !== signedUsd(0) && Math.abs(delta_usd) >= least)
}

/** Causes of one driver, the largest first. */
export function causesOf({ causes }: Explanation, driver: Driver): Cause[] {
  return causes.filter((cause) => cause.driver === driver && signedUsd(cause.delta_usd) !== signedUsd(0))
}

/** Said where the tokens of some models are one driver; null: they are known by kind everywhere. */
export function describeUnknownKinds({ drivers, kinds }: Explanation): string | null {
  const isUsed = drivers.some(({ driver }) => driver === 'tokens_per_call')
  if (!isUsed || kinds.unknown === 0) return null
  const of = count(kinds.unknown, 'model')
  return `What input, cached and output tokens of ${of} cost apart is not known: their tokens are one part, and their rates are what is left`
}

/**
 * A cause in words, without its amount: `classify moved from gpt-4o-mini to gpt-4o`.
 * @param groups what it is said of, where that is more than its own group.
 */
export function describeCause(cause: Cause, voice: Voice, groups: string | null = null): string {
  const { driver, baseline_value: before, head_value: after } = cause
  if (driver === 'unattributed') return 'a part of the total that the file gives no model for'
  const own = cause.group === null ? null : `${cause.group_by === 'agent' ? 'agent ' : ''}${voice.name(cause.group)}`
  const group = groups ?? own
  const model = cause.model === null ? null : voice.name(cause.model)
  if (cause.spread !== undefined) return describeSpread(cause.spread, cause.group_by === 'agent' ? 'agent' : 'step', [group, model])
  if (driver === 'mix') return describeMove(cause, group, voice)
  if (driver === 'calls') return describeCalls(before ?? 0, after ?? 0, group, model)
  const where = [group, model].filter((part) => part !== null).join(' on ')
  return `${where === '' ? 'calls' : where}: ${describeFigures(cause)}`
}

function describeFigures({ driver, kind, baseline_value: before, head_value: after }: Cause): string {
  if (driver === 'rates') return `${fromTo(before, after, usd)} per 1M ${kind === undefined ? '' : `${KINDS[kind]} `}tokens`
  if (driver === 'cache') {
    const share = (part: number, like?: number) => percent(part * 100, like === undefined ? undefined : like * 100)
    return before === after ? 'other writes to the cache' : `${fromTo(before, after, share)} of the prompt read from cache`
  }
  const tokens = fromTo(before, after, (number) => integer(Math.round(number)))
  return `${tokens} ${TOKENS[driver] ?? 'tokens'} per call`
}

const KINDS: Record<TokenKind, string> = { input: 'input', cached: 'cached input', written: 'cache write', output: 'output' }
const TOKENS: Partial<Record<Driver, string>> = { input_tokens_per_call: 'input tokens', output_tokens_per_call: 'output tokens' }

/** `in all 60 models, 12 of 13 steps`: no single one makes up much of it. */
function describeSpread(
  { models, of_models, groups, of_groups }: CauseSpread,
  noun: string,
  [group, model]: readonly (string | null)[],
): string {
  const many = (some: number, all: number, one: string) => `${some === all ? 'all' : `${integer(some)} of`} ${count(all, one)}`
  const where = [
    ...(of_models === 1 || model !== null ? [] : [many(models, of_models, 'model')]),
    ...(of_groups === 1 || group !== null ? [] : [many(groups, of_groups, noun)]),
  ]
  const subject = [group, model].filter((part) => part !== null).join(' on ')
  return [subject, where.length === 0 ? '' : `in ${where.join(', ')}`].filter((part) => part !== '').join(' ')
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

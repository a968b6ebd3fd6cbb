import type { CostSummary, Disagreement, Level, Quality, RepeatedRecords, Stats, Subject, Unpriced } from '../../generated/types.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { contradiction, count, usd } from '../../words/format.ts'
import { fullReason } from '../../words/unpriced.ts'
import { decide, type Ruling } from '../ruling.ts'
import type { JudgeSettings } from '../settings.ts'

/** A cost summary lists no more of them, schemas/cost-summary.schema.json. */
const MOST_DISAGREEMENTS = 100
const subject: Subject = { kind: 'data', name: null }

/** One finding per model without a known price, and one per model with calls of which nothing is known: they are in no amount. */
export function judgePrices(unpriced: readonly Unpriced[], unknownModel: JudgeSettings['unknownModel']): Ruling[] {
  const rule = 'unpriced_model'
  const level = unknownModel === 'fail' ? 'error' : 'warning'
  const priceless = unpriced.filter(({ calls, silent_calls = 0 }) => calls > silent_calls)
  const prices =
    priceless.length === 0
      ? [decide(false, level, { rule, subject, message: 'every call has a price' })]
      : priceless.map((one) => judgePriceless(one, level))
  return [...prices, ...unpriced.flatMap(({ model, silent_calls: calls }) => (calls ? [judgeSilent(model, calls, level)] : []))]
}

function judgePriceless(unpriced: Unpriced, level: Level): Ruling {
  const { model, calls: all, silent_calls: silent = 0, input_tokens, output_tokens } = unpriced
  const calls = all - silent
  const use = `${count(calls, 'call')} with ${count(input_tokens + output_tokens, 'token')}`
  const { why, fix } = fullReason(unpriced)
  const message = `${model} ${why}, so no amount holds its ${use}; ${fix}`
  return decide(true, level, { rule: 'unpriced_model', subject: { kind: 'model', name: model }, message, actual: calls, unit: 'calls' })
}

/** Calls that a price does not help: nobody knows their tokens. */
function judgeSilent(model: string, calls: number, level: Level): Ruling {
  const gives = `${count(calls, 'call')} ${calls === 1 ? 'gives' : 'give'} neither tokens nor cost`
  const message = `${model}: ${gives}, so no amount holds ${calls === 1 ? 'it' : 'them'}; make what writes the file record input_tokens and output_tokens`
  return decide(true, level, {
    rule: 'calls_without_usage',
    subject: { kind: 'model', name: model },
    message,
    actual: calls,
    unit: 'calls',
  })
}

/** Judges spend whose source names no model: rules about models cannot see it. */
export function judgeNameless(models: CostSummary['model_stats']): Ruling {
  const nameless = new Map(Object.entries(models)).get(UNKNOWN_MODEL)
  const message = nameless?.calls ? describeNameless(nameless) : 'every call names a model'
  return decide(Boolean(nameless?.calls), 'warning', { rule: 'nameless_model', subject, message })
}

function describeNameless({ calls, cost_usd }: Stats): string {
  const names = calls === 1 ? 'names' : 'name'
  return `${count(calls, 'call')} of ${usd(cost_usd)} ${names} no model, so no rule about a model could judge them; give usage-path the ledger of these runs`
}

/** Judges what was skipped, found twice or contradicted while reading. */
export function judgeQuality(quality: Quality, { onInvalid }: Pick<JudgeSettings, 'onInvalid'>): Ruling[] {
  const { invalid_records: invalid, duplicate_records: duplicates, repeats, disagreements, overlaps } = quality
  return [
    // With on-invalid: fail they reach this place only inside a cost summary that was made with skip.
    decide(invalid > 0, onInvalid === 'fail' ? 'error' : 'warning', {
      rule: 'invalid_records',
      subject,
      message: invalid === 0 ? 'no invalid records' : `${count(invalid, 'invalid record')} skipped${quoteFirst(quality.invalid_examples)}`,
    }),
    decide(duplicates > 0, 'notice', {
      rule: 'duplicate_records',
      subject,
      message:
        duplicates === 0
          ? 'no duplicate records'
          : `${count(duplicates, 'repetition')} of the same calls left out; each call was counted once`,
    }),
    ...(repeats
      ? [decide(true, 'warning', { rule: 'repeated_records', subject, message: describeRepeats(repeats), actual: repeats.records })]
      : []),
    decide(disagreements.length > 0, 'warning', { rule: 'source_disagreement', subject, message: describeDisagreements(disagreements) }),
    decide(overlaps.length > 0, 'warning', { rule: 'overlapping_sources', subject, message: describeOverlaps(overlaps) }),
    ...judgeNotCompared(quality.not_compared ?? []),
  ]
}

/** A ledger counts whether or not its database could be read, so that nothing is missing; only nobody knows whether they agree. */
function judgeNotCompared(databases: readonly string[]): Ruling[] {
  const [first] = databases
  if (first === undefined) return []
  const others = databases.length > 1 ? ` and ${count(databases.length - 1, 'other database')}` : ''
  const message = `not compared with the ledger, which was counted: ${first}${others}; reading SQLite needs Node 24`
  return [decide(true, 'notice', { rule: 'not_compared', subject, message })]
}

function quoteFirst(examples: readonly string[]): string {
  return examples[0] === undefined ? '' : `, the first: ${examples[0]}`
}

/** Calls without an id may be alike, and so may lines that a writer wrote twice: a reader who knows decides. */
function describeRepeats({
  records,
  cost_usd,
  unpriced_calls: unpriced,
  examples: [first = 'in a file without lines'],
}: RepeatedRecords): string {
  const [repeat, they] = records === 1 ? ['repeats', 'it counts'] : ['repeat', 'they count']
  const price = unpriced > 0 ? `, ${count(unpriced, 'call')} of them without a known price` : ''
  return `${count(records, 'record')} ${repeat} another line byte for byte, with no id and a time of whole seconds, so ${they} as ${records === 1 ? 'a call' : 'calls'} of ${records === 1 ? 'its' : 'their'} own: ${usd(cost_usd)}${price}; give each call a request_id or a finer time. The first is ${first}`
}

function describeDisagreements(disagreements: readonly Disagreement[]): string {
  const [largest] = disagreements
  if (largest === undefined) return 'run summaries and records agree'
  const { counted, said } = contradiction(largest)
  return `${subjectOf(largest)} up to ${counted}, which was counted, but ${largest.path} says ${said}${describeOthers(disagreements)}`
}

function subjectOf({ run_id, scope }: Disagreement): string {
  if (run_id !== null) return `run ${run_id}: its records add`
  return scope === 'without_run' ? 'calls without a run add' : 'all records add'
}

function describeOthers(disagreements: readonly Disagreement[]): string {
  if (disagreements.length === 1) return ''
  const runs = new Set(disagreements.map(({ run_id }) => run_id).filter((name) => name !== null))
  const noun = runs.size === disagreements.length ? 'run' : 'contradiction'
  const all = `${disagreements.length === MOST_DISAGREEMENTS ? 'at least ' : ''}${count(disagreements.length, noun)}`
  return ` (the largest difference of ${all})`
}

function describeOverlaps(overlaps: readonly string[]): string {
  const [first] = overlaps
  if (first === undefined) return 'no source describes the runs of another'
  const others = overlaps.length > 1 ? ` and ${count(overlaps.length - 1, 'other summary', 'other summaries')}` : ''
  return `counted although another source describes the same runs: ${first}${others}; their spend may be in the total twice`
}

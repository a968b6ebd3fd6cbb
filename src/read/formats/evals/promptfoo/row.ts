import type { Call, Place } from '../../call.ts'
import { count, flag, get, text, usd } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { hashOf } from '../hash.ts'
import { gradingsOf } from './graders.ts'
import { stepOf, testCaseOf } from './names.ts'
import { type Answerer, answererOf, asksModel, idOf, NOBODY } from './provider.ts'
import { FROM_DISK, type Usage, usageAt } from './usage.ts'

/** `failureReason` of a row whose call or assertion threw. */
const THREW = 2
/** Ids that sellers give to their answers. */
const ANSWER_ID = /^(?:chatcmpl|gen|msg|resp)[-_]/
/** Where a row says what its answer used. */
const USAGES = [['response', 'tokenUsage'], ['tokenUsage']] as const
/** What else a red team spends, besides the answers: `tokenUsage` of a row keeps it apart. */
const OTHERS = ['attacker', 'generation'] as const

/** What it took to ask nobody. */
const NOTHING = { input: 0, output: 0, costUsd: 0 } as const

/** Hands on the calls of one row: one test of one prompt by one provider, which is a run. */
export function takeRow(row: object, place: Place, timeMs: number | null, sink: Sink): void {
  const id = text(row, 'id') ?? hashOf(row)
  const providerId = idOf(get(row, 'provider'))
  const common = {
    place,
    timeMs,
    run: id,
    agent: text(row, 'provider', 'label') ?? providerId,
    customer: text(row, 'testCase', 'metadata', 'customer'),
    testCase: testCaseOf(row),
  }
  const who = answererOf(providerId)
  const answer = asksModel(providerId) ? answerOf(row, who) : { ...who, ...NOTHING }
  const ids = [`promptfoo:${id}`, ...answerIds(row, answer)]
  sink.call({ ...common, step: stepOf(row), ...answer, ids })
  for (const [index, grading] of gradingsOf(row).entries())
    sink.call({ ...common, step: 'grading', ...grading, isGrader: true, ids: [`promptfoo:${id}:grading:${index}`] })
  for (const other of OTHERS) {
    const usage = otherUsage(row, other)
    if (usage !== null) sink.call({ ...common, step: other, ...usage, ids: [`promptfoo:${id}:${other}`] })
  }
  const success = get(row, 'success')
  if (typeof success === 'boolean') sink.end(id, success ? 'success' : 'failure')
}

function answerOf(row: object, who: Answerer): Partial<Call> {
  const reason = count(row, 'failureReason')
  const hasFailed = reason === null ? !flag(row, 'success') && get(row, 'response', 'output') === undefined : reason === THREW
  const incurred = usd(row, 'response', 'incurredCost') ?? usd(row, 'incurredCost')
  const cost = incurred ?? usd(row, 'response', 'cost') ?? (usd(row, 'cost') || null)
  const path = USAGES.find((one) => get(row, ...one, 'incurredTokenUsage') !== undefined)
  const usage = path === undefined ? usageOf(row, USAGES, who) : usageAt(row, path, who)
  // Old versions repeat the cost of an answer that they had on disk.
  const isOnDisk = path === undefined && (flag(row, 'response', 'cached') || (incurred === 0 && !hasFailed))
  if (usage === 'from disk' || isOnDisk) return { ...who, ...FROM_DISK }
  // Where nothing was counted a cost of 0 is none that is known.
  return { ...who, ...usage, costUsd: usage === null ? cost || null : cost, hasFailed }
}

function usageOf(row: object, paths: readonly (readonly string[])[], who: Answerer): Usage | 'from disk' | null {
  for (const path of paths) {
    const usage = usageAt(row, path, who)
    if (usage !== null) return usage
  }
  return null
}

/** An answer from the disk has the id of the call that it was once. */
function answerIds(row: object, { isFromDisk: wasOnDisk, calls }: Partial<Call>): string[] {
  if (wasOnDisk || (calls ?? 1) > 1) return []
  const ids = [text(row, 'response', 'metadata', 'responseId'), text(row, 'response', 'raw', 'id')]
  return ids.filter((id) => id !== null).filter((id) => ANSWER_ID.test(id))
}

function otherUsage(row: object, other: (typeof OTHERS)[number]): Usage | null {
  const paths = USAGES.map((path) => (get(row, ...path, 'incurredTokenUsage') === undefined ? path : [...path, 'incurredTokenUsage']))
  const usage = usageOf(
    row,
    paths.map((path) => [...path, other]),
    NOBODY,
  )
  return usage === 'from disk' ? null : usage
}

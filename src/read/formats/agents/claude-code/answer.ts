import { figuresAt, speedOf } from '../../answers/anthropic/usage.ts'
import type { Call, Place } from '../../call.ts'
import { get, list, object, plus, text, time, usd } from '../../fields.ts'

/** One answer of the model, as a line of a stream or of a transcript tells of it. */
export interface Answer {
  readonly call: Call
  /** Whether its output is what was counted when it began. */
  readonly isUnfinished: boolean
  /** Characters of its longest line, which tell that so few tokens cannot be all. */
  readonly characters: number
}

/** What stands for the model where none was asked. */
const NO_MODEL = '<synthetic>'
/** Of an answer that has just begun. */
const FIRST_TOKENS = 3
/** More than any text or code has on average. */
const CHARACTERS_PER_TOKEN = 8

/** What tells lines of one answer, or copies of one line, from others: their ids; else where they stand. */
export function nameOf(line: object, place: Place): string {
  return idOf(line) ?? text(line, 'uuid') ?? `${place.file}:${place.line ?? place.path}`
}

function idOf(line: object): string | null {
  const request = text(line, 'requestId') ?? text(line, 'request_id')
  const id = text(line, 'message', 'id')
  if (id === null) return request
  return request === null ? id : `${id}:${request}`
}

/** Whether a line has the answer of a model. */
export function isAnswer(line: object): boolean {
  return object(line, 'message', 'usage') !== null && text(line, 'message', 'model') !== NO_MODEL
}

/** The answer in a line, of which an earlier line may tell, too: the later one counts, unless it says less. */
export function readAnswer(line: object, place: Place, step: string | null, before: Answer | undefined): Answer {
  const tokens = figuresAt(line, 'message', 'usage')
  const id = idOf(line)
  const isTold = (plus(tokens.input, tokens.output) ?? 0) > 0
  const call: Call = {
    place,
    model: modelOf(line),
    timeMs: time(line, 'timestamp'),
    ...(isTold && tokens),
    costUsd: usd(line, 'costUSD'),
    step,
    ids: id === null ? [] : [id],
  }
  const kept = before !== undefined && sizeOf(before.call) > sizeOf(call) ? before.call : call
  const characters = Math.max(
    before?.characters ?? 0,
    list(line, 'message', 'content').reduce<number>((sum, part) => sum + lengthOf(part), 0),
  )
  const isOpen = get(line, 'message', 'stop_reason') === null && kept.costUsd === null
  const output = kept.output ?? 0
  return { call: kept, characters, isUnfinished: isOpen && (output <= FIRST_TOKENS || output * CHARACTERS_PER_TOKEN < characters) }
}

function sizeOf(call: Call): number {
  return (call.input ?? 0) + (call.output ?? 0)
}

/** Characters that the model wrote in a part of its answer: words, thoughts, or what it gave to a tool. */
function lengthOf(part: unknown): number {
  const texts = [get(part, 'text'), get(part, 'thinking'), ...Object.values(object(part, 'input') ?? {})]
  return texts.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0)
}

function modelOf(line: object): string | null {
  const model = text(line, 'message', 'model')
  return speedOf(model, object(line, 'message', 'usage')).model ?? model
}

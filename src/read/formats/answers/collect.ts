import type { Call, Place } from '../call.ts'
import { text } from '../fields.ts'
import type { Collector, Sink } from '../tool.ts'
import { costOf, modelOf, namesOf } from './names.ts'
import { readPlain, refuseHidden } from './plain.ts'
import type { Read, Said } from './said.ts'
import { inSpot, type Spot, spotsOf } from './spots.ts'
import { Streams } from './streams.ts'

/** Collects the answers of one kind, and the calls that lines between them tell of in words of their own. */
export function collectAnswers(sink: Sink, read: Read): Collector {
  const streams = new Streams(sink)
  return {
    take(line, place) {
      const spots = spotsOf(line)
      for (const reader of [read, readPlain]) {
        for (const spot of spots) {
          const said = inSpot(spot, () => reader(spot))
          if (said === null) continue
          const calls = inSpot(spot, () => toCalls(said, spot, place))
          for (const [index, call] of calls.entries()) streams.add(call, said[index]?.isPart === true)
          return true
        }
      }
      refuseHidden(line)
      return false
    },
    endFile: () => streams.flush(),
  }
}

/** The calls within one answer. A cost that the line tells is that of all of them: the first one has it. */
export function toCalls(said: readonly Said[], spot: Spot, place: Place): Call[] {
  const isTold = said.length > 1 && costOf(spot) !== null
  return said.map((one, index) => toCall(isTold && index > 0 ? { ...one, costUsd: 0, isFree: true } : one, spot, place))
}

/** What an answer says, and where it does not, the line around it. Tokens of which only a part is known are not known. */
function toCall(said: Said, spot: Spot, place: Place): Call {
  const { input = null, output = null, costUsd = costOf(spot) } = said
  const isKnown = input !== null && output !== null && (input + output > 0 || said.isUnbilled === true)
  const names = namesOf(spot)
  return {
    ...names,
    place: { ...place, path: `${place.path}${spot.path}` },
    model: said.model ?? modelOf(spot),
    provider: said.provider ?? names.provider ?? null,
    timeMs: names.timeMs ?? said.timeMs ?? null,
    hasFailed: said.hasFailed === true || names.hasFailed === true,
    isBatch: said.isBatch === true || isBatchLine(spot),
    serviceTier: said.serviceTier ?? null,
    webSearches: said.webSearches ?? null,
    paidTools: said.paidTools ?? null,
    isFree: said.isFree === true,
    ids: said.ids ?? [],
    ...(isKnown ? { ...tokensOf(said), costUsd } : costUsd !== 0 && { costUsd }),
  }
}

function tokensOf({ input, output, cached, cacheWrite, cacheWrite1h, reasoning, mediaTokens }: Said): Partial<Call> {
  return {
    input: input ?? null,
    output: output ?? null,
    cached: cached ?? null,
    cacheWrite: cacheWrite ?? null,
    cacheWrite1h: cacheWrite1h ?? null,
    reasoning: reasoning ?? null,
    mediaTokens: mediaTokens ?? null,
  }
}

/** OpenAI and Anthropic give each answer of a batch the name of its request. */
function isBatchLine({ objects, path }: Spot): boolean {
  return (path !== '' || hasOutcome(objects[0])) && text(objects[0], 'custom_id') !== null
}

function hasOutcome(line: object | undefined): boolean {
  return line !== undefined && ['response', 'result', 'error'].some((key) => Object.hasOwn(line, key))
}

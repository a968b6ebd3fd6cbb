import type { Call, Place } from '../../call.ts'
import { count, get, list, object, text, time } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { plainUsage } from './usage.ts'

type Path = readonly (string | number)[]

/** Reads the usage of a run, alone or in what holds it: its requests, or where they are not all of it, its total. */
export function takeRunUsage(sink: Sink, value: object, place: Place): boolean {
  const path = [['usage'], ['context', 'usage'], []].find((one) => isRunUsage(object(value, ...one)))
  if (path === undefined) return false
  const call: Pick<Call, 'model' | 'timeMs' | 'agent'> = {
    model: text(value, 'model'),
    timeMs: time(value, 'timestamp'),
    agent: text(value, 'agent'),
  }
  const total = plainUsage(value, path)
  const requests = findRequests(value, path).map((one) => plainUsage(value, one))
  const sum = (figure: 'input' | 'output') => requests.reduce((all, one) => all + (one[figure] ?? 0), 0)
  const answers = findAnswers(value)
  if (requests.length > 0 && sum('input') === (total.input ?? 0) && sum('output') === (total.output ?? 0)) {
    const places = findRequests(value, path)
    for (const [index, usage] of requests.entries()) {
      const answer = answers.length === requests.length ? answers[index] : null
      sink.call({ place: below(place, places[index] ?? []), ...call, ...usage, ...(answer && { ids: [answer] }) })
    }
  } else sink.call({ place: below(place, path), ...call, ...total, calls: count(value, ...path, 'requests') })
  return true
}

function isRunUsage(usage: object | null): boolean {
  const [requests, input] = [get(usage, 'requests'), get(usage, 'inputTokens') ?? get(usage, 'input_tokens')]
  return requests !== undefined && input !== undefined
}

function findRequests(value: object, path: Path): Path[] {
  return ['requestUsageEntries', 'request_usage_entries'].flatMap((key) =>
    list(value, ...path, key).map((_, index) => [...path, key, index]),
  )
}

/** Ids of the answers to the requests. */
function findAnswers(value: object): (string | null)[] {
  return [...list(value, 'rawResponses'), ...list(value, 'modelResponses')].map((answer) => text(answer, 'responseId'))
}

function below(place: Place, path: Path): Place {
  return { ...place, path: path.reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : `${all}.${key}`), place.path) }
}

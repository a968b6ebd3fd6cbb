import type { Call, Place } from '../../call.ts'
import { get, list, object, text, time } from '../../fields.ts'
import { each, guard, type Sink } from '../../tool.ts'
import { hasUsage, nameOf, outcomeOf } from './sample.ts'
import { add, answererOf, type ModelUsage, NO_USAGE, restOf, usageAt } from './usage.ts'

/** Hands on what one log spent: by sample where samples say it, and what only the total has. */
export function takeLog(log: object, place: Place, sink: Sink): void {
  const id = idOf(log)
  const isBySample = list(log, 'samples').some(hasUsage)
  const common = {
    timeMs: time(log, 'stats', 'completed_at') ?? time(log, 'stats', 'started_at') ?? time(log, 'eval', 'created'),
    step: text(log, 'eval', 'task'),
    agent: text(log, 'eval', 'solver'),
    // Two files of one log, as archive and as JSON, are one.
    view: { session: `inspect-ai:${id}`, telling: `log:${place.file}`, rank: isBySample ? 1 : 0 },
  }
  const sums = new Map<string, ModelUsage>()
  each(sink, get(log, 'samples'), place, 'samples', (sample, at) => {
    if (isReused(log, sample)) return
    for (const call of callsOf(sample, at, id, sums)) sink.call({ ...common, ...call })
    const outcome = outcomeOf(sample)
    if (outcome !== null && isBySample) sink.end(runOf(id, sample), outcome)
  })
  for (const model of Object.keys(object(log, 'stats', 'model_usage') ?? {}))
    guard(sink, place, () => {
      const rest = restOf(usageAt(log, 'stats', 'model_usage', model), sums.get(model) ?? NO_USAGE)
      if (rest !== null) sink.call({ ...common, place, run: id, ...answererOf(model), ...rest, calls: null })
    })
  // What an eval was about when it was killed is in no log.
  if (get(log, 'status') === 'started') {
    const model = text(log, 'eval', 'model')
    sink.call({ ...common, place, run: id, ...(model !== null && answererOf(model)) })
  }
}

/** Logs of 2024 have no id of their own, and several stand for one run. */
function idOf(log: object): string {
  const ids = [text(log, 'eval', 'run_id'), text(log, 'eval', 'task_id'), text(log, 'eval', 'created')]
  return text(log, 'eval', 'eval_id') ?? ids.filter((id) => id !== null).join(':')
}

function runOf(id: string, sample: object): string {
  return `${id}:${nameOf(get(sample, 'id')) ?? ''}:${nameOf(get(sample, 'epoch')) ?? 1}`
}

/** A retry takes over the samples that an eval of before had completed: they cost nothing again. */
function isReused(log: object, sample: object): boolean {
  const [started, completed] = [time(log, 'stats', 'started_at'), time(sample, 'completed_at')]
  return started !== null && completed !== null && completed < started
}

function* callsOf(sample: object, place: Place, id: string, sums: Map<string, ModelUsage>): Generator<Call> {
  const uuid = text(sample, 'uuid')
  for (const model of Object.keys(object(sample, 'model_usage') ?? {})) {
    const usage = usageAt(sample, 'model_usage', model)
    sums.set(model, add(sums.get(model) ?? NO_USAGE, usage))
    const timeMs = time(sample, 'completed_at')
    yield {
      place,
      run: runOf(id, sample),
      testCase: nameOf(get(sample, 'id')),
      ...(timeMs !== null && { timeMs }),
      ...answererOf(model),
      ...usage,
      ids: uuid === null ? [] : [`inspect-ai:${uuid}:${model}`],
    }
  }
}

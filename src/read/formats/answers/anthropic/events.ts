import type { Place } from '../../call.ts'
import { object, text } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { toCalls } from '../collect.ts'
import { inSpot, type Spot, spotsOf } from '../spots.ts'
import { figuresAt, iterationsAt, joinUsage, speedOf } from './usage.ts'

interface Open {
  readonly spot: Spot
  readonly place: Place
  /** Null before the end has told it: that of the beginning has no output yet. */
  usage: object | null
}

/** Messages that are told event by event: the beginning has the model and the prompt, the end has the output as a running total. */
export class MessageEvents {
  private readonly sink: Sink
  /** Begun and not stopped; an event belongs to the last, because it names none. */
  private readonly open: Open[] = []

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** @returns whether it is such an event. */
  take(line: object, place: Place): boolean {
    const spot = spotsOf(line).find(({ answer }) => isEvent(answer))
    if (spot === undefined) return false
    inSpot(spot, () => this.event(spot, place))
    return true
  }

  private event(spot: Spot, place: Place): void {
    const type = text(spot.answer, 'type')
    const last = this.open.at(-1)
    if (type === 'message_start') this.open.push({ spot, place, usage: null })
    else if (type === 'message_delta' && last !== undefined) {
      const usage = joinUsage(last.usage ?? object(last.spot.answer, 'message', 'usage'), object(spot.answer, 'usage'))
      // Broken figures are named where they stand, not where the message ends.
      figuresAt({ usage }, 'usage')
      last.usage = usage
    } else if (type === 'message_delta') this.emit({ spot, place, usage: object(spot.answer, 'usage') })
    else if (type === 'message_stop' && last !== undefined) this.emit(this.open.pop() ?? last)
  }

  flush(): void {
    for (const one of this.open.splice(0)) this.emit(one)
  }

  private emit({ spot, place, usage }: Open): void {
    const message = object(spot.answer, 'message')
    const id = text(message, 'id')
    const ids = id === null ? [] : [id]
    const main = { ...speedOf(text(message, 'model'), usage), ids }
    const told = usage === null ? [main] : [{ ...figuresAt({ usage }, 'usage'), ...main }, ...iterationsAt({ usage }, ids, 'usage')]
    const around = message === null ? spot : { ...spot, objects: [...spot.objects, message] }
    for (const call of toCalls(told, around, place)) this.sink.call(call)
  }
}

function isEvent(value: object): boolean {
  return ['message_start', 'message_delta', 'message_stop'].includes(text(value, 'type') ?? '')
}

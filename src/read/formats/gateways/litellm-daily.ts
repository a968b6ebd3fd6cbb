import { isoTime } from '../../../time.ts'
import type { Call, Place, View } from '../call.ts'
import { count, text, time, usd } from '../fields.ts'
import type { Sink } from '../tool.ts'
import { wholePrompt } from '../whole-prompt.ts'

/** Whose spend a row sums up: each table has the spend of all others again. */
const OWNERS = ['user_id', 'team_id', 'organization_id', 'end_user_id', 'agent_id', 'tag'] as const

/** Rows of the tables of daily spend. A request may have several tags, so that their table counts only where nothing else tells of its day. */
export class DailySpend {
  private readonly sink: Sink
  private readonly days = new Set<string>()
  private readonly tagged: Call[] = []

  constructor(sink: Sink) {
    this.sink = sink
  }

  /** Notes that something else tells of the day of a time. */
  note(timeMs: number | null): void {
    this.days.add(dayOf(timeMs))
  }

  take(row: object, place: Place): void {
    const owner = OWNERS.find((key) => text(row, key) !== null) ?? 'user_id'
    for (const call of toCalls(row, owner, place)) {
      if (owner === 'tag') this.tagged.push(call)
      else {
        this.note(call.timeMs ?? null)
        this.sink.call(call)
      }
    }
  }

  finish(): void {
    for (const call of this.tagged) if (!this.days.has(dayOf(call.timeMs ?? null))) this.sink.call(call)
  }
}

/** Of all that tells of one day one counts. */
export function viewOf(timeMs: number | null, telling: string, rank: number): View {
  return { session: `litellm:${dayOf(timeMs)}`, telling, rank }
}

function dayOf(timeMs: number | null): string {
  return timeMs === null ? '' : isoTime(timeMs).slice(0, 10)
}

/** The calls of a row, and those of them that failed: nobody knows what these cost. */
function toCalls(row: object, owner: string, place: Place): Call[] {
  const [all, failed] = [count(row, 'api_requests'), count(row, 'failed_requests') ?? 0]
  const [cached, cacheWrite] = [count(row, 'cache_read_input_tokens'), count(row, 'cache_creation_input_tokens')]
  const timeMs = time(row, 'date')
  const id = text(row, 'id')
  const about = {
    place,
    model: text(row, 'model'),
    provider: text(row, 'custom_llm_provider'),
    timeMs,
    agent: text(row, 'agent_id') ?? text(row, 'model_group'),
    customer: text(row, 'end_user_id') ?? text(row, 'team_id') ?? text(row, 'user_id'),
    view: viewOf(timeMs, `daily:${owner}`, -OWNERS.indexOf(owner as (typeof OWNERS)[number])),
    ids: id === null ? [] : [`litellm:${owner}:${id}`],
  }
  const answered = {
    ...about,
    calls: all === null ? null : Math.max(1, all - failed),
    input: wholePrompt(count(row, 'prompt_tokens'), cached, cacheWrite),
    output: count(row, 'completion_tokens'),
    cached,
    cacheWrite,
    costUsd: usd(row, 'spend'),
  }
  const hasSpent = [answered.input, answered.output, answered.costUsd].some((figure) => figure !== null && figure > 0)
  return [
    ...(hasSpent || (all !== null && all > failed) ? [answered] : []),
    ...(failed > 0 ? [{ ...about, calls: failed, hasFailed: true }] : []),
  ]
}

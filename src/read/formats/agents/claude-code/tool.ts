import type { Place } from '../../call.ts'
import { text } from '../../fields.ts'
import type { Collector, Sink, Tool } from '../../tool.ts'
import { Output } from './output.ts'
import { Transcript } from './transcript.ts'

/** https://code.claude.com/docs/en/headless, https://github.com/anthropics/claude-code-action. */
export const claudeCode: Tool = {
  id: 'claude-code',
  name: 'Claude Code',
  what: 'output of Claude Code',
  site: 'https://code.claude.com/docs/en/headless',
  unit: 'session',
  mixesText: true,
  step: `
# After a step of anthropics/claude-code-action there is nothing to add. On the command line:
- run: claude -p "/review" --output-format json > claude-output.json`,
  files: [
    {
      what: '`execution_file` of claude-code-action',
      places: ['$RUNNER_TEMP/claude-execution-output.json', '$RUNNER_TEMP/claude-execution-*/*.json'],
      how: 'nothing to do: `anthropics/claude-code-action` writes it',
    },
    {
      what: 'print result',
      places: ['claude-output.json', 'claude-result.json'],
      how: 'claude -p "…" --output-format json > claude-output.json',
    },
    {
      what: 'stream, or the messages of the Agent SDK',
      places: ['claude-output.jsonl', 'claude-stream.jsonl'],
      how: 'claude -p "…" --output-format stream-json --verbose > claude-output.jsonl',
    },
    { what: 'transcripts', places: ['~/.claude/projects/**/*.jsonl'], how: 'nothing to do: Claude Code keeps them' },
  ],
  marks: [
    { modelUsage: true, type: /^result$/ },
    { total_cost_usd: true, type: /^result$/ },
    { duration_api_ms: true, num_turns: true },
    { session_id: true, type: /^system$/, subtype: /^init$/ },
    { session_id: true, type: /^assistant$/, 'message.usage': true },
    { sessionId: true, 'message.role': /^assistant$/, 'message.usage': true },
    { sessionId: true, type: /^(user|assistant|system|attachment|progress)$/, uuid: true },
    { sessionId: true, type: /^queue-operation$/, operation: true },
    { leafUuid: true, type: /^summary$/ },
  ],
  traps: [
    'A result is the total of its session so far: of several the largest counts, also where a later process resumed the session; totals that have each other not in them add up.',
    '`usage` of a result is that of the main loop; subagents and helper models are in `modelUsage` alone, whose input leaves the cache out.',
    'Answers in a stream give the tokens that were counted when they began; they count only where no result follows them, and then the total is a least one.',
    'A transcript has a line for each part of an answer, with the same `message.id` and growing output: the last one counts.',
    'Fast mode costs several times as much: in a transcript only `usage.speed` tells, and its model is read as `…-fast`.',
    'Result, stream and transcripts of one session are one spend.',
    'A result counts as many calls as its main loop had turns (`num_turns`), of the model that used the most.',
    'An API error has `subtype: success`; `is_error` says that it failed.',
    'A cost whose `costBasis` is `unknown` is a guess: the tokens are priced anew.',
  ],
  gaps: [
    'How many calls subagents and helper models made: a result counts one for each model.',
    'What titles and inference in one country cost on top, in a transcript.',
    'All of the output, in transcripts of versions that noted it before an answer was complete (early 2026).',
    'Costs are those of the price list, not of a bill.',
  ],
  open: (sink) => new Sessions(sink),
}

class Sessions implements Collector {
  private readonly output: Output
  private readonly transcript: Transcript

  constructor(sink: Sink) {
    this.output = new Output(sink)
    this.transcript = new Transcript(sink)
  }

  take(value: object, place: Place): boolean {
    const id = text(value, 'sessionId')
    if (text(value, 'leafUuid') !== null) return true
    return id === null ? this.output.take(value, place) : this.transcript.take(value, id, place)
  }

  finish(): void {
    this.output.finish()
    this.transcript.finish()
  }
}

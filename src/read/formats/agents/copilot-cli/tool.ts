import type { Tool } from '../../tool.ts'
import { Events } from './events.ts'
import { Sessions } from './sessions.ts'
import { takeSpan } from './spans.ts'

/** https://github.com/github/copilot-cli */
export const copilotCli: Tool = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  what: 'a log of GitHub Copilot CLI',
  site: 'https://docs.github.com/en/copilot/concepts/agents/about-copilot-cli',
  unit: 'session',
  mixesText: true,
  step: `
- run: copilot --allow-all-tools --prompt "$PROMPT"
  env:
    COPILOT_OTEL_FILE_EXPORTER_PATH: copilot.jsonl`,
  files: [
    {
      what: 'OpenTelemetry file',
      places: [],
      how: 'COPILOT_OTEL_FILE_EXPORTER_PATH=copilot.jsonl copilot --allow-all-tools --prompt "$PROMPT"',
    },
    { what: 'events of a session', places: ['~/.copilot/session-state/*/events.jsonl'], how: 'every `copilot` writes them' },
  ],
  marks: [
    { 'instrumentationScope.name': /^github\.copilot/, type: /^(span|metric|log)$/ },
    { 'usage.premiumRequests': true, sessionId: true, type: /^result$/ },
    { data: true, type: /^(session|assistant|tool|model|subagent|hook)\.[a-z_]+$|^(user|system)\.message$/, id: true, timestamp: true },
  ],
  traps: [
    'Spans of agents, metrics and the sums at the end of a session repeat its calls: one telling of each session counts.',
    'A session that was resumed has a sum for each time: they are added.',
    'Premium requests are no dollars; an AI credit is 0.01 US dollars.',
    'Where AI credits are unavailable their 0 is no cost.',
  ],
  gaps: [
    'The output of `--output-format json` has no tokens: it is refused unless another file tells of its session.',
    'A session that was killed has no sum at its end; before there were records of its calls that left nothing but answers: a call of unknown cost.',
  ],
  open: (sink) => {
    const sessions = new Sessions(sink)
    const events = new Events(sink, sessions)
    return {
      take: (line, place) => takeSpan(line, place, sessions) || events.take(line, place),
      endFile: () => events.endFile(),
      finish: () => sessions.finish(),
    }
  },
}

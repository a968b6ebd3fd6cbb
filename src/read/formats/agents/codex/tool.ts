import type { Tool } from '../../tool.ts'
import { Exec } from './exec.ts'
import { Rollouts } from './rollout.ts'
import { Untold } from './untold.ts'

/** https://github.com/openai/codex */
export const codex: Tool = {
  id: 'codex',
  name: 'Codex',
  what: 'a log of Codex',
  site: 'https://github.com/openai/codex/blob/main/docs/exec.md',
  unit: 'session',
  mixesText: true,
  step: `
# Its rollout in the home folder names the model.
- run: codex exec --json "$PROMPT" | tee codex.jsonl`,
  files: [
    { what: 'events of `codex exec`', places: [], how: 'codex exec --json "$PROMPT" | tee codex.jsonl' },
    {
      what: 'rollouts, which name the model',
      places: ['~/.codex/sessions/**/rollout-*.jsonl'],
      how: 'every `codex exec` without `--ephemeral` writes one',
    },
  ],
  marks: [
    { thread_id: true, type: /^thread\.started$/ },
    { usage: true, type: /^turn\.completed$/ },
    { error: true, type: /^turn\.failed$/ },
    { item: true, type: /^item\.(started|updated|completed)$/ },
    { payload: true, type: /^(session_meta|turn_context|event_msg|response_item|compacted)$/, timestamp: true },
  ],
  traps: [
    'Each `turn.completed` and `token_count` has the total of the thread so far: the last one counts, also over the files of a resumed thread.',
    'Rollouts write the same `token_count` several times: only what a total has grown by counts.',
    'The rollout of a fork or a subagent repeats what its parent used before: that counts once, with its parent.',
    'A turn that failed or was cut off has no usage: it is a call of unknown cost, unless a rollout or a later turn has the total of its thread.',
  ],
  gaps: [
    'Events of `codex exec` name no model: give the rollout as well.',
    'Threads of subagents are in rollouts of their own, not in the events of `codex exec`.',
    'Where only the rollout of a fork is given, without dates that tell, the history that it repeats counts as its own.',
    'What it cost: it is priced from the tokens.',
  ],
  open: (sink) => {
    const untold = new Untold(sink)
    const [exec, rollouts] = [new Exec(sink, untold), new Rollouts(sink, untold)]
    return {
      take: (line, place) => rollouts.take(line, place) || exec.take(line, place),
      endFile() {
        exec.endFile()
        rollouts.endFile()
      },
      finish() {
        rollouts.finish()
        untold.finish()
      },
    }
  },
}

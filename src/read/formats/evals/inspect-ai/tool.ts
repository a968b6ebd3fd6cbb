import { get } from '../../fields.ts'
import type { Tool } from '../../tool.ts'
import { unpackLog } from './archive.ts'
import { takeLog } from './log.ts'

/** https://inspect.aisi.org.uk/eval-logs.html */
export const inspectAi: Tool = {
  id: 'inspect-ai',
  name: 'Inspect AI',
  what: 'a log of Inspect AI',
  site: 'https://inspect.aisi.org.uk/eval-logs.html',
  step: `
- run: inspect eval task.py`,
  files: [
    { what: 'log', places: ['logs/*.eval'], how: 'inspect eval task.py' },
    { what: 'log as JSON', places: ['logs/*.json'], how: 'inspect eval task.py --log-format json' },
  ],
  marks: [{ 'eval.run_id': true, 'eval.task': true, status: true, version: true }],
  traps: [
    '`input_tokens` leave the cache out, but not in every version: the total tells.',
    'Usage by role is a second view of the same tokens, and the total holds what its samples say.',
    'What only the total has (attempts that were repeated, samples that were not logged) counts without a test case.',
    'A retry takes over samples that were completed before: they cost nothing again.',
    'A sample succeeds by its first score, where that is correct or incorrect.',
    'A log that was cancelled has usage, too.',
  ],
  gaps: [
    'How many calls a sample made, and when.',
    'What a call cost, unless Inspect was given prices.',
    'In logs of 2024: what a sample used.',
    'What did not get into the log of an eval that was killed.',
  ],
  unpack: unpackLog,
  open: (sink) => ({
    take(log, place) {
      if (typeof get(log, 'eval', 'run_id') !== 'string') return false
      takeLog(log, place, sink)
      return true
    },
  }),
}

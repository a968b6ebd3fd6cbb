import type { Place } from '../../call.ts'
import { get, object, time } from '../../fields.ts'
import { each, Misread, type Sink, type Tool } from '../../tool.ts'
import { takeRow } from './row.ts'

/** https://www.promptfoo.dev/docs/configuration/outputs/ */
export const promptfoo: Tool = {
  id: 'promptfoo',
  name: 'promptfoo',
  what: 'a result of promptfoo',
  site: 'https://www.promptfoo.dev/docs/configuration/outputs/',
  unit: 'test',
  step: `
# Without its cache on disk, which would hide what a change costs.
- run: npx promptfoo@latest eval --no-cache -o results.json`,
  files: [
    {
      what: 'result of an eval, as JSON or JSON lines',
      places: ['promptfoo-output.json', 'output/*.json', 'results.json', 'results.jsonl'],
      how: 'promptfoo eval --no-cache -o results.json',
    },
  ],
  marks: [
    { 'results.results': true, 'results.stats': true, 'results.version': true },
    { 'stats.tokenUsage': true, results: true, version: true, timestamp: true },
    { promptIdx: true, testIdx: true, namedScores: true },
  ],
  traps: [
    'Its cache on disk is on by default: an answer from there cost this run nothing, though old versions repeat what it once cost; run it with `--no-cache` to compare like with like.',
    'The action of promptfoo deletes its output: write one of your own with `-o`.',
    'A row whose cost is 0 has no cost, unless its answer says so.',
    'Gemini leaves reasoning out of the completion, and puts what its cache gave where other sellers have the cache on disk.',
    'Graders are told apart: they have the step `grading`, and are in no figure of what is tested. promptfoo sums up no cost for them.',
    'A prompt without a label is named by its text: give it one, so that its step keeps its name when the text changes.',
    'Each test of each prompt is a run; a test without a description is named by its variables.',
  ],
  gaps: [
    'What a call cost that failed, or whose row lost its answer because an assertion threw.',
    'Which model graded, where no assertion names one.',
    'When each call was made: only the start of the eval is known, and JSON lines have no time.',
  ],
  open: (sink) => ({
    take(value, place) {
      if (get(value, 'promptIdx') !== undefined) takeRow(value, place, null, sink)
      else if (object(value, 'results') !== null) takeSummary(value, place, ['results'], sink)
      else if (get(value, 'stats') !== undefined) takeSummary(value, place, [], sink)
      else return false
      return true
    },
  }),
}

/** A summary stands in its file below `results`; code that asks promptfoo for one has it bare. */
function takeSummary(value: object, place: Place, path: readonly string[], sink: Sink): void {
  const rows = get(value, ...path, 'results')
  const where = [...path, 'results'].join('.')
  if (!Array.isArray(rows)) throw new Misread(`$.${where}`, 'must be a list')
  const timeMs = time(value, ...path, 'timestamp')
  each(sink, rows, place, where, (row, at) => takeRow(row, at, timeMs, sink))
}

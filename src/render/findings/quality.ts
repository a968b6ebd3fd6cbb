import type { CostSummary, Disagreement, Report } from '../../generated/types.ts'
import { code } from '../../words/escape.ts'
import { contradiction, count, integer, usd } from '../../words/format.ts'
import { bullets, details, limit, stack } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { writeAge } from './prices.ts'
import { renderSources, writeSources } from './sources.ts'

const EXAMPLE_LENGTH = 300
const LEFT_OUT =
  'Left out unless usage-path names them, because git tracks them unchanged, or because they are answers of providers beside other usage'

/** What was read and what was found about it, folded. */
export function renderQuality({ head }: Report, room: Room): string {
  const age = writeAge(head)
  const facts = [...writeCounts(head), ...writeNamed(head, room.folded), ...(age === null ? [] : [age])]
  return details(writeSummary(head), stack([renderSources(head, room.folded), bullets(facts)]))
}

/** `Data: 78 calls from 1 of 14 files; 1 invalid, 2 duplicates`: the data in one line. */
export function writeSummary(summary: CostSummary): string {
  const { quality, unpriced_calls: unpriced, from_disk_calls: cached = 0 } = summary
  const problems = [
    quality.invalid_records > 0 ? `${integer(quality.invalid_records)} invalid` : null,
    quality.duplicate_records > 0 ? count(quality.duplicate_records, 'duplicate') : null,
    quality.repeats ? count(quality.repeats.records, 'repeated line') : null,
    unpriced > 0 ? `${integer(unpriced)} without a price` : null,
    cached > 0 ? `${integer(cached)} from a cache on disk` : null,
    quality.disagreements.length > 0 ? count(quality.disagreements.length, 'disagreement') : null,
    quality.overlaps.length > 0 ? count(quality.overlaps.length, 'overlap') : null,
    quality.left_out === undefined ? null : `${count(quality.left_out.length, 'file')} left out`,
  ].filter((problem) => problem !== null)
  return `Data: ${[...writeSources(summary), ...(problems.length === 0 ? [] : [problems.join(', ')])].join('; ')}`
}

function writeCounts({ period, timezone, quality, from_disk_calls: cached = 0 }: CostSummary): string[] {
  const { duplicate_records: duplicates, placeholder_records: placeholders, earlier_records: earlier, records_without_run: loose } = quality
  return [
    period.from === null || period.to === null
      ? null
      : `Calls from ${writeTime(period.from)} to ${writeTime(period.to)} UTC. A day begins at midnight in ${code(timezone)}.`,
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out.` : null,
    placeholders > 0 ? `${count(placeholders, 'placeholder row')} left out: no tokens, no cost, no call.` : null,
    earlier > 0 ? `${count(earlier, 'earlier record')}: in the sums per day and month only.` : null,
    loose > 0 ? `${count(loose, 'call')} without a run.` : null,
    cached > 0 ? `${count(cached, 'call')} answered from a cache on disk: nothing was paid for ${cached === 1 ? 'it' : 'them'}.` : null,
  ].filter((fact) => fact !== null)
}

function writeNamed({ quality, unpriced, pricing }: CostSummary, room: number): string[] {
  const {
    invalid_records: invalid,
    invalid_examples: examples,
    repeats,
    disagreements,
    overlaps,
    not_compared: notCompared = [],
    left_out: leftOut = [],
  } = quality
  const priced = Object.entries(pricing.models)
  const by = [pricing.catalog, pricing.as_of].filter((part) => part !== null).map((part) => code(part))
  return [
    ...(invalid > 0
      ? [`${count(invalid, 'invalid record')} left out${list(examples, room, (example) => code(example, EXAMPLE_LENGTH))}`]
      : []),
    ...(repeats
      ? [
          `${count(repeats.records, 'line')} of ${usd(repeats.cost_usd)} counted although another one says the same byte for byte${list(repeats.examples, room, (place) => code(place, EXAMPLE_LENGTH))}`,
        ]
      : []),
    ...(unpriced.length > 0
      ? [
          `No known price, so in no amount${list(unpriced, room, (model) => `${code(model.model)}: ${count(model.calls, 'call')}, ${count(model.input_tokens + model.output_tokens, 'token')}`)}`,
        ]
      : []),
    ...(disagreements.length > 0 ? [`Sources that disagree with what was counted${list(disagreements, room, writeDisagreement)}`] : []),
    ...(overlaps.length > 0
      ? [`Counted although another source describes the same runs${list(overlaps, room, (path) => code(path))}`]
      : []),
    ...(notCompared.length > 0 ? [`Not compared with the ledger${list(notCompared, room, (path) => code(path))}`] : []),
    ...(leftOut.length > 0 ? [`${LEFT_OUT}${list(leftOut, room, (path) => code(path))}`] : []),
    ...(priced.length > 0
      ? [
          `${count(pricing.priced_calls, 'call')} priced from the catalog (${by.join(', ')})${list(priced, room, ([model, { priced_as, calls }]) => `${code(model)} as ${code(priced_as)}: ${count(calls, 'call')}`)}`,
        ]
      : []),
  ]
}

function writeDisagreement(disagreement: Disagreement): string {
  const { run_id: run, scope, path } = disagreement
  const { counted, said } = contradiction(disagreement)
  const subject = run !== null ? code(run) : scope === 'without_run' ? 'Calls without a run' : 'All calls'
  return `${subject}: ${counted} counted, ${said} in ${code(path)}`
}

/** A nested list below a bullet. */
function list<T>(items: readonly T[], room: number, write: (item: T) => string): string {
  const { shown, hidden } = limit(items, room)
  const lines = [...shown.map(write), ...(hidden.length > 0 ? [`_and ${integer(hidden.length)} more_`] : [])]
  return lines.length === 0 ? '.' : `:\n${lines.map((line) => `  - ${line}`).join('\n')}`
}

/** `2026-11-03 15:00` of a time in ISO 8601. */
function writeTime(iso: string): string {
  return code(iso.slice(0, 16).replace('T', ' '))
}

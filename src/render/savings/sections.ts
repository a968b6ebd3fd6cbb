import { DRIVES } from '../../analyse/savings/output.ts'
import type { ModelSavings, Savings } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, percent, usd } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import { AT_MOST, CALLS, COST, nothing, RIGHT, type Section, STEP, writeStep } from './section.ts'

/** What could have cost less, one section after the other, with at most `room` rows each. */
export function listSections(savings: Savings, voice: Voice, room: number): Section[] {
  return [
    modelSection(savings.models, voice, room),
    batchSection(savings, voice, room),
    repeatSection(savings, voice, room),
    outputSection(savings, voice, room),
    escalationSection(savings, voice, room),
  ].filter((section) => section !== null)
}

/** `Upper bounds on $0.57 in 68 calls …`: what every figure is, and what is in none. */
export function writeIntroduction(
  { total_cost_usd: cost, calls, left_out_calls: leftOut, repeats, prices }: Savings,
  voice: Voice,
): string {
  return [
    `Upper bounds on ${usd(cost)} in ${count(calls, 'call')}, each under its assumption, by prices of ${voice.name(prices.as_of.slice(0, 10))}.`,
    'They overlap, so they do not add up, and none is a finding.',
    leftOut > 0 ? `${count(leftOut, 'call')} of steps with unknown prices ${leftOut === 1 ? 'is' : 'are'} left out.` : null,
    repeats === null ? 'Repeated calls and escalations take records; a cost summary has sums only.' : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

function modelSection(models: ModelSavings, voice: Voice, room: number): Section {
  const cheaper = models.rows.filter((row) => row.at_most_usd > 0)
  if (cheaper.length === 0) return nothing('Other models: no step has a cheaper alternative')
  const { shown, hidden } = limit(cheaper, room)
  const fits = new Map(shown.flatMap((row) => row.tasks.map(({ task, fits }) => [task, fits])))
  return {
    title: `Other models: at most ${usd(models.at_most_usd)}`,
    assumption: voice.text(models.assumption),
    columns: [
      STEP,
      { title: 'Model' },
      CALLS,
      COST,
      { title: 'Other model' },
      { title: 'Cost there', ...RIGHT },
      AT_MOST,
      { title: 'Task' },
    ],
    rows: shown.map((row) => [
      writeStep(row, voice),
      voice.name(row.model),
      integer(row.calls),
      usd(row.cost_usd),
      voice.name(row.alternative),
      usd(row.alternative_cost_usd),
      usd(row.at_most_usd),
      voice.text(row.tasks.map(({ task }) => task).join(' or ')),
    ]),
    notes: [
      ...writeHidden(hidden.length),
      ...[...fits].flatMap(([task, when]) => (when === null ? [] : [voice.text(`${task} fits where ${when}.`)])),
    ],
  }
}

function batchSection({ batch }: Savings, voice: Voice, room: number): Section {
  if (batch.rows.length === 0) return nothing('Batch calls: no step that can wait calls a provider with a discount for them')
  const { shown, hidden } = limit(batch.rows, room)
  return {
    title: `Batch calls: at most ${usd(batch.at_most_usd)}`,
    assumption: voice.text(batch.assumption),
    columns: [STEP, { title: 'Model' }, CALLS, COST, { title: 'Discount', ...RIGHT }, AT_MOST],
    rows: shown.map((row) => [
      writeStep(row, voice),
      voice.name(row.model),
      integer(row.calls),
      usd(row.cost_usd),
      percent(row.discount_percent),
      usd(row.at_most_usd),
    ]),
    notes: writeHidden(hidden.length),
  }
}

function repeatSection({ repeats }: Savings, voice: Voice, room: number): Section | null {
  if (repeats === null) return null
  if (repeats.groups === 0) return nothing('Repeated calls: no two calls look alike')
  const { shown } = limit(repeats.rows, room)
  return {
    title: `Repeated calls: at most ${usd(repeats.at_most_usd)}`,
    assumption: voice.text(repeats.assumption),
    columns: [STEP, { title: 'Model' }, { title: 'Input', ...RIGHT }, { title: 'Output', ...RIGHT }, CALLS, COST, AT_MOST],
    rows: shown.map((row) => [
      writeStep(row, voice),
      voice.name(row.model),
      integer(row.input_tokens),
      integer(row.output_tokens),
      integer(row.calls),
      usd(row.cost_usd),
      usd(row.at_most_usd),
    ]),
    notes: writeHidden(repeats.groups - shown.length),
  }
}

function outputSection({ output }: Savings, voice: Voice, room: number): Section {
  if (output.rows.length === 0) return nothing('Output: no step has a list price')
  const { shown, hidden } = limit(output.rows, room)
  const driven = output.rows.filter((row) => row.share_percent >= DRIVES).length
  return {
    title:
      driven === 0
        ? `Output: in no step half of the cost`
        : `Output: half of the cost or more in ${count(driven, 'step')}, at most ${usd(output.at_most_usd)}`,
    assumption: voice.text(output.assumption),
    columns: [STEP, CALLS, COST, { title: 'Output', ...RIGHT }, { title: 'Share', ...RIGHT }, { title: 'Tokens per answer', ...RIGHT }],
    rows: shown.map((row) => [
      writeStep(row, voice),
      integer(row.calls),
      usd(row.cost_usd),
      usd(row.output_cost_usd),
      percent(row.share_percent),
      integer(row.output_tokens_per_call),
    ]),
    notes: writeHidden(hidden.length),
  }
}

function escalationSection({ escalations }: Savings, voice: Voice, room: number): Section | null {
  if (escalations === null) return null
  const { economy_calls: economy, escalated_calls: escalated, share_percent: share } = escalations
  if (escalated === 0 || share === null) return nothing(`Escalations: none after ${count(economy, 'call')} of cheap models`)
  const { shown, hidden } = limit(escalations.rows, room)
  return {
    title: `Escalations: ${integer(escalated)} of ${count(economy, 'call')} of cheap models (${percent(share)}), at most ${usd(escalations.at_most_usd)}`,
    assumption: voice.text(escalations.assumption),
    columns: [STEP, { title: 'Cheap calls', ...RIGHT }, { title: 'Escalated', ...RIGHT }, { title: 'Their cost', ...RIGHT }, AT_MOST],
    rows: shown.map((row) => [
      writeStep(row, voice),
      integer(row.economy_calls),
      integer(row.escalated_calls),
      usd(row.first_cost_usd),
      usd(row.at_most_usd),
    ]),
    notes: writeHidden(hidden.length),
  }
}

function writeHidden(more: number): string[] {
  return more > 0 ? [`And ${integer(more)} more.`] : []
}

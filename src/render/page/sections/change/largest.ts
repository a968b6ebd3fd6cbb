import type { CostSummary, LargestCall, Report } from '../../../../generated/types.ts'
import { integer } from '../../../../words/format.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

const MOST = 20

interface Found extends LargestCall {
  readonly kind: 'prompt' | 'answer'
}

/** The longest prompts and answers, of each model, agent and step. Costs of single calls are not in the report. */
export function renderLargest({ head }: Report): string | null {
  const rows = find(head).slice(0, MOST)
  return section('calls', 'Largest calls', [
    table({
      caption: 'Largest calls',
      sorts: true,
      noun: 'calls',
      columns: [{ title: 'Model' }, { title: 'What' }, { title: 'Tokens', right: true }, { title: 'Step' }, { title: 'Run' }],
      rows: rows.map(({ model, kind, tokens, step, run_id: run, mean_of: mean }) => [
        HTML.name(model),
        `${kind}${mean === undefined ? '' : `, mean of ${integer(mean)}`}`,
        { html: integer(tokens), by: tokens },
        step === null ? '–' : HTML.name(step),
        run === null ? '–' : HTML.name(run),
      ]),
    }),
    rows.length === 0 ? null : paragraph('The longest prompt and the longest answer of each model, agent and step.', 'note'),
  ])
}

function find({ model_stats: models, agent_stats: agents, step_stats: steps }: CostSummary): Found[] {
  const found = new Map<string, Found>()
  for (const { largest_calls: largest } of [models, agents, steps].flatMap((stats) => Object.values(stats))) {
    if (largest === undefined) continue
    for (const one of [
      { ...largest.input, kind: 'prompt' as const },
      { ...largest.output, kind: 'answer' as const },
    ])
      if (one.tokens > 0) found.set(JSON.stringify([one.kind, one.tokens, one.model, one.step, one.run_id]), one)
  }
  return [...found.values()].sort((one, other) => other.tokens - one.tokens || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

import type { Experiment } from '../../generated/types.ts'
import { alignColumns } from '../../words/columns.ts'
import { PLAIN } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'
import type { Paint } from '../../words/paint.ts'
import { differenceRows, differenceTitles, listNotes, variantRow, variantTitles } from './rows.ts'

const ROWS = 20

/** An experiment for a terminal: what each variant costs, how it differs from the first, and what to mind. */
export function renderExperiment(experiment: Experiment, paint: Paint): string {
  const { shown, hidden } = limit(experiment.variants, ROWS)
  const titles = variantTitles(experiment, PLAIN).map((title, index) => ({ title, right: index > 0 }))
  const differences = differenceTitles(experiment, PLAIN).map((title, index) => ({ title, right: index === 2 || index === 3 }))
  const rows = shown.flatMap((variant) => differenceRows(experiment, variant, PLAIN))
  const sections = [
    [
      ...dimHead(
        alignColumns(
          titles,
          shown.map((variant) => variantRow(experiment, variant, PLAIN)),
        ),
        paint,
      ),
      ...(hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : []),
    ],
    rows.length === 0 ? [] : dimHead(alignColumns(differences, rows), paint),
    listNotes(experiment, PLAIN),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function dimHead([head = '', ...lines]: readonly string[], paint: Paint): string[] {
  return [paint('dim', head), ...lines]
}

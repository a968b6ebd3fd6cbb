import type { Experiment } from '../../generated/types.ts'
import { MARKDOWN } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { bullets, limit, stack, table } from '../../words/markdown.ts'
import { differenceRows, differenceTitles, listNotes, variantRow, variantTitles } from './rows.ts'

const ROWS = 50

/** The same in Markdown, for a job summary or a comment. */
export function renderExperimentMarkdown(experiment: Experiment): string {
  const { shown, hidden } = limit(experiment.variants, ROWS)
  const titles = variantTitles(experiment, MARKDOWN).map((title, index) => ({ title, right: index > 0 }))
  const differences = differenceTitles(experiment, MARKDOWN).map((title, index) => ({ title, right: index === 2 || index === 3 }))
  const rows = shown.flatMap((variant) => differenceRows(experiment, variant, MARKDOWN))
  const notes = listNotes(experiment, MARKDOWN)
  return `${stack([
    table(
      titles,
      shown.map((variant) => variantRow(experiment, variant, MARKDOWN)),
    ),
    hidden.length > 0 ? `_and ${integer(hidden.length)} more_` : null,
    rows.length === 0 ? null : table(differences, rows),
    notes.length === 0 ? null : bullets(notes),
  ])}\n`
}

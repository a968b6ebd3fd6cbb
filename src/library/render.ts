import type { CostSummary, Report } from '../generated/types.ts'
import { renderComment } from '../render/comment.ts'
import { renderSummary } from '../render/summary.ts'
import { renderTerminal } from '../render/terminal.ts'

/** GitHub rejects comment bodies over 65,536 characters. */
const COMMENT_LENGTH = 65_536

/** The report as the terminal shows it, without colours. */
export function renderText(report: Report): string {
  return renderTerminal(report, (_style, text) => text)
}

/** The report as the comment on a pull request; what finds no room in `maxLength` characters is left out and said so. */
export function renderMarkdown(report: Report, { maxLength = COMMENT_LENGTH }: { readonly maxLength?: number } = {}): string {
  return renderComment(report, { maxLength })
}

/** The report as one HTML page with charts and tables, which needs no network and no script. */
export async function renderHtml(report: Report): Promise<string> {
  const { renderPage } = await import('../render/page/page.ts')
  return renderPage(report)
}

/** A cost summary as the terminal shows it, without colours. */
export function renderSummaryText(summary: CostSummary): string {
  return renderSummary(summary, (_style, text) => text)
}

import { plain } from '../../text/plain.ts'
import type { Voice } from '../../words/escape.ts'

const TEXT_LENGTH = 600
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for an element or a quoted attribute. */
export function escapeHtml(raw: string): string {
  return raw.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '')
}

/** Names and sentences of files in a page: nothing invisible, not endless, no mark-up. */
export const HTML: Voice = {
  name: (raw) => `<code>${escapeHtml(plain(raw))}</code>`,
  text: (raw) => escapeHtml(plain(raw, TEXT_LENGTH)),
}

/** A part of the page below its title; null where it has nothing to show. @param id part of an address, ours. */
export function section(id: string, title: string, blocks: readonly (string | null)[]): string | null {
  const shown = blocks.filter((block) => block !== null && block !== '')
  if (shown.length === 0) return null
  return `<section aria-labelledby="${id}">\n<h3 id="${id}">${title}</h3>\n${shown.join('\n')}\n</section>`
}

/** @param words HTML. */
export function paragraph(words: string, kind: 'note' | '' = ''): string {
  return `<p${kind === '' ? '' : ` class="${kind}"`}>${words}</p>`
}

/** @param items HTML; none gives nothing. */
export function list(items: readonly string[]): string | null {
  return items.length === 0 ? null : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}

export function fold(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n${body}\n</details>`
}

export function strong(words: string): string {
  return `<strong>${words}</strong>`
}

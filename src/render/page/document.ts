import { patterns } from './charts/pattern.ts'
import { escapeHtml } from './html.ts'
import { SCRIPT, SCRIPT_HASH } from './script.ts'
import { writeStyle } from './style.ts'

export interface Part {
  /** Part of the address, ours. */
  readonly id: string
  readonly title: string
  readonly sections: readonly (string | null)[]
}

export interface Document {
  /** Text. */
  readonly title: string
  readonly header: string
  readonly parts: readonly Part[]
  readonly footer: string
}

/** Nothing from outside, and no script but the one whose text this is. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`

/** A page that is whole by itself: no address of another file stands in it. */
export function writeDocument({ title, header, parts, footer }: Document): string {
  const full = parts
    .map((part) => ({ ...part, sections: part.sections.filter((section) => section !== null) }))
    .filter(({ sections }) => sections.length > 0)
  const links = full.map((part) => `<li><a href="#${part.id}">${part.title}</a></li>`)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${writeStyle()}</style>`,
    '</head>',
    '<body>',
    `<header>\n${header}\n<nav aria-label="Parts of this page"><ul>${links.join('')}</ul></nav>\n</header>`,
    patterns(),
    '<main>',
    ...full.map((part) => `<h2 id="${part.id}">${part.title}</h2>\n${part.sections.join('\n')}`),
    '</main>',
    `<footer>${footer}</footer>`,
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

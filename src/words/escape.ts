import { clean, cut, NAME_LENGTH, plain } from '../text/plain.ts'

export { plain } from '../text/plain.ts'

/** What a name or message becomes in one rendering, so that words around it are written once for all of them. */
export interface Voice {
  /** A name from a file: model, agent, step, run, path. */
  readonly name: (raw: string) => string
  /** A sentence that may quote names. */
  readonly text: (raw: string) => string
}

const TEXT_LENGTH = 600
/** All ASCII that can mean something in Markdown, HTML, a link, a mention or a reference; not `-`, which means nothing inside a line. */
const ACTIVE = /[!-,./:-@[-`{-~]/g
/** English and small numbers, with the punctuation that stands around them. */
const PLAIN_WORD = /^["'(]{0,2}(?:[A-Za-z]{1,30}(?:[-'’][A-Za-z]{1,30}){0,3}|[$+\u2212]?\$?\d{1,6}(?:[.,]\d{1,6})?)[.,;:!?)"']{0,2}$/
const PLAIN_MARK = /^[%–—→]$/

/**
 * A name as inline code in Markdown. Entities inside `<code>` cannot end a cell, a tag or the code, nor start a link; GitHub looks for
 * mentions and references outside code only.
 */
export function code(name: string, length = NAME_LENGTH): string {
  return `<code>${plain(name, length).replace(ACTIVE, toEntity)}</code>`
}

/**
 * A sentence in Markdown. Only plain words stand as they are: an entity would not stop a mention, because GitHub looks for
 * mentions after it has decoded entities. Everything else becomes inline code.
 */
export function text(message: string, length = TEXT_LENGTH): string {
  const parts: { plain: boolean; words: string[] }[] = []
  for (const word of cut(
    clean(
      message
        .slice(0, 2 * length + 2)
        .replace(/\s+/gu, ' ')
        .trim(),
    ),
    length,
  ).split(' ')) {
    const isPlain = PLAIN_WORD.test(word) || PLAIN_MARK.test(word)
    const last = parts.at(-1)
    if (last?.plain === isPlain) last.words.push(word)
    else parts.push({ plain: isPlain, words: [word] })
  }
  return parts.map((part) => (part.plain ? escapeMarks(part.words.join(' ')) : code(part.words.join(' '), length))).join(' ')
}

export const MARKDOWN: Voice = { name: (raw) => code(raw), text: (raw) => text(raw) }
export const PLAIN: Voice = { name: (raw) => plain(raw), text: (raw) => plain(raw, TEXT_LENGTH) }

function toEntity(character: string): string {
  // The break keeps an address like a@b.example from becoming a link: cmark-gfm looks for them after decoding entities.
  return `&#${character.charCodeAt(0)};${character === '@' ? '<wbr>' : ''}`
}

function escapeMarks(words: string): string {
  return words.replace(/["'!]/g, toEntity)
}

/** What a name or message becomes in one rendering, so that words around it are written once for all of them. */
export interface Voice {
  /** A name from a file: model, agent, step, run, path. */
  readonly name: (raw: string) => string
  /** A sentence that may quote names. */
  readonly text: (raw: string) => string
}

const NAME_LENGTH = 80
const TEXT_LENGTH = 600
/** Controls, bidirectional overrides, zero-width and other characters that show as nothing, or as nobody knows what. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
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

/** A name on a terminal or in an annotation: nothing invisible, at most `length` characters, one line. */
export function plain(name: string, length = NAME_LENGTH): string {
  // Two units per character at most: the rest of a name of megabytes need not be looked at.
  const shown = cut(clean(name.slice(0, 2 * length + 2)), length).replace(/^ | $|(?<= ) /g, '␣')
  return shown === '' ? '(no name)' : shown
}

export const MARKDOWN: Voice = { name: (raw) => code(raw), text: (raw) => text(raw) }
export const PLAIN: Voice = { name: (raw) => plain(raw), text: (raw) => plain(raw, TEXT_LENGTH) }

function clean(raw: string): string {
  return raw
    .replace(UNSEEN, '\uFFFD')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/(\p{M}\p{M})\p{M}+/gu, '$1\uFFFD')
}

/** Counts characters, so that no pair of surrogates is cut in two. */
function cut(shown: string, length: number): string {
  const characters = Array.from(shown)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : shown
}

function toEntity(character: string): string {
  // The break keeps an address like a@b.example from becoming a link: cmark-gfm looks for them after decoding entities.
  return `&#${character.charCodeAt(0)};${character === '@' ? '<wbr>' : ''}`
}

function escapeMarks(words: string): string {
  return words.replace(/["'!]/g, toEntity)
}

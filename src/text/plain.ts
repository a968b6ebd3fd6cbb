/** Characters of a name that are shown. */
export const NAME_LENGTH = 80
/** Controls, bidirectional overrides, zero-width and other characters that show as nothing, or as nobody knows what. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** A name on a terminal or in an annotation: nothing invisible, at most `length` characters, one line. */
export function plain(name: string, length = NAME_LENGTH): string {
  // Two units per character at most: the rest of a name of megabytes need not be looked at.
  const shown = cut(clean(name.slice(0, 2 * length + 2)), length).replace(/^ | $|(?<= ) /g, '␣')
  return shown === '' ? '(no name)' : shown
}

/** The text with a sign for each character that cannot be seen, and plain spaces. */
export function clean(raw: string): string {
  return raw
    .replace(UNSEEN, '\uFFFD')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/(\p{M}\p{M})\p{M}+/gu, '$1\uFFFD')
}

/** At most so many characters, so that no pair of surrogates is cut in two. */
export function cut(shown: string, length: number): string {
  const characters = Array.from(shown)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : shown
}

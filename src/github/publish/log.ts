// Controls and characters that show as nothing: they hide text from a reader, move the cursor, or vanish in the runner's comparison of `##[`,
// which follows the rules of a language (String.IndexOf without StringComparison.Ordinal) and so skips them.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** The text as a reader sees it: controls and invisible characters become U+FFFD, line ends become `\n`, tabs stay. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, (character) => (character === '\n' || character === '\t' ? character : '\uFFFD'))
}

/**
 * Lines for a runner's log in which nothing is a workflow command, whatever the text says.
 * The runner reads `::command::` after any white space at the start of a line and `##[command]` anywhere in it (runner, ActionCommand.cs).
 */
export function toLogLines(text: string): string {
  const lines = cleanText(text).replaceAll('##[', '## [').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => `| ${line}\n`).join('')
}

/** Prints text that may come from files or names of a pull request. On a runner all such text goes through here. */
export function writeLog(text: string): void {
  process.stdout.write(toLogLines(text))
}

// A runner drops a job summary over 1 MiB as a whole, with an error on the run: stay well below.
const maxBytes = 900 * 1024
const cutNote = '\n\n_The job summary ends here: GitHub shows no more than 1 MiB. The report file has everything._\n'

/** Adds to the job summary. Where that does not work it warns: the verdict does not depend on it. */
export async function writeSummary(markdown: string, warn: (message: string) => void): Promise<void> {
  try {
    const { summary } = await import('@actions/core')
    await summary.addRaw(fitSummary(markdown), true).write()
  } catch (error) {
    warn(`could not write the job summary: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The Markdown, cut after a whole line where it is longer than a runner takes. */
export function fitSummary(markdown: string): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= maxBytes) return markdown
  const room = maxBytes - Buffer.byteLength(cutNote)
  const lineEnd = bytes.lastIndexOf('\n', room)
  // Without a line end, back to the first byte of a character: further bytes of it are 10xxxxxx.
  let end = lineEnd > 0 ? lineEnd : room
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end) + cutNote
}

/** Which run wrote a comment: its number, which grows from run to run, and its attempt. */
export interface Stamp {
  readonly run: number
  readonly attempt: number
}

/** First line of a comment of ours with this key. */
export function markerOf(key: string): string {
  return `<!-- llm-cost-gate:${key} -->`
}

/** Second line: the run that it shows the result of. */
export function stampOf({ run, attempt }: Stamp): string {
  return `<!-- run ${run} attempt ${attempt} -->`
}

/** The stamp in a comment; one without is older than all. */
export function parseStamp(body: string): Stamp {
  const found = /^[^\n]*\n<!-- run (\d{1,15}) attempt (\d{1,6}) -->/.exec(body)
  return { run: Number(found?.[1] ?? 0), attempt: Number(found?.[2] ?? 0) }
}

export function isNewer(one: Stamp, other: Stamp): boolean {
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt)
}

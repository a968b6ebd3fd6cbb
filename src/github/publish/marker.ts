/** Which run a comment or a mark shows the result of: its number, which grows from run to run, and its attempt. */
export interface Stamp {
  readonly run: number
  readonly attempt: number
}

/** That of what has none: older than all. */
export const NO_STAMP: Stamp = { run: 0, attempt: 0 }

/** First line of a comment of ours with this key. */
export function markerOf(key: string): string {
  return `<!-- llm-cost-gate:${key} -->`
}

/** Second line: the run that it shows the result of. */
export function stampOf({ run, attempt }: Stamp): string {
  return `<!-- run ${run} attempt ${attempt} -->`
}

/** The stamp in a comment. */
export function parseStamp(body: string): Stamp {
  return toStamp(/^[^\n]*\n<!-- run (\d{1,15}) attempt (\d{1,6}) -->/.exec(body))
}

/** A page with the stamp of the run whose result it shows: nobody sees it there, and it leads to the same page. */
export function stampUrl(url: string, { run, attempt }: Stamp): string {
  return `${url}#run-${run}-attempt-${attempt}`
}

/** The stamp in the address of a page. */
export function parseUrlStamp(url: string): Stamp {
  return toStamp(/#run-(\d{1,15})-attempt-(\d{1,6})$/.exec(url))
}

export function isNewer(one: Stamp, other: Stamp): boolean {
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt)
}

function toStamp(found: RegExpExecArray | null): Stamp {
  return found === null ? NO_STAMP : { run: Number(found[1]), attempt: Number(found[2]) }
}

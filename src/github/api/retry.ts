/** Why a request failed, as far as it decides what to do next. */
export interface Failure {
  /** Null: no whole answer came. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, unknown>>
  readonly message: string
  /** Our own deadline ended it. */
  readonly timedOut: boolean
}

/** What was tried: `isSafe` where doing it twice is the same as doing it once. */
export interface Attempt {
  /** From 1. */
  readonly number: number
  readonly isSafe: boolean
  /** Milliseconds since 1970. */
  readonly nowMs: number
}

/** Longer waits are not worth a job's time: the step says that GitHub takes no more requests. Unit: milliseconds. */
const LONGEST_WAIT = 60_000
const BACK_OFF = [1000, 2000, 4000]
const LIMITED_RETRIES = 2
const TIMED_OUT_RETRIES = 1

/**
 * How long to wait before trying again, in milliseconds; null: do not. A limit is waited out exactly as GitHub asks; what GitHub did not
 * carry out may be repeated always, what it may have carried out only where that is safe. Refusals are final.
 */
export function waitBeforeRetry(failure: Failure, { number, isSafe, nowMs }: Attempt): number | null {
  if (isLimit(failure)) {
    const wait = askedWait(failure, nowMs)
    // A secondary limit without a header: GitHub asks for a minute, and once is enough.
    const retries = wait === null ? 1 : LIMITED_RETRIES
    const ms = wait ?? LONGEST_WAIT
    return number <= retries && ms <= LONGEST_WAIT ? ms : null
  }
  const isTransient = failure.status === null || failure.status >= 500
  if (!isTransient || !isSafe) return null
  if (failure.timedOut && number > TIMED_OUT_RETRIES) return null
  const most = BACK_OFF[number - 1]
  return most === undefined ? null : most * (0.5 + Math.random() / 2)
}

/** Whether GitHub takes no more requests for now (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
export function isLimit({ status, headers, message }: Pick<Failure, 'status' | 'headers' | 'message'>): boolean {
  if (status === 429) return true
  return (
    status === 403 &&
    (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit|abuse/i.test(message))
  )
}

function askedWait({ headers }: Failure, nowMs: number): number | null {
  // Seconds, or a date (RFC 9110, 10.2.3).
  const after = String(headers['retry-after'] ?? '').trim()
  const untilMs = /^-?\d+$/.test(after) ? nowMs + Number(after) * 1000 : Date.parse(after)
  if (Number.isFinite(untilMs)) return Math.max(0, untilMs - nowMs)
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  return headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(0, reset * 1000 - nowMs) : null
}

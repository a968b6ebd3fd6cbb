/** 400 years in milliseconds, after which the calendar repeats. */
const CYCLE = 146_097 * 86_400_000

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Two digits at `at`, as a number. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/**
 * Milliseconds since 1970 of a timestamp that matches the ledger's pattern (ISO 8601; without a zone it is UTC),
 * or null where the calendar has no such day. Reads digits itself: a ledger has a timestamp in every row.
 */
export function parseTimestamp(text: string): number | null {
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (day > (DAYS[month - 1] ?? 0) || (month === 2 && day === 29 && !leap)) return null
  let end = 16
  let milliseconds = 0
  if (text.charCodeAt(16) === 58) {
    milliseconds = two(text, 17) * 1000
    end = 19
    if (text.charCodeAt(19) === 46) {
      end = 20
      for (let scale = 100; isDigit(text.charCodeAt(end)); end++, scale = Math.floor(scale / 10))
        milliseconds += (text.charCodeAt(end) - 48) * scale
    }
  }
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; some writers give the year 1 for a time they do not know.
  return Date.UTC(year + 400, month - 1, day, two(text, 11), two(text, 14)) - CYCLE + milliseconds - zoneMs(text, end)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Offset from UTC that stands at the end of the timestamp: nothing, Z, +hh:mm, +hhmm or +hh. */
function zoneMs(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign !== 43 && sign !== 45) return 0
  const rest = text.length === at + 3 ? 0 : two(text, text.charCodeAt(at + 3) === 58 ? at + 4 : at + 3)
  const minutes = two(text, at + 1) * 60 + rest
  return (sign === 43 ? minutes : -minutes) * 60_000
}

const TIMESTAMP =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z| UTC|[+-]\d{2}(:?\d{2})?)?)?$/

/** As seconds it would be the year 5138, as milliseconds 1973. */
const LARGEST_SECONDS = 1e11

/**
 * Milliseconds since 1970 of a date, a timestamp (as Postgres writes it, too), or a number of seconds, milliseconds, microseconds or nanoseconds
 * since 1970, which their size tells apart; null where it is none of them.
 */
export function parseLooseTime(value: unknown): number | null {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string' || !TIMESTAMP.test(value)) return null
  return parseTimestamp(value.length === 10 ? `${value}T00:00` : value)
}

function fromNumber(value: number): number | null {
  if (!(value > 0)) return null
  const unit = [1000, 1, 1e-3, 1e-6].find((milliseconds) => value * milliseconds < 1000 * LARGEST_SECONDS)
  return unit === undefined ? null : Math.round(value * unit)
}

/** ISO 8601 UTC with milliseconds. */
export function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString()
}

/** The day of a time in UTC: YYYY-MM-DD. */
export function isoDay(timeMs: number): string {
  return isoTime(timeMs).slice(0, 10)
}

const QUARTER_HOUR = 900_000
/** Of a day. */
const QUARTERS = 96

/**
 * Calendar day (YYYY-MM-DD) of a time in a zone. Days are remembered: a formatter is slow, and zones change
 * their offset on quarter hours at the finest.
 */
export function calendar(timezone: string): (timeMs: number) => string {
  return timezone === 'UTC' ? remember(QUARTERS * QUARTER_HOUR, isoDay) : remember(QUARTER_HOUR, zoneDay(timezone))
}

/** When a calendar day begins, milliseconds since 1970. @param dayOf from `calendar`. */
export function startOfDay(day: string, dayOf: (timeMs: number) => string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) / QUARTER_HOUR
  // No zone is further from UTC than a day, and days only ever follow one another.
  let before = midnight - QUARTERS
  let from = midnight + QUARTERS
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayOf(middle * QUARTER_HOUR) < day) before = middle
    else from = middle
  }
  return from * QUARTER_HOUR
}

function zoneDay(timezone: string): (timeMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' })
  // The format writes the year 1 with one digit.
  return (timeMs) => format.format(timeMs).padStart(10, '0')
}

function remember(stepMs: number, dayOf: (timeMs: number) => string): (timeMs: number) => string {
  const days = new Map<number, string>()
  return (timeMs) => {
    const key = Math.floor(timeMs / stepMs)
    const known = days.get(key)
    if (known !== undefined) return known
    const day = dayOf(timeMs)
    days.set(key, day)
    return day
  }
}

const DAY_MS = 86_400_000
/** 1970-01-01 was a Thursday: this many days of its week came before it. */
const OFFSET = 3

export type CalendarUnit = 'week' | 'day'

/** Number of the calendar day (YYYY-MM-DD), or of its ISO week, which begins on Monday. Consecutive periods have consecutive numbers. */
export function periodOf(day: string, unit: CalendarUnit): number {
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
  return unit === 'day' ? number : Math.floor((number + OFFSET) / 7)
}

/** First day of a period, YYYY-MM-DD. */
export function firstDay(period: number, unit: CalendarUnit): string {
  return new Date(dayNumber(period, unit) * DAY_MS).toISOString().slice(0, 10)
}

/** `2026-11-02` of a day, `2026-W45` of an ISO week. */
export function nameOf(period: number, unit: CalendarUnit): string {
  if (unit === 'day') return firstDay(period, unit)
  // A week belongs to the year of its Thursday (ISO 8601).
  const thursday = new Date((dayNumber(period, unit) + OFFSET) * DAY_MS)
  const year = thursday.toISOString().slice(0, 4)
  // Date.UTC would take the year 1 for 1901.
  const week = Math.floor((thursday.getTime() - Date.parse(`${year}-01-01T00:00:00Z`)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function dayNumber(period: number, unit: CalendarUnit): number {
  return unit === 'day' ? period : 7 * period - OFFSET
}

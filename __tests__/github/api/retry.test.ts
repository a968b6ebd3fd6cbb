import { describe, expect, it } from 'vitest'
import { type Failure, waitBeforeRetry } from '../../../src/github/api/retry.ts'

const nowMs = Date.UTC(2026, 10, 3, 10)
const none = { status: null, headers: {}, message: 'read ECONNRESET', timedOut: false }
const late = { ...none, message: 'no answer in time', timedOut: true }
const refused = (status: number, message = 'no', headers: Failure['headers'] = {}): Failure => ({ ...none, status, message, headers })
const resetIn = (seconds: number) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nowMs / 1000 + seconds) })

/** The waits before each further try until there is none, for a request that may be repeated, and for one that may not. */
function waits(failure: Failure, isSafe: boolean): readonly number[] {
  const found: number[] = []
  for (let number = 1; number < 20; number++) {
    const wait = waitBeforeRetry(failure, { number, isSafe, nowMs })
    if (wait === null) return found
    found.push(wait)
  }
  throw new Error('tries without an end')
}

describe('before another try', () => {
  // What GitHub did not carry out: it said so.
  it.each<[string, Failure, readonly number[]]>([
    ['429 with Retry-After', refused(429, 'no', { 'retry-after': '7' }), [7000, 7000]],
    ['429 with Retry-After: 0', refused(429, 'no', { 'retry-after': '0' }), [0, 0]],
    ['429 with Retry-After in the past', refused(429, 'no', { 'retry-after': '-3' }), [0, 0]],
    ['429 with Retry-After of a minute', refused(429, 'no', { 'retry-after': '60' }), [60_000, 60_000]],
    ['429 with Retry-After of more than a minute', refused(429, 'no', { 'retry-after': '61' }), []],
    ['429 with Retry-After of an hour', refused(429, 'no', { 'retry-after': '3600' }), []],
    ['429 without anything', refused(429), [60_000]],
    ['429 with Retry-After as a date', refused(429, 'no', { 'retry-after': 'Tue, 03 Nov 2026 10:00:05 GMT' }), [5000, 5000]],
    ['429 with an empty Retry-After', refused(429, 'no', { 'retry-after': '' }), [60_000]],
    ['429 with Retry-After that is no time', refused(429, 'no', { 'retry-after': 'soon' }), [60_000]],
    ['403 with Retry-After', refused(403, 'no', { 'retry-after': '2' }), [2000, 2000]],
    ['403 of a secondary limit', refused(403, 'You have exceeded a secondary rate limit'), [60_000]],
    ['403 of abuse detection', refused(403, 'You have triggered an abuse detection mechanism'), [60_000]],
    ['403 where nothing remains, until soon', refused(403, 'API rate limit exceeded', resetIn(5)), [5000, 5000]],
    ['403 where nothing remained until a moment ago', refused(403, 'API rate limit exceeded', resetIn(-1)), [0, 0]],
    ['403 where nothing remains, until much later', refused(403, 'API rate limit exceeded', resetIn(1800)), []],
    ['429 where nothing remains, until soon', refused(429, 'no', resetIn(3)), [3000, 3000]],
    [
      '403 of a secondary limit where requests remain',
      refused(403, 'secondary rate limit', { ...resetIn(1800), 'x-ratelimit-remaining': '4000' }),
      [60_000],
    ],
    ['429 with both, of which Retry-After counts', refused(429, 'no', { ...resetIn(30), 'retry-after': '4' }), [4000, 4000]],
  ])('%s is waited out exactly, whatever was asked', (_, failure, expected) => {
    expect(waits(failure, true)).toEqual(expected)
    expect(waits(failure, false)).toEqual(expected)
  })

  it.each([400, 401, 403, 404, 405, 409, 410, 413, 422, 451])('a refusal with %i is final', (status) => {
    expect(waits(refused(status), true)).toEqual([])
    expect(waits(refused(status), false)).toEqual([])
  })

  it.each<[string, Failure, number]>([
    ['500', refused(500), 3],
    ['502', refused(502), 3],
    ['503', refused(503), 3],
    ['504', refused(504), 3],
    ['a broken connection', none, 3],
    ['silence', late, 1],
    ['a late answer of 503', { ...refused(503), timedOut: true }, 1],
  ])('%s is tried again, later and later, only where that does no harm', (_, failure, retries) => {
    for (let trial = 0; trial < 50; trial++) {
      const found = waits(failure, true)
      expect(found).toHaveLength(retries)
      for (const [index, wait] of found.entries()) {
        const most = [1000, 2000, 4000][index] ?? 0
        expect(wait).toBeGreaterThanOrEqual(most / 2)
        expect(wait).toBeLessThanOrEqual(most)
      }
    }
    expect(waits(failure, false)).toEqual([])
  })

  it('jobs that failed together do not come back together', () => {
    expect(new Set(Array.from({ length: 20 }, () => waits(none, true)[0])).size).toBeGreaterThan(15)
  })
})

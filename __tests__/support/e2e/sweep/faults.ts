import type { Fault, Loss } from '../../github/server.ts'

/** What a test puts in the way of a route: for every request of it, or one for each of the next. */
export type Planned = Fault | readonly (Fault | null)[]

const refuse = (status: number, message: string, headers?: Record<string, string>): Loss => ({
  kind: 'answer',
  status,
  message,
  ...(headers !== undefined && { headers }),
})
const page = (status: number): Loss => ({ kind: 'text', status, type: 'text/html', text: `<html>${'Unicorn! '.repeat(500)}</html>` })
const reset: Loss = { kind: 'reset' }
const silent: Loss = { kind: 'silent' }
const unavailable = refuse(503, 'Service Unavailable')
const limited = refuse(429, 'Too many requests', { 'retry-after': '1' })
const nextSecond = () => String(Math.floor(Date.now() / 1000) + 1)

/** Everything that GitHub does to a request, by name. */
export const faults = {
  '401': () => refuse(401, 'Bad credentials'),
  '403': () => refuse(403, 'Resource not accessible by integration'),
  '404': () => refuse(404, 'Not Found'),
  '409': () => refuse(409, 'Conflict'),
  '410': () => refuse(410, 'Gone'),
  '410, four times': () => Array(4).fill(refuse(410, 'Gone')),
  '422': () => refuse(422, 'Validation Failed'),
  '429 for a second, once': () => [limited],
  '429 for a second, always': () => limited,
  '429 for an hour': () => refuse(429, 'Too many requests', { 'retry-after': '3600' }),
  '429 without a time, once': () => [refuse(429, 'Too many requests')],
  '403 secondary limit, once': () => [refuse(403, 'You have exceeded a secondary rate limit')],
  '403 nothing remains, once': () => [
    refuse(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': nextSecond() }),
  ],
  '500': () => refuse(500, 'Server Error'),
  '500, once': () => [refuse(500, 'Server Error')],
  '502 with a page': () => page(502),
  '503, once': () => [unavailable],
  'a reset': () => reset,
  'a reset, once': () => [reset],
  silence: () => silent,
  'silence, once': () => [silent],
  'a page': () => page(200),
  'a page, once': () => [page(200)],
  half: () => ({ kind: 'half' }),
  'half, once': () => [{ kind: 'half' }],
  cut: () => ({ kind: 'cut' }),
  'cut, once': () => [{ kind: 'cut' }],
  slowness: () => ({ kind: 'slow', ms: 150 }),
  'nothing at all': () => ({ kind: 'text', status: 200, type: 'application/zip', text: '' }),
  'a 500 after the effect, once': () => [{ kind: 'after', loss: refuse(500, 'Server Error') }],
  'a 500 after the effect': () => ({ kind: 'after', loss: refuse(500, 'Server Error') }),
  'a reset after the effect, once': () => [{ kind: 'after', loss: reset }],
  'a reset after the effect': () => ({ kind: 'after', loss: reset }),
  'silence after the effect, once': () => [{ kind: 'after', loss: silent }],
  'a page after the effect, once': () => [{ kind: 'after', loss: page(502) }],
} as const satisfies Record<string, () => Planned>

export type FaultName = keyof typeof faults

import { cleanText } from '../publish/log.ts'
import { isObject } from './answer.ts'
import type { Failure } from './retry.ts'

/** What an error of a request says. Octokit gives a request that got no answer the status 500: only a response has a status of GitHub's. */
export function failureOf(error: unknown): Failure {
  const message = messageOf(error)
  const timedOut = isTimeout(error) || (error instanceof Error && isTimeout(error.cause))
  if (!(error instanceof Error && 'status' in error && typeof error.status === 'number' && 'response' in error)) {
    return { status: null, headers: {}, message: timedOut ? 'no answer in time' : message, timedOut }
  }
  const { response, status } = error
  if (!isObject(response)) return { status: null, headers: {}, message: timedOut ? 'no answer in time' : message, timedOut }
  return { status, headers: isObject(response.headers) ? response.headers : {}, message, timedOut }
}

/** The status that GitHub refused with; null where the request failed otherwise. */
export function statusOf(error: unknown): number | null {
  return failureOf(error).status
}

/** One line of at most 200 characters, without addresses that carry a signature. */
export function messageOf(error: unknown): string {
  const line = cleanText(error instanceof Error ? error.message : String(error))
    // Octokit appends the address of the documentation, and takes a whole page as the message.
    .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
    .replace(/^\s*<[!a-z].*$/is, 'an HTML page')
    .replace(/(https?:\/\/[^\s?]+|\/[^\s?]*)\?\S*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

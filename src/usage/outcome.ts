import type { Outcome } from './usage.ts'

const SUCCESS = new Set(['ok', 'success', 'succeeded', 'successful', 'completed', 'passed'])
const FAILURE = new Set(['error', 'failed', 'failure', 'timeout', 'cancelled', 'canceled', 'aborted', 'partial'])

export function isSuccess(status: string): boolean {
  return SUCCESS.has(status.toLowerCase())
}

/** What is noted of a call that goes on. */
const UNFINISHED = new Set(['in_progress', 'running', 'pending', 'queued', 'started', 'streaming', 'incomplete'])

/** How a run ended, by its status; null for one that says nothing about the end, such as `running`. */
export function outcomeOf(status: string | null | undefined): Outcome {
  if (!status) return null
  if (isSuccess(status)) return 'success'
  return FAILURE.has(status.toLowerCase()) ? 'failure' : null
}

/** Whether what ended with this status failed: any status but a success is a failure, and without one there is nothing to tell. */
export function isFailure(status: string | null | undefined): boolean {
  return Boolean(status) && !isSuccess(status ?? '')
}

/** Whether what has this status ended, and failed. */
export function hasFailed(status: string | null | undefined): boolean {
  return isFailure(status) && !UNFINISHED.has(status?.toLowerCase() ?? '')
}

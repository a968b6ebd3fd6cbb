import { outcomeOf } from '../../../usage/outcome.ts'
import type { Call } from '../call.ts'
import { get, object, text, time, usd } from '../fields.ts'
import { sellerOf } from '../seller.ts'
import type { Spot } from './spots.ts'

const MODEL = ['model', 'modelId', 'model_id', 'modelName', 'model_name', 'modelVersion', 'model_version']
const PROVIDER = ['provider', 'providerId', 'provider_id', 'model_provider']
const RUN = ['run_id', 'runId', 'run', 'session_id', 'conversation_id', 'conversationId', 'trace_id', 'traceId', 'thread_id', 'threadId']
const STEP = ['step', 'step_name', 'stepName', 'stage', 'task', 'operation', 'functionId', 'function_id', 'name', 'label']
const AGENT = ['agent', 'agent_name', 'agentName', 'agent_id', 'agentId']
const CUSTOMER = ['customer', 'customer_id', 'customerId', 'user', 'user_id', 'userId', 'end_user', 'tenant', 'tenant_id', 'tenantId']
const CASE = ['test_case', 'testCase', 'test_id', 'testId', 'case', 'case_id', 'caseId', 'test']
const TIME = [
  'ts',
  'timestamp',
  'time',
  'created_at',
  'createdAt',
  'created',
  'createTime',
  'create_time',
  'start_time',
  'startTime',
  'date',
]
const COST = ['cost_usd', 'costUsd', 'total_cost_usd', 'cost', 'total_cost']
const TOTAL = ['total', 'total_cost', 'totalCost', 'usd']
/** Under a key of a time a smaller number is how long something took. Milliseconds since 1970. */
const FIRST_TIME = Date.UTC(2000)
/** An id that somebody made up for a line of a log is mostly short, and stands in the next log again. Characters. */
const SHORTEST_ID = 16
const IDS = ['request_id', 'requestId', 'response_id', 'responseId', 'message_id', 'generation_id', 'id']

/** Who made a call, for whom, and when: what a line says around an answer, in its own keys or in its metadata. */
export function namesOf(spot: Spot): Partial<Call> {
  const { objects } = spot
  const all = objects.flatMap((one) => [one, object(one, 'metadata')])
  const provider = providerOf(spot)
  return {
    provider: provider && sellerOf(provider),
    timeMs: timeOf(objects),
    hasFailed: objects.some(hasFailed),
    run: nameOf(all, RUN),
    step: nameOf(all, STEP),
    agent: nameOf(all, AGENT),
    customer: nameOf(all, CUSTOMER),
    testCase: nameOf(all, CASE),
  }
}

/** The model of an answer, or of the line around it; null where none is named. */
export function modelOf({ objects }: Spot): string | null {
  const inside = objects.toReversed().flatMap((one) => [one, object(one, 'model')])
  return nameOf([...inside, object(objects[0], 'metadata')], MODEL)
}

/** The seller, as the line names it; null where it does not. */
export function providerOf({ objects }: Spot): string | null {
  return nameOf(
    objects.flatMap((one) => [one, object(one, 'model')]),
    PROVIDER,
  )
}

/** Ids of a call whose answer has none: of the answer in words of the line, or of the line; those that look as if nobody else has them. */
export function idsOf({ objects }: Spot): string[] {
  const ids = objects.toReversed().flatMap((one) => IDS.map((key) => text(one, key)))
  const id = ids.find((one) => one !== null && one.length >= SHORTEST_ID)
  return id ? [id] : []
}

/** What a line or its usage says that the call cost; US dollars. */
export function costOf({ answer, objects }: Spot): number | null {
  const usage = object(answer, 'usage')
  const told = [usage, ...objects].find((one) => one !== null && COST.some((key) => (get(one, key) ?? null) !== null))
  const key = COST.find((one) => (get(told, one) ?? null) !== null)
  if (told === undefined || key === undefined) return null
  if (object(told, key) === null) return usd(told, key)
  return TOTAL.map((total) => usd(told, key, total)).find((cost) => cost !== null) ?? null
}

function nameOf(objects: readonly (object | null)[], keys: readonly string[]): string | null {
  for (const one of objects) {
    for (const key of keys) {
      const name = get(one, key)
      if (typeof name === 'number') return `${name}`
      if (typeof name === 'string' && name !== '') return text(one, key)
    }
  }
  return null
}

function timeOf(objects: readonly object[]): number | null {
  for (const one of objects) {
    for (const key of TIME) {
      const timeMs = time(one, key)
      if (timeMs !== null && timeMs >= FIRST_TIME) return timeMs
    }
  }
  return null
}

function hasFailed(value: object): boolean {
  const codes = [get(value, 'status_code'), get(value, 'statusCode'), get(value, 'status')]
  if (codes.some((code) => typeof code === 'number' && code >= 400)) return true
  return hasError(value) || get(value, 'success') === false || outcomeOf(text(value, 'status')) === 'failure'
}

/** Whether there is an error, whatever is said of it. */
export function hasError(value: object): boolean {
  const error = get(value, 'error') ?? false
  return typeof error === 'object' ? Object.keys(error ?? {}).length > 0 : error !== false && error !== ''
}

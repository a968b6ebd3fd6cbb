import { type Answer, answerList, type Call, notFound, type Operations, read, refuse, write } from '../answer.ts'
import { isObject } from '../schema.ts'
import { showIssue } from '../shapes/event.ts'
import { showPull } from '../shapes/pull.ts'
import { showTicket } from '../shapes/ticket.ts'
import type { Ticket } from '../stage/records.ts'
import { type State, takeId, tick } from '../state.ts'

/** Issues of the repository; GitHub lists pull requests among them. */
export const tickets: Operations = new Map([
  ['GET /repos/{owner}/{repo}/issues', read(listIssues, 'issues')],
  ['POST /repos/{owner}/{repo}/issues', write(createIssue, 'issues')],
  ['PATCH /repos/{owner}/{repo}/issues/{issue_number}', write(updateIssue, 'issues')],
])

function listIssues(state: State, call: Call): Answer {
  const { query } = call
  if (query.get('sort') !== 'created' || query.get('direction') !== 'asc') throw new Error('lists issues by age alone')
  const said = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean)
  const isWanted = (one: { state: string; labels: ReadonlySet<string> }) =>
    (said === 'all' || one.state === said) && labels.every((label) => one.labels.has(label))
  const items = [
    ...[...state.pulls.values()].filter(isWanted).map((pull) => showIssue(state, call.origin, pull, showPull(state, call.origin, pull))),
    ...[...state.tickets.values()].filter(isWanted).map((ticket) => showTicket(state, call.origin, ticket)),
  ]
  return answerList(
    items.sort((one, other) => Number(one.number) - Number(other.number)),
    call,
    (item) => item,
  )
}

function createIssue(state: State, { body, origin }: Call): Answer {
  if (!state.hasIssues) return refuse(410, 'Issues are disabled for this repo')
  const { title, body: text, labels } = readBody(body)
  if (title === undefined || title === '')
    return refuse(422, 'Validation Failed', [{ resource: 'Issue', code: 'missing_field', field: 'title' }])
  if (text !== undefined && text.length > 65_536) return tooLong()
  const time = tick(state)
  const number = takeId(state, 'pull')
  const ticket: Ticket = {
    ...{ number, author: state.holder, title, body: text ?? '', state: 'open', stateReason: null },
    ...{ labels: new Set(labels), createdAt: time, updatedAt: time, closedAt: null },
  }
  state.tickets.set(number, ticket)
  return { status: 201, body: showTicket(state, origin, ticket) }
}

function updateIssue(state: State, { params, body, origin }: Call): Answer {
  const ticket = state.tickets.get(Number(params.get('issue_number')))
  if (ticket === undefined) return notFound()
  const change = readBody(body)
  if (change.body !== undefined && change.body.length > 65_536) return tooLong()
  const time = tick(state)
  if (change.state !== undefined && change.state !== ticket.state) {
    ticket.closedAt = change.state === 'closed' ? time : null
    ticket.stateReason = change.state === 'open' ? 'reopened' : change.reason === 'not_planned' ? 'not_planned' : 'completed'
    ticket.state = change.state
  }
  ticket.title = change.title ?? ticket.title
  ticket.body = change.body ?? ticket.body
  ticket.updatedAt = time
  return { status: 200, body: showTicket(state, origin, ticket) }
}

const STATES = ['open', 'closed'] as const

function readBody(body: unknown) {
  const given = isObject(body) ? body : {}
  const textOf = (key: string) => (typeof given[key] === 'string' ? given[key] : undefined)
  const state = STATES.find((one) => one === textOf('state'))
  return {
    title: textOf('title'),
    body: textOf('body'),
    reason: textOf('state_reason'),
    state,
    labels: Array.isArray(given.labels) ? given.labels.map(String) : [],
  }
}

function tooLong(): Answer {
  const message = 'body is too long (maximum is 65536 characters)'
  return refuse(422, 'Validation Failed', [{ resource: 'Issue', code: 'custom', field: 'body', message }])
}

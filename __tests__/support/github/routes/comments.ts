import { type Answer, answerList, type Call, notFound, type Operations, read, refuse, write } from '../answer.ts'
import { isObject } from '../schema.ts'
import { showComment } from '../shapes/comment.ts'
import type { StoredComment } from '../stage/records.ts'
import { addComment, type State, tick } from '../state.ts'

/** Comments of pull requests. */
export const comments: Operations = new Map([
  ['GET /repos/{owner}/{repo}/issues/{issue_number}/comments', read(listComments, 'issues', 'pull-requests')],
  ['POST /repos/{owner}/{repo}/issues/{issue_number}/comments', write(createComment, 'issues', 'pull-requests')],
  ['GET /repos/{owner}/{repo}/issues/comments/{comment_id}', read(readComment, 'issues', 'pull-requests')],
  ['PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', write(updateComment, 'issues', 'pull-requests')],
  ['DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', write(deleteComment, 'issues', 'pull-requests')],
])

function listComments(state: State, call: Call): Answer {
  const issue = Number(call.params.get('issue_number'))
  if (!state.pulls.has(issue)) return notFound()
  const listed = state.comments.filter((comment) => comment.issue === issue)
  return answerList(listed, call, (comment) => showComment(state, call.origin, comment))
}

function createComment(state: State, call: Call): Answer {
  const issue = Number(call.params.get('issue_number'))
  const pull = state.pulls.get(issue)
  if (pull === undefined) return notFound()
  if (pull.locked) return refuse(403, 'Unable to create comment because issue is locked.')
  const body = readBody(call)
  if (body.length > 65_536) return tooLong()
  return { status: 201, body: showComment(state, call.origin, addComment(state, state.holder, body, issue)) }
}

function readComment(state: State, call: Call): Answer {
  const comment = findComment(state, call)
  return comment === undefined ? notFound() : { status: 200, body: showComment(state, call.origin, comment) }
}

function updateComment(state: State, call: Call): Answer {
  const comment = findComment(state, call)
  if (comment === undefined) return notFound()
  const body = readBody(call)
  if (body.length > 65_536) return tooLong()
  comment.body = body
  comment.updatedAt = tick(state)
  return { status: 200, body: showComment(state, call.origin, comment) }
}

function deleteComment(state: State, call: Call): Answer {
  const comment = findComment(state, call)
  if (comment === undefined) return notFound()
  state.comments.splice(state.comments.indexOf(comment), 1)
  tick(state)
  return { status: 204 }
}

function findComment(state: State, { params }: Call): StoredComment | undefined {
  const id = Number(params.get('comment_id'))
  return state.comments.find((comment) => comment.id === id)
}

function readBody({ body }: Call): string {
  return isObject(body) && typeof body.body === 'string' ? body.body : ''
}

function tooLong(): Answer {
  const message = 'Body is too long (maximum is 65536 characters)'
  return refuse(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }])
}

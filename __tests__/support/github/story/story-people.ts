import type { Account, IssueEvent, Pull, Review } from '../stage/records.ts'
import { type Access, type Role, type State, takeId, tick } from '../state.ts'

/** Nobody may comment any more, not even the token. */
export function lockPull(state: State, pull: Pull, actor = 'lead'): void {
  pull.locked = true
  note(state, pull, 'locked', person(actor))
}

/** Sets a label. An actor that ends in [bot] is an app. */
export function label(state: State, pull: Pull, name: string, actor: string): IssueEvent {
  pull.labels.add(name)
  return note(state, pull, 'labeled', person(actor), { label: name })
}

export function unlabel(state: State, pull: Pull, name: string, actor: string): IssueEvent {
  pull.labels.delete(name)
  return note(state, pull, 'unlabeled', person(actor), { label: name })
}

/** Reviews the head, or the commit that is named. */
export function review(state: State, pull: Pull, given: { user: string | null; state: Review['state']; commit?: string }): Review {
  const { user, state: said, commit = pull.head.sha } = given
  const author = user === null ? null : person(user)
  const made: Review = {
    id: takeId(state, 'event'),
    pull: pull.number,
    user: author,
    state: said,
    commitId: commit,
    submittedAt: tick(state),
  }
  state.reviews.push(made)
  return made
}

/** Gives somebody a role. */
export function grant(state: State, login: string, role: Role): void {
  state.permissions.set(login, role)
}

/** Takes rights from the token: on a pull request from a fork it may read everything and write nothing. */
export function restrictToken({ scopes }: State, access: Access = 'read'): void {
  for (const scope of ['contents', 'actions', 'pull-requests', 'statuses', 'issues'] as const) scopes.set(scope, access)
}

/** Writes down what happened to a pull request. */
export function note(
  state: State,
  pull: Pull,
  event: IssueEvent['event'],
  actor: Account,
  about: { label?: string; commitId?: string } = {},
): IssueEvent {
  const { label = null, commitId = null } = about
  const noted = { id: takeId(state, 'event'), issue: pull.number, event, actor, label, commitId, createdAt: tick(state) }
  state.events.push(noted)
  return noted
}

/** An account by its login. */
export function person(login: string): Account {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

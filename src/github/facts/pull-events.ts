import { textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { listAll } from '../api/pages.ts'
import type { Approvable } from './approvable.ts'

/** What happened to a pull request, the oldest first. */
export function listPullEvents(client: Client, { repository, pull }: Approvable): Promise<readonly unknown[]> {
  const { owner, repo } = repository
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events'
  return listAll(client, { route, parameters: { owner, repo, issue_number: pull.number } })
}

/** By a person, or by GitHub when the base branch was deleted (docs.github.com/rest/using-the-rest-api/issue-event-types). */
const BASE_CHANGES: readonly (string | null)[] = ['base_ref_changed', 'automatic_base_change_succeeded']

/** Whether a pull request had another base branch at a time, ISO 8601, or may have had. */
export function hadOtherBase(events: readonly unknown[], at: string): boolean {
  return events
    .filter((event) => BASE_CHANGES.includes(textAt(event, 'event')))
    .some((event) => !(Date.parse(at) > Date.parse(textAt(event, 'created_at') ?? '')))
}

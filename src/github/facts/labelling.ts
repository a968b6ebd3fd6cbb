import { numberAt, pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import type { Approvable, Candidate } from './approvable.ts'
import { listRuns } from './runs.ts'

/**
 * Who set the label that the pull request has now, if that was after its last push; what does not count is noted.
 * @param listEvents what happened to the pull request, the oldest first.
 */
export async function findLabelling(
  client: Client,
  approvable: Approvable,
  listEvents: () => Promise<readonly unknown[]>,
  notes: string[],
): Promise<readonly Candidate[]> {
  const { repository, pull, label } = approvable
  const { owner, repo } = repository
  const { data }: { data: unknown } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: pull.number,
  })
  const labels = pick(data, 'labels')
  if (!Array.isArray(labels) || !labels.some((one) => isSameLabel(textAt(one, 'name'), label))) return []
  if (textAt(data, 'head', 'sha') !== pull.headSha) {
    notes.push(`the label ${label} does not count: the pull request has newer commits than the one that was judged`)
    return []
  }
  const events = await listEvents()
  const labelled = events.findLast((event) => textAt(event, 'event') === 'labeled' && isSameLabel(textAt(event, 'label', 'name'), label))
  const login = textAt(labelled, 'actor', 'type') === 'User' ? textAt(labelled, 'actor', 'login') : null
  const at = textAt(labelled, 'created_at')
  if (login === null || at === null) {
    notes.push(`the label ${label} does not count: no person set it`)
    return []
  }
  const ranAt = await findFirstRun(client, approvable, data, events)
  if (ranAt !== null && Date.parse(at) > ranAt) return [{ login, at }]
  notes.push(`the label ${label} of ${login} does not count: ${describeOrder(pull.headSha.slice(0, 7), ranAt)}`)
  return []
}

/** What happened between the label and the first run is not known: commits without a run may have been there before it. */
function describeOrder(commit: string, ranAt: number | null): string {
  const instead = 'approve the commit in a review'
  return ranAt === null
    ? `no run of the pull request says since when it has the commit ${commit}. Let one run and set the label anew, or ${instead}`
    : `the commit ${commit} first ran after it was set: it was pushed later, or the label itself started the first run. Set it anew, or ${instead}`
}

/** What a head can come back to an old commit by, without being pushed there anew. */
const RETURNS: readonly (string | null)[] = ['head_ref_force_pushed', 'reopened']

/**
 * When the head commit first ran, milliseconds since 1970: by then it was pushed. Null where nothing says. A commit's own time is what its author writes,
 * so that of the first run on it counts: of this branch, because the commit may have been in another one before, and after the pull request was opened
 * and last went back to an old commit.
 */
async function findFirstRun(
  client: Client,
  { repository, pull }: Approvable,
  data: unknown,
  events: readonly unknown[],
): Promise<number | null> {
  const returned = events.filter((event) => RETURNS.includes(textAt(event, 'event'))).map((event) => textAt(event, 'created_at'))
  const floor = Math.max(...[textAt(data, 'created_at'), ...returned].map((time) => Date.parse(time ?? '')))
  const runs = await listRuns(client, repository, pull.headSha)
  const [branch, repositoryId] = [textAt(data, 'head', 'ref'), numberAt(data, 'head', 'repo', 'id')]
  const starts = runs
    .filter(({ event }) => event === 'pull_request' || event === 'pull_request_target')
    .filter(({ headBranch, headRepositoryId }) => headBranch === branch && headRepositoryId === repositoryId)
    .map(({ createdAt }) => Date.parse(createdAt))
  const after = starts.filter((start) => start >= floor)
  return Number.isFinite(floor) && after.length > 0 ? Math.min(...after) : null
}

/** Labels differ in more than case. */
function isSameLabel(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

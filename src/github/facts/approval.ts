import type { Approval, ApprovalState } from '../../generated/types.ts'
import { once } from '../../once.ts'
import { pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import { listAll } from '../api/pages.ts'
import { explainRefusal } from '../api/refusal.ts'
import type { Approvable, Candidate } from './approvable.ts'
import { findLabelling } from './labelling.ts'
import { hadOtherBase, listPullEvents } from './pull-events.ts'

/**
 * Whether a person accepted the head commit of a pull request: with write access, not its author, by an approving review of that commit or by the label,
 * set after the last push, and after the base branch was last changed. What cannot be read approves nothing, and is told.
 */
export async function findApproval(client: Client, approvable: Approvable): Promise<ApprovalState> {
  const notes: string[] = []
  const listEvents = once(() => listPullEvents(client, approvable))
  try {
    for (const how of ['review', 'label'] as const) {
      const found = how === 'review' ? await listReviewers(client, approvable) : await findLabelling(client, approvable, listEvents, notes)
      for (const { login, at } of found) {
        // What was accepted for one branch was compared with its costs, by its policy.
        const isForOther = hadOtherBase(await listEvents(), at)
        const refusal = isForOther ? 'the base branch was changed after it. Give it anew' : await whyNot(client, approvable, login)
        if (refusal === null) return { given: give(login, how, at, approvable), notes }
        notes.push(`the ${how} of ${login} does not count: ${refusal}`)
      }
    }
  } catch (error) {
    notes.push(`approvals could not be read: ${explainRefusal(error)}`)
  }
  return { given: null, notes }
}

function give(by: string, how: Approval['how'], at: string, { pull }: Approvable): Approval {
  return { by, how, at, commit: pull.headSha }
}

/** Those whose last word on the head commit is an approval. */
async function listReviewers(client: Client, { repository, pull }: Approvable): Promise<readonly Candidate[]> {
  const { owner, repo } = repository
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
  const reviews = await listAll(client, { route, parameters: { owner, repo, pull_number: pull.number } })
  const last = new Map<string, Candidate | null>()
  for (const review of reviews) {
    // What a program says is no person's word.
    const login = textAt(review, 'user', 'type') === 'User' ? textAt(review, 'user', 'login') : null
    const state = textAt(review, 'state')
    // A comment takes nothing back; everything else does.
    if (login === null || state === null || state === 'COMMENTED' || state === 'PENDING') continue
    const isApproval = state === 'APPROVED' && textAt(review, 'commit_id') === pull.headSha
    last.set(login, isApproval ? { login, at: textAt(review, 'submitted_at') ?? '' } : null)
  }
  return [...last.values()].filter((candidate) => candidate !== null)
}

/** Why somebody may not approve; null where they may. */
async function whyNot(client: Client, { repository, pull }: Approvable, login: string): Promise<string | null> {
  if (pull.author === null) return 'the author of the pull request is not known'
  if (login.toLowerCase() === pull.author.toLowerCase()) return 'authors cannot accept their own pull request'
  const { owner, repo } = repository
  try {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
    const { data }: { data: unknown } = await client.request(route, { owner, repo, username: login })
    const permission = pick(data, 'permission')
    return permission === 'admin' || permission === 'write' ? null : 'it takes write access to the repository'
  } catch (error) {
    // Bots and strangers have no permission to show.
    if (statusOf(error) === 404) return 'it takes write access to the repository'
    throw error
  }
}

import { numberAt, pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { listAll } from '../api/pages.ts'
import { type PullRequest, parsePull, type Repository, type TriggeringRun } from './event.ts'

/** The pull request of a workflow run, or in words why there is none to speak of. */
export type Found = { readonly pull: PullRequest } | { readonly none: string }

/**
 * Finds the pull request of a run by the run's head commit and repository, which GitHub vouches for; what the run itself uploaded could name any.
 */
export async function findPull(client: Client, { owner, repo }: Repository, run: TriggeringRun): Promise<Found> {
  const short = run.headSha.slice(0, 7)
  const listed = await listOfHead(client, { owner, repo }, run)
  const ofRun = listed.filter((pull) => isOfRun(pull, run))
  const open = ofRun.filter((pull) => textAt(pull, 'state') === 'open')
  const own = open.filter((pull) => run.pullNumbers.includes(numberAt(pull, 'number') ?? 0))
  const [pull, ...others] = own.length > 0 ? own : open.length > 0 ? open : ofRun
  if (pull === undefined) return { none: `no pull request has the commit ${short} as its head: it was closed, or has newer commits` }
  if (others.length > 0) {
    const numbers = [pull, ...others].map((one) => `#${numberAt(one, 'number')}`).join(', ')
    throw new Error(`the pull requests ${numbers} all have the head ${short}: close all but one`)
  }
  return { pull: parsePull(pull) }
}

/** A pull request by its number. */
export async function readPull(client: Client, { owner, repo }: Repository, number: number): Promise<PullRequest> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { owner, repo, pull_number: number })
  return parsePull(data)
}

async function listOfHead(
  client: Client,
  { owner, repo }: Pick<Repository, 'owner' | 'repo'>,
  run: TriggeringRun,
): Promise<readonly unknown[]> {
  const { headRepository, headBranch } = run
  // A deleted fork has no branch to ask for.
  const isGone = headRepository === null || headBranch === ''
  const parameters = isGone ? { owner, repo, state: 'open' } : { owner, repo, state: 'all', head: `${headRepository.owner}:${headBranch}` }
  return listAll(client, { route: 'GET /repos/{owner}/{repo}/pulls', parameters })
}

function isOfRun(pull: unknown, { headSha, headRepository }: TriggeringRun): boolean {
  if (textAt(pull, 'head', 'sha') !== headSha) return false
  const repository = pick(pull, 'head', 'repo')
  return headRepository === null ? repository === null : numberAt(repository, 'id') === headRepository.id
}

import { afterEach, beforeEach, expect } from 'vitest'
import type { ApprovalState } from '../../../../src/generated/types.ts'
import { createClient } from '../../../../src/github/api/client.ts'
import { findApproval } from '../../../../src/github/facts/approval.ts'
import { type GitHubServer, startGitHub } from '../server.ts'
import type { State } from '../state.ts'
import * as story from '../story/story.ts'
import type { Pull, Review } from './records.ts'

export const LABEL = 'llm-cost-approved'

export let github: GitHubServer
export let state: State
export let pull: Pull

/** Before each test: a pull request of dev, whose first commit has run, and people who may do more or less. */
export function stageApproval(): void {
  beforeEach(async () => {
    github = await startGitHub()
    state = github.state
    for (const [login, role] of [
      ['lead', 'admin'],
      ['keeper', 'maintain'],
      ['peer', 'write'],
      ['helper', 'triage'],
      ['reader', 'read'],
      ['alt', 'none'],
      ['app[bot]', 'write'],
    ] as const)
      story.grant(state, login, role)
    pull = story.openPull(state, { author: 'dev', headBranch: 'dearer' })
    run()
  })
  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })
}

/** Goes on with another pull request, or with what was known of this one. */
export function turnTo(other: Pull): void {
  pull = other
}

/** What GitHub starts for a pull request when commits are pushed to it. */
export function run(of: Pull = pull, event = 'pull_request'): void {
  const { sha, ref, repoId } = of.head
  story.startRun(state, { event, headSha: sha, headBranch: ref, headRepoId: repoId })
}

/** Pushes a commit to the pull request, which runs. */
export function push(options: Parameters<typeof story.pushTo>[2] = {}): void {
  story.pushTo(state, pull, { files: { 'agent.py': String(state.clockMs) }, ...options })
  run()
}

export function label(actor: string, name = LABEL) {
  return story.label(state, pull, name, actor)
}

export function unlabel(actor: string) {
  return story.unlabel(state, pull, LABEL, actor)
}

export function retarget(branch: string, actor: string | null = 'dev') {
  if (!state.branches.has(branch)) story.addCommit(state, { branch })
  return story.retargetPull(state, pull, branch, actor)
}

export function review(user: string | null, said: Review['state']) {
  return story.review(state, pull, { user, state: said })
}

/** Who approved the head of the pull request. */
export async function find(label = LABEL): Promise<ApprovalState> {
  const client = await createClient({ token: state.token, apiUrl: github.apiUrl })
  const { number, head, base, author } = pull
  const asked = { number, headSha: head.sha, base, fromFork: head.repoId !== state.repoId, author }
  return findApproval(client, { repository: { owner: state.owner, repo: state.repo, id: state.repoId }, pull: asked, label })
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ApprovalState } from '../../src/generated/types.ts'
import { findApproval } from '../../src/github/approval.ts'
import { createClient } from '../../src/github/client.ts'
import type { Pull } from './records.ts'
import { type GitHubServer, startGitHub } from './server.ts'
import type { State } from './state.ts'
import * as story from './story.ts'
import { note, person } from './story-people.ts'

const LABEL = 'llm-cost-approved'

let github: GitHubServer
let state: State
let pull: Pull
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

/** What GitHub starts for a pull request when commits are pushed to it. */
function run(of: Pull = pull, event = 'pull_request'): void {
  const { sha, ref, repoId } = of.head
  story.startRun(state, { event, headSha: sha, headBranch: ref, headRepoId: repoId })
}

function push(options: Parameters<typeof story.pushTo>[2] = {}): void {
  story.pushTo(state, pull, { files: { 'agent.py': String(state.clockMs) }, ...options })
  run()
}

const label = (actor: string, name = LABEL) => story.label(state, pull, name, actor)
const unlabel = (actor: string) => story.unlabel(state, pull, LABEL, actor)
const review = (user: string | null, said: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED', commit?: string) =>
  story.review(state, pull, { user, state: said, ...(commit !== undefined && { commit }) })

async function find(label = LABEL): Promise<ApprovalState> {
  const client = await createClient({ token: state.token, apiUrl: github.apiUrl })
  const { number, head, base, author } = pull
  const asked = { number, headSha: head.sha, base, fromFork: head.repoId !== state.repoId, author }
  return findApproval(client, { repository: { owner: state.owner, repo: state.repo, id: state.repoId }, pull: asked, label })
}

/** A history after the first push, who approved at its end, and what is told of what did not count. */
type History = readonly [name: string, happens: () => void, by: string | null, notes: readonly RegExp[]]

const noAccess = /does not count: it takes write access to the repository$/
const tooEarly = /does not count: commits were pushed after it was set; set it anew$/

const labels: readonly History[] = [
  ['of an administrator', () => label('lead'), 'lead', []],
  ['of a maintainer', () => label('keeper'), 'keeper', []],
  ['of somebody who may write', () => label('peer'), 'peer', []],
  ['of nobody', () => {}, null, []],
  ['of the author', () => label('dev'), null, [/authors cannot accept their own pull request$/]],
  ['of the author in capitals', () => label('DEV'), null, [/authors cannot accept their own pull request$/]],
  ['of somebody who may only triage', () => label('helper'), null, [noAccess]],
  ['of somebody who may only read', () => label('reader'), null, [noAccess]],
  ["of the author's second account", () => label('alt'), null, [noAccess]],
  ['of a stranger', () => label('mallory'), null, [noAccess]],
  ['of a bot that is no collaborator', () => label('other[bot]'), null, [/no person set it$/]],
  ['that is another one', () => label('lead', 'llm-cost-approved-not'), null, []],
  ['in other letters', () => label('lead', 'LLM-Cost-Approved'), 'lead', []],
  ['set before the last push', () => [label('lead'), push()], null, [tooEarly]],
  ['set before a push and once more after it', () => [label('lead'), push(), unlabel('lead'), label('lead')], 'lead', []],
  ['set before a forced push', () => [label('lead'), push({ force: true })], null, [tooEarly]],
  ['taken away again', () => [label('lead'), unlabel('dev')], null, []],
  ['taken away, and set by the author', () => [label('lead'), unlabel('dev'), label('dev')], null, [/authors cannot/]],
  ['taken away, and set by somebody who may only triage', () => [label('lead'), unlabel('helper'), label('helper')], null, [noAccess]],
  ['set by the author, then taken away and set by another', () => [label('dev'), unlabel('lead'), label('lead')], 'lead', []],
  ['set while another run for the label is on', () => [label('lead'), run(pull, 'pull_request')], 'lead', []],
  ['on pull_request_target', () => [push(), label('lead'), run(pull, 'pull_request_target')], 'lead', []],
]

const reviews: readonly History[] = [
  ['of the head', () => review('peer', 'APPROVED'), 'peer', []],
  ['of an older commit', () => [review('peer', 'APPROVED'), push()], null, []],
  ['of the head after one of an older commit', () => [review('peer', 'APPROVED'), push(), review('peer', 'APPROVED')], 'peer', []],
  ['that was dismissed', () => review('peer', 'DISMISSED'), null, []],
  ['that the same person took back', () => [review('peer', 'APPROVED'), review('peer', 'CHANGES_REQUESTED')], null, []],
  ['before which the same person wanted changes', () => [review('peer', 'CHANGES_REQUESTED'), review('peer', 'APPROVED')], 'peer', []],
  ['after which the same person commented', () => [review('peer', 'APPROVED'), review('peer', 'COMMENTED')], 'peer', []],
  ['that is a comment', () => review('peer', 'COMMENTED'), null, []],
  ['of somebody who may only triage', () => review('helper', 'APPROVED'), null, [noAccess]],
  ['of a stranger, and then of a peer', () => [review('mallory', 'APPROVED'), review('peer', 'APPROVED')], 'peer', [noAccess]],
  ["of the author's second account", () => review('alt', 'APPROVED'), null, [noAccess]],
  ['of an account that is gone', () => review(null, 'APPROVED'), null, []],
  ['of nobody, beside a label', () => [review('helper', 'APPROVED'), label('lead')], 'lead', [noAccess]],
]

describe.each([
  ['label', labels],
  ['review', reviews],
] as const)('an approval by %s', (_, histories) => {
  it.each(histories)('%s', async (_, happens, by, notes) => {
    happens()
    const found = await find()
    expect([found.given?.by ?? null, found.notes]).toEqual([by, notes.map((line) => expect.stringMatching(line))])
    if (found.given !== null) expect(found.given.commit).toBe(pull.head.sha)
  })
})

describe('an approval', () => {
  it('says who, how, when and of which commit', async () => {
    const { createdAt } = label('lead')
    expect(await find()).toEqual({ given: { by: 'lead', how: 'label', at: createdAt, commit: pull.head.sha }, notes: [] })
    const { submittedAt } = review('peer', 'APPROVED')
    expect((await find()).given).toEqual({ by: 'peer', how: 'review', at: submittedAt, commit: pull.head.sha })
  })

  it('is void after a forced push to another commit and back', async () => {
    const first = pull.head.sha
    label('lead')
    push({ force: true })
    Object.assign(pull.head, { sha: first })
    note(state, pull, 'head_ref_force_pushed', person('dev'), { commitId: first })
    run()
    expect(await find()).toMatchObject({ given: null, notes: [expect.stringMatching(tooEarly)] })
  })

  it('is void where the commit ran in another pull request before it was pushed to this one', async () => {
    const dear = story.addCommit(state, { parents: [pull.head.sha] })
    run(story.openPull(state, { author: 'dev', headBranch: 'elsewhere', headSha: dear }))
    label('lead')
    // A push of what is known already, without force.
    Object.assign(pull.head, { sha: dear })
    run()
    expect(await find()).toMatchObject({ given: null, notes: [expect.stringMatching(tooEarly)] })
  })

  it('of a branch of the same name in a fork is not that of this pull request', async () => {
    const dear = story.addCommit(state, { parents: [pull.head.sha] })
    run(story.openPull(state, { author: 'dev', headBranch: 'dearer', headSha: dear, fork: { id: 2002, owner: 'dev' } }))
    label('lead')
    Object.assign(pull.head, { sha: dear })
    run()
    expect((await find()).given).toBeNull()
  })

  it('is void where the commit ran on the same branch while the pull request was closed', async () => {
    const first = pull.head.sha
    story.closePull(state, pull)
    const dear = story.addCommit(state, { parents: [first] })
    const other = story.openPull(state, { author: 'dev', headBranch: 'dearer', headSha: dear, baseBranch: 'feature' })
    run(other)
    Object.assign(pull, { state: 'open', closedAt: null })
    Object.assign(note(state, pull, 'closed', person('dev')), { event: 'reopened' })
    label('lead')
    Object.assign(pull.head, { sha: dear })
    run()
    expect((await find()).given).toBeNull()
  })

  it('by label stays where the fork is gone', async () => {
    pull = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork: { id: 2002, owner: 'mallory' } })
    run()
    story.deleteFork(state, pull)
    label('lead')
    expect((await find()).given?.by).toBe('lead')
  })

  it('does not believe the date of a commit, which its author writes', async () => {
    label('lead')
    const sha = story.addCommit(state, { parents: [pull.head.sha] })
    const commit = state.commits.get(sha)
    if (commit !== undefined) state.commits.set(sha, { ...commit, date: '2001-01-01T00:00:00Z' })
    Object.assign(pull.head, { sha })
    run()
    expect((await find()).given).toBeNull()
  })

  it('by label is none where nothing says when the commit was pushed', async () => {
    state.runs.clear()
    label('lead')
    expect(await find()).toEqual({
      given: null,
      notes: [`the label ${LABEL} of lead does not count: GitHub does not say when the last commit was pushed`],
    })
  })

  it('by label is none of a commit that is no longer the head', async () => {
    label('lead')
    const judged = { ...pull, head: { ...pull.head } }
    push()
    label('lead')
    pull = judged
    expect(await find()).toEqual({
      given: null,
      notes: [`the label ${LABEL} does not count: the pull request has newer commits than the one that was judged`],
    })
  })

  it('of a pull request that was opened again from the same branch needs a label of its own', async () => {
    label('lead')
    story.closePull(state, pull)
    pull = story.openPull(state, { author: 'dev', headBranch: 'dearer' })
    run()
    expect((await find()).given).toBeNull()
    label('lead')
    expect((await find()).given?.by).toBe('lead')
  })

  it('of a pull request whose author is gone is none: the author could be anyone', async () => {
    pull = { ...pull, author: null }
    label('lead')
    expect((await find()).notes).toEqual([expect.stringMatching(/the author of the pull request is not known$/)])
  })

  it('is found behind 250 events and reviews', async () => {
    for (let index = 0; index < 250; index++) [label('helper', 'other'), review('helper', 'COMMENTED')]
    label('lead')
    expect((await find()).given?.by).toBe('lead')
  })

  const pulls = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
  it.each([
    `${pulls}/reviews`,
    pulls,
    'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
    'GET /repos/{owner}/{repo}/actions/runs',
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
  ])('is none where GitHub refuses %s, and that is told', async (route) => {
    label('lead')
    github.faults.set(route, { kind: 'answer', status: 403, message: 'Resource not accessible by integration' })
    const { given, notes } = await find()
    expect(given).toBeNull()
    expect(notes).toEqual([expect.stringMatching(/^approvals could not be read: the token may not \(403 .+`permissions: [a-z-]+: read`$/)])
  })
})

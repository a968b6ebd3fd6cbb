import { describe, expect, it } from 'vitest'
import { find, github, LABEL, label, pull, push, review, run, stageApproval, state, turnTo } from '../../support/github/stage/approving.ts'
import * as story from '../../support/github/story/story.ts'
import { note, person } from '../../support/github/story/story-people.ts'

const tooEarly =
  /does not count: the commit [0-9a-f]{7} first ran after it was set: it was pushed later, or the label itself started the first run\. Set it anew, or approve the commit in a review$/

stageApproval()

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
    const gone = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork: { id: 2002, owner: 'mallory' } })
    turnTo(gone)
    run()
    story.deleteFork(state, gone)
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
      notes: [
        `the label ${LABEL} of lead does not count: no run of the pull request says since when it has the commit ${pull.head.sha.slice(0, 7)}. Let one run and set the label anew, or approve the commit in a review`,
      ],
    })
  })

  it('by label is none of a commit that is no longer the head', async () => {
    label('lead')
    const judged = { ...pull, head: { ...pull.head } }
    push()
    label('lead')
    turnTo(judged)
    expect(await find()).toEqual({
      given: null,
      notes: [`the label ${LABEL} does not count: the pull request has newer commits than the one that was judged`],
    })
  })

  it('of a pull request that was opened again from the same branch needs a label of its own', async () => {
    label('lead')
    story.closePull(state, pull)
    turnTo(story.openPull(state, { author: 'dev', headBranch: 'dearer' }))
    run()
    expect((await find()).given).toBeNull()
    label('lead')
    expect((await find()).given?.by).toBe('lead')
  })

  it('of a pull request whose author is gone is none: the author could be anyone', async () => {
    turnTo({ ...pull, author: null })
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

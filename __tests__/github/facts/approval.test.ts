import { describe, expect, it } from 'vitest'
import { find, label, pull, push, retarget, review, run, stageApproval, state, unlabel } from '../../support/github/stage/approving.ts'
import * as story from '../../support/github/story/story.ts'

stageApproval()

/** A history after the first push, who approved at its end, and what is told of what did not count. */
type History = readonly [name: string, happens: () => void, by: string | null, notes: readonly RegExp[]]

const noAccess = /does not count: it takes write access to the repository$/
const otherBase = /does not count: the base branch was changed after it\. Give it anew$/
const tooEarly =
  /does not count: the commit [0-9a-f]{7} first ran after it was set: it was pushed later, or the label itself started the first run\. Set it anew, or approve the commit in a review$/

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
  ['after commits that nothing ran for', () => [story.pushTo(state, pull), label('lead'), run()], null, [tooEarly]],
  ['after such commits, set anew', () => [story.pushTo(state, pull), label('lead'), run(), unlabel('lead'), label('lead')], 'lead', []],
  ['set for another base branch', () => [label('lead'), retarget('release')], null, [otherBase]],
  ['set for another base branch, which was deleted', () => [label('lead'), retarget('release', null)], null, [otherBase]],
  ['set for another base branch, and once more', () => [label('lead'), retarget('release'), unlabel('lead'), label('lead')], 'lead', []],
  [
    'set before the base branch was changed and changed back',
    () => [label('lead'), retarget('release'), retarget('main')],
    null,
    [otherBase],
  ],
  ['on pull_request_target', () => [push(), label('lead'), run(pull, 'pull_request_target')], 'lead', []],
]

const reviews: readonly History[] = [
  ['of the head', () => review('peer', 'APPROVED'), 'peer', []],
  ['of an older commit', () => [review('peer', 'APPROVED'), push()], null, []],
  ['of the head after one of an older commit', () => [review('peer', 'APPROVED'), push(), review('peer', 'APPROVED')], 'peer', []],
  ['for another base branch', () => [review('peer', 'APPROVED'), retarget('release')], null, [otherBase]],
  ['after the base branch was changed', () => [retarget('release'), review('peer', 'APPROVED')], 'peer', []],
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

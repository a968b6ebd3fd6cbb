import { beforeEach, describe, expect, it } from 'vitest'
import { addRecord } from '../../support/baseline/stored.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { STORED } from '../../support/e2e/story.ts'
import { addComment } from '../../support/github/state.ts'

const OLD = '<!-- llm-cost-gate:default -->\n<!-- run 9000 attempt 1 -->\nold'
const [plain, marked] = ['github-actions', 'github-actions[bot]']

stage(() => lab.spend({ cost_usd: 1 }))
beforeEach(() => {
  addRecord(lab.github.state, { sha: 'b'.repeat(40), cost: 1 })
})

/** Who the token is said to be, who an older comment is said to be of, and whether the comment was brought up to date. */
async function writes(holder: string, author: { login: string; type: 'User' | 'Bot' }): Promise<boolean> {
  const { state } = lab.github
  state.holder = { login: holder, type: 'Bot', isInstallation: true }
  const comment = addComment(state, author, OLD)
  await lab.run({ ...STORED, 'upload-report': 'false' })
  const isUpdated = comment.body !== OLD
  expect(state.comments).toHaveLength(isUpdated ? 1 : 2)
  return isUpdated
}

describe('the comment of a job', () => {
  it.each([
    [plain, plain],
    [plain, marked],
    [marked, plain],
    [marked, marked],
  ])('is its own where GitHub calls the token %s and the author %s', async (holder, login) => {
    expect(await writes(holder, { login, type: 'Bot' })).toBe(true)
  })

  it.each([plain, marked])('is not one of a person called github-actions, where GitHub calls the token %s', async (holder) => {
    expect(await writes(holder, { login: plain, type: 'User' })).toBe(false)
  })

  it.each([
    ['github-actions-2[bot]', 'Bot'],
    ['github-action[bot]', 'Bot'],
    ['github-actions[bot][bot]', 'Bot'],
  ] as const)('is not one of %s', async (login, type) => {
    expect(await writes(marked, { login, type })).toBe(false)
  })
})

describe('the comment of an app', () => {
  it.each([
    ['cost-app', 'Bot', true],
    ['cost-app[bot]', 'Bot', true],
    ['cost-app', 'User', false],
    ['other[bot]', 'Bot', false],
  ] as const)('of %s, which is a %s, is its own: %s', async (login, type, isOwn) => {
    expect(await writes('cost-app[bot]', { login, type })).toBe(isOwn)
  })
})

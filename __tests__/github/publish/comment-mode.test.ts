import { expect, it } from 'vitest'
import { type CommentFacts, type CommentMode, mayCreate } from '../../../src/github/publish/comment-mode.ts'

const quiet: CommentFacts = { verdict: 'pass', blocked: false, totalChanged: false, findingCount: 0 }
const cases: [string, CommentFacts, CommentMode[]][] = [
  ['nothing happened', quiet, ['always']],
  ['the total changed', { ...quiet, totalChanged: true }, ['always', 'on-change']],
  ['there is a warning', { ...quiet, verdict: 'warn', findingCount: 1 }, ['always', 'on-change']],
  ['a warning blocks', { ...quiet, verdict: 'warn', findingCount: 1, blocked: true }, ['always', 'on-change', 'on-failure']],
  ['the verdict is fail', { ...quiet, verdict: 'fail', findingCount: 1 }, ['always', 'on-change', 'on-failure']],
]

it.each(cases)('where %s, a first comment is written by the right modes', (_, facts, expected) => {
  const modes: CommentMode[] = ['always', 'on-change', 'on-failure', 'never']
  expect(modes.filter((mode) => mayCreate(mode, facts))).toEqual(expected)
})

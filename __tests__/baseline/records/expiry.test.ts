import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { explainExpiry } from '../../../src/baseline/records/expiry.ts'
import { findBaseline, github, stageFinding, state } from '../../support/baseline/finding.ts'
import { addRecord, growMain } from '../../support/baseline/stored.ts'

const ADVICE = 'and none followed; record on a schedule as well, or keep artifacts longer (Settings, Actions, General)'

describe('why there is no record any more', () => {
  const NOW = '2026-11-03T00:00:00Z'
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const explain = (expiresAt: string | null) => {
    const facts = {
      id: 1,
      name: 'x',
      sizeBytes: 1,
      expired: true,
      createdAt: NOW,
      digest: null,
      runId: 1,
      headSha: 'a',
      headBranch: 'main',
    }
    return explainExpiry({ ...facts, repositoryId: 1, headRepositoryId: 1, expiresAt })
  }

  it('is nothing where none was there', () => {
    expect(explainExpiry(null)).toBeNull()
  })

  it.each([
    ['2026-11-02T23:59:59Z', 'expired on 2026-11-02'],
    ['2026-11-03T15:00:00Z', 'expired on 2026-11-03'],
    ['2026-11-04T00:00:00Z', 'has expired'],
    [null, 'has expired'],
  ])('names the day where that has come: %s', (expiresAt, when) => {
    expect(explain(expiresAt)).toBe(`the newest record ${when} ${ADVICE}`)
  })
})

describe('of records that the list says to have expired', () => {
  stageFinding()
  const expired = (sha: string, day: number, parts: object = {}) =>
    addRecord(state, { sha, expired: true, expiresAt: `2001-10-${day}T08:00:00Z`, ...parts })
  const reasonOf = async (commit: string) => (await findBaseline(commit)).used.reason

  it('the nearest is named, and not one of a newer run on an older or a later commit', async () => {
    const [older = '', near = '', base = '', later = ''] = growMain(state, 4)
    expired(near, 12)
    expired(older, 11)
    expired(later, 13)
    expect(await reasonOf(base)).toBe(`the newest record expired on 2001-10-12 ${ADVICE}`)
  })

  it('the newest is named where none comes before, or GitHub does not compare them', async () => {
    const [first = '', second = '', third = ''] = growMain(state, 3)
    expired(second, 12)
    expired(third, 13)
    expect(await reasonOf(first)).toBe(`the newest record expired on 2001-10-13 ${ADVICE}`)
    expired(first, 11)
    github.faults.set('GET /repos/{owner}/{repo}/compare/{basehead}', { kind: 'answer', status: 403, message: 'No' })
    expect(await reasonOf(third)).toBe(`the newest record expired on 2001-10-13 ${ADVICE}`)
  })

  it('none is named that is of another branch or a fork, or has not expired', async () => {
    state.forks.set(2002, 'mallory')
    const [first = ''] = growMain(state, 1)
    expired(first, 11, { branch: 'other' })
    expired(first, 12, { repoId: 2002 })
    addRecord(state, { sha: first, event: 'pull_request' })
    expect(await reasonOf(first)).toBeNull()
  })
})

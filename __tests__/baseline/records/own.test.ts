import { describe, expect, it } from 'vitest'
import { isOwn } from '../../../src/baseline/records/own.ts'
import { ACME, find, stageSearch, state } from '../../support/baseline/searching.ts'
import { addRecord, growMain } from '../../support/baseline/stored.ts'

stageSearch()

describe('what is of a repository', () => {
  it.each([
    [1, 1, 1, true],
    [1, 1, null, true],
    [1, 1, 2, false],
    [1, 2, 1, false],
    [2, 1, 1, false],
    [1, null, null, false],
    [null, null, null, false],
  ])('is of number %s and its head of %s, where it has the number %s: %s', (repositoryId, headRepositoryId, id, expected) => {
    expect(isOwn({ repositoryId, headRepositoryId }, { ...ACME, id })).toBe(expected)
  })

  it('is no record of whose run GitHub says another repository', async () => {
    const [commit = ''] = growMain(state, 1)
    const { id } = addRecord(state, { sha: commit })
    const repository = { ...ACME, id: null }
    expect(await find({ commit, repository })).toEqual([[id, 0]])
    expect(await find({ commit, repository, lie: { repositoryId: 5, headRepositoryId: 5 } })).toEqual([])
  })
})

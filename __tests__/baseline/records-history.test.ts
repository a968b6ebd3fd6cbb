import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAncestors } from '../github/graph.ts'
import { addCommit } from '../github/story.ts'
import { find, github, stageSearch, state } from './searching.ts'
import { addRecord, growMain } from './stored.ts'

const bytes = Buffer.from('zip')

stageSearch()

describe('after a forced push', () => {
  it('the nearest record is found between later ones, dropped ones and an older one', async () => {
    const [older = ''] = growMain(state, 1)
    addRecord(state, { sha: older, bytes })
    let dropped = older
    for (let index = 0; index < 7; index++) {
      dropped = addCommit(state, { parents: [dropped] })
      addRecord(state, { sha: dropped, bytes })
    }
    const [good = '', start = ''] = growMain(state, 2)
    const { id } = addRecord(state, { sha: good, bytes })
    for (const later of growMain(state, 3)) addRecord(state, { sha: later, bytes })
    github.requests.length = 0
    expect((await find({ commit: start, most: 1 }))[0]).toEqual([id, 1])
    expect(github.requests.filter(({ path }) => path.includes('/compare/'))).toHaveLength(2)
  })

  // What happens to main: a commit, another commit on an earlier one, a merge; each may be recorded, and pull requests begin anywhere.
  const step = fc.record({
    parent: fc.nat({ max: 30 }),
    other: fc.option(fc.nat({ max: 30 }), { freq: 4 }),
    isForced: fc.boolean(),
    records: fc.nat({ max: 2 }),
  })
  it('and in any history the record is that of the commit itself, else the newest of one before it', { timeout: 120_000 }, async () => {
    let isRefused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), fc.nat(), async (steps, place) => {
        state.artifacts.length = 0
        state.runs.clear()
        const shas = growMain(state, 1)
        const records: { id: number; sha: string }[] = []
        for (const { parent, other, isForced, records: number } of steps) {
          const at = (index: number) => shas[index % shas.length] ?? ''
          const parents = [isForced ? at(parent) : (shas.at(-1) ?? ''), ...(other === null ? [] : [at(other)])]
          const sha = addCommit(state, { branch: 'main', parents: [...new Set(parents)], message: `${shas.length}` })
          shas.push(sha)
          for (let count = 0; count < number; count++) records.push({ id: addRecord(state, { sha, bytes }).id, sha })
        }
        const commit = shas[place % shas.length] ?? ''
        const ancestors = listAncestors(state, commit)
        const before = records.filter(({ sha }) => ancestors.has(sha))
        const nearest = before.findLast(({ sha }) => sha === commit) ?? before.at(-1)
        if (nearest !== undefined || records.length === 0) {
          expect((await find({ commit, most: 1 })).map(([id]) => id)).toEqual(nearest === undefined ? [] : [nearest.id])
          return
        }
        isRefused++
        await expect(find({ commit, most: 1 })).rejects.toThrow(/main has records, but none/)
      }),
      { numRuns: 150 },
    )
    expect(isRefused).toBeGreaterThan(0)
  })
})

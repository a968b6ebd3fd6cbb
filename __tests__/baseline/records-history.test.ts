import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find, github, stageSearch, state } from '../support/baseline/searching.ts'
import { addRecord, growMain } from '../support/baseline/stored.ts'
import { listAncestors } from '../support/github/graph.ts'
import { addCommit } from '../support/github/story/story.ts'
import { tries } from '../support/tries.ts'

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

  // What happens to main: a commit, another commit on an earlier one, a merge; each may be recorded, at once or later, and pull requests begin anywhere.
  const step = fc.record({
    parent: fc.nat({ max: 30 }),
    other: fc.option(fc.nat({ max: 30 }), { freq: 4 }),
    isForced: fc.boolean(),
    records: fc.nat({ max: 2 }),
    late: fc.option(fc.nat({ max: 30 }), { freq: 3 }),
  })
  it('and in any history the nearest comes first, whatever the order of the runs, and of one commit the newest', {
    timeout: 120_000,
  }, async () => {
    let isRefused = 0
    let isOther = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), fc.nat(), fc.boolean(), async (steps, place, isNewest) => {
        state.artifacts.length = 0
        state.runs.clear()
        const shas = growMain(state, 1)
        const records: { id: number; sha: string }[] = []
        for (const { parent, other, isForced, records: number, late } of steps) {
          const at = (index: number) => shas[index % shas.length] ?? ''
          const parents = [isForced ? at(parent) : (shas.at(-1) ?? ''), ...(other === null ? [] : [at(other)])]
          const sha = addCommit(state, { branch: 'main', parents: [...new Set(parents)], message: `${shas.length}` })
          shas.push(sha)
          const recorded = [...Array<string>(number).fill(sha), ...(late === null ? [] : [at(late)])]
          for (const one of recorded) records.push({ id: addRecord(state, { sha: one, bytes }).id, sha: one })
        }
        const commit = shas[place % shas.length] ?? ''
        const ancestors = listAncestors(state, commit)
        const before = records
          .filter(({ sha }) => ancestors.has(sha))
          .map(({ id, sha }) => [id, ancestors.size - listAncestors(state, sha).size] as const)
        if (before.length > 0 || records.length === 0) {
          const found = await find({ commit, isNewest })
          const wanted = before.toSorted(([one, near], [other, far]) => near - far || other - one)
          expect(new Map(found)).toEqual(new Map(before))
          expect(found.map(([, distance]) => distance)).toEqual(wanted.map(([, distance]) => distance))
          // Two commits may be as near as each other; of one commit the newest run is first.
          const shaOf = new Map(records.map(({ id, sha }) => [id, sha]))
          for (const [id] of found.slice(0, 1))
            expect(id).toBe(Math.max(...before.map(([one]) => one).filter((one) => shaOf.get(one) === shaOf.get(id))))
          if (wanted[0]?.[0] !== Math.max(...before.map(([id]) => id))) isOther++
          return
        }
        isRefused++
        await expect(find({ commit, isNewest })).rejects.toThrow(/main has records, but none/)
      }),
      tries(150),
    )
    expect(isRefused).toBeGreaterThan(0)
    expect(isOther).toBeGreaterThan(0)
  })
})

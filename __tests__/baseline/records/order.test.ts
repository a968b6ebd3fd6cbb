import { describe, expect, it } from 'vitest'
import { nearestFirst, newestFirst } from '../../../src/baseline/records/order.ts'

const at = (headSha: string, runId: number, day = 1) => ({ headSha, runId, createdAt: `2026-10-0${day}T00:00:00Z` })

describe('the newest', () => {
  it('is that of the newest run, and of one run that which was kept last', () => {
    const items = [at('a', 2, 1), at('b', 3, 1), at('c', 2, 3), at('d', 1, 9), at('e', 2, 2)]
    expect(newestFirst(items).map(({ headSha }) => headSha)).toEqual(['b', 'c', 'e', 'a', 'd'])
    expect(items[0]?.headSha).toBe('a')
  })
})

/** Which commits lie how far back; those of `known` and within `reach` need no question, of `hidden` it is known that they come before. */
interface History {
  readonly distances: Readonly<Record<string, number | null>>
  readonly known?: readonly string[]
  readonly hidden?: readonly string[]
  readonly reach?: number
}

/** The order of runs on these commits, newest first, and what was asked for it. */
async function order({ distances, known = [], hidden = [], reach = 1 }: History) {
  const [told, asked, surrounded] = [new Set(known), [] as string[], [] as string[]]
  const measure = async (sha: string) => {
    asked.push(sha)
    told.add(sha)
    return distances[sha] ?? null
  }
  const ancestry = {
    reach,
    distanceOf: (sha: string) => (told.has(sha) ? (distances[sha] ?? null) : undefined),
    isBefore: (sha: string) => hidden.includes(sha),
    measure,
    surround: async (sha: string, distance: number) => {
      surrounded.push(`${sha} ${distance}`)
    },
  }
  const items = Object.keys(distances).map((sha, index) => at(sha, 100 - index))
  const given: string[] = []
  for await (const { item, commitsBehind } of nearestFirst(items, ancestry)) given.push(`${item.headSha} ${commitsBehind}`)
  return { given, asked, surrounded }
}

describe('the nearest', () => {
  it('is asked for where it is not known, the newest run first, and with it all that may be nearer', async () => {
    expect(await order({ distances: { far: 5, near: 2 } })).toEqual({
      given: ['near 2', 'far 5'],
      asked: ['far', 'near'],
      surrounded: ['far 5'],
    })
  })

  it('is known without a question where nothing can be nearer', async () => {
    expect(await order({ distances: { far: 5, itself: 0, next: 1 }, known: ['itself', 'next'] })).toEqual({
      given: ['itself 0', 'next 1', 'far 5'],
      asked: ['far'],
      surrounded: [],
    })
  })

  it('is given as far as all that is nearer is known', async () => {
    const { given, asked } = await order({ distances: { open: 9, third: 3, fourth: 4 }, known: ['third', 'fourth'], reach: 3 })
    expect([given, asked]).toEqual([['third 3', 'fourth 4', 'open 9'], ['open']])
  })

  it('may be hidden among those that are known to come before, which are asked for first', async () => {
    const history = { distances: { open: null, third: 3, hidden: 2 }, known: ['third'], hidden: ['hidden'], reach: 3 }
    expect(await order(history)).toEqual({
      given: ['hidden 2', 'third 3', 'open null'],
      asked: ['hidden', 'open'],
      surrounded: ['hidden 2'],
    })
  })

  it('is not surrounded where nothing else is open, or it is the next, or does not come before', async () => {
    expect((await order({ distances: { far: 5 } })).surrounded).toEqual([])
    expect((await order({ distances: { next: 1, other: null } })).surrounded).toEqual([])
    expect((await order({ distances: { next: 2, other: null } })).surrounded).toEqual(['next 2'])
    expect((await order({ distances: { other: null, far: 5 } })).surrounded).toEqual([])
  })

  it('is among those that do not come before, of which nobody waits', async () => {
    expect((await order({ distances: { later: null, near: 1, far: 7 }, known: ['later', 'near', 'far'] })).given).toEqual([
      'later null',
      'near 1',
      'far 7',
    ])
  })

  it('of nothing is nothing', async () => {
    expect(await order({ distances: {} })).toEqual({ given: [], asked: [], surrounded: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { Ancestry } from '../../../src/baseline/records/ancestry.ts'
import { askFor, client, listAsked, stageAsking, state } from '../../support/baseline/asking.ts'
import { growMain } from '../../support/baseline/stored.ts'
import { addCommit } from '../../support/github/story/story.ts'

stageAsking()

const of = (commit: string, isNewest?: boolean) => new Ancestry(client, askFor(commit, isNewest === undefined ? {} : { isNewest }))
/** Commits that GitHub does not have. */
const lost = (index: number) => `${index}`.padStart(40, 'f')
const dateOf = (sha: string) => Date.parse(state.commits.get(sha)?.date ?? '')

describe('how many commits older one is', () => {
  it('is known of the commit itself, and of no other', async () => {
    const [a = '', b = ''] = growMain(state, 2)
    const ancestry = of(b)
    expect([ancestry.distanceOf(b), ancestry.distanceOf(a), ancestry.reach]).toEqual([0, undefined, 1])
    expect(await ancestry.measure(b)).toBe(0)
    expect(listAsked()).toEqual([])
  })

  it('is asked from the commit on first, and then back: those that led to it are known, too', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = growMain(state, 5)
    const ancestry = of(d)
    expect(await ancestry.measure(c)).toBe(1)
    expect([ancestry.reach, ancestry.isBefore(c)]).toEqual([1, false])
    expect(await ancestry.measure(a)).toBe(3)
    expect([ancestry.reach, ancestry.isBefore(b), ancestry.isBefore(a), ancestry.isBefore(e)]).toEqual([3, true, false, false])
    expect(await ancestry.measure(b)).toBe(2)
    expect(ancestry.distanceOf(b)).toBe(2)
    expect(await ancestry.measure(a)).toBe(3)
    expect(listAsked()).toEqual([`${d}...${c}`, `${a}...${d}`])
  })

  it('is asked back at once from what is likely the newest', async () => {
    const [a = '', b = '', c = ''] = growMain(state, 3)
    const ancestry = of(c, true)
    expect(await ancestry.measure(a)).toBe(2)
    expect(ancestry.distanceOf(b)).toBe(1)
    expect(listAsked()).toEqual([`${a}...${c}`])
  })

  it('is none of later ones, all of which are known after one question', async () => {
    const [a = '', b = '', c = '', d = ''] = growMain(state, 4)
    const ancestry = of(a)
    expect(await ancestry.measure(d)).toBeNull()
    expect([b, c, d].map((sha) => ancestry.distanceOf(sha))).toEqual([null, null, null])
    expect(listAsked()).toEqual([`${a}...${d}`])
  })

  it('is none of one of another branch, after which is looked ahead again', async () => {
    const [a = '', b = '', c = ''] = growMain(state, 3)
    const [side, other] = [addCommit(state, { parents: [a] }), addCommit(state, { parents: [b], message: 'Other' })]
    const ancestry = of(c, true)
    expect(await ancestry.measure(side)).toBeNull()
    expect(await ancestry.measure(other)).toBeNull()
    expect(await ancestry.measure(a)).toBe(2)
    expect(listAsked()).toEqual([`${side}...${c}`, `${c}...${other}`, `${a}...${c}`])
  })

  it('is none of one that GitHub does not have, which is asked once', async () => {
    const [a = ''] = growMain(state, 1)
    const ancestry = of(a)
    expect([await ancestry.measure(lost(1)), await ancestry.measure(lost(1))]).toEqual([null, null])
    expect(listAsked()).toHaveLength(1)
  })

  it('is asked of a side branch that was merged, although a list has it', async () => {
    const [root = '', start = ''] = growMain(state, 2)
    let side = root
    const sides = [1, 2, 3, 4].map((number) => (side = addCommit(state, { parents: [side], message: `${number}` })))
    const [next = ''] = growMain(state, 1)
    const merge = addCommit(state, { branch: 'main', parents: [next, side] })
    const other = addCommit(state, { parents: [start], message: 'Other' })
    const ancestry = of(merge)
    expect(await ancestry.measure(next)).toBe(5)
    expect(await ancestry.measure(start)).toBe(6)
    expect([ancestry.isBefore(side), ancestry.distanceOf(side)]).toEqual([true, undefined])
    // Whatever was asked before it, it is asked back.
    expect(await ancestry.measure(other)).toBeNull()
    expect(await ancestry.measure(side)).toBe(3)
    expect(ancestry.reach).toBe(6)
    // The list that is just long enough tells best since when: without the side branch.
    expect(await ancestry.nearerSince(side, 3)).toBe(dateOf(start))
    expect(await ancestry.nearerSince(start, 6)).toBe(dateOf(sides[0] ?? ''))
    expect(listAsked()).toEqual([`${merge}...${next}`, `${start}...${merge}`, `${other}...${merge}`, `${side}...${merge}`])
  })

  it('is asked of 25, and then given up', async () => {
    const [commit = ''] = growMain(state, 1)
    const ancestry = of(commit)
    for (let index = 0; index < 25; index++) expect(await ancestry.measure(lost(index))).toBeNull()
    await expect(ancestry.measure(lost(25))).rejects.toThrow(
      `more than 25 records are of commits that are not in the history of ${commit.slice(0, 7)}, or far back in it. Update the branch`,
    )
    expect(listAsked()).toHaveLength(25)
  })
})

describe('all commits that are nearer than one', () => {
  it('are asked for once, where the comparison did not tell them', async () => {
    const [a = '', b = '', c = ''] = growMain(state, 3)
    const ancestry = of(c)
    await ancestry.surround(a, 2)
    expect([ancestry.reach, ancestry.distanceOf(b)]).toEqual([2, 1])
    await ancestry.surround(a, 2)
    await ancestry.surround(b, 1)
    expect(listAsked()).toEqual([`${a}...${c}`])
  })

  it.each([
    ['more than 2,000', [2001], 0],
    ['2,000', [2000], 1],
    ['twice 1,000', [1000, 1000], 2],
    ['twice 1,000, and one more', [1000, 1000, 1], 2],
    ['1,001, and 1,000', [1001, 1000], 1],
    ['901, and twice 1,000', [901, 1000, 1000], 2],
  ])('are not asked for beyond 20 pages: %s', async (_, distances, questions) => {
    const [a = '', , c = ''] = growMain(state, 3)
    const ancestry = of(c)
    // What does not fit the list is not learned, so that it is asked for again.
    for (const distance of distances) await ancestry.surround(a, distance)
    expect(listAsked()).toHaveLength(questions)
    expect(ancestry.reach).toBe(1)
  })

  it('are there since the oldest of them was committed; on the commit itself nothing is nearer', async () => {
    const [a = '', b = '', c = ''] = growMain(state, 3)
    const ancestry = of(c)
    expect(await ancestry.nearerSince(c, 0)).toBe(Number.POSITIVE_INFINITY)
    expect(listAsked()).toEqual([])
    expect(await ancestry.nearerSince(b, 1)).toBe(dateOf(c))
    expect(await ancestry.nearerSince(a, 2)).toBe(dateOf(b))
    expect(listAsked()).toEqual([`${b}...${c}`, `${a}...${c}`])
    expect(await ancestry.nearerSince(lost(1), 3000)).toBe(Number.NEGATIVE_INFINITY)
  })
})

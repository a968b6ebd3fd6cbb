import { describe, expect, it } from 'vitest'
import { Between } from '../../../src/baseline/records/between.ts'

const DAY = (day: number) => `2026-10-0${day}T00:00:00Z`
const commit = (sha: string, parents: readonly string[], committedAt: string | null = DAY(1)) => ({ sha, parents, committedAt })

/** From the start: a, then b and c side by side, and their merge d. Side begins elsewhere, and d takes it in, too. */
const BRANCHED = [
  commit('a', ['start']),
  commit('b', ['a']),
  commit('c', ['a']),
  commit('side', ['elsewhere']),
  commit('merge', ['b', 'c']),
  commit('d', ['merge', 'side']),
]

describe('commits between two', () => {
  it.each([
    ['d', 0],
    ['merge', 2],
    ['b', 4],
    ['c', 4],
    ['a', 5],
  ])('say of %s how many of them it lacks: %d', (sha, distance) => {
    expect(new Between('start', BRANCHED).measure(sha)).toBe(distance)
  })

  it.each(['side', 'start', 'elsewhere', 'nobody'])('do not say it of %s', (sha) => {
    expect(new Between('start', BRANCHED).measure(sha)).toBeNull()
  })

  it('are as many as the first is older', () => {
    const between = new Between('start', BRANCHED)
    expect([between.distance, between.has('side'), between.has('start')]).toEqual([6, true, false])
  })
})

describe('the time since when commits were there', () => {
  const since = (...days: readonly (number | null)[]) =>
    new Between(
      'start',
      days.map((day, index) => commit(`${index}`, [index === 0 ? 'start' : `${index - 1}`], day === null ? null : DAY(day))),
    ).sinceMs

  it('is that of the oldest, be they committed at once', () => {
    expect(since(2, 3, 4)).toBe(Date.parse(DAY(2)))
    expect(since(2, 2)).toBe(Date.parse(DAY(2)))
  })

  it.each([
    ['a clock was wrong', [2, 4, 3]],
    ['a clock was wrong at the start', [4, 2, 3]],
    ['one has no date', [2, null, 3]],
    ['the first has no date', [null, 3, 4]],
    ['the last has no date', [2, 3, null]],
  ])('is not known where %s', (_, days) => {
    expect(since(...days)).toBe(Number.NEGATIVE_INFINITY)
  })

  it('is not known where the clock of one of two parents was wrong, or a commit without a parent has no date', () => {
    const merge = (...days: [number, number, number]) => {
      const [a, b, c] = days
      const commits = [commit('a', ['start'], DAY(a)), commit('b', ['start'], DAY(b)), commit('c', ['a', 'b'], DAY(c))]
      return new Between('start', commits).sinceMs
    }
    expect(merge(1, 2, 3)).toBe(Date.parse(DAY(1)))
    expect(merge(1, 4, 3)).toBe(Number.NEGATIVE_INFINITY)
    expect(merge(4, 1, 3)).toBe(Number.NEGATIVE_INFINITY)
    expect(new Between('start', [commit('root', [], null), commit('a', ['start'])]).sinceMs).toBe(Number.NEGATIVE_INFINITY)
  })
})

import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/read/formats/call.ts'
import { tellOnce } from '../../../src/read/formats/once.ts'

const place = { file: 'a', path: '$' }
const tell = (...calls: Omit<Call, 'place'>[]) => tellOnce(calls.map((call) => ({ tool: 'openai', call: { place, ...call } })))
const same = { input: 10, output: 5 }

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length < 2) yield [...items]
  for (const [index, item] of items.entries()) for (const rest of orders(items.filter((_, other) => other !== index))) yield [item, ...rest]
}

describe('calls with an id in common', () => {
  it('are one, also where only a third has the ids of both, in any order', () => {
    for (const calls of orders([
      { ...same, ids: ['a'] },
      { ...same, ids: ['b'] },
      { ...same, ids: ['a', 'b'] },
      { ...same, ids: ['b', 'c'] },
      { ...same, ids: ['c'] },
    ]))
      expect(tell(...calls)).toHaveLength(1)
  })

  it('are two where their prompts differ', () => {
    expect(tell({ ...same, ids: ['a'] }, { ...same, input: 11, ids: ['a'] })).toHaveLength(2)
  })

  it.each([
    ['no cost', null],
    ['a cost of 0', 0],
  ])('keep the cost beside a later telling with %s', (_, costUsd) => {
    expect(tell({ ...same, costUsd: 3, ids: ['a'] }, { ...same, output: 9, costUsd, ids: ['a'] })).toMatchObject([{ call: { costUsd: 3 } }])
  })

  it('cost nothing where a later telling says so', () => {
    expect(tell({ ...same, costUsd: 3, ids: ['a'] }, { ...same, costUsd: 0, isFree: true, ids: ['a'] })).toMatchObject([
      { call: { isFree: true } },
    ])
  })
})

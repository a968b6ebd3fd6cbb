import { expect, it } from 'vitest'
import { AgentLists } from '../../../src/analyse/runs/agent-lists.ts'

const addTo = (lists: AgentLists, names: readonly string[]) => names.reduce((list, name) => lists.with(list, name), lists.none)

it('runs of the same agents share one list, in whatever order they called', () => {
  const lists = new AgentLists()
  const list = addTo(lists, ['b', 'a', 'b'])
  expect(list).toEqual(['a', 'b'])
  expect(addTo(lists, ['a', 'b'])).toBe(list)
  expect(lists.with(list, 'a')).toBe(list)
})

it('names the first twenty of more agents than can be remembered', () => {
  const names = Array.from({ length: 70_000 }, (_, index) => `agent-${String(index).padStart(5, '0')}`)
  const first = names.slice(0, 20)
  for (const all of [names, names.toReversed()]) expect(addTo(new AgentLists(), all)).toEqual(first)
})

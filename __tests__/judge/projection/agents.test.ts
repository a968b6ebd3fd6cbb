import { describe, expect, it } from 'vitest'
import type { SideStats } from '../../../src/compare/side.ts'
import { shareVolumes } from '../../../src/judge/projection/agents.ts'
import type { AgentRuns } from '../../../src/policy/policy.ts'

const volumes = (...patterns: readonly string[]) =>
  patterns.map((pattern, index): AgentRuns => {
    return { pattern, runs: index + 1, per: 'day', policy: { path: 'policy.yaml', line: index + 1, name: null } }
  })
const used = (...names: readonly string[]) =>
  new Map(names.map((name): [string, SideStats] => [name, { costUsd: 1, calls: 1, tokens: 1, runs: 1 }]))
const NONE: ReadonlyMap<string, SideStats> = new Map()

describe('the volume of an agent', () => {
  const chosen = (patterns: readonly string[], name = 'tool-a') =>
    shareVolumes(volumes(...patterns), NONE, used(name)).shared.map(({ runs }) => runs.pattern)

  it.each<[string, string[], string]>([
    ['the more literal of two globs', ['tool-*', '*'], 'tool-*'],
    ['the more literal of two globs, in the other order', ['*', 'tool-*'], 'tool-*'],
    ['the name before any glob', ['tool-a', 'tool-?*'], 'tool-a'],
    ['the name before any glob, in the other order', ['tool-?*', 'tool-a'], 'tool-a'],
    ['the later one of equals', ['*ool-a', 'tool-*a'], 'tool-*a'],
    ['the later one of equals, in the other order', ['tool-*a', '*tool-a'], '*tool-a'],
  ])('is that of %s', (_, patterns, pattern) => {
    expect(chosen(patterns)).toEqual([pattern])
  })

  it('is the later one where two files give the name itself', () => {
    const [first, second] = volumes('planner', 'planner')
    if (first === undefined || second === undefined) throw new Error('there are two')
    expect(shareVolumes([first, second], NONE, used('planner')).shared.map(({ runs }) => runs)).toEqual([second])
  })
})

describe('agents and volumes that do not meet', () => {
  it('are told by name and in the order of the policy', () => {
    const found = shareVolumes(volumes('ghost', 'planner', 'a-*'), used('old', 'planner'), used('writer', 'planner', 'editor'))
    expect(found.without).toEqual(['editor', 'writer'])
    expect(found.unmatched).toEqual(['ghost', 'a-*'])
  })

  it('are unmatched where the baseline alone has the agent', () => {
    const found = shareVolumes(volumes('plan*'), used('planner'), used('writer'))
    expect(found.unmatched).toEqual(['plan*'])
    expect(found.shared).toMatchObject([{ name: 'planner', before: { costUsd: 1 }, after: null }])
  })

  it('are none where one of many agents has it', () => {
    expect(shareVolumes(volumes('plan*'), NONE, used('writer', 'planner')).unmatched).toEqual([])
  })
})

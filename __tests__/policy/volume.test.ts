import { describe, expect, it } from 'vitest'
import { type PolicySource, readPolicies } from '../../src/policy/read-all.ts'

const file = (name: string, text: string, addsOnly = false): PolicySource => ({ file: name, text, addsOnly })
const LIMIT = 'policies: [{ name: p, totals: { max_projected_cost_per_month_usd: 5 } }]\n'

describe('volume', () => {
  it('is about everything and about agents', () => {
    const text = 'volume:\n  runs_per_day: 4000\n  agents:\n    planner: { runs_per_month: 500 }\n'
    expect(readPolicies([file('a.yaml', text)]).volume).toEqual({
      all: { runs: 4000, per: 'day' },
      agents: [{ pattern: 'planner', runs: 500, per: 'month', policy: { path: 'a.yaml', line: 4, name: null } }],
    })
  })

  it.each([
    ['volume: { runs_per_day: 1, runs_per_month: 2 }', 'a.yaml:1: volume has both runs_per_day and runs_per_month: say one of them'],
    [
      'volume:\n  agents:\n    x: { runs_per_day: 1, runs_per_month: 2 }',
      'a.yaml:3: volume.agents.x has both runs_per_day and runs_per_month: say one of them',
    ],
    [
      LIMIT,
      'a.yaml:1: max_projected_cost_per_month_usd needs the number of runs, which no policy says. Example: volume: { runs_per_day: 4000 }',
    ],
    ['volume:\n  runs_per_day: 1\n  runs_per_month: 2', 'a.yaml:3: volume has both runs_per_day and runs_per_month: say one of them'],
    ['volume: { runs_per_day: 0 }', expect.stringContaining('a.yaml:1')],
    ['volume: { runs_per_day: .inf }', expect.stringContaining('a.yaml:1')],
    ['volume: {}', expect.stringContaining('a.yaml:1')],
    ['volume: { agents: { x: {} } }', expect.stringContaining('a.yaml:1')],
  ])('is refused in one line: %s', (text, message) => {
    expect(() => readPolicies([file('a.yaml', text)])).toThrow(expect.objectContaining({ message }))
  })

  it('may stand in another file than the limit', () => {
    const { volume, rules } = readPolicies([file('a.yaml', LIMIT), file('b.yaml', 'volume: { runs_per_day: 3 }')])
    expect([volume?.all, rules.length]).toEqual([{ runs: 3, per: 'day' }, 1])
  })

  it('is said alike in two files, or refused', () => {
    const both = (one: string, other: string) => readPolicies([file('a.yaml', `volume: ${one}`), file('b.yaml', `volume: ${other}`)]).volume
    expect(both('{ runs_per_day: 3 }', '{ runs_per_day: 3, agents: { x: { runs_per_day: 1 } } }')).toMatchObject({
      agents: [{ pattern: 'x' }],
    })
    expect(() => both('{ runs_per_day: 3 }', '{ runs_per_month: 90 }')).toThrow(
      'b.yaml:1: volume is "90 a month", but "3 a day" in a.yaml:1: say it in one file alone, or alike in both',
    )
  })

  it('is what all files say together, each agent once', () => {
    const agents = (...names: string[]) => `volume: { agents: { ${names.map((name) => `${name}: { runs_per_day: 1 }`).join(', ')} } }`
    const all = 'volume: { runs_per_month: 5 }'
    const { volume } = readPolicies([agents('x', 'y'), all, agents('y', 'z')].map((text, index) => file(`${index}.yaml`, text)))
    expect(volume?.all).toEqual({ runs: 5, per: 'month' })
    expect(volume?.agents.map(({ pattern }) => pattern)).toEqual(['x', 'y', 'z'])
    expect(readPolicies([file('a.yaml', agents('x')), file('b.yaml', agents('z'))]).volume?.all).toBeNull()
  })

  it('is needed by a limit on the growth of a projected month, too, and the fault names the file', () => {
    const limit = '\npolicies: [{ name: p, totals: { max_projected_increase_per_month_usd: 5 } }]\n'
    const faulty = {
      message:
        'b.yaml:2: max_projected_increase_per_month_usd needs the number of runs, which no policy says. Example: volume: { runs_per_day: 4000 }',
      files: ['b.yaml'],
    }
    expect(() => readPolicies([file('a.yaml', 'min_runs: 1'), file('b.yaml', limit)])).toThrow(expect.objectContaining(faulty))
    // Nor may a file that nobody has reviewed leave it out.
    expect(() => readPolicies([file('a.yaml', 'min_runs: 1'), file('b.yaml', limit, true)])).toThrow(expect.objectContaining(faulty))
  })

  it('of a file that nobody has reviewed counts only where no other gives one', () => {
    const added = file('new.yaml', `volume: { runs_per_day: 1 }\n${LIMIT}`, true)
    expect(readPolicies([file('a.yaml', 'volume: { runs_per_day: 9 }'), added]).volume?.all?.runs).toBe(9)
    expect(readPolicies([file('a.yaml', 'min_runs: 1'), added]).volume?.all?.runs).toBe(1)
    // Nor does it mend a reviewed one that limits a projection without runs: with one run a month that is always kept.
    expect(() => readPolicies([file('a.yaml', LIMIT), added])).toThrow(
      'a.yaml:1: max_projected_cost_per_month_usd needs the number of runs',
    )
  })
})

import { expect, it } from 'vitest'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import type { HistoryPoint, Level } from '../../../src/generated/types.ts'
import { judgeIncreases } from '../../../src/judge/growth/growth.ts'
import { isFinding } from '../../../src/judge/ruling.ts'
import { readPolicies } from '../../../src/policy/read-all.ts'
import { buildPoint } from '../../support/baseline/points.ts'
import { change, comparison } from '../../support/judge/builders.ts'

const FACTORS = [1, 1.03, 0.97, 1.02, 0.98, 1.03, 0.97, 1, 1.02, 0.98]
const NAMES = Array.from({ length: 40 }, (_, index) => `agent-${index}`)

/** Records in which each of these models costs about a dollar. */
function recordsOf(models: readonly string[], factors = FACTORS): HistoryPoint[] {
  return factors.map((factor, index) => {
    const stats = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, { calls: 1, total_tokens: 10, cost_usd: factor }]))
    return buildPoint(factor * models.length, index, { models: stats(models), agents: stats(NAMES) })
  })
}

/** The level of what is found about each name, by these policy files. */
function levels(files: readonly string[], records: readonly HistoryPoint[], changes: Parameters<typeof comparison>[1]): Map<string, Level> {
  const { rules } = readPolicies(files.map((text, index) => ({ file: `${index}.yaml`, text, addsOnly: index > 0 })))
  const increases = rules.filter((rule) => rule.key === 'max_increase_percent')
  const chance = {
    records,
    leftOut: [],
    centre: { index: records.length - 1, records: 1, by: 'newest' as const },
    student: studentQuantile,
  }
  const rulings = judgeIncreases(increases, comparison(change('total', 1, 1), changes), { chance, onInconclusive: 'warn' })
  return new Map(rulings.filter(isFinding).map(({ policy, subject, level }) => [`${policy?.path} ${subject.name}`, level]))
}

it('a policy file that limits many agents makes nothing chance that another one proves', () => {
  const changes = { agents: NAMES.map((name) => change(name, 1, name === 'agent-0' ? 1.135 : 1)) }
  const own = 'regression: { per_agent: { agent-0: { max_increase_percent: 10 } } }'
  const many = 'regression: { per_agent: { "*": { max_increase_percent: 10 } } }'
  const records = recordsOf(['m'])
  expect(levels([own], records, changes).get('0.yaml agent-0')).toBe('error')
  expect(levels([own, many], records, changes).get('0.yaml agent-0')).toBe('error')
  // Of so many agents chance moves one as far: this says something.
  expect(levels([many], records, changes).get('0.yaml agent-0')).toBe('warning')
})

it('the records of a name are those that it decides about, as for head', () => {
  const changes = { models: [change('gpt-4o', 1, 1.5), change('gpt-4o-2024-08-06', 1, 1)] }
  const records = recordsOf(['gpt-4o', 'gpt-4o-2024-08-06'])
  const both = 'regression: { per_model: { gpt-4o: { max_increase_percent: 20 }, gpt-4o-2024-08-06: { max_increase_percent: 20 } } }'
  expect(levels([both], records, changes)).toEqual(new Map([['0.yaml gpt-4o', 'error']]))
})

it('a thousand models take no minute', () => {
  const models = Array.from({ length: 1000 }, (_, index) => `openai/gpt-${index}-2024-08-06`)
  const limits = models.map((_, index) => `gpt-${index}: { max_increase_percent: 1 }`)
  const found = levels(
    [`regression: { per_model: { ${limits.join(', ')} } }`],
    recordsOf(models.slice(0, 100), Array.from({ length: 5 }, () => FACTORS).flat()),
    {
      models: models.map((name) => change(name, 1, 3)),
    },
  )
  expect(found.size).toBe(1000)
}, 20_000)

import type { CostReport } from '../../src/generated/types.ts'
import { agree, answerOf, figuresOf, reviewed, type Sample, tellTotal, UNSEEN } from '../support/commands/samples.ts'

const read = async (sample: Sample, by: string): Promise<CostReport> =>
  JSON.parse(await answerOf(sample, `report --by ${by} --format json`))

for (const key of ['agent', 'model', 'customer', 'step', 'run'] as const)
  agree(`report by ${key}`, {
    keys: [key],
    tell: async (sample) => (await read(sample, key)).groups.map((group) => ({ names: [group.name], ...figuresOf(group) })),
  })
agree('report, all calls', { keys: [], tell: async (sample) => tellTotal(figuresOf((await read(sample, 'agent')).total)) })
agree('report by agent, its models', {
  keys: ['agent', 'model'],
  tell: async (sample) => {
    const { groups } = await read(sample, 'agent')
    return groups.flatMap(({ name, models }) => models.map((use) => ({ names: [name, use.model], calls: use.calls, cost: use.cost_usd })))
  },
})
agree('report by agent as a map', {
  keys: ['agent'],
  tell: async (sample) =>
    Object.entries<number>(JSON.parse(await answerOf(sample, 'report --format map'))).map(([name, cost]) => ({ names: [name], cost })),
})
reviewed('report', UNSEEN, (sample) => answerOf(sample, 'report'))

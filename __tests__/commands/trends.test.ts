import type { CostTrends } from '../../src/generated/types.ts'
import { agree, answerOf, reviewed, type Sample, tellTotal, UNSEEN } from '../support/commands/samples.ts'

const read = async (sample: Sample, by: string): Promise<CostTrends> =>
  JSON.parse(await answerOf(sample, `trends --by ${by} --format json`))

function figuresOf({ points, cost_usd: cost }: CostTrends['total']) {
  const sum = (key: 'calls' | 'total_tokens') => points.reduce((all, point) => all + (point[key] ?? 0), 0)
  return { calls: sum('calls'), tokens: sum('total_tokens'), cost: cost ?? 0 }
}

for (const key of ['model', 'agent'] as const)
  agree(`trends by ${key}`, {
    keys: [key],
    tell: async (sample) => (await read(sample, key)).series.map((series) => ({ names: [series.name], ...figuresOf(series) })),
  })
agree('trends, all calls', { keys: [], tell: async (sample) => tellTotal(figuresOf((await read(sample, 'model')).total)) })
reviewed('trends', UNSEEN, (sample) => answerOf(sample, 'trends --by model'))

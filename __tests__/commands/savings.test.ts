import type { Savings } from '../../src/generated/types.ts'
import { agree, answerOf, reviewed, type Sample, tellTotal, UNSEEN } from '../support/commands/samples.ts'

const read = async (sample: Sample): Promise<Savings> => JSON.parse(await answerOf(sample, 'savings --format json'))

agree('savings, all calls', {
  keys: [],
  tell: async (sample) => {
    const { calls, total_cost_usd: cost } = await read(sample)
    return tellTotal({ calls, cost })
  },
})
agree('savings, all steps and what they leave out', {
  keys: [],
  tell: async (sample) => {
    const { output, left_out_calls: leftOut } = await read(sample)
    const cost = output.rows.reduce((sum, row) => sum + row.cost_usd, 0)
    return tellTotal({ calls: output.rows.reduce((sum, row) => sum + row.calls, leftOut), cost })
  },
})
agree('savings, the output of steps', {
  keys: ['step'],
  tells: 'some',
  tell: async (sample) =>
    (await read(sample)).output.rows.map(({ step, calls, cost_usd: cost, output_tokens_per_call: each }) => {
      return { names: [step], calls, cost, output: Math.round(each * calls) }
    }),
})
for (const section of ['models', 'batch'] as const)
  agree(`savings, ${section} by step and model`, {
    keys: ['step', 'model'],
    tells: 'some',
    tell: async (sample) =>
      (await read(sample))[section].rows.map(({ step, model, calls, cost_usd: cost }) => ({ names: [step, model], calls, cost })),
  })
reviewed('savings', UNSEEN, (sample) => answerOf(sample, 'savings'))

import type { Experiment } from '../../src/generated/types.ts'
import { agree, answerOf, reviewed, SAMPLES, type Sample, tellTotal } from '../support/commands/samples.ts'

const read = async (sample: Sample): Promise<Experiment> => JSON.parse(await answerOf(sample, 'compare --by agent --format json'))

agree('compare by agent', {
  keys: ['agent'],
  tells: 'some',
  tell: async (sample) =>
    (await read(sample)).variants.map(({ name, calls, tokens, cost_usd: cost }) => ({ names: [name], calls, tokens, cost })),
})
agree('compare by agent, all agents and what they leave out', {
  keys: [],
  tell: async (sample) => {
    const { variants, left_out: leftOut } = await read(sample)
    const all = [...variants, ...leftOut]
    return tellTotal({
      calls: all.reduce((sum, { calls }) => sum + calls, 0),
      cost: all.reduce((sum, { cost_usd }) => sum + cost_usd, 0),
    })
  },
})
reviewed('compare', SAMPLES, (sample) => answerOf(sample, 'compare --by agent'))

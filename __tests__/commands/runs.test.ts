import type { RunRow } from '../../src/generated/types.ts'
import { agree, answerOf, reviewed, SAMPLES, type Sample, tellTotal } from '../support/commands/samples.ts'

const read = async (sample: Sample): Promise<RunRow[]> => JSON.parse(await answerOf(sample, 'runs --limit 100000 --format json'))

const figuresOf = ({ calls, input_tokens: input, output_tokens: output, total_tokens: tokens, total_cost_usd }: RunRow) => ({
  ...{ calls, input, output, tokens },
  cost: total_cost_usd ?? 0,
})

agree('runs', {
  keys: ['run'],
  tells: 'named',
  tell: async (sample) => (await read(sample)).map((run) => ({ names: [run.run_id], ...figuresOf(run) })),
})
agree('runs, all calls', {
  keys: [],
  tell: async (sample) => {
    const figures = (await read(sample)).map(figuresOf)
    const sum = (key: 'calls' | 'cost') => figures.reduce((total, run) => total + run[key], 0)
    return tellTotal({ calls: sum('calls'), cost: sum('cost') })
  },
})
reviewed('runs', SAMPLES, (sample) => answerOf(sample, 'runs'))

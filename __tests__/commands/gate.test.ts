import { expect, it } from 'vitest'
import type { Report } from '../../src/generated/types.ts'
import { readRows } from '../support/commands/oracle.ts'
import { agreeSummary, answerOf, reviewed, SAMPLES, type Sample } from '../support/commands/samples.ts'

/** Baseline and policy stand beside the examples. */
const words = ({ name }: Sample) => (name === 'agdd' ? 'gate' : 'gate --baseline ../baseline_summary.json --policy ../cost_governance.yaml')
const judge = (sample: Sample, flags = '') => answerOf(sample, `${words(sample)}${flags}`, sample.name === 'pr-regression' ? 1 : 0)
const read = async (sample: Sample): Promise<Report> => JSON.parse(await judge(sample, ' --format json'))
const costOf = ({ folder }: Sample) => readRows(folder).reduce((sum, row) => sum + row.cost_usd, 0)

agreeSummary('gate', async (sample) => (await read(sample)).head)
// The baseline gets older every day.
reviewed('gate', SAMPLES, async (sample) => (await judge(sample)).replace(/, [^,)]+ old\)/, ', … old)'))

it.each(SAMPLES.slice(1, 3))('gate tells by how much $name is dearer than main', async (sample) => {
  const [main] = SAMPLES
  const before = main === undefined ? Number.NaN : costOf(main)
  const total = (await read(sample)).comparison?.total
  expect(total?.baseline_cost_usd).toBeCloseTo(before, 9)
  expect(total?.delta_usd).toBeCloseTo(costOf(sample) - before, 9)
  expect(total?.percent).toBeCloseTo((costOf(sample) / before - 1) * 100, 9)
})

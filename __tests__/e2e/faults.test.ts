import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installProduct, type Product } from './product.ts'
import { approving } from './sweep/approving.ts'
import { commenting } from './sweep/commenting.ts'
import { deciding } from './sweep/deciding.ts'
import { publishing } from './sweep/publishing.ts'
import { recording } from './sweep/recording.ts'
import { makeRecord } from './sweep/situation.ts'
import { runTrial, type Trial } from './sweep/trial.ts'
import { uploading } from './sweep/uploading.ts'
import { work } from './sweep/work.ts'

let product: Product
let record: Buffer
let count = 0
const start = performance.now()
beforeAll(async () => {
  product = await installProduct()
  record = await makeRecord(product)
})
afterAll(async () => {
  await product.remove()
  console.log(`sweep: ${count} combinations of a request and a fault, ${Math.round((performance.now() - start) / 1000)} s`)
})

/** Deadlines are a fraction of the real ones here, which a busy machine can miss: what goes wrong has to go wrong twice. */
async function run(trial: Trial): Promise<readonly string[]> {
  count++
  const problems = await runTrial(product, record, trial)
  return problems.length === 0 ? problems : runTrial(product, record, trial)
}

describe.each([
  ['a fault in what decides the verdict passes, or stops the step in red', deciding],
  ['a fault in what the second job of a fork reads passes, or stops the step in red', commenting],
  ['a fault in what somebody accepted passes, or the verdict stays red', approving],
  ['a fault in what is published changes no verdict', publishing],
  ['a fault in what was recorded blocks nothing', recording],
  ['a fault in an upload changes no verdict', uploading],
])('%s', (_, groups) => {
  it.each(groups)('%s', { timeout: 300_000 }, async (_route, trials) => {
    expect(await work(trials, run)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { approving } from '../../support/e2e/sweep/approving.ts'
import { commenting } from '../../support/e2e/sweep/commenting.ts'
import { deciding } from '../../support/e2e/sweep/deciding.ts'
import { publishing } from '../../support/e2e/sweep/publishing.ts'
import { recording } from '../../support/e2e/sweep/recording.ts'
import { makeRecord } from '../../support/e2e/sweep/situation.ts'
import { isTimed, runTrial, type Trial } from '../../support/e2e/sweep/trial.ts'
import { uploading } from '../../support/e2e/sweep/uploading.ts'
import { work } from '../../support/e2e/sweep/work.ts'

let product: Product
let record: Buffer
let count = 0
let repeated = 0
const start = performance.now()
beforeAll(async () => {
  product = await installProduct()
  record = await makeRecord(product)
})
afterAll(async () => {
  await product.remove()
  console.log(
    `sweep: ${count} combinations of a request and a fault, ${repeated} of them repeated, ${Math.round((performance.now() - start) / 1000)} s`,
  )
})

/** Where somebody is silent, the deadlines are a fraction of the real ones, which a busy machine can miss: that has to go wrong twice. All else may not go wrong once. */
async function run(trial: Trial): Promise<readonly string[]> {
  count++
  const problems = await runTrial(product, record, trial)
  if (problems.length === 0 || !isTimed(trial)) return problems
  repeated++
  return runTrial(product, record, trial)
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

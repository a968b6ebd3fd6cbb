import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
  workspace = await createWorkspace()
  await workspace.write(
    'prices.yaml',
    'version: 1\nsellers: { our-gateway: { same_prices_as: [openai] } }\nmultipliers: { "our-gateway/*": 1.1 }\n',
  )
})
afterAll(async () => {
  await workspace.remove()
  await product.remove()
})

const price = (...words: string[]) => runTerminal(product.cli, ['price', ...words], { cwd: workspace.folder })

describe('price', () => {
  it('says what a million tokens of each kind cost', async () => {
    const { exitCode, stdout } = await price('gpt-4o')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^gpt-4o {2}\$12\.50\npriced as openai\/gpt-4o, from genai-prices \S+ \+ catalog \S+, prices of \d{4}-\d{2}-\d{2}\n/,
    )
  })

  it('takes the prices that a file of the user says', async () => {
    const { stdout } = await price(
      'gpt-4o',
      '--provider',
      'our-gateway',
      '--input',
      '1000000',
      '--pricing',
      'prices.yaml',
      '--format',
      'json',
    )
    expect(JSON.parse(stdout)).toMatchObject({ priced_as: 'our-gateway/gpt-4o', cost_usd: expect.closeTo(2.75, 12) })
  })

  it('ends with 1 where a model has no known price', async () => {
    const { exitCode, stdout } = await price('gpt-4o', '--provider', 'our-gateway')
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('gpt-4o has no known price: the list has no seller our-gateway')])
  })

  it.each([
    [[], 'price needs one model, got 0. Example: llm-cost-gate price gpt-4o'],
    [['a', 'b'], 'price needs one model, got 2. Example: llm-cost-gate price gpt-4o'],
    [['a', '--input', '1.5'], '--input must be a number of tokens from 0 to 1000000000000, got "1.5". Example: --input 12000'],
    [['a', '--input', '10', '--cached', '11'], '--input must include what the cache reads and writes (11), got 10'],
    [['a', '--at', 'noon'], '--at must be an ISO 8601 date or time, got "noon". Example: --at 2026-11-01'],
  ])('refuses %j in one line', async (words, message) => {
    const { exitCode, stderr } = await price(...words)
    expect([exitCode, stderr.trimEnd()]).toEqual([2, expect.stringContaining(message)])
  })
})

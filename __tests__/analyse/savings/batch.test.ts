import { describe, expect, it } from 'vitest'
import { summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { EXAMPLES, example, savingsOf, savingsOn } from '../../support/savings.ts'

describe('batch calls', () => {
  it.each(EXAMPLES)('save half of all that nobody waits for: examples/%s', async (name) => {
    const { batch, total_cost_usd } = await savingsOn(example(name))
    expect(batch.at_most_usd).toBeCloseTo(total_cost_usd / 2, 9)
    expect(batch.rows.every((row) => row.discount_percent === 50)).toBe(true)
  })

  it.each([
    ['plan', 0.25],
    ['plan,draft', 0.5],
    ['p*, d????', 0.5],
    ['none', 0],
  ])('are those of the steps %s, where these are named', async (steps, saved) => {
    const { batch } = await savingsOf([{ step: 'plan' }, { step: 'draft' }, { step: null }], '--batch-steps', steps)
    expect(batch.at_most_usd).toBe(saved)
    expect(batch.assumption).toContain(steps.split(',')[0])
  })

  it('are none in steps whose answer somebody waits for, unless they are named', async () => {
    const rows = [{ step: 'chat-reply' }, { step: 'plan' }]
    expect((await savingsOf(rows)).batch.rows.map((row) => row.step)).toEqual(['plan'])
    expect((await savingsOf(rows, '--batch-steps', '*')).batch.rows.map((row) => row.step)).toEqual(['chat-reply', 'plan'])
  })

  it('are none at providers without a discount for them', async () => {
    const { batch } = await savingsOf([{ model: 'deepseek-chat' }, { model: 'ollama/llama3' }, { model: 'my-own', cost_usd: 1 }])
    expect(batch.rows).toEqual([])
  })

  it('that were batch calls already save nothing more', async () => {
    const batch = { metadata: { batch: true } }
    expect((await savingsOf([{}, batch, batch])).batch.rows).toMatchObject([{ calls: 3, cost_usd: 1.5, at_most_usd: 0.25 }])
    expect((await savingsOf([batch])).batch.rows).toEqual([])
  })

  it('are unknown in a cost summary, which the assumption says', async () => {
    const summary = await summarizeFolder(example('main'))
    const folder = workspace({ 'summary.json': summary })
    const found = await savingsOn(folder, 'summary.json')
    expect(found.batch.assumption).toMatch(/no call was a batch call already, which sums do not say$/)
    const whole = await savingsOn(example('main'))
    expect(found).toEqual({
      ...whole,
      repeats: null,
      escalations: null,
      models: { ...whole.models, assumption: found.models.assumption },
      batch: { ...whole.batch, assumption: found.batch.assumption },
    })
  })

  it.each(['', 'plan,,draft', ' '])('need names, not %j', async (steps) => {
    await expect(savingsOf([{}], `--batch-steps=${steps}`)).rejects.toThrow(
      `--batch-steps must be names or globs with commas, got "${steps}". Example: --batch-steps plan,draft-*`,
    )
  })
})

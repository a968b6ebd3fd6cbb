import { expect, it } from 'vitest'
import { openEdit } from './checkout.ts'
import { baseline, QUIET, reviewOf } from './edits.ts'
import { onPull } from './occasions.ts'
import { lab, stage } from './stage.ts'
import { expectVerdict } from './story.ts'

stage()

const prices = (input: number) =>
  `version: 1\nmodels:\n  - id: acme/m1\n    prices:\n      - { effective: 1970-01-01, input: ${input}, output: 0 }\n`

it('savings read no price file a second time', async () => {
  const pull = await openEdit(lab, { 'prices.yaml': prices(5), 'base.json': baseline(0.5) }, { 'prices.yaml': prices(4) })
  await lab.spend({ model: 'acme/m1', input_tokens: 100_000, output_tokens: 0, cost_usd: null })
  const inputs = { ...QUIET, 'baseline-path': 'base.json', 'pricing-path': 'prices.yaml', savings: 'true' }
  const result = await lab.run(inputs, onPull(lab.github.state, pull))
  expectVerdict(result, 'pass', 0)
  const { files } = await reviewOf(result)
  expect(files.map(({ kind }: { kind: string }) => kind)).toEqual(['baseline', 'prices'])
  expect(lab.comments()[0]).toContain('This pull request edits the price file <code>prices&#46;yaml</code>. It was judged')
})

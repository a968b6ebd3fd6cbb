import { join } from 'node:path'
import { expect, it } from 'vitest'
import { gateFiles } from '../../src/terminal/gate.ts'
import { readPage, root } from './pages.ts'

it('docs/policy.md lists every rule that was judged on the example with a policy', async () => {
  const { findings, checks } = await gateFiles({
    files: [],
    inputs: {
      'working-directory': join(root, 'examples/pr-regression'),
      'baseline-path': '../baseline_summary.json',
      'policy-path': '../cost_governance.yaml',
    },
  })
  const page = await readPage('docs/policy.md')
  const listed = [...page.slice(page.indexOf('## All rules')).matchAll(/`([a-z_]+)`/g)].map(([, name]) => name)
  const judged = [...new Set([...findings, ...checks].map(({ rule }) => rule))]
  expect(judged.length).toBeGreaterThan(10)
  expect(listed).toEqual(expect.arrayContaining(judged))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readAlternatives, toAbout } from '../../../src/analyse/savings/alternatives.ts'
import { outputPrice } from '../../../src/analyse/savings/spent.ts'
import { listBlocks, readPage } from '../../support/docs/pages.ts'
import { pricerWith } from '../../support/price/pricer.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const file = join(import.meta.dirname, '../../../catalog/alternatives.yaml')
const text = readFileSync(file, 'utf8')

describe('the alternatives that come with the package', () => {
  const { entries, batchProviders, tiers } = readAlternatives('catalog/alternatives.yaml', text)

  it('keep their schema', () => {
    expect(findFaults('alternatives', parse(text))).toEqual([])
  })

  it('name models that have a price, and the tasks of the guides', async () => {
    const pricer = await pricerWith()
    for (const { to } of entries) if (to !== null) expect(outputPrice(pricer, to, null)).not.toBeNull()
    expect(entries.map(({ task }) => task)).toEqual([
      'Simple classification',
      'Data extraction',
      'Summarization',
      'Code review',
      'Complex reasoning',
    ])
  })

  it.each([
    ['gpt-4o', 'openai/gpt-4o-mini', 94],
    ['claude-3-opus-20240229', 'anthropic/claude-3-haiku-20240307', 90],
    ['o1-preview', 'openai/gpt-4o', 75],
  ])('save about what the guides say: %s to %s, %d percent or more', async (from, to, percent) => {
    const pricer = await pricerWith()
    const saved = 1 - (outputPrice(pricer, to, null)?.costUsd ?? 1) / (outputPrice(pricer, from, null)?.costUsd ?? 1)
    expect(saved * 100).toBeGreaterThanOrEqual(percent)
  })

  it('know the providers whose batch calls the guides count on', () => {
    expect([...batchProviders]).toEqual(expect.arrayContaining(['openai', 'anthropic', 'google']))
    expect(tiers).not.toBeNull()
  })
})

it('the example of docs/alternatives.md keeps the schema', async () => {
  const [example = ''] = listBlocks(await readPage('docs/alternatives.md'), 'yaml')
  expect(readAlternatives('alternatives.yaml', example).entries).toHaveLength(2)
})

describe('an entry', () => {
  it.each([
    [['gpt-4o'], undefined, 'plan', 'gpt-4o', true],
    [['gpt-4o'], undefined, null, 'gpt-4o', true],
    [['gpt-4o'], undefined, 'plan', 'gpt-4o-mini', false],
    [['gpt-4o'], undefined, 'plan', 'GPT-4o', true],
    [['gpt-4o'], undefined, 'plan', 'azure/gpt-4o', true],
    [['azure/gpt-4o'], undefined, 'plan', 'gpt-4o', false],
    [['gpt-4o-20*'], undefined, 'plan', 'openrouter/openai/gpt-4o-2024-08-06', true],
    [['*'], ['draft*'], 'draft-2', 'gpt-4o', true],
    [['*'], ['draft*'], 'plan', 'gpt-4o', false],
    [['*'], ['draft*'], null, 'gpt-4o', false],
    [['*'], ['Draft'], 'draft', 'gpt-4o', false],
  ])('from %j in steps %j: about step %j with %s is %s', (from, steps, step, model, about) => {
    expect(toAbout({ task: 'Any', from, to: null, ...(steps && { steps }) })(step, model)).toBe(about)
  })
})

describe('a file of alternatives that is wrong', () => {
  it.each([
    ['version: 1\nalternativs: []\n', 'my.yaml:2: unknown key "alternativs", did you mean "alternatives"?'],
    ['version: 1\nalternatives:\n  - task: x\n    from: gpt\n    to: y\n', 'my.yaml:4: $.alternatives[0].from: must be a list, got "gpt"'],
    [
      'version: 1\ntiers: { economy_below: 5, premium_from: 2 }\n',
      'my.yaml:2: $.tiers.premium_from: must be economy_below (5) or more, got 2',
    ],
  ])('says where: %j', (yaml, message) => {
    expect(() => readAlternatives('my.yaml', yaml)).toThrow(message)
  })
})

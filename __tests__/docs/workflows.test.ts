import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { INPUTS } from '../../src/generated/inputs.ts'
import { readPolicy } from '../../src/judge/policy.ts'
import { loadPricer } from '../../src/price/load.ts'
import { listBlocks, readPage, root } from './pages.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: unknown
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>>
}

/** A workflow may have no more than this; each job says what it needs of it. */
const MOST: Readonly<Record<string, string>> = { contents: 'read', 'pull-requests': 'write' }
const OURS = /^(\.\/|OWNER\/llm-cost-gate@<commit sha>)$/

const own = (await readdir(join(root, '.github/workflows'))).map((name) => `.github/workflows/${name}`)
const workflows = await Promise.all(
  ['examples/workflow.yml', ...own].map(async (file) => {
    const text = await readPage(file)
    return { file, text, workflow: parse(text) as Workflow }
  }),
)
const readme = await readPage('README.md')
const blocks = listBlocks(readme, 'yaml')
const readmeSteps = blocks.map((block) => parse(block)).filter((block): block is Step[] => Array.isArray(block))
const steps = [...workflows.flatMap(({ workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps)), ...readmeSteps.flat()]
const ourSteps = steps.filter(({ uses }) => uses !== undefined && OURS.test(uses))

describe.each(workflows)('$file', ({ text, workflow }) => {
  it('gives nothing to all jobs, and to each job the least, with the reason', () => {
    expect(workflow.permissions).toEqual({})
    for (const { permissions } of Object.values(workflow.jobs)) {
      expect(MOST).toMatchObject(permissions ?? { none: 'given' })
      for (const [name, level] of Object.entries(permissions ?? {})) expect(text).toMatch(new RegExp(`^ +${name}: ${level} # \\w+`, 'm'))
    }
  })

  it('runs without secrets for forks', () => {
    expect(JSON.stringify(workflow.on)).not.toContain('pull_request_target')
  })
})

describe('a step', () => {
  it('of somebody else is pinned to a commit, with its version', () => {
    const lines = [...workflows.map(({ text }) => text), ...blocks].flatMap((text) => text.match(/^.*\buses: .*$/gm) ?? [])
    const foreign = lines.filter((line) => !OURS.test(line.replace(/^.*uses: /, '')))
    expect(foreign.length).toBeGreaterThan(3)
    for (const line of foreign) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it.each(ourSteps)('of ours has only inputs of action.yml: $with', (step) => {
    expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
  })

  it('of ours is in every workflow that is shown', () => {
    expect(ourSteps.length).toBe(4)
  })
})

describe('a YAML block', () => {
  it('of the README that is a workflow is the example file', async () => {
    expect(blocks.filter((block) => block.includes('jobs:'))).toEqual([await readPage('examples/workflow.yml')])
  })

  it.each(blocks.filter((block) => block.startsWith('policies:')))('of the README that is a policy has limits that are read', (block) => {
    expect(readPolicy('README.md', block).rules.length).toBeGreaterThan(3)
  })

  it('of docs/pricing.md prices a model by its alias', async () => {
    const [example = ''] = listBlocks(await readPage('docs/pricing.md'), 'yaml')
    const bundled = { path: 'catalog/pricing.yaml', text: await readPage('catalog/pricing.yaml') }
    const pricer = await loadPricer({ bundled, overrides: { path: 'docs/pricing.md', text: example } })
    const tokens = { calls: 1, inputTokens: 1e6, outputTokens: 0, cachedTokens: 0, cacheWriteTokens: 0, batch: false }
    const record = { ...tokens, timeMs: null, provider: null, errors: 0, reasoningTokens: 0, costUsd: null }
    const nameless = { runId: null, step: null, agent: null, customer: null }
    expect(pricer.price({ ...record, ...nameless, model: 'our-gpt-4o' })).toEqual({ costUsd: 2.5, pricedAs: 'openai/gpt-4o' })
  })
})

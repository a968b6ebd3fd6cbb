import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decideMode } from '../../src/action/modes/mode.ts'
import { INPUTS } from '../../src/generated/inputs.ts'
import { listBlocks, listPages, readPage, root } from '../support/docs/pages.ts'
import { listExamples, OURS, readWorkflow, type WorkflowStep } from '../support/docs/workflow.ts'

const READ_ALL = { contents: 'read', actions: 'read' }
const GATE = { ...READ_ALL, 'pull-requests': 'write' }
/** What each job of each workflow may do. More needs a reason, in the file and here. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  '.github/workflows/ci.yml': { test: { contents: 'read' }, exhaustive: { contents: 'read' }, action: { contents: 'read' } },
  'examples/workflow.yml': { 'llm-cost': GATE },
  'examples/claude-code/workflow.yml': { 'llm-cost': GATE },
  'examples/opentelemetry/workflow.yml': { 'llm-cost': GATE },
  'examples/promptfoo/workflow.yml': { 'llm-cost': GATE },
  'examples/workflows/approvals.yml': { 'llm-cost': GATE },
  'examples/workflows/daily-report.yml': { 'llm-cost-report': { ...READ_ALL, issues: 'write' } },
  'examples/workflows/enterprise-server.yml': { 'llm-cost': GATE },
  'examples/workflows/file-baseline.yml': { 'llm-cost': GATE },
  'examples/workflows/forks-comment.yml': { 'llm-cost-comment': { ...GATE, statuses: 'write' } },
  'examples/workflows/forks-measure.yml': { 'llm-cost-measure': { ...READ_ALL, 'pull-requests': 'read' } },
  'examples/workflows/matrix.yml': { measure: { contents: 'read' }, 'llm-cost': GATE },
  'examples/workflows/merge-queue.yml': { 'llm-cost': GATE },
  'examples/workflows/monorepo.yml': { 'llm-cost': GATE },
}

const examples = await listExamples()
const own = (await readdir(join(root, '.github/workflows'))).map((name) => `.github/workflows/${name}`)
const workflows = await Promise.all(
  [...own, ...examples].map(async (file) => ({ file, text: await readPage(file), workflow: await readWorkflow(file) })),
)
const pages = await Promise.all((await listPages()).map(async (page) => ({ page, text: await readPage(page) })))
const guide = await readPage('docs/workflows.md')
const blocks = pages.flatMap(({ text }) => listBlocks(text, 'yaml'))
const texts = [...workflows.map(({ text }) => text), ...blocks]
const steps = workflows.flatMap(({ file, workflow }) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => ({ file, step }))),
)
const ourSteps = steps.filter(({ step }) => OURS.test(step.uses ?? ''))

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  const jobs = Object.entries(workflow.jobs)

  it('gives nothing to all jobs, and to each job the least, with the reason', () => {
    expect(workflow.permissions).toEqual({})
    expect(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]))).toEqual(PERMISSIONS[file])
    const lines = [...text.matchAll(/^ +(?:contents|actions|pull-requests|statuses|issues): (?:read|write)\b(.*)$/gm)].map(
      ([, reason]) => reason,
    )
    expect(lines).toHaveLength(jobs.reduce((sum, [, { permissions }]) => sum + Object.keys(permissions ?? {}).length, 0))
    for (const reason of lines) expect(reason).toMatch(/^ # \w+/)
  })

  it('runs without secrets for forks', () => {
    expect(JSON.stringify(workflow.on)).not.toContain('pull_request_target')
  })

  it('puts no expression into a command', () => {
    for (const [, { steps }] of jobs) for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })

  it('ends each job that hangs', () => {
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  it('keeps no token in the checkout', () => {
    const checkouts = jobs.flatMap(([, { steps }]) => steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false)
  })
})

describe.each(workflows.filter(({ file }) => examples.includes(file)))('$file', ({ file, text, workflow }) => {
  it('is linked from the guide, in the section that it names', () => {
    expect(guide).toContain(`](../${file})`)
    for (const [, heading] of text.matchAll(/docs\/workflows\.md, "([^"]+)"/g)) expect(guide).toContain(`\n## ${heading}\n`)
  })

  // A group that runs share ends the one that waits, even where runs may not end each other.
  it('lets nothing end a run that records', () => {
    const on = JSON.stringify(workflow.on)
    const records = on.includes('push') || (on.includes('schedule') && on.includes('pull_request'))
    if (records) expect(workflow.concurrency?.group).toMatch(/\$\{\{ github\.event\.pull_request\.number \|\| github\.run_id \}\}$/)
    expect(records || workflow.concurrency === undefined || !workflow.concurrency.group.includes('run_id')).toBe(true)
  })
})

describe('a step', () => {
  it('of somebody else is pinned to a commit, with its version, and everywhere to the same', () => {
    const lines = texts.flatMap((text) => text.match(/^.*\buses: .*$/gm) ?? [])
    const foreign = lines.map((line) => line.replace(/^.*uses: /, '')).filter((name) => !OURS.test(name))
    for (const name of foreign) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    const pins = new Set(foreign)
    expect(new Set([...pins].map((name) => name.split('@')[0])).size).toBe(pins.size)
    expect(pins.size).toBe(5)
  })

  it.each(ourSteps)('of ours has only inputs of action.yml: $file $step.with', ({ step }) => {
    expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
  })

  it('of ours is in every workflow that is shown', () => {
    expect(new Set(ourSteps.map(({ file }) => file))).toEqual(new Set(workflows.map(({ file }) => file)))
  })
})

describe('the two workflows for forks', async () => {
  const [measure, comment] = await Promise.all(['measure', 'comment'].map((part) => readWorkflow(`examples/workflows/forks-${part}.yml`)))

  it('belong together by name', () => {
    expect(comment?.on).toEqual({ workflow_run: { workflows: [measure?.name], types: ['completed'] } })
  })

  it('run nothing of the pull request where they can write', () => {
    const ran: WorkflowStep[] = Object.values(comment?.jobs ?? {}).flatMap((job) => [...job.steps])
    expect(ran.map(({ uses, run }) => ({ uses, run }))).toEqual([{ uses: 'OWNER/llm-cost-gate@<commit sha>' }])
  })
})

describe('a block', () => {
  it('of the README that is a workflow is the example file', async () => {
    const shown = listBlocks(await readPage('README.md'), 'yaml').filter((block) => block.includes('jobs:'))
    expect(shown).toEqual([await readPage('examples/workflow.yml')])
  })

  it('of YAML or JSON parses', () => {
    for (const block of blocks) expect(parse(block)).toBeTypeOf('object')
    for (const block of pages.flatMap(({ text }) => listBlocks(text, 'json'))) expect(JSON.parse(block)).toBeTypeOf('object')
  })

  it('of the guide that is a ruleset requires a job that the workflows have', async () => {
    const [ruleset] = listBlocks(guide, 'json').map((block) => JSON.parse(block))
    const contexts = ruleset.rules[0].parameters.required_status_checks.map(({ context }: { context: string }) => context)
    expect(contexts).toEqual(Object.keys((await readWorkflow('examples/workflow.yml')).jobs))
  })
})

describe('mode: auto', () => {
  const rows = [...guide.matchAll(/^\| `(\w+)`(.*?) \| `(\w+)` \|/gm)].map(([, event = '', where = '', mode = '']) => ({
    event,
    where,
    mode,
  }))

  it.each(rows)('does on $event$where what the guide says', ({ event, where, mode }) => {
    const ref = where.includes('another') ? 'refs/heads/feature' : 'refs/heads/main'
    const repository = { owner: 'acme', repo: 'agents', id: 1 }
    const run = { id: 1, attempt: 1, url: 'https://github.com/acme/agents/actions/runs/1' }
    const nothing = { headSha: null, pull: null, base: null, mergeGroupPull: null, triggeredBy: null, problem: null }
    expect(decideMode('auto', { event, repository, run, defaultBranch: 'main', ...nothing }, { GITHUB_REF: ref })).toBe(mode)
  })

  it('is told for every event that matters', () => {
    expect(new Set(rows.map(({ event }) => event)).size).toBe(7)
  })
})

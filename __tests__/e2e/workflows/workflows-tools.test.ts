import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../support/docs/pages.ts'
import { readWorkflow } from '../../support/docs/workflow.ts'
import { onBranch, onPull } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { openRunner, type Runner } from '../../support/e2e/runner/actions.ts'
import { gateOf, outline } from '../../support/e2e/runner/outcome.ts'
import { MEASURED } from '../../support/e2e/runner/uses.ts'
import { addCommit, openPull, pushTo } from '../../support/github/story/story.ts'

let product: Product
let runner: Runner
beforeAll(async () => {
  product = await installProduct()
})
beforeEach(async () => {
  runner = await openRunner(product)
})
afterEach(() => runner.close())
afterAll(() => product.remove())

/** What each example costs, why its pull request costs more, and what the data section says of its files. */
const EXAMPLES = [
  {
    tool: 'promptfoo',
    file: 'results.json',
    records: 'push',
    change: '$0.0140 → $0.0926',
    cause: '+$0.0785 other models: reply moved from gpt-4.1-mini to gpt-4.1',
    data: ['promptfoo: 6 tests', 'results.json | promptfoo: 6 tests | counted | 1 | 6 | $0.0926'],
  },
  {
    tool: 'claude-code',
    file: 'claude-execution-output.json',
    records: 'schedule',
    change: '$0.2223 → $1.0549',
    cause: '+$0.5339 less from the cache: agent claude-code on claude-sonnet-4-5-20250929',
    data: ['Claude Code: 1 session', 'claude-execution-output.json | Claude Code: 1 session | counted | 1 | 14 | $1.0549'],
  },
  {
    tool: 'opentelemetry',
    file: 'traces.jsonl',
    records: 'push',
    change: '$0.0495 → $0.1113',
    cause: '+$0.0677 more calls: research: 6 → 16 calls on gpt-5-2025-08-07',
    data: ['OpenTelemetry: 22 calls', 'traces.jsonl | OpenTelemetry | counted | 1 | 22 | $0.1113'],
  },
] as const

/** The comment on a pull request, as it reads. */
function commentOn(number: number): string {
  const bodies = runner.github.state.comments.filter(({ issue }) => issue === number).map(({ body }) => body)
  expect(bodies).toHaveLength(1)
  return (bodies[0] ?? '')
    .replaceAll(/<\/?code>|\*\*/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u00a0', ' ')
}

describe.each(EXAMPLES)('the workflow for $tool', async ({ tool, file, records, change, cause, data }) => {
  const folder = join(root, 'examples', tool)
  const workflow = await readWorkflow(`examples/${tool}/workflow.yml`)
  const collector: Record<string, string> =
    tool === 'opentelemetry' ? { 'collector.yaml': await readFile(join(folder, 'collector.yaml'), 'utf8') } : {}
  const measuring = async (side: string) => ({ [MEASURED]: await readFile(join(folder, side, file), 'utf8'), ...collector })

  it('sets nothing: the files are found', () => {
    expect(workflow.jobs['llm-cost']?.steps.at(-1)?.with).toBeUndefined()
  })

  it('records main, fails a pull request that regresses with its cause, and passes it when it is mended', async () => {
    const { state } = runner.github
    addCommit(state, { branch: 'main', files: await measuring('main') })
    expect(outline(await runner.run(workflow, onBranch(state, records)))).toEqual({ 'llm-cost': 'success: pass' })
    expect(state.artifacts.map(({ name }) => name)).toContain('llm-cost-baseline')

    const pull = openPull(state, { headBranch: 'dearer', files: await measuring('pr-regression') })
    const regressed = await runner.run(workflow, onPull(state, pull))
    expect(outline(regressed)).toEqual({ 'llm-cost': 'failure: fail' })
    expect(gateOf(regressed)).toMatchObject({ exitCode: 1, stderr: '' })
    for (const part of ['### ❌ LLM cost', change, cause, ...data]) expect(commentOn(pull.number)).toContain(part)

    pushTo(state, pull, { files: await measuring('main') })
    expect(outline(await runner.run(workflow, onPull(state, pull)))).toEqual({ 'llm-cost': 'success: pass' })
    expect(commentOn(pull.number)).toContain('### ✅ LLM cost unchanged')
  })
})

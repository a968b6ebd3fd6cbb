import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBlocks, readPage } from '../../support/docs/pages.ts'
import { createProject, type Project } from '../../support/e2e/project.ts'
import { findNode20 } from '../../support/e2e/runner/nodes.ts'

const root = join(import.meta.dirname, '../../..')
const node24 = join(root, 'node_modules/.bin/node')
const node20 = findNode20()
const page = await readPage('docs/library.md')
const examples = listBlocks(page, 'js')
const outputs = listBlocks(page, 'text')

let project: Project
beforeAll(async () => {
  project = await createProject()
})
afterAll(() => project.remove())

async function run(script: string, node = node24): Promise<string> {
  await project.write('script.js', script)
  return execFileSync(node, ['script.js'], { cwd: project.folder, encoding: 'utf8', env: { PATH: process.env.PATH } })
}

/** What the type checker says, with every check on and no types but those of the package. */
async function check(file: string, source: string): Promise<string> {
  const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true }
  const modules = { module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom'], types: [], allowJs: true, checkJs: true }
  await project.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...strict, ...modules }, files: [file] }))
  await project.write(file, source)
  try {
    return execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], { cwd: project.folder, encoding: 'utf8' })
  } catch (error) {
    return String(Object(error).stdout)
  }
}

const smoke = `
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BudgetExceededError, BudgetGuard, InputError, compare, gate, judge, readPolicy, renderMarkdown, renderText, summarize } from 'llm-cost-gate'
const unpriced = { timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', input_tokens: 1000000, output_tokens: 0 }
const head = await summarize([unpriced])
const policy = await readPolicy('regression: { max_increase_percent: 10 }')
const guard = new BudgetGuard({ maxCostUsd: 1 })
let message = ''
try { guard.check(2) } catch (error) { if (error instanceof BudgetExceededError) message = error.message }
const wrong = await summarize('nothing-here').catch((error) => error instanceof InputError)
const report = await gate({ workingDirectory: 'examples/pr-small', baselinePath: '../baseline_summary.json' })
const schema = createRequire(import.meta.url).resolve('llm-cost-gate/schemas/policy.schema.json')
const catalog = createRequire(import.meta.url).resolve('llm-cost-gate/catalog/alternatives.yaml')
console.log(JSON.stringify([
  head.total_cost_usd, judge({ head, baseline: { total_cost_usd: 2 }, policy }).verdict, compare({ total_cost_usd: 2 }, head).total.percent, message, wrong,
  report.verdict, renderText(report).split(' ')[0], renderMarkdown(report).slice(0, 3), JSON.parse(readFileSync(schema)).title, readFileSync(catalog, 'utf8').length > 100,
]))
`
const answer = [2.5, 'fail', 25, 'Budget exceeded: $2.00 > $1.00', true, 'pass', 'PASS', '###', 'PolicyFile', true]

describe('the packed package, in a project that has nothing else', () => {
  it('works', async () => {
    expect(JSON.parse(await run(smoke))).toEqual(answer)
  })

  it.skipIf(node20 === undefined)('works on Node 20 (skipped where PATH has none)', async () => {
    expect(JSON.parse(await run(smoke, node20))).toEqual(answer)
  })

  it('runs its command line', () => {
    const cli = join(project.folder, 'node_modules/llm-cost-gate/dist/cli.js')
    const text = execFileSync(node24, [cli, 'savings', '--working-directory', 'examples/main'], { cwd: project.folder, encoding: 'utf8' })
    expect(text).toBe(readFileSync(join(root, '__tests__/render/savings/golden/main.txt'), 'utf8'))
    expect(execFileSync(node24, [cli, 'demo'], { cwd: project.folder, encoding: 'utf8' })).toContain('FAIL  LLM cost')
  })

  it('has types that a strict project accepts', async () => {
    const source = `
      import { BudgetGuard, type CostSummary, type Finding, type GateOptions, judge, type Judgement, type QueryRow, query, type RunRow, report, runs, summarize, trends, type Verdict } from 'llm-cost-gate'
      const head: CostSummary = await summarize(['a.jsonl'], { timezone: 'UTC' })
      const judgement: Judgement = judge({ head, baseline: { total_cost_usd: 1 }, onMissingBaseline: 'fail' })
      const verdict: Verdict = judgement.verdict
      const first: Finding | undefined = judgement.findings[0]
      const options: GateOptions = { usagePath: ['a', 'b'], maxIncreasePercent: 10 }
      new BudgetGuard({ maxCostUsd: 2, onAlert: ({ totalCostUsd }) => { const usd: number = totalCostUsd; void usd } }).check(1)
      const row: RunRow | undefined = (await runs({ agent: 'a*', sort: 'calls' })).runs[0]
      const found: readonly QueryRow[] = (await query({ search: 'a' })).records
      const usd: number | null = (await trends({ weeks: 2 })).total.cost_usd ?? (await report({ by: 'run' })).groups[0]?.cost_usd ?? null
      void [verdict, first, options, row, found, usd]
    `
    expect(await check('types.ts', source)).toBe('')
  })

  it.each([
    ["new BudgetGuard({ maxCostUsd: '2' })", 'TS2322'],
    ['new BudgetGuard({})', 'TS2741'],
    ["await summarize([{ model: 'gpt-4o' }])", 'TS2739'],
    ['judge({ head: { total_cost_usd: 1 } })', 'TS2740'],
    ["await gate({ maxIncreasePercent: '10' })", 'TS2322'],
    ["await runs({ sort: 'dear' })", 'TS2322'],
  ])('has types that refuse %s', async (mistake, code) => {
    expect(await check('types.ts', `import { BudgetGuard, gate, judge, runs, summarize } from 'llm-cost-gate'\n${mistake}\n`)).toContain(
      `error ${code}`,
    )
  })
})

describe('docs/library.md', () => {
  it('has an output for every example', () => {
    expect(examples.length).toBeGreaterThan(4)
    expect(outputs).toHaveLength(examples.length)
  })

  it.each(
    examples.map((example, index) => [index + 1, example, outputs[index]]),
  )('prints what it says in example %d', async (_, example, output) => {
    expect(await run(String(example))).toBe(output)
  })

  it.each(examples.map((example, index) => [index + 1, example]))('has types in example %d', async (_, example) => {
    // Node's own types are not part of the project.
    const source = String(example).replace(
      "import { readFile } from 'node:fs/promises'",
      '/** @type {(file: string, encoding: string) => Promise<string>} */\nlet readFile',
    )
    expect((await check('example.js', source)).replaceAll(/^.*TS2454.*\n/gm, '')).toBe('')
  })

  it('names everything that the package exports', async () => {
    const names = await run("import * as library from 'llm-cost-gate'\nconsole.log(Object.keys(library).join())")
    for (const name of names.trim().split(',')) expect(page).toContain(`\`${name}\``)
  })
})

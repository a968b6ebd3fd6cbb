import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withHistory } from '../../src/baseline/history.ts'
import type { CostSummary, NoiseState, Report } from '../../src/generated/types.ts'
import { summarizeUsage } from '../../src/library/summarize.ts'
import { installProduct, type Product } from '../support/e2e/product.ts'
import { runTerminal } from '../support/e2e/terminal.ts'
import { toRows } from '../support/noise/ledger.ts'
import type { Change, ModelName } from '../support/noise/models.ts'
import { seedRandom } from '../support/noise/random.ts'
import { type Drawn, draw, judgeByEngine, type Situation } from '../support/noise/simulate.ts'
import type { Pipeline } from '../support/noise/suite.ts'
import { jsonl, LEDGER } from '../support/read/workspace.ts'

/** Pull requests of each situation: 200 together. */
const EACH = 10
const MODELS: readonly ModelName[] = ['steady', 'agent', 'loose', 'storms', 'cache', 'drift', 'step', 'fixed']
const CHANGES: readonly Change[] = [
  { cause: 'prompts', by: 0.3 },
  { cause: 'price', by: 0.3 },
  { cause: 'calls', by: 0.6 },
  { cause: 'one case', by: 1 },
]
const suite = { runs: 10, records: 20 }
const SITUATIONS: readonly Situation[] = [
  ...MODELS.map((model) => ({ model, ...suite })),
  ...(['agent', 'loose', 'storms'] as const).flatMap((model) => CHANGES.map((change) => ({ model, ...suite, change }))),
]
const TOGETHER = 2

let product: Product
let root: string
beforeAll(async () => {
  product = await installProduct()
  root = await realpath(await mkdtemp(join(tmpdir(), 'noise-')))
})
afterAll(async () => {
  await product.remove()
  await rm(root, { recursive: true })
})

/** What the command line said of a pull request, and what the functions of the comparison say. */
interface Answer {
  readonly situation: Situation
  readonly expected: NoiseState
  readonly state: NoiseState | undefined
  readonly exitCode: number | null
}

async function ask(situation: Situation, { records, head }: Drawn, name: string): Promise<Answer> {
  const cwd = join(root, name)
  await spend(cwd, head)
  await writeFile(join(cwd, 'baseline.json'), JSON.stringify(await recordAll(records)))
  const { exitCode } = await gate(cwd)
  const report: Report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'))
  return { situation, expected: judgeByEngine({ records, head }), state: report.noise?.state, exitCode }
}

/** The newest of these records, as `mode: record` keeps it. */
async function recordAll(pipelines: readonly Pipeline[]): Promise<CostSummary> {
  let before: CostSummary | null = null
  for (const pipeline of pipelines) before = withHistory(await summarizeUsage(toRows(pipeline), {}), before)
  if (before === null) throw new Error('there is no record')
  return before
}

async function spend(cwd: string, pipeline: Pipeline): Promise<void> {
  await mkdir(dirname(join(cwd, LEDGER)), { recursive: true })
  await writeFile(join(cwd, LEDGER), jsonl(...toRows(pipeline)))
}

function gate(cwd: string) {
  return runTerminal(product.cli, ['gate', '--baseline', 'baseline.json', '--report', 'report.json'], { cwd })
}

/** Each pull request on a workspace of its own, a few at the same time. */
async function askAll(seed: number): Promise<Answer[]> {
  const random = seedRandom(seed)
  const drawn = SITUATIONS.flatMap((situation) => Array.from({ length: EACH }, () => ({ situation, drawn: draw(situation, random) })))
  const answers: Answer[] = []
  const waiting = drawn.entries()
  const work = async () => {
    for (const [index, one] of waiting) answers.push(await ask(one.situation, one.drawn, `pair-${index}`))
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
  return answers
}

describe('200 pull requests through the command line', () => {
  let answers: readonly Answer[]
  beforeAll(async () => {
    answers = await askAll(4711)
  }, 600_000)

  it('are judged as the functions of the comparison say', () => {
    expect(answers).toHaveLength(200)
    expect(answers.filter(({ expected, state }) => state !== expected)).toEqual([])
  })

  it('fail the step where an increase is proven, and nowhere else', () => {
    expect(answers.filter(({ state, exitCode }) => exitCode !== (state === 'fail' ? 1 : 0))).toEqual([])
  })

  it('have each of the outcomes', () => {
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['fail', 'inconclusive', 'hidden', 'pass']))
  })

  it('are hardly ever blocked where nothing changed', () => {
    const unchanged = answers.filter(({ situation }) => situation.change === undefined)
    // At a rate of 1 % three of 80 are blocked once in a hundred times.
    expect(unchanged.filter(({ exitCode }) => exitCode === 1).length).toBeLessThan(3)
    expect(unchanged).toHaveLength(80)
  })

  it('are told of where the price of all tokens rose', () => {
    const dearer = answers.filter(({ situation }) => situation.change?.cause === 'price')
    expect(dearer.filter(({ state }) => state === 'fail' || state === 'hidden').length).toBeGreaterThan(0.95 * dearer.length)
  })
})

describe('a history that the command line wrote', () => {
  it.each<ModelName>(['agent', 'cache'])('is the one of a program that records: %s', async (model) => {
    const { records, head } = draw({ model, runs: 10, records: 9 }, seedRandom(1))
    const cwd = join(root, `history-${model}`)
    for (const pipeline of records) {
      await spend(cwd, pipeline)
      const { exitCode } = await runTerminal(product.cli, ['summarize', '--history', 'baseline.json', '--output', 'baseline.json'], { cwd })
      expect(exitCode).toBe(0)
    }
    const written: CostSummary = JSON.parse(await readFile(join(cwd, 'baseline.json'), 'utf8'))
    const expected = await recordAll(records)
    // When and of which commit is of the process.
    const withoutTimes = ({ history = [] }: CostSummary) => history.map((point) => ({ ...point, commit: null, created_at: null }))
    expect(withoutTimes(written)).toEqual(withoutTimes(expected))
    await spend(cwd, head)
    expect((await gate(cwd)).stdout).toContain('from 9 records')
    const report: Report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'))
    expect(report.noise?.state).toBe(judgeByEngine({ records, head }))
  })
})

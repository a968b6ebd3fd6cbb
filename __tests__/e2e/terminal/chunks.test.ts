import { readdirSync, readFileSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { lab, product, stage } from '../../support/e2e/stage.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'

const loads = pathToFileURL(join(import.meta.dirname, '../../support/e2e/loads.ts')).href
const samples = join(import.meta.dirname, '../../fixtures/samples')
/** Words that stand in a part of the bundle and nowhere else. */
const parts = {
  prices: 'standard_only',
  toolkit: 'GITHUB_STEP_SUMMARY',
  client: 'octokit',
  yaml: 'YAMLParseError',
  statistics: 'ndtri',
  readers: 'gh-aw-firewall',
  charts: 'renderToSVGString',
}
type Part = keyof typeof parts | 'sqlite' | 'crypto'

stage()

function chunksWith(word: string): readonly string[] {
  const folder = join(product.folder, 'dist')
  return readdirSync(folder).filter((file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(word))
}

/** Which parts were loaded by a process that notes its loads. */
async function watch(run: (env: Record<string, string>) => Promise<{ exitCode: number | null }>): Promise<readonly Part[]> {
  const file = join(lab.folder, 'loads')
  const { exitCode } = await run({ NODE_OPTIONS: `--import ${loads}`, LOADS_FILE: file })
  expect(exitCode).toBe(0)
  const urls = (await readFile(file, 'utf8')).trim().split('\n')
  await rm(file)
  expect(urls).toContain(pathToFileURL(join(product.folder, 'dist/main.js')).href)
  const outside = urls.filter((url) => url.startsWith('file:') && url !== loads && !url.startsWith(pathToFileURL(product.folder).href))
  expect(outside).toEqual([])
  const chunks = (['prices', 'toolkit', 'client', 'yaml', 'statistics', 'readers', 'charts'] as const).filter((part) =>
    chunksWith(parts[part]).some((chunk) => urls.some((url) => url.endsWith(`/dist/${chunk}`))),
  )
  const builtins = (['sqlite', 'crypto'] as const).filter((part) => urls.includes(`node:${part}`))
  return [...chunks, ...builtins]
}

const watchCli = (...words: string[]) => watch((env) => runTerminal(product.cli, words, { cwd: lab.folder, env }))
// An upload is a process of its own, which loads what it needs.
const watchAction = (inputs: Record<string, string>, event = 'pull_request') =>
  watch((env) => lab.run({ 'upload-report': 'false', ...inputs }, { env: { ...env, GITHUB_EVENT_NAME: event } }))

describe('the bundle', () => {
  it.each([
    'prices',
    'toolkit',
    'client',
    'yaml',
    'statistics',
    'readers',
    'charts',
  ] as const)('has its %s in chunks of their own', (part) => {
    const chunks = chunksWith(parts[part])
    expect(chunks).not.toEqual([])
    expect(chunks).not.toContain('main.js')
  })
})

describe('a terminal loads', () => {
  beforeEach(() => lab.spend({}))

  it('nothing that the usual ledger does not need', async () => {
    expect(await watchCli('gate', '--baseline', 'baseline.json')).toEqual([])
  })

  it('nothing that summing up does not need', async () => {
    expect(await watchCli('summarize', '--output', 'summary.json')).toEqual([])
  })

  it('nothing that help does not need', async () => {
    expect(await watchCli('--help')).toEqual([])
  })

  it.each([
    ['is missing', null],
    ['is 0 although there are tokens', 0],
  ])('prices where a cost %s', async (_, cost) => {
    await lab.spend({ cost_usd: cost })
    expect(await watchCli('summarize')).toContain('prices')
  })

  it('no readers where other JSON lies beside a ledger', async () => {
    await lab.write('package.json', '{"name":"a"}\n')
    await lab.write('logs/app.jsonl', '{"level":30,"msg":"a"}\n{"level":30,"msg":"b"}\n')
    expect(await watchCli('gate', '--baseline', 'baseline.json')).toEqual([])
  })

  it('readers where another tool wrote a file', async () => {
    await cp(join(samples, 'promptfoo/v0.123-fresh.json'), join(lab.folder, 'results.json'))
    expect(await watchCli('summarize')).toContain('readers')
  })

  it('YAML where there is a policy', async () => {
    await lab.write('policy.yaml', 'regression: { max_increase_percent: 10 }\n')
    expect(await watchCli('gate', '--policy', 'policy.yaml')).toEqual(['yaml'])
  })

  it('statistics where variants are compared', async () => {
    expect(await watchCli('compare', '--by', 'model')).toEqual(['statistics'])
  })

  it('charts where somebody wants the page', async () => {
    expect(await watchCli('gate', '--baseline', 'baseline.json', '--html', 'report.html')).toEqual(['charts'])
  })

  it('SQLite where usage is in a database', async () => {
    expect(await watchCli('summarize', join(product.folder, 'examples/pr-small/.runs/costs.db'))).toEqual(['sqlite'])
  })
})

describe('a step loads', () => {
  beforeEach(() => lab.spend({}))

  it('what publishing to a pull request needs', async () => {
    expect(await watchAction({})).toEqual(['toolkit', 'client', 'charts', 'crypto'])
  })

  it('no client where there is no pull request', async () => {
    expect(await watchAction({}, 'push')).toEqual(['toolkit', 'charts', 'crypto'])
  })

  it('prices where a cost is missing', async () => {
    await lab.spend({ cost_usd: null })
    expect(await watchAction({})).toContain('prices')
  })

  it('prices where somebody wants to know what could have cost less', async () => {
    expect(await watchAction({ savings: 'true' })).toContain('prices')
    expect(lab.comments()[0]).toContain('What could have cost less')
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { type Answer, type Call, runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
  await workspace.spend({})
})
afterEach(() => workspace.remove())

const run = (words: string, call: Partial<Call> = {}): Promise<Answer> =>
  runTerminal(product.cli, words === '' ? [] : words.split(' '), { cwd: workspace.folder, ...call })

describe('a wrong command line', () => {
  it.each([
    ['gat', 'unknown command gat, did you mean gate? See: llm-cost-gate --help'],
    ['frobnicate', 'unknown command frobnicate. See: llm-cost-gate --help'],
    ['gate --polcy x', 'unknown flag --polcy, did you mean --policy? See: llm-cost-gate gate --help'],
    ['gate --comment-mode never', 'unknown flag --comment-mode'],
    ['summarize --policy x', 'unknown flag --policy'],
    ['gate --baseline', '--baseline needs a value. See: llm-cost-gate gate --help'],
    ['gate --baseline --dry-run', '--baseline needs a value'],
    ['gate --baseline a.json --baseline b.json', '--baseline-path is given twice, as "a.json" and as "b.json": keep one of them.'],
    ['gate --baseline a.json --baseline-path b.json', '--baseline-path is given twice'],
    ['gate --dry-run=maybe', '--dry-run must be one of true, false, got "maybe"'],
    ['gate --fail-on errors', '--fail-on must be one of error, warning, never, got "errors". Example: --fail-on error'],
    ['gate --format xml', '--format must be one of text, markdown, json, junit, sarif, got "xml"'],
    ['summarize --format markdown', '--format must be text or json, got "markdown"'],
    ['gate nowhere.json', 'nowhere.json: does not exist'],
    ['gate --baseline nowhere.json', 'nowhere.json: does not exist; correct --baseline'],
    ['gate --policy nowhere.yaml', 'nowhere.yaml: does not exist'],
    ['gate --policy nowhere.yaml --policy baseline.json', 'nowhere.yaml: does not exist'],
    ['merge', 'merge needs the files to merge'],
    ['merge nowhere.json', 'nowhere.json: does not exist'],
    [
      'merge .runs/costs/costs.jsonl',
      '.runs/costs/costs.jsonl: is a ledger; merge takes cost summaries. Make one with: llm-cost-gate summarize',
    ],
    ['merge baseline.json', 'baseline.json: is a bare-summary; merge takes cost summaries'],
    ['demo x', 'demo takes no files, only one of promptfoo, claude-code, opentelemetry.'],
    ['demo promptfoo opentelemetry', 'only one of promptfoo, claude-code, opentelemetry'],
    ['summarize --output baseline.json/x.json', 'cannot be written'],
  ])('%s ends with 2 and one line', async (words, message) => {
    const answer = await run(words)
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(answer.stderr).toMatch(/^Error: /)
    expect(answer.stderr).toContain(message)
  })

  it('shows the help where there is no command', async () => {
    const answer = await run('')
    expect(answer.exitCode).toBe(2)
    expect(answer.stdout).toContain('Usage: llm-cost-gate COMMAND')
  })
})

describe('help', () => {
  it.each([
    '--help',
    '-h',
    'help',
    'gate --help',
    'summarize -h',
    'merge --help',
    'report --help',
    'trends --help',
    'query --help',
    'inspect --help',
    'demo --help',
    'help gate',
    'completion -h',
  ])('%s succeeds', async (words) => {
    const answer = await run(words)
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout).toMatch(/^Usage: llm-cost-gate /m)
    expect(answer.stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('names the version', async () => {
    const { version } = JSON.parse(await readFile(join(product.folder, 'package.json'), 'utf8'))
    expect((await run('--version')).stdout).toBe(`${version}\n`)
  })
})

describe('colours', () => {
  it.each([
    ['in a pipe', {}, false],
    ['with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['with NO_COLOR', { NO_COLOR: '1' }, false],
  ])('%s', async (_, env, coloured) => {
    const { stdout } = await run('gate --baseline baseline.json', { env })
    expect(stdout.includes('\u001b[')).toBe(coloured)
  })

  it('never come from names', async () => {
    await workspace.write('policy.yaml', 'policies: [{ name: budgets, limits: { "*": { max_cost_per_run_usd: 0.6 } } }]\n')
    await workspace.spend({ model: '\u001b[31mred', run_id: '\u009b31m', agent: '\u001b]8;;https://evil.example\u0007', cost_usd: 5 })
    for (const words of ['gate --baseline baseline.json --policy policy.yaml', 'summarize', 'gate --format markdown']) {
      const { stdout, stderr } = await run(words)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    }
  })
})

describe('a reader that stops early', () => {
  it('changes neither the exit code nor prints a stack', async () => {
    expect(await run('gate --baseline baseline.json --format json', { deaf: true })).toMatchObject({ exitCode: 0, stderr: '' })
    await workspace.spend({ cost_usd: 5 })
    expect(await run('gate --baseline baseline.json --format json', { deaf: true })).toMatchObject({ exitCode: 1, stderr: '' })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerIn } from '../support/commands/answers.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'

const COST = 'catalog/policies/cost_governance.yaml'
const policy = (limit: number) => `policies: [{ name: g, totals: { max_total_cost_usd: ${limit} } }]\n`
const prices = (usd: number) => `version: 1\nmodels: [{ id: mine, prices: [{ effective: 1970-01-01, input: ${usd}, output: 0 }] }]\n`

/** A million tokens of a model that no list knows. */
const MINE = jsonl(row({ model: 'mine', input_tokens: 1e6, output_tokens: 0, cost_usd: null }))

/** A person stands in a folder; the workspace is in work/ below it. Both have every file, and each its own. */
const stand = () =>
  workspace({
    'named.jsonl': jsonl(row({ cost_usd: 1 })),
    'work/named.jsonl': jsonl(row({ cost_usd: 2 })),
    [LEDGER]: jsonl(row({ cost_usd: 4 })),
    [`work/${LEDGER}`]: jsonl(row({ cost_usd: 8 })),
    'mine.jsonl': MINE,
    'work/mine.jsonl': MINE,
    'summary.json': { total_cost_usd: 16 },
    'work/summary.json': { total_cost_usd: 32 },
    'policy.yaml': policy(0.5),
    'work/policy.yaml': policy(100),
    'prices.yaml': prices(1),
    'work/prices.yaml': prices(2),
    [COST]: policy(100),
    [`work/${COST}`]: policy(0.25),
  })

/** How a path may be written, and where the file is that it means: whoever gives --dir stands outside of it all the same. */
const WRITTEN = [
  ['relative', (_cwd: string, file: string) => file, ''],
  ['absolute', (cwd: string, file: string) => join(cwd, file), ''],
  ['relative, into the working directory', (_cwd: string, file: string) => `work/${file}`, 'work/'],
  ['absolute, in the working directory', (cwd: string, file: string) => join(cwd, 'work', file), 'work/'],
] as const

describe.each([
  ['without --working-directory', []],
  ['with --working-directory', ['--working-directory', 'work']],
  ['with --dir', ['--dir', 'work']],
])('a path %s', (_, where) => {
  describe.each(WRITTEN)('that is %s', (_, write, place) => {
    const ask = async (words: (path: (file: string) => string) => readonly string[]) => {
      const cwd = stand()
      return { cwd, ...(await answerIn(cwd, ...words((file) => write(cwd, file)), ...where)) }
    }
    const isOutside = place === ''

    it.each([
      ['as a word', (path: string) => [path]],
      ['after --usage-path', (path: string) => ['--usage-path', path]],
      ['as a glob', (path: string) => [path.replace('named', 'name?')]],
    ])('names usage %s', async (_, words) => {
      for (const command of ['summarize', 'query', 'report', 'inspect']) {
        const json = command === 'query' ? 'jsonl' : 'json'
        const { code, out } = await ask((path) => [command, ...words(path('named.jsonl')), '--format', json])
        expect([command, code, out]).toEqual([command, 0, expect.stringMatching(isOutside ? /"\w*cost_usd": ?1\b/ : /"\w*cost_usd": ?2\b/)])
      }
    })

    it('names the baseline', async () => {
      const { out } = await ask((path) => ['gate', path('named.jsonl'), '--baseline', path('summary.json'), '--format', 'json'])
      expect(JSON.parse(out).comparison.total).toMatchObject(
        isOutside ? { baseline_cost_usd: 16, head_cost_usd: 1 } : { baseline_cost_usd: 32, head_cost_usd: 2 },
      )
    })

    it('names the policy', async () => {
      for (const command of [['gate'], ['report']]) {
        const { code } = await ask((path) => [...command, '--policy', path('policy.yaml')])
        expect(code).toBe(isOutside ? 1 : 0)
      }
    })

    it('names the prices', async () => {
      const { out } = await ask((path) => ['query', path('mine.jsonl'), '--pricing', path('prices.yaml'), '--format', 'jsonl'])
      expect(JSON.parse(out).cost_usd).toBe(isOutside ? 1 : 2)
    })

    it.each([
      ['gate', '--report'],
      ['gate', '--summary'],
      ['gate', '--output'],
      ['summarize', '--output'],
      ['report', '-o'],
    ])('names what %s writes with %s', async (command, flag) => {
      const { cwd } = await ask((path) => [command, flag, path('new/written.txt')])
      expect(existsSync(join(cwd, place, 'new/written.txt'))).toBe(true)
    })

    it('names the summaries to merge, and the history to go on from', async () => {
      const { cwd } = await ask((path) => ['summarize', path('named.jsonl'), '--output', path('one.json')])
      await answerIn(cwd, 'merge', write(cwd, 'one.json'), '--output', 'all.json', ...where)
      expect(JSON.parse(readFileSync(join(cwd, 'all.json'), 'utf8')).total_cost_usd).toBe(isOutside ? 1 : 2)
      await answerIn(cwd, 'summarize', '--history', write(cwd, 'one.json'), '--output', 'next.json', ...where)
      expect(JSON.parse(readFileSync(join(cwd, 'next.json'), 'utf8')).history).toHaveLength(2)
    })

    it('names variants and the summary whose history is shown', async () => {
      const { cwd, out } = await ask((path) => ['compare', path('named.jsonl'), path(LEDGER), '--format', 'json'])
      expect(JSON.parse(out).variants.map((one: { cost_usd: number }) => one.cost_usd)).toEqual(isOutside ? [1, 4] : [2, 8])
      await answerIn(cwd, 'summarize', write(cwd, 'named.jsonl'), '--output', write(cwd, 'one.json'))
      const { out: traced } = await answerIn(cwd, 'trends', write(cwd, 'one.json'), '--format', 'json', ...where)
      expect(JSON.parse(traced).periods).toHaveLength(1)
    })
  })
})

describe('what nobody names', () => {
  it.each([
    [[], 4, COST, 100],
    [['--working-directory', 'work'], 8, COST, 0.25],
  ])('is looked for in the working directory: %j', async (where, cost, path, limit) => {
    const cwd = stand()
    const report = JSON.parse((await answerIn(cwd, 'gate', '--format', 'json', ...where)).out)
    expect(report.head.total_cost_usd).toBe(cost)
    expect(report.policy.path).toBe(path)
    expect([...report.findings, ...report.checks].find(({ rule }) => rule === 'max_total_cost_usd').limit).toBe(limit)
  })

  it('is looked for there also where other files are named', async () => {
    const cwd = stand()
    const words = ['gate', 'named.jsonl', '--baseline', 'summary.json', '--working-directory', 'work', '--format', 'json']
    const report = JSON.parse((await answerIn(cwd, ...words)).out)
    expect(report).toMatchObject({ head: { total_cost_usd: 1 }, baseline: { path: 'summary.json' }, policy: { path: COST } })
    expect(report.findings).toMatchObject([{ rule: 'max_total_cost_usd', limit: 0.25 }])
    expect(report.files.map(({ kind, path }: { kind: string; path: string }) => [kind, path])).toEqual([
      ['policy', COST],
      ['baseline', 'summary.json'],
    ])
  })
})

/** Every flag that names a file to read, and every command that has it. */
const READS: readonly (readonly [string, readonly string[]])[] = [
  ['gate', ['FILE', '--usage-path', '--policy', '--policy-path', '--baseline', '--baseline-path', '--pricing', '--alternatives']],
  ['summarize', ['FILE', '--usage-path', '--pricing']],
  ['merge', ['FILE']],
  ['report', ['FILE', '--usage-path', '--pricing', '--policy']],
  ['trends', ['FILE', '--usage-path', '--pricing']],
  ['query', ['FILE', '--usage-path', '--pricing']],
  ['savings', ['FILE', '--usage-path', '--pricing', '--alternatives', '--alternatives-path']],
  ['compare --by model', ['FILE', '--usage-path', '--pricing']],
  ['inspect', ['FILE', '--usage-path', '--pricing']],
  ['price gpt-4o', ['--pricing', '--pricing-path']],
]
const CASES = READS.flatMap(([command, flags]) => flags.map((flag) => [command, flag] as const))
const wordsOf = (command: string, flag: string, file: string) => [...command.split(' '), ...(flag === 'FILE' ? [] : [flag]), file]
const SHORT: Readonly<Record<string, string>> = {
  '--policy-path': '--policy',
  '--baseline-path': '--baseline',
  '--pricing-path': '--pricing',
  '--alternatives-path': '--alternatives',
}

describe('a file that is named and does not exist', () => {
  it.each(CASES)('stops %s with one line, named by %s', async (command, flag) => {
    const expected = `Error: nope.json: does not exist${flag === 'FILE' ? '' : `; correct ${SHORT[flag] ?? flag}`}\n`
    expect(await answerIn(stand(), ...wordsOf(command, flag, 'nope.json'))).toEqual({ code: 2, out: '', errors: expected })
  })

  it('stops beside one that does, and below a file', async () => {
    expect(await answerIn(stand(), 'summarize', 'named.jsonl', 'nope.jsonl')).toMatchObject({
      code: 2,
      errors: 'Error: nope.jsonl: does not exist\n',
    })
    expect((await answerIn(stand(), 'gate', '--baseline', 'named.jsonl/x.json')).errors).toContain('named.jsonl/x.json: does not exist')
    expect((await answerIn(stand(), 'summarize', '~/nope-nope.jsonl')).errors).toBe('Error: ~/nope-nope.jsonl: does not exist\n')
  })

  it('is told apart from one in the working directory', async () => {
    const cwd = workspace({ 'work/baseline.json': { total_cost_usd: 1 }, [`work/${LEDGER}`]: jsonl(row()) })
    expect(await answerIn(cwd, 'gate', '--dir', 'work', '--baseline', 'baseline.json')).toEqual({
      code: 2,
      out: '',
      errors: 'Error: baseline.json: does not exist; what you type starts from where you stand, not from --working-directory\n',
    })
  })

  it('stops also where it is the working directory', async () => {
    for (const command of ['gate', 'summarize', 'query', 'savings', 'inspect'])
      expect(await answerIn(stand(), ...command.split(' '), '--dir', 'nope')).toEqual({
        code: 2,
        out: '',
        errors: 'Error: nope: does not exist; correct --working-directory\n',
      })
    expect((await answerIn(stand(), 'gate', '--dir', 'named.jsonl')).errors).toBe(
      'Error: named.jsonl: is no folder; correct --working-directory\n',
    )
  })

  it('may be the history, which begins there, and the summary says so', async () => {
    const answer = await answerIn(stand(), 'summarize', '--history', 'old.json', '--output', 'new.json')
    expect(answer).toMatchObject({ code: 0, errors: '' })
    expect(answer.out).toContain('Cost summary: new.json, with a history of 1 record that begins here: old.json does not exist')
  })
})

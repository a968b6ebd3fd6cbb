import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import {
  type CostRecordRow,
  compare,
  explain,
  gate,
  InputError,
  type JudgeOptions,
  judge,
  readPolicy,
  renderMarkdown,
  renderSummaryText,
  renderText,
  type SummarizeOptions,
  summarize,
} from '../../src/library/index.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../support/read/workspace.ts'
import { rowsOf } from '../support/summarize/rows.ts'
import { tries } from '../support/tries.ts'

const examples = join(import.meta.dirname, '../../examples')
const POLICY = '../cost_governance.yaml'
const summarizeExample = (name: string) => summarize(undefined, { workingDirectory: join(examples, name) })

/** Anything, as JavaScript without types hands it over. */
const untyped = (value: unknown) => JSON.parse('[]').concat([value])[0]

/** What is the same however the usage was given. */
function figures({ sources: _, created_at: __, ...rest }: CostSummary) {
  return { ...rest, quality: { ...rest.quality, invalid_examples: rest.quality.invalid_examples.length } }
}

describe('summarize', () => {
  it('gives what the gate sums up', async () => {
    const cwd = join(examples, 'main')
    expect(figures(await summarizeExample('main'))).toEqual(figures(await summarizeFolder(cwd)))
    expect((await summarize([LEDGER], { workingDirectory: cwd })).total_cost_usd).toBe((await summarizeExample('main')).total_cost_usd)
  })

  it('gives for records what a ledger of them gives', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(15), async (lines) => {
        const twice = [...lines, ...lines.slice(0, 2)]
        const folder = workspace({ [LEDGER]: `${twice.join('\n')}\n` })
        const rows: CostRecordRow[] = twice.map((line) => JSON.parse(line))
        const fromRecords = await summarize(rows, { onInvalid: 'skip' })
        const fromFile = await summarize(LEDGER, { workingDirectory: folder, onInvalid: 'skip' })
        expect(figures(fromRecords)).toEqual(figures(fromFile))
        expect(fromRecords.quality.duplicate_records).toBe(Math.min(2, lines.length))
      }),
      tries(30),
    )
  })

  it('sums up no records to nothing', async () => {
    expect(await summarize([])).toMatchObject({ total_cost_usd: 0, calls: 0 })
  })

  it.each([
    ['cost_usd', Number.NaN, 'records:2: $.cost_usd: must be a number or null, got NaN'],
    ['cost_usd', -1, 'records:2: $.cost_usd: must be 0 or more, got -1'],
    ['input_tokens', Number.POSITIVE_INFINITY, 'records:2: $.input_tokens: must be an integer, got Infinity'],
    ['timestamp', undefined, 'records:2: $.timestamp: is missing'],
  ])('refuses a record whose %s is %s', async (key, value, message) => {
    const good = untyped(row())
    const error = await summarize([good, untyped(row({ [key]: value }))]).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect(error).toMatchObject({ details: [message] })
  })

  it('takes the options of the inputs', async () => {
    const rows = [untyped(row({ timestamp: '2026-11-01T23:30:00Z' })), untyped(row())]
    const summary = await summarize(rows, { since: '2026-11-02', timezone: 'Europe/Berlin', commit: 'abc' })
    expect(summary).toMatchObject({ calls: 1, timezone: 'Europe/Berlin', commit: 'abc', daily_cost_usd: { '2026-11-02': 1 } })
  })

  it.each([
    [{ checkPrices: 'yes' }, 'checkPrices must be true or false, got "yes". Example: checkPrices: true'],
    [{ timezon: 'UTC' }, 'unknown option timezon, did you mean timezone?'],
    [{ onInvalid: 'maybe' }, 'on-invalid must be one of fail, skip, got "maybe". Example: on-invalid: skip'],
  ])('refuses the options %j', async (options, message) => {
    await expect(summarize([], untyped(options))).rejects.toThrow(message)
  })
})

const roundAll = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(9)) + 0 : part)))

describe('compare, explain and judge', () => {
  it.each(['pr-small', 'pr-regression'])('give what the whole gate gives: examples/%s', async (name) => {
    const report = await gate({ workingDirectory: join(examples, name), baselinePath: '../baseline_summary.json', policyPath: POLICY })
    const head = await summarizeExample(name)
    const baseline = JSON.parse(readFileSync(join(examples, 'baseline_summary.json'), 'utf8'))
    const policy = await readPolicy(readFileSync(join(examples, 'cost_governance.yaml'), 'utf8'), POLICY)
    expect(compare(baseline, head)).toEqual(report.comparison)
    // The gate asks a price list where recorded costs leave prices open, and then computes with other digits.
    const { kinds: _list, ...why } = report.explanation ?? { kinds: null }
    const { kinds: _fitted, ...whyHere } = explain(baseline, head) ?? { kinds: null }
    expect(roundAll(whyHere)).toEqual(roundAll(why))
    // Several policies apply together, as several files do.
    const flow = await readPolicy('required_steps: [translate]', 'flow.yaml')
    const beside = judge({ head, baseline, policy: [policy, flow] }).findings.filter(({ policy }) => policy?.path === 'flow.yaml')
    expect(beside).toMatchObject([{ rule: 'required_steps', level: 'error' }])
    expect(judge({ head, baseline, policy })).toEqual({
      findings: report.findings,
      checks: report.checks,
      verdict: report.verdict,
      noise: report.noise,
    })
  })

  it.each<[number, Omit<JudgeOptions, 'head' | 'baseline'>, string]>([
    [1.2, {}, 'pass'],
    [1.2000001, {}, 'fail'],
    [1.2000001, { maxIncreasePercent: 21 }, 'pass'],
    [1.2000001, { minIncreaseUsd: 0.5 }, 'pass'],
    [1, { maxIncreasePercent: 0 }, 'pass'],
    [1.01, { maxIncreasePercent: 0 }, 'fail'],
  ])('judge %d against a bare total of 1 with %j: %s', async (cost, options, verdict) => {
    const head = await summarize([untyped(row({ cost_usd: cost }))])
    expect(judge({ head, baseline: { total_cost_usd: 1 }, ...options }).verdict).toBe(verdict)
  })

  it.each([
    ['pass', 'pass'],
    ['warn', 'warn'],
    ['fail', 'fail'],
    [undefined, 'warn'],
  ])('take no baseline as onMissingBaseline %s says', async (onMissingBaseline, verdict) => {
    const head = await summarize([untyped(row())])
    expect(judge(untyped({ head, onMissingBaseline })).verdict).toBe(verdict)
  })

  it.each([
    [{ maxIncreasePercent: Number.NaN }, 'maxIncreasePercent must be a number from 0 to 1000000, got NaN'],
    [{ maxIncreasePercent: 1e7 }, 'maxIncreasePercent must be a number from 0 to 1000000, got 10000000'],
    [{ minIncreaseUsd: -1 }, 'minIncreaseUsd must be a number from 0 to 1000000000, got -1'],
    [{ onMissingBaseline: 'never' }, 'onMissingBaseline must be one of warn, pass, fail, got "never"'],
    [{ today: '26-11-2026' }, 'today must be a day of the calendar as YYYY-MM-DD, got "26-11-2026". Example: today: \'2026-11-25\''],
    [{ today: '2026-02-30' }, 'today must be a day of the calendar as YYYY-MM-DD, got "2026-02-30"'],
    [{ today: '2026-11-26T00:00Z' }, 'today must be a day of the calendar as YYYY-MM-DD, got "2026-11-26T00:00Z"'],
    [{ today: new Date(0) }, 'today must be a day of the calendar as YYYY-MM-DD, got "1970-01-01T00:00:00.000Z"'],
    [{ maxIncreasPercent: 1 }, 'unknown option maxIncreasPercent, did you mean maxIncreasePercent?'],
    [{ failOn: 'never' }, 'unknown option failOn. There are: head, baseline, policy, '],
    [{ baselineWindow: 0 }, 'baselineWindow must be a whole number from 1 to 50, got 0'],
    [{ baseline: { total_cost_usd: Number.NaN } }, 'the baseline cannot be read: baseline: $.total_cost_usd: must be a number, got null'],
    [{ baseline: {} }, 'the baseline cannot be read: baseline: has no usage in a known format'],
    [{ baseline: 3 }, 'the baseline cannot be read: baseline: must be a JSON object, got 3'],
    [{ head: { total_cost_usd: 1 } }, 'head: is a bare-summary; it must be a cost summary'],
    [{ head: undefined }, 'head: must be a JSON object, got null'],
  ])('refuse what could open a gate: %j', async (wrong, message) => {
    const head = await summarize([untyped(row())])
    const attempt = () => judge(untyped({ head, ...wrong }))
    expect(attempt).toThrow(InputError)
    expect(attempt).toThrow(message)
  })

  it('refuse a total that was edited', async () => {
    const head = await summarize([untyped(row())])
    expect(() => judge({ head: { ...head, total_cost_usd: 0.01 } })).toThrow(
      /^head: \$\.total_cost_usd: must be as much as the models together/,
    )
  })
})

describe('max_price_drift_percent', () => {
  // $2.50 at list price.
  const dear = row({ input_tokens: 1_000_000, output_tokens: 0, cost_usd: 5 })
  const rule = 'max_price_drift_percent'
  const drift = async (head: CostSummary, limit: number) => {
    const policy = await readPolicy(`policies: [{ name: g, limits: { "*": { ${rule}: ${limit} } } }]`)
    const { findings, checks } = judge({ head, policy, onMissingBaseline: 'pass' })
    return [...findings, ...checks].filter((one) => one.rule === rule).map((one) => ('level' in one ? one.level : one.outcome))
  }

  it.each<[string, (options: SummarizeOptions) => Promise<CostSummary>]>([
    ['files', (options) => summarize(LEDGER, { workingDirectory: workspace({ [LEDGER]: jsonl(dear) }), ...options })],
    ['records', (options) => summarize([untyped(dear)], options)],
  ])('is judged in a summary of %s with checkPrices, and unmatched without', async (_, summarizeWith) => {
    const checked = await summarizeWith({ checkPrices: true })
    expect(checked.model_stats['gpt-4o']?.price_check).toEqual({ calls: 1, recorded_usd: 5, list_usd: 2.5 })
    expect(await drift(checked, 99)).toEqual(['error'])
    expect(await drift(checked, 100)).toEqual(['passed'])
    for (const without of [{}, { checkPrices: false }]) expect(await drift(await summarizeWith(without), 99)).toEqual(['unmatched'])
  })

  it('is judged as by the whole gate: examples/pr-regression', async () => {
    const text = `policies: [{ name: g, limits: { "*": { ${rule}: 0 } } }]`
    const workingDirectory = workspace({ [LEDGER]: readFileSync(join(examples, 'pr-regression', LEDGER)), 'p.yaml': text })
    const report = await gate({ workingDirectory, policyPath: 'p.yaml' })
    const head = await summarize(undefined, { workingDirectory, checkPrices: true })
    const judged = judge({ head, policy: await readPolicy(text, 'p.yaml') })
    const applied = [...judged.findings, ...judged.checks].filter((one) => one.rule === rule)
    expect(applied.map(({ actual }) => typeof actual)).toEqual(Object.keys(head.model_stats).map(() => 'number'))
    expect(judged).toEqual({ findings: report.findings, checks: report.checks, verdict: report.verdict, noise: report.noise })
  })
})

describe('readPolicy', () => {
  it('says where a policy is wrong', async () => {
    await expect(readPolicy('policies: []\nregresion: {}\n', 'p.yaml')).rejects.toThrow(
      'p.yaml:2: unknown key "regresion", did you mean "regression"?',
    )
    await expect(readPolicy('')).rejects.toThrow('policy: is empty')
  })
})

describe('gate', () => {
  it('says whether a step would fail', async () => {
    const workingDirectory = workspace({ [LEDGER]: jsonl(row({ cost_usd: 2 })), 'base.json': { total_cost_usd: 1 } })
    expect(await gate({ workingDirectory, baselinePath: 'base.json' })).toMatchObject({ verdict: 'fail', blocked: true })
    expect(await gate({ workingDirectory, baselinePath: 'base.json', failOn: 'never' })).toMatchObject({ verdict: 'fail', blocked: false })
  })

  it('takes several files', async () => {
    const workingDirectory = workspace({ 'a.jsonl': jsonl(row()), 'b.jsonl': jsonl(row({ cost_usd: 0.25 })) })
    expect((await gate({ workingDirectory, usagePath: ['a.jsonl', 'b.jsonl'] })).head.total_cost_usd).toBe(0.75)
  })
})

describe('the renderings', () => {
  it('are those of the terminal and the comment', async () => {
    const report = await gate({ workingDirectory: join(examples, 'pr-regression'), baselinePath: '../baseline_summary.json' })
    expect(renderText(report)).toMatch(/^FAIL {2}LLM cost \+\$0\.7037 \(\+122\.9 %\)/)
    expect(renderMarkdown(report)).toMatch(/^### ❌ .*LLM cost/u)
    expect(renderMarkdown(report, { maxLength: 2000 }).length).toBeLessThanOrEqual(2000)
    expect(renderSummaryText(report.head)).toContain('in 78 calls')
  })
})

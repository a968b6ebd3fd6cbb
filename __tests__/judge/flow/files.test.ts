import { describe, expect, it } from 'vitest'
import type { CostSummary, Report } from '../../../src/generated/types.ts'
import { gateFiles } from '../../../src/terminal/commands/gate.ts'
import { type Files, jsonl, workspace } from '../../support/read/workspace.ts'

/** The report of some usage in a folder with this policy. */
async function judgeFiles(files: Files, policy: string): Promise<Report> {
  const cwd = workspace({ ...files, 'policy.yaml': policy })
  return gateFiles({
    files: Object.keys(files),
    cwd,
    inputs: { 'policy-path': 'policy.yaml', 'on-missing-baseline': 'pass' },
  })
}

/** What the rules of the policy measured. */
function measured({ findings, checks }: Report) {
  return [...findings, ...checks]
    .filter(({ policy }) => policy !== null)
    .map(({ rule, subject, actual }) => [rule, subject.name, actual] as const)
    .sort()
}

/** Which rules of the policy are broken. */
function broken({ findings }: Report): string[] {
  return findings
    .filter(({ policy, level }) => policy !== null && level === 'error')
    .map(({ rule }) => rule)
    .sort()
}

/** The same usage, and our own summary of it in the place of its files: both must say the same. */
async function judgeTwice(files: Files, policy: string): Promise<Report> {
  const report = await judgeFiles(files, policy)
  const again = await judgeFiles({ 'summary.json': report.head }, policy)
  expect(measured(again)).toEqual(measured(report))
  expect(broken(again)).toEqual(broken(report))
  return report
}

const rateOf = (part: number | undefined, all: number | undefined) => (all ? (part ?? 0) / all : null)
const tokens = { input: 10, output: 5, total: 15 }
const flow = (fields: object) => ({ runs: 1, successes: 1, success_rate: 1, models: [], ...fields })
const calls = (name: string, mcp: object) => ({ name, runs: 1, successes: 1, errors: 0, mcp })

describe('mcp.max_error_rate: 0.1 of a flow summary judges its total; what only the steps say is a warning', () => {
  it.each<
    readonly [why: string, rate: number | null, level: string | null, words: string, mcp: object | undefined, steps: readonly object[]]
  >([
    ['a total', 0.5, 'error', '5 of 10 MCP calls failed', { calls: 10, errors: 5, tokens, cost_usd: 0.1 }, []],
    ['totals come before steps', 0, null, '0 of 10 MCP calls failed', { calls: 10, errors: 0 }, [calls('a', { calls: 10, errors: 5 })]],
    ['calls without errors', 0.5, 'warning', '5 of 10 MCP calls failed', { calls: 10, tokens }, [calls('a', { calls: 10, errors: 5 })]],
    ['errors without calls', 0.5, 'warning', '5 of 10 MCP calls failed', { errors: 0 }, [calls('a', { calls: 10, errors: 5 })]],
    ['neither', 0.5, 'warning', '5 of 10', { tokens }, [calls('a', { calls: 4, errors: 4 }), calls('b', { calls: 6, errors: 1 })]],
    ['no total', 0.2, 'warning', '2 of 10 MCP calls failed by the steps, and no total', undefined, [calls('a', { calls: 10, errors: 2 })]],
    ['a total of no calls', 0.2, 'warning', '2 of 10 MCP calls failed', { calls: 0, errors: 0 }, [calls('a', { calls: 10, errors: 2 })]],
    ['a silent step', 0.5, 'warning', 'at least 5 of 10', { calls: 10 }, [calls('a', { calls: 6, errors: 5 }), calls('b', { calls: 4 })]],
    ['no errors anywhere', null, null, 'nobody says whether the MCP calls failed', { calls: 10 }, []],
    ['no errors in any step either', null, null, 'nobody says whether the MCP calls failed', { calls: 10 }, [calls('a', { calls: 10 })]],
    ['no calls', null, null, 'there are no MCP calls', undefined, []],
  ])('%s: %j', async (_why, rate, level, words, mcp, steps) => {
    const report = await judgeTwice({ 'flow.json': flow({ mcp, steps }) }, 'mcp: { max_error_rate: 0.1 }')
    expect(measured(report)).toEqual([['max_mcp_error_rate', null, rate]])
    expect(report.findings.find(({ rule }) => rule === 'max_mcp_error_rate')?.level ?? null).toBe(level)
    expect([...report.findings, ...report.checks].find(({ rule }) => rule === 'max_mcp_error_rate')?.message).toContain(words)
  })

  it('adds up what several say; where one gives a total, steps are no part of it', async () => {
    const report = await judgeTwice(
      {
        'a.json': flow({ mcp: { calls: 10, errors: 5 }, steps: [calls('a', { calls: 10, errors: 5 })] }),
        'b.json': flow({ mcp: { calls: 10, errors: 1 }, steps: [calls('a', { calls: 10, errors: 9 })] }),
        'c.json': flow({ mcp: { calls: 5 } }),
        'd.json': flow({ steps: [calls('d', { calls: 5, errors: 4 })] }),
      },
      'mcp: { max_error_rate: 0.2 }',
    )
    expect(report.head.mcp).toMatchObject({ calls: 25, errors: 6, unknown_outcomes: 5 })
    expect(report.findings.map(({ message }) => message)).toContainEqual('at least 6 of 25 MCP calls failed: 24 %, limit 20 %')
  })
})

it('per_step.max_mcp_error_rate judges no step of which nobody says whether its calls failed', async () => {
  const steps = [calls('silent', { calls: 10 }), calls('told', { calls: 10, errors: 1 })]
  const report = await judgeTwice({ 'flow.json': flow({ steps }) }, 'per_step: { default: { max_mcp_error_rate: 0 } }')
  expect(measured(report)).toEqual([
    ['max_mcp_error_rate', 'silent', null],
    ['max_mcp_error_rate', 'told', 0.1],
  ])
})

const end = (status: string | null, overrides: object = {}) => ({
  event: 'end',
  run_id: 'r1',
  step: 'a',
  status,
  latency_ms: 5,
  ...overrides,
})
const events = (...list: object[]): Files => ({ '.runs/r1/runs.jsonl': jsonl(...list) })
const counted = (step: object): Files => ({ 'flow.json': flow({ steps: [{ name: 'a', ...step }] }) })

describe('per_step.max_error_rate: 0.1 counts every run that was no success', () => {
  it.each<readonly [why: string, rate: number | null, files: Files]>([
    ['2 of 4 succeeded, no errors', 0.5, counted({ runs: 4, successes: 2, errors: 0, success_rate: 0.5 })],
    ['2 of 4 succeeded, 2 errors', 0.5, counted({ runs: 4, successes: 2, errors: 2 })],
    ['2 of 4 succeeded, errors left out', 0.5, counted({ runs: 4, successes: 2 })],
    ['successes left out, 1 error', 1, counted({ runs: 4, errors: 1 })],
    ['successes and errors left out', 1, counted({ runs: 4 })],
    ['all succeeded and there were errors', 0, counted({ runs: 4, successes: 4, errors: 2 })],
    ['more succeeded than ran', 0, counted({ runs: 4, successes: 5, errors: 0 })],
    ['exactly the limit', 0.1, counted({ runs: 10, successes: 9, errors: 0 })],
    ['no runs', null, counted({ runs: 0, successes: 0, errors: 0 })],
    ['a timeout and an end without a status', 1, events(end('timeout'), end(null))],
    ['an end without a status', 0.5, events(end('ok'), end(null))],
    ['a status that is no end', 0.5, events(end('ok'), end('running'))],
    ['all succeeded', 0, events(end('ok'), end('Completed'))],
  ])('%s', async (_why, rate, files) => {
    const report = await judgeTwice(files, 'per_step: { default: { max_error_rate: 0.1 } }')
    expect(measured(report)).toEqual([['max_error_rate', 'a', rate]])
    expect(broken(report)).toEqual(rate !== null && rate > 0.1 ? ['max_error_rate'] : [])
    // The framework's gate measures our own summary so.
    const [own] = report.head.steps ?? []
    expect(own && rateOf(own.runs - own.successes, own.runs)).toBe(rate)
    expect(own?.errors).toBe((own?.runs ?? 0) - (own?.successes ?? 0))
    expect(report.head.errors?.total).toBe(own?.errors)
  })
})

describe('models.denylist: [o1-*] and models.allowlist: [gpt-*]', () => {
  it.each<readonly [type: string | null | undefined, model: string, expected: readonly string[]]>([
    ['llm', 'o1-preview', ['allowlist', 'denylist']],
    ['mcp', 'o1-preview', ['allowlist', 'denylist']],
    [null, 'o1-mini', ['allowlist', 'denylist']],
    [undefined, 'claude-x', ['allowlist']],
    ['llm', 'gpt-4.1', []],
  ])('a step of type %s called %s', async (type, model, expected) => {
    const step = end('ok', { step: 'hello', extra: { ...(type !== undefined && { type }), model } })
    const report = await judgeTwice(events(step), 'models: { denylist: [o1-*], allowlist: [gpt-*] }')
    expect(broken(report)).toEqual(expected)
    expect(report.head.steps).toMatchObject([{ name: 'hello', models: [model] }])
    expect(report.head.steps?.[0]?.mcp).toEqual(type === 'mcp' ? { calls: 1, errors: 0 } : undefined)
  })
})

it('the end of a run counts for no limit on steps', async () => {
  const report = await judgeTwice(
    events(end('ok'), end('ok'), { event: 'end', run_id: 'r1', status: 'failed', latency_ms: 1000 }),
    'max_avg_latency_ms: 10\nmin_success_rate: 1\nper_step: { default: { max_avg_latency_ms: 10, max_error_rate: 0 } }\n',
  )
  expect(measured(report)).toEqual([
    ['max_avg_latency_ms', null, 5],
    ['max_avg_latency_ms', 'a', 5],
    ['max_error_rate', 'a', 0],
    ['min_success_rate', null, 0],
  ])
})

describe('a summary of an earlier version, which left out what nobody told of', () => {
  const rules = 'required_steps: [plan]\nmax_avg_latency_ms: 1\nmcp: { max_error_rate: 0 }\nmin_success_rate: 1\n'
  const older = ({
    flow_told,
    successes,
    success_rate,
    avg_latency_ms,
    latency_total_ms,
    latency_count,
    errors,
    mcp,
    steps,
    models,
    ...rest
  }: CostSummary) => rest
  const row = {
    timestamp: '2026-11-02T09:00:00Z',
    model: 'm',
    input_tokens: 1,
    output_tokens: 1,
    total_tokens: 2,
    cost_usd: 1,
    run_id: 'r',
    step: 'plan',
    agent: 'a',
  }

  it('is judged as the ledger behind it', async () => {
    const report = await judgeFiles({ 'ledger.jsonl': jsonl(row) }, rules)
    const again = await judgeFiles({ 'summary.json': older(report.head) }, rules)
    expect(measured(again)).toEqual(measured(report))
    expect(measured(report)).toEqual(
      expect.arrayContaining([
        ['required_steps', 'plan', 1],
        ['max_avg_latency_ms', null, null],
        ['max_mcp_error_rate', null, null],
        ['min_success_rate', null, null],
      ]),
    )
  })

  it('has every figure that stands in it', async () => {
    const { head } = await judgeFiles(events(end('ok', { latency_ms: null, extra: { type: 'mcp', model: 'm' } })), rules)
    const { flow_told, mcp, models, avg_latency_ms, ...rest } = head
    const steps = head.steps?.map((step) => ({ ...step, avg_latency_ms: null }))
    const report = await judgeFiles(
      { 'summary.json': { ...rest, avg_latency_ms: null, steps } },
      `${rules}per_step: { default: { max_avg_latency_ms: 0 } }\n`,
    )
    expect(measured(report)).toEqual(
      expect.arrayContaining([
        ['required_steps', 'plan', 0],
        ['max_avg_latency_ms', null, null],
        ['max_avg_latency_ms', 'a', null],
        ['max_mcp_error_rate', null, 0],
      ]),
    )
  })
})

describe('a flow summary by itself', () => {
  const levels = ({ findings }: Report) =>
    findings.filter(({ policy }) => policy !== null).map(({ rule, level, subject }) => [rule, level, subject.name])
  const step = (name: string, ...models: string[]) => ({ name, runs: 1, successes: 1, errors: 0, models })

  it('is judged by the first model of each step as an error, by any other model as a warning', async () => {
    const usage = flow({
      steps: [step('a', 'x-1', 'x-2'), step('b', 'x-1'), step('c', 'y')],
      models: [{ name: 'x-3', calls: 2, cost_usd: 1 }],
    })
    const report = await judgeTwice({ 'flow.json': usage }, 'models: { denylist: [x-*] }')
    expect(levels(report)).toEqual([
      ['denylist', 'error', 'x-1'],
      ['denylist', 'error', 'x-1'],
      ['denylist', 'warning', 'x-2'],
      ['denylist', 'warning', 'x-3'],
    ])
    expect(report.findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'x-1 is on the denylist as x-*: step a called it',
        'x-3 is on the denylist as x-*: 2 calls; a warning, since it is the first model of no step',
      ]),
    )
  })

  it('names no model for MCP tokens without one', async () => {
    const usage = flow({ mcp: { calls: 3, errors: 0, tokens, cost_usd: 0.5 }, steps: [step('a', 'y')] })
    expect(broken(await judgeTwice({ 'flow.json': usage }, 'models: { allowlist: [y] }'))).toEqual([])
    const row = { timestamp: '2026-11-02T09:00:00Z', model: 'unknown', input_tokens: 1, output_tokens: 1, cost_usd: 1, run_id: 'r' }
    expect(broken(await judgeTwice({ 'ledger.jsonl': jsonl(row) }, 'models: { allowlist: [y] }'))).toEqual(['allowlist'])
  })

  it('passes without LLM calls, which of a ledger is an error, and beside a baseline that has some a warning', async () => {
    const empty = { 'flow.json': flow({ steps: [step('a')] }) }
    const report = await judgeFiles(empty, 'min_runs: 1')
    expect(report.verdict).toBe('pass')
    expect(report.checks.find(({ rule }) => rule === 'no_usage')).toMatchObject({ outcome: 'passed', actual: 0 })
    const cwd = workspace({
      ...empty,
      'baseline.json': { total_cost_usd: 1 },
      'ledger.jsonl': '',
      'run.json': { run_id: 'r', status: 'ok', failures: [] },
    })
    const against = async (...files: string[]) => {
      const { findings } = await gateFiles({ files, cwd, inputs: { 'baseline-path': 'baseline.json' } })
      return findings.filter(({ rule }) => rule === 'no_usage').map(({ level }) => level)
    }
    expect(await against('flow.json')).toEqual(['warning'])
    expect(await against('ledger.jsonl')).toEqual(['error'])
    expect(await against('run.json')).toEqual(['error'])
  })

  it.each([
    ['no run', { runs: 0, success_rate: 0 }, '0 of 0 runs succeeded: 0 %, at least 90 %'],
    ['no share', { runs: 2, successes: 2 }, 'success rate as the flow summary says: 0 %, at least 90 %'],
    [
      'another share than its counts',
      { runs: 2, successes: 2, success_rate: 0.5 },
      'success rate as the flow summary says: 50 %, at least 90 %',
    ],
  ])('fails min_success_rate with %s', async (_why, usage, message) => {
    const report = await judgeTwice({ 'flow.json': { ...usage, steps: [] } }, 'min_success_rate: 0.9')
    expect(broken(report)).toEqual(['min_success_rate'])
    expect(report.findings.map((finding) => finding.message)).toContain(message)
  })

  it('is judged by the latency of a step that did not run', async () => {
    const usage = flow({ runs: 0, avg_latency_ms: 900.0004, steps: [{ ...step('a'), runs: 0, successes: 0, avg_latency_ms: 3000.0001 }] })
    const yaml = (limit: number, ofStep: number) => `max_avg_latency_ms: ${limit}\nper_step: { a: { max_avg_latency_ms: ${ofStep} } }\n`
    expect(broken(await judgeTwice({ 'flow.json': usage }, yaml(900, 3000)))).toEqual(['max_avg_latency_ms', 'max_avg_latency_ms'])
    expect(broken(await judgeTwice({ 'flow.json': usage }, yaml(900.0004, 3000.0001)))).toEqual([])
  })
})

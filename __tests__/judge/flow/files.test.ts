import { describe, expect, it } from 'vitest'
import type { CostSummary, Report } from '../../../src/generated/types.ts'
import { gateFiles } from '../../../src/terminal/commands/gate.ts'
import { type Files, jsonl, workspace } from '../../support/read/workspace.ts'

/** The report of some usage in a folder with this policy. */
async function judgeFiles(files: Files, policy: string): Promise<Report> {
  const cwd = workspace({ ...files, 'policy.yaml': policy })
  return gateFiles({
    files: Object.keys(files),
    inputs: { 'working-directory': cwd, 'policy-path': 'policy.yaml', 'on-missing-baseline': 'pass' },
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

describe('mcp.max_error_rate: 0.1 of a flow summary, each figure that its totals leave out from its steps', () => {
  it.each<readonly [why: string, rate: number | null, words: string, mcp: object | undefined, steps: readonly object[]]>([
    ['calls without errors', 0.5, '5 of 10 MCP calls failed', { calls: 10, tokens, cost_usd: 0.1 }, [calls('a', { calls: 10, errors: 5 })]],
    ['errors without calls', 0.5, '5 of 10 MCP calls failed', { errors: 5 }, [calls('a', { calls: 10, errors: 0 })]],
    ['neither', 0.5, '5 of 10 MCP calls failed', { tokens }, [calls('a', { calls: 4, errors: 4 }), calls('b', { calls: 6, errors: 1 })]],
    ['no totals', 0.2, '2 of 10 MCP calls failed', undefined, [calls('a', { calls: 10, errors: 2 })]],
    ['totals of no calls', 0.2, '2 of 10 MCP calls failed', { calls: 0, errors: 0 }, [calls('a', { calls: 10, errors: 2 })]],
    ['calls of the totals, errors of one step', 0.25, '5 of 20 MCP calls failed', { calls: 20 }, [calls('a', { calls: 10, errors: 5 })]],
    [
      'a step that tells no errors',
      0.5,
      'at least 5 of 10 MCP calls failed',
      { calls: 10 },
      [calls('a', { calls: 6, errors: 5 }), calls('b', { calls: 4 })],
    ],
    ['totals come before steps', 0, '0 of 10 MCP calls failed', { calls: 10, errors: 0 }, [calls('a', { calls: 10, errors: 5 })]],
    ['no errors anywhere', null, 'nobody says whether the MCP calls failed', { calls: 10 }, []],
    ['no errors in any step either', null, 'nobody says whether the MCP calls failed', { calls: 10 }, [calls('a', { calls: 10 })]],
    ['no calls', null, 'there are no MCP calls', undefined, []],
  ])('%s: %j', async (_why, rate, words, mcp, steps) => {
    const report = await judgeTwice({ 'flow.json': flow({ mcp, steps }) }, 'mcp: { max_error_rate: 0.1 }')
    expect(measured(report)).toEqual([['max_mcp_error_rate', null, rate]])
    expect(broken(report)).toEqual(rate !== null && rate > 0.1 ? ['max_mcp_error_rate'] : [])
    expect([...report.findings, ...report.checks].find(({ rule }) => rule === 'max_mcp_error_rate')?.message).toContain(words)
    const own = report.head.mcp
    expect(rateOf(own?.errors, own?.calls) || null).toBe(rate || null)
  })

  it('adds up what several say, each with its own steps', async () => {
    const report = await judgeTwice(
      {
        'a.json': flow({ mcp: { calls: 10 }, steps: [calls('a', { calls: 10, errors: 5 })] }),
        'b.json': flow({ mcp: { calls: 10, errors: 1 }, steps: [calls('a', { calls: 10, errors: 9 })] }),
        'c.json': flow({ mcp: { calls: 5 } }),
        'd.json': flow({ steps: [calls('d', { calls: 5, errors: 4 })] }),
      },
      'mcp: { max_error_rate: 0.3 }',
    )
    expect(report.head.mcp).toMatchObject({ calls: 30, errors: 10, unknown_outcomes: 5 })
    expect(report.findings.map(({ message }) => message)).toContainEqual('at least 10 of 30 MCP calls failed: 33.3 %, limit 30 %')
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
    ['successes left out, 1 error', 0.25, counted({ runs: 4, errors: 1 })],
    ['successes and errors left out', 1, counted({ runs: 4 })],
    ['all succeeded and there were errors', 0.5, counted({ runs: 4, successes: 4, errors: 2 })],
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

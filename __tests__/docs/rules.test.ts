import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderKeys, type Schema } from '../../scripts/tables.ts'
import { writeJson } from '../../src/files/write.ts'
import { writeActual, writeLimit } from '../../src/render/findings/rule-figures.ts'
import { describeRule } from '../../src/render/findings/rules.ts'
import { gateFiles } from '../../src/terminal/commands/gate.ts'
import { PLAIN } from '../../src/words/escape.ts'
import { readPage, root } from '../support/docs/pages.ts'
import { jsonl, LEDGER, row, summarizeFolder, workspace } from '../support/read/workspace.ts'

/** Keys of the policy that limit nothing: they name, explain, or say how limits apply. */
const NO_LIMITS = ['name', 'description', 'subject', 'approvable', 'level', 'flow_level', 'warn_at_percent', 'expires', 'exact']
const ABOUT_OTHERS = [
  'min_increase_usd',
  'existing_violations',
  'per_step_merge',
  'on_inconclusive',
  'days',
  'success_level',
  'runs_per_day',
  'runs_per_month',
  'per_step_merge',
]

/** Texts of docs/policy.md under "When it fails", by the first name of a row. */
async function listFailures(): Promise<readonly (readonly [key: string, text: string])[]> {
  const tables = (await readPage('docs/policy.md')).matchAll(/^\| Key \| When it fails \|\n.*\n((?:\|.*\n)+)/gm)
  const rows = [...tables].flatMap(([, lines = '']) => lines.trim().split('\n'))
  return rows.map((line) => {
    const [, key = '', text = ''] = /^\| `([^`]+)`[^|]* \| (.+) \|$/.exec(line) ?? []
    return [key, text]
  })
}

/** Every key of the schema that limits something, as docs/policy.md writes it. */
async function listLimits(): Promise<string[]> {
  const schema = JSON.parse(await readPage('schemas/policy.schema.json')) as Schema
  const keys = [...renderKeys(schema).matchAll(/^\| `([^`]+)`/gm)].flatMap(([, key = '']) => key)
  const last = (key: string) => key.slice(key.lastIndexOf('.') + 1)
  const isLimit = (key: string) => !keys.some((other) => /^[.[]/.test(other.slice(key.length)) && other.startsWith(key))
  return keys
    .filter((key) => isLimit(key) && ![...NO_LIMITS, ...ABOUT_OTHERS].includes(last(key)))
    .map((key) => key.replace(/^policies\[\]\.(limits\.<name>\.|thresholds\.)?/, '').replace(/(max_unattributed_percent)\..*/, '$1'))
}

describe('docs/policy.md', () => {
  it('lists every rule that was judged on the example with a policy', async () => {
    const { findings, checks } = await gateFiles({
      files: [],
      cwd: join(root, 'examples/pr-regression'),
      inputs: {
        'baseline-path': '../baseline_summary.json',
        'policy-path': '../cost_governance.yaml',
      },
    })
    const page = await readPage('docs/policy.md')
    const listed = [...page.slice(page.indexOf('## All rules')).matchAll(/`([a-z_]+)`/g)].map(([, name]) => name)
    const judged = [...new Set([...findings, ...checks].map(({ rule }) => rule))]
    expect(judged.length).toBeGreaterThan(10)
    expect(listed).toEqual(expect.arrayContaining(judged))
  })

  it('shows for every limit what it looks like when it fails', async () => {
    const [shown, limits] = [new Map(await listFailures()), await listLimits()]
    expect(limits.length).toBeGreaterThan(30)
    expect(limits.filter((key) => !shown.get(key))).toEqual([])
  })

  it('shows what the gate really says of a broken budget and a regression', async () => {
    const call = { timestamp: '2026-11-03T09:00:00Z', run_id: 'mag-73cf25' }
    const folder = workspace({
      [LEDGER]: jsonl(row({ ...call, cost_usd: 2.4 }), row({ ...call, cost_usd: 3.7, model: 'o1-preview', step: 'review' })),
      'policy.yaml': POLICY,
    })
    const before = workspace({ [LEDGER]: jsonl(row({ cost_usd: 2 })) })
    await writeJson(join(folder, 'baseline.json'), await summarizeFolder(before))
    const inputs = { 'baseline-path': 'baseline.json', 'policy-path': 'policy.yaml' }
    const { findings } = await gateFiles({ files: [], inputs, cwd: folder })
    const said = findings.map((finding) => {
      const limit = finding.limit === null ? '' : 'limit '
      return `${describeRule(finding, PLAIN)}: ${writeActual(finding)}, ${limit}${writeLimit(finding)}`
    })
    expect(said).toHaveLength(11)
    expect((await listFailures()).map(([, text]) => text)).toEqual(expect.arrayContaining(said))
  })
})

const POLICY = `policies:
  - name: agent_budgets
    limits:
      planner:
        max_cost_per_run_usd: 2
        max_cost_per_day_usd: 5
        max_cost_per_month_usd: 6
  - name: model_budgets
    limits:
      o1-preview:
        max_daily_spend_usd: 3
        require_approval: true
  - name: alerts
    thresholds:
      warn_cost_per_run_usd: 1
      error_cost_per_run_usd: 5
regression:
  max_increase_percent: 20
  per_model: { "*": { max_increase_percent: 10 } }
  per_agent: { "*": { max_increase_percent: 50 } }
  per_step: { plan: { max_increase_percent: 15 } }
`

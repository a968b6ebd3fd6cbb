import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostReport, Efficiency } from '../../../src/generated/types.ts'
import { readRunSet, writeRunSet } from '../../../src/summarize/runs/run-set.ts'
import { jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { reportOn } from '../../support/report/reports.ts'
import { rowsOf } from '../../support/summarize/rows.ts'
import { tries } from '../../support/tries.ts'

const end = (run_id: string, status: string) => ({ [`.runs/agents/${run_id}/summary.json`]: { run_id, slug: 'planner', status } })

describe('efficiency per model, agent and step', () => {
  const rows = [
    row({ run_id: 'run-1', cost_usd: 0.3 }),
    row({ run_id: 'run-1', model: 'gpt-4o-mini', cost_usd: 0.1 }),
    row({ run_id: 'run-2', cost_usd: 0.5 }),
  ]
  const ends = { ...end('run-1', 'success'), ...end('run-2', 'failure') }

  it('counts the runs that made such calls, and how they ended', async () => {
    const { model_stats, step_stats, agent_stats } = await summarizeFiles({ [LEDGER]: jsonl(...rows), ...ends })
    expect(model_stats['gpt-4o']).toMatchObject({ runs: 2, run_set: '3', successful_tasks: 1, failed_tasks: 1, cost_per_run_usd: 0.4 })
    expect(model_stats['gpt-4o-mini']).toMatchObject({ runs: 1, run_set: '1', successful_tasks: 1, cost_per_successful_task: 0.1 })
    for (const stats of [step_stats.plan, agent_stats.planner])
      expect(stats).toMatchObject({ cost_per_run_usd: 0.45, cost_per_successful_task: 0.9, token_efficiency: 0.1 })
    expect(step_stats.plan?.cost_per_1k_tokens).toBeCloseTo(0.9 / 0.33, 12)
  })

  it('leaves calls without a run out of the cost of a run', async () => {
    const { step_stats } = await summarizeFiles({ [LEDGER]: jsonl(...rows, row({ run_id: null, cost_usd: 0.7 })) })
    expect(step_stats.plan).toMatchObject({ runs: 2, cost_without_run_usd: 0.7, cost_per_run_usd: 0.45 })
  })

  it('is not known while a call has no price, or a run does not say how it ended', async () => {
    const unpriced = row({ model: 'no-such-model', cost_usd: null })
    const { step_stats, model_stats, cost_per_1k_tokens } = await summarizeFiles({
      [LEDGER]: jsonl(...rows, unpriced),
      ...end('run-1', 'success'),
    })
    const unknown = { cost_per_run_usd: null, cost_per_successful_task: null, cost_per_1k_tokens: null }
    expect(step_stats.plan).toMatchObject({ ...unknown, token_efficiency: 0.1 })
    expect(cost_per_1k_tokens).toBeNull()
    expect(model_stats['gpt-4o']).toMatchObject({ cost_per_run_usd: 0.4, cost_per_successful_task: null })
  })

  it('is not known per run where a summary of an earlier version was merged', async () => {
    const now = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    const { runs: _, run_set: __, ...earlier } = now.step_stats.plan ?? {}
    const files = { 'leg.json': { ...now, step_stats: { plan: earlier } }, 'more.jsonl': jsonl(row({ run_id: 'run-3' })) }
    const { step_stats } = await summarizeFiles(files, { 'usage-path': ['more.jsonl', 'leg.json'] })
    expect(step_stats.plan).not.toHaveProperty('runs')
    expect(step_stats.plan).toMatchObject({ calls: 4, cost_per_run_usd: null })
  })

  it('counts more runs than are listed, and each run with many steps once', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => row({ run_id: `run-${index}`, cost_usd: 0.01 }))
    const long = Array.from({ length: 100 }, (_, index) => row({ run_id: 'run-0', step: `step-${index % 50}`, cost_usd: 0.01, index }))
    const { step_stats, model_stats } = await summarizeFiles({ [LEDGER]: jsonl(...many, ...long) })
    expect(step_stats.plan).toMatchObject({ runs: 1200, cost_per_run_usd: 0.01 })
    expect(step_stats.plan).not.toHaveProperty('run_set')
    expect(step_stats['step-49']).toMatchObject({ runs: 1, cost_per_run_usd: 0.02 })
    expect(model_stats['gpt-4o']).toMatchObject({ runs: 1200 })
  })

  it('agrees with the report on the same records, which counts in another way', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(40), async (lines) => {
        const folder = workspace({ [LEDGER]: lines.map((line) => `${line}\n`).join('') })
        const summary = await summarizeFolder(folder, { 'on-invalid': 'skip' })
        for (const [by, stats] of [
          ['model', summary.model_stats],
          ['agent', summary.agent_stats],
          ['step', summary.step_stats],
        ] as const) {
          const report = await reportOn(folder, '--by', by, '--on-invalid', 'skip')
          expect(figuresOf(stats)).toEqual(reported(report))
        }
      }),
      tries(40),
    )
  })
})

const FIGURES = ['cost_per_run_usd', 'cost_per_successful_task', 'cost_per_1k_tokens', 'token_efficiency'] as const

function figuresOf(stats: Readonly<Record<string, Efficiency>>): Map<string, readonly unknown[]> {
  return new Map(Object.entries(stats).map(([name, figures]) => [name, FIGURES.map((figure) => figures[figure])]))
}

function reported({ groups }: CostReport): Map<string, readonly unknown[]> {
  return new Map(groups.flatMap((group) => (group.name === null ? [] : [[group.name, FIGURES.map((figure) => group[figure])]])))
}

describe('a set of runs', () => {
  const names = fc.uniqueArray(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 40 })

  it('comes back as it was, whatever the order of the names', () => {
    fc.assert(
      fc.property(names, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (listed, chosen) => {
        const runIds = listed.filter((_, index) => chosen[index])
        const digits = writeRunSet(new Set(runIds), listed)
        expect(digits).toMatch(/^[0-9a-f]*$/)
        expect(readRunSet(digits, listed.toReversed())?.sort()).toEqual(runIds.sort())
      }),
    )
  })

  it('is none of a list of another length', () => {
    expect(readRunSet('f', ['a', 'b', 'c', 'd', 'e'])).toBeNull()
    expect(readRunSet('', [])).toEqual([])
  })
})

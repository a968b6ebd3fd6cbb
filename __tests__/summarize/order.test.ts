import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import validateSummary from '../../src/generated/validate/cost-summary.js'
import { summarizeFiles } from '../support/read/workspace.ts'
import { deal, rowsOf } from '../support/summarize/rows.ts'
import { tries } from '../support/tries.ts'

const SETTINGS = { 'usage-path': ['*.jsonl'], 'on-invalid': 'skip' } as const
const settings = { ...SETTINGS, 'usage-path': [...SETTINGS['usage-path']] }
const places = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 20 })

/** Three files of lines. Invalid examples name the file and line, so they may differ. */
async function bytesOf(lines: readonly string[], dealt: readonly number[], names = ['a', 'b', 'c']): Promise<string> {
  const parts = deal(lines, dealt, 3)
  const files = Object.fromEntries(names.map((name, index) => [`${name}.jsonl`, (parts[index] ?? []).map((line) => `${line}\n`).join('')]))
  const summary = await summarizeFiles(files, settings)
  expect(validateSummary(JSON.parse(JSON.stringify(summary)))).toBe(true)
  // Which of three files is empty is told, because an empty file may be a mistake.
  return JSON.stringify({ ...summary, sources: [], quality: { ...summary.quality, invalid_examples: [] } })
}

describe('the order of the input', () => {
  it('changes no byte of the summary, neither of rows nor of files', async () => {
    const cases = rowsOf(40).chain((lines) =>
      fc.record({
        lines: fc.constant(lines),
        shuffled: fc.shuffledSubarray([...lines], { minLength: lines.length }),
        one: places,
        other: places,
      }),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ lines, shuffled, one, other }) => {
        expect(await bytesOf(shuffled, other, ['c', 'a', 'b'])).toBe(await bytesOf(lines, one))
      }),
      tries(60),
    )
  })
})

describe('a repeated line', () => {
  it('changes nothing but the number of repetitions', async () => {
    const cases = rowsOf(30).chain((lines) =>
      fc.record({
        lines: fc.constant(lines),
        copies: fc.array(fc.nat({ max: Math.max(0, lines.length - 1) }), { maxLength: lines.length }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(cases, places, async ({ lines, copies }, dealt) => {
        const repeated = copies.flatMap((index) => lines[index] ?? [])
        const [once, again] = [await bytesOf(lines, [0]), await bytesOf([...lines, ...repeated], dealt)]
        expect(again).toBe(once.replace('"duplicate_records":0', `"duplicate_records":${repeated.length}`))
      }),
      tries(60),
    )
  })
})

describe('the sums', () => {
  it('per model, agent, step, customer, day and run are the sums of their rows', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(40), async (lines) => {
        const { sources, ...summary } = await summarizeFiles({ 'a.jsonl': lines.map((line) => `${line}\n`).join('') }, settings)
        const total = (stats: Record<string, { cost_usd: number }>) => Object.values(stats).reduce((sum, { cost_usd }) => sum + cost_usd, 0)
        const sum = (amounts: Record<string, number>) => Object.values(amounts).reduce((all, usd) => all + usd, 0)
        const { total_cost_usd } = summary
        expect(total(summary.model_stats)).toBeCloseTo(total_cost_usd, 9)
        expect(summary.step_model_stats.reduce((all, { cost_usd }) => all + cost_usd, 0)).toBeCloseTo(total_cost_usd, 9)
        expect(sum(summary.daily_cost_usd)).toBeCloseTo(total_cost_usd, 9)
        expect(sum(summary.monthly_cost_usd)).toBeCloseTo(total_cost_usd, 9)
        expect(sources.reduce((all, { cost_usd }) => all + cost_usd, 0)).toBeCloseTo(total_cost_usd, 9)
        const rows = lines.map((line) => JSON.parse(line)).filter(({ input_tokens }) => input_tokens >= 0)
        for (const [name, stats] of Object.entries(summary.agent_stats)) {
          const own = rows.filter(
            ({ agent, input_tokens, output_tokens, cost_usd, status }) =>
              agent === name && (input_tokens + output_tokens > 0 || cost_usd || status === 'error'),
          )
          expect(stats.calls).toBe(own.length)
          expect(stats.input_tokens).toBe(own.reduce((all, { input_tokens }) => all + input_tokens, 0))
          const runs = new Set(own.map(({ run_id }) => run_id).filter((id) => id !== null))
          expect(stats.run_costs.count).toBeLessThanOrEqual(runs.size)
        }
      }),
      tries(40),
    )
  })
})

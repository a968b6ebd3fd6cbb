import { describe, expect, it } from 'vitest'
import { easeExisting } from '../../../src/judge/ease.ts'
import { growth } from '../../support/growth.ts'
import { agent, head, judged, model, policy } from '../../support/judge/builders.ts'

/** Four times as much makes four times the work, or sixteen times where each is held against each. */
const FAR_BELOW_SQUARE = 9

function listOf(size: number, write: (index: number) => string): string[] {
  return Array.from({ length: size }, (_, index) => write(index))
}

/** A number in letters: names with other digits are no slips of the pen. */
function letters(index: number): string {
  return [...String(index)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')
}

function usageOf(names: readonly string[]) {
  return head({ agent_stats: Object.fromEntries(names.map((name) => [name, agent({ r: 1 })])) })
}

function modelsOf(names: readonly string[]) {
  return head({ model_stats: Object.fromEntries(names.map((name) => [name, model({ '2026-11-03': 1 })])) })
}

function policyOf(patterns: readonly string[]) {
  const lines = patterns.map((pattern) => `      ${JSON.stringify(pattern)}: { max_cost_per_run_usd: 2 }\n`)
  return policy(`policies:\n  - name: g\n    limits:\n      "*": { max_cost_per_run_usd: 3 }\n${lines.join('')}`)
}

describe('many names and many limits', () => {
  it('each find the one that decides', () => {
    const usage = usageOf(listOf(5000, (index) => `agent-${index}`))
    const { checks } = judged({ policy: policyOf(listOf(300, (index) => `agent-${index}`)), head: usage })
    expect(checks.filter(({ limit }) => limit === 2)).toHaveLength(300)
    expect(checks.filter(({ limit }) => limit === 3)).toHaveLength(4700)
  })

  it.each<[string, (index: number, size: number) => string]>([
    ['limits on names', (index) => `agent-${letters(index)}`],
    // No name matches one of the first half, and each matches all of the second, which are less specific.
    ['globs', (index, size) => (index < size / 2 ? `other-${index}-*` : `${'*'.repeat(1 + (index % 40))}a${'*'.repeat(1 + index / 40)}`)],
    ['names that may be misspelt', (index) => `agnet-${letters(index)}`],
  ])('take work that grows with their number: %s', (_, patternOf) => {
    const usage = usageOf(listOf(100, (index) => `agent-${letters(index)}`))
    const rules = (size: number) => policyOf(listOf(size, (index) => patternOf(index, size)))
    const [few, many] = [rules(1500), rules(6000)]
    const judgeBy = (limits: typeof few) => () => judged({ policy: limits, head: usage })
    expect(growth(judgeBy(few), judgeBy(many))).toBeLessThan(FAR_BELOW_SQUARE)
  })

  it.each<[string, (index: number) => string, (name: string, index: number) => string]>([
    ['in one group', (index) => `vendor-model-${index}`, (name) => name],
    ['all spellings of one model', () => 'gpt-4o', (name, index) => `${name}${' '.repeat(index)}`],
    ['one group each', (index) => `vendor-model-${index}`, (name) => name],
  ])('on models take work that grows with their number, whatever they are called: %s', (what, nameOf, spell) => {
    const usage = modelsOf(listOf(100, (index) => `openai/${nameOf(index)}-2024-09-${10 + (index % 20)}`))
    const rules = (size: number) => {
      const entries = listOf(size, (index) => `${JSON.stringify(spell(nameOf(index), index % 400))}: { max_daily_spend_usd: 2 }`)
      const groups = what === 'in one group' ? [entries.join(', ')] : entries
      return policy(`policies:\n${groups.map((limits) => `  - { name: g, limits: { ${limits} } }\n`).join('')}`)
    }
    const [few, many] = [rules(1000), rules(4000)]
    const judgeBy = (limits: typeof few) => () => judged({ policy: limits, head: usage, before: modelsOf(listOf(100, nameOf)) })
    expect(growth(judgeBy(few), judgeBy(many))).toBeLessThan(FAR_BELOW_SQUARE)
  })

  it('take reading that grows with the number of lines', () => {
    const read = (size: number) => () => policyOf(listOf(size, (index) => `agent-${index}`))
    expect(growth(read(1000), read(4000))).toBeLessThan(FAR_BELOW_SQUARE)
  })

  it('broken before, too, are found with work that grows with their number', () => {
    const rules = policy('policies: [{ name: g, limits: { "*": { max_daily_spend_usd: 1 } } }]')
    const findingsOf = (size: number) => {
      const models = listOf(size, (index) => `model-${index}`).map((name) => [name, model({ '2026-11-03': 2 })])
      return judged({ policy: rules, head: head({ model_stats: Object.fromEntries(models) }) }).findings
    }
    const [few, many] = [findingsOf(2000), findingsOf(8000)]
    const ease = (findings: typeof few) => () => easeExisting(findings, findings.toReversed())
    expect(ease(few)().filter(({ eased }) => eased === 'existing')).toHaveLength(2000)
    expect(growth(ease(few), ease(many))).toBeLessThan(FAR_BELOW_SQUARE)
  })
})

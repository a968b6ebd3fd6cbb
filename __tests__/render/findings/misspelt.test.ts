import { describe, expect, it } from 'vitest'
import { annotations } from '../../../src/render/annotations.ts'
import { findingLines } from '../../../src/render/findings/finding-lines.ts'
import { renderLevels } from '../../../src/render/findings/findings.ts'
import { agent, change, comparison, head, judged, policy } from '../../support/judge/builders.ts'

const rules = policy(`regression: { max_increase_percent: 500, per_step: { clasify: { max_increase_percent: 5 } } }
policies:
  - name: g
    limits: { planer: { max_cost_per_successful_task_usd: 1, max_cost_per_run_usd: 1, max_input_tokens: 10 } }
`)
const { findings } = judged({
  policy: rules,
  head: head({ agent_stats: { planner: agent() } }),
  comparison: comparison(change('total', 1, 1), { steps: [change('classify', 1, 1)] }),
})
const shown = { findings, approval: { given: null, notes: [] }, noise: null }
const MESSAGES = [
  'planer: no such agent was used, did you mean planner?',
  'clasify: no such step is in both baseline and head, did you mean classify?',
]

describe('a name of the policy that is misspelt', () => {
  it('is asked about in a terminal, once, and has no figures', () => {
    expect(findingLines(shown, (_style, text) => text)).toEqual(MESSAGES.map((message) => `notice   ${message}`))
  })

  it('is asked about in a comment, once, and has no figures', () => {
    const markdown = renderLevels(shown, { findings: 30, models: 1, causes: 1, folded: 30 })
    expect(markdown).toContain('<summary>2 notices</summary>')
    expect(markdown.split('\n').filter((line) => line.startsWith('- ℹ️'))).toEqual(MESSAGES.map((message) => `- ℹ️ ${message}`))
    expect(markdown).not.toContain('|')
  })

  it('is asked about at each of its lines', () => {
    expect(new Set(annotations(shown).map(({ title, message, startLine }) => `${startLine} ${title}: ${message}`))).toEqual(
      new Set(MESSAGES.map((message, index) => `${[4, 1][index]} LLM cost: policy: ${message}`)),
    )
  })
})

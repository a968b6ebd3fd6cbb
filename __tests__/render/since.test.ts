import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/render/comment.ts'
import { renderSummary } from '../../src/render/summary.ts'
import { renderTerminal } from '../../src/render/terminal.ts'
import { gate, gateFiles } from '../../src/terminal/commands/gate.ts'
import { parseFlags } from '../../src/terminal/flags.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'

const plain = (_style: string, text: string) => text
const EARLIER = { model: 'gpt-4o-mini', agent: 'old-agent', step: 'old-step', metadata: { customer_id: 'old-customer' } }

describe('what was spent before since', () => {
  it.each([[], ['--baseline', 'baseline.json']])('is in no table, although its day counts: %s', async (...words) => {
    const earlier = row({ ...EARLIER, timestamp: '2026-11-02T08:00:00Z', run_id: 'old' })
    const folder = workspace({
      [LEDGER]: jsonl(earlier, row({ timestamp: '2026-11-03T10:00:00Z' })),
      'baseline.json': { total_cost_usd: 0.4 },
    })
    const report = await gateFiles(parseFlags(gate, ['--since', '2026-11-03T00:00:00Z', ...words], folder))
    expect(Object.keys(report.head.model_stats)).toContain(EARLIER.model)
    for (const text of [renderComment(report, { maxLength: 65_000 }), renderTerminal(report, plain), renderSummary(report.head, plain)])
      expect(text).not.toMatch(/gpt-4o-mini|old-/)
  })
})

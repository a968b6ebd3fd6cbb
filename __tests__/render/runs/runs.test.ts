import { describe, expect, it } from 'vitest'
import { renderRunsCsv, renderRunsText } from '../../../src/render/runs.ts'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { runsOf } from '../../support/runs/lists.ts'

const UNKNOWN = { model: 'house-model', cost_usd: null }
const rows = [
  row({ run_id: 'part', cost_usd: 4, input_tokens: 1 }),
  row({ run_id: 'part', ...UNKNOWN, agent: 'writer' }),
  row({ run_id: 'none', ...UNKNOWN, agent: null }),
  row({ run_id: null, cost_usd: 8 }),
  row({ run_id: null, ...UNKNOWN }),
]
const text = async (folder: string, ...words: string[]) => {
  const { result, sort } = await runsOf(folder, ...words)
  return renderRunsText(result, sort, (_style, words) => words)
}

describe('runs in a terminal', () => {
  it('say what is not known and what is in no row', async () => {
    expect(await text(workspace({ [LEDGER]: jsonl(...rows) }))).toBe(
      [
        'at least $4.00 in 2 runs, the most expensive first:',
        '',
        'Began (UTC)                    Cost  Calls  Tokens  Outcome  Agent               Run',
        '2026-11-02 09:00:00  at least $4.00      2     121  unknown  planner and writer  part',
        '2026-11-02 09:00:00         unknown      1     110  unknown  –                   none',
        '',
        'Calls without a run, in no row: 2 calls, 220 tokens, at least $8.00.',
        '2 calls without a known price are in no amount.',
        '',
      ].join('\n'),
    )
  })

  it('say that there are more', async () => {
    expect(await text(workspace({ [LEDGER]: jsonl(...rows) }), '--sort', 'calls', '--limit', '1')).toMatch(
      /^at least \$4\.00 in 2 runs; the 1 busiest:\n/,
    )
  })

  it('say that none matches, and tell calls without a run all the same', async () => {
    expect(await text(workspace({ [LEDGER]: jsonl(row({ run_id: null })) }))).toBe(
      'No runs match.\nCalls without a run, in no row: 1 call, 110 tokens, $0.50.\n',
    )
    expect(await text(workspace({ [LEDGER]: jsonl(row()) }), '--agent', 'nobody')).toBe('No runs match.\n')
  })

  it('tell calls that a period leaves out', async () => {
    const summary = { run_id: 'alone', slug: 'planner', cost_usd: 9, token_count: 9 }
    const folder = workspace({ [LEDGER]: jsonl(row()), '.runs/agents/alone/summary.json': summary })
    expect(await text(folder, '--since', '2026-11-01')).toMatch(/\n\n1 call without a time is left out of this period\.\n$/)
  })
})

describe('runs as CSV', () => {
  it('leave an unknown cost empty', async () => {
    const { result } = await runsOf(workspace({ [LEDGER]: jsonl(...rows) }))
    expect(renderRunsCsv(result).split('\r\n')).toEqual([
      'run_id,started_at,last_call_at,agents,outcome,calls,failed_calls,unpriced_calls,input_tokens,output_tokens,total_tokens,total_cost_usd',
      'part,"2026-11-02T09:00:00.000Z","2026-11-02T09:00:00.000Z","planner; writer",unknown,2,0,1,101,20,121,4',
      'none,"2026-11-02T09:00:00.000Z","2026-11-02T09:00:00.000Z",,unknown,1,0,1,100,10,110,',
      '',
    ])
  })
})

it.each(HOSTILE.filter(([, name]) => name !== '' && name.length < 512))('a name that %s stays on one line', async (_, name) => {
  const hostile = workspace({ [LEDGER]: jsonl(row({ agent: name, run_id: name })) })
  const shown = await text(hostile)
  expect(shown.split('\n')).toHaveLength(5)
  expect(shown).not.toMatch(/[^\P{C}\n]/u)
  const { result } = await runsOf(hostile)
  expect(renderRunsCsv(result).split('\r\n')).toHaveLength(3)
  expect(renderRunsCsv(result)).not.toContain('##[')
  expect(result.runs).toMatchObject([{ run_id: name, agents: [name] }])
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withHistory } from '../../../../src/baseline/history.ts'
import { localFiles } from '../../../../src/files/source.ts'
import { runGate } from '../../../../src/gate.ts'
import type { ApprovalState, CostSummary, Report } from '../../../../src/generated/types.ts'
import { renderComment } from '../../../../src/render/comment.ts'
import { readSettings } from '../../../../src/settings.ts'
import { LEDGER, writeFiles } from '../../read/workspace.ts'
import { MOST_CHARACTERS, settle } from '../scenario.ts'
import { CREEP_DAY, CUT, DAYS, DRIFT, PRICE_CUT, PULLS, type Pull } from './story.ts'
import { type Code, FIRST_DAY, type Measurement, measureSuite } from './suite.ts'

/** What the gate said of a pull request. */
export interface Judged {
  readonly name: string
  readonly report: Report
  readonly comment: string
}

const NIGHT = 4
const CREEP = `  creep: { days: 28, max_increase_percent: 50 }\n`
const policyOf = (day: number) => `regression:
  max_increase_percent: 20
${day < CREEP_DAY ? '' : CREEP}policies:
  - name: agent_budgets
    limits:
      planner: { max_cost_per_run_usd: 0.5 }
`

/** Plays the month: each night and each merge is recorded, each pull request is judged by the records until then. */
export async function playMonth(): Promise<Judged[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'month-'))
  try {
    return await play(cwd)
  } finally {
    await rm(cwd, { recursive: true })
  }
}

async function play(cwd: string): Promise<Judged[]> {
  const judged: Judged[] = []
  let main = FIRST_DAY
  let stored: CostSummary | null = null
  for (let day = 1; day <= DAYS; day += 1) {
    main = { ...main, prompts: main.prompts * DRIFT }
    stored = await record(cwd, main, stored, { ...timeOf(day, NIGHT), ...(day === CUT.day && { cases: CUT.cases }) })
    if (day === PRICE_CUT.day) main = { ...main, price: PRICE_CUT.price }
    for (const pull of PULLS.filter((one) => one.day === day)) {
      const code = pull.change(main)
      judged.push(await gate(cwd, code, stored, pull))
      if (!pull.isMerged) continue
      main = code
      stored = await record(cwd, main, stored, timeOf(day, pull.hour + 1))
    }
  }
  return judged
}

/** Luck is that of the hour, so that nothing but the story changes it. */
function timeOf(day: number, hour: number): Measurement {
  return { at: Date.UTC(2026, 9, day, hour), luck: day * 24 + hour }
}

/** As `mode: record` does. */
async function record(cwd: string, code: Code, stored: CostSummary | null, measured: Measurement): Promise<CostSummary> {
  const report = await run(cwd, code, stored, measured, null)
  return withHistory(report.head, stored)
}

async function gate(cwd: string, code: Code, stored: CostSummary, pull: Pull): Promise<Judged> {
  const { at, luck } = timeOf(pull.day, pull.hour)
  const given = { by: 'octocat', how: 'review' as const, at: new Date(at - 60_000).toISOString(), commit: commitOf(at) }
  const approval: ApprovalState = { given: pull.isApproved ? given : null, notes: [] }
  const report = settle(await run(cwd, code, stored, { at, luck: pull.luck ?? luck }, approval))
  return { name: pull.name, report, comment: renderComment(report, { maxLength: MOST_CHARACTERS }) }
}

/** @param approval null: it is a record. */
async function run(cwd: string, code: Code, stored: CostSummary | null, measured: Measurement, approval: ApprovalState | null) {
  const day = new Date(measured.at).getUTCDate()
  await rm(join(cwd, 'baseline.json'), { force: true })
  writeFiles(cwd, {
    [LEDGER]: measureSuite(code, measured),
    'policy.yaml': policyOf(day),
    ...(stored !== null && { 'baseline.json': stored }),
  })
  const inputs = { 'working-directory': cwd, 'policy-path': 'policy.yaml', 'baseline-path': 'baseline.json', 'on-missing-baseline': 'pass' }
  return runGate(readSettings(inputs, ''), {
    mode: approval === null ? 'record' : 'gate',
    now: () => measured.at,
    commit: commitOf(measured.at),
    onProgress: () => {},
    files: localFiles(cwd),
    findBaseline: null,
    findApproval: approval && (async () => approval),
    reviewFiles: null,
  })
}

/** Day and hour, four digits again and again. */
function commitOf(at: number): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(8, 10)}${iso.slice(11, 13)}`.repeat(10)
}

import type { CostReport, Report, ReportJudgement } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, usd } from '../../words/format.ts'
import { stack } from '../../words/markdown.ts'
import type { Paint } from '../../words/paint.ts'
import type { Room } from '../../words/room.ts'
import { renderChecks } from '../findings/checks.ts'
import { findingLines } from '../findings/finding-lines.ts'
import { renderLevels } from '../findings/findings.ts'
import { writeFigures } from '../findings/rule-figures.ts'
import { describeRule, isLimit } from '../findings/rules.ts'
import { type Outcome, wouldFail, writeBlocking } from '../verdict/blocking.ts'
import { ICONS, type Tone, writeTone } from '../verdict/verdict.ts'
import { writeTime } from './words.ts'

/** Nobody approves what is spent already, and chance excuses none of it. */
const SPENT: Pick<Report, 'approval' | 'noise'> = { approval: { given: null, notes: [] }, noise: null }

/** `❌ LLM cost $120.50, 2026-11-25 — Dearest day in all: 2026-11-25 ($120.50, limit $100.00)`. */
export function writeHeadline(report: CostReport, judgement: ReportJudgement, voice: Voice): string {
  return `${ICONS[toneOf(judgement)]} ${writeOutcome(report, judgement, voice)}`
}

/** The same for a terminal, and the findings below it. */
export function judgementLines(report: CostReport, judgement: ReportJudgement, voice: Voice, paint: Paint): string[] {
  const headline = `${writeTone(toneOf(judgement), paint)}  ${paint('bold', writeOutcome(report, judgement, voice))}`
  const setting = writeBlocking(outcomeOf(judgement))
  return [headline, ...(setting === null ? [] : [setting]), ...findingLines({ ...judgement, ...SPENT }, paint)]
}

/** Which setting decides whether it blocks, and what was found. */
export function renderAlerts(judgement: ReportJudgement, room: Room): string {
  const setting = writeBlocking(outcomeOf(judgement))
  return stack([setting === null ? null : `_${setting}_`, renderLevels({ ...judgement, ...SPENT }, room)])
}

export function renderLimits(judgement: ReportJudgement, room: Room): string {
  return renderChecks({ ...judgement, ...SPENT }, room)
}

function outcomeOf(judgement: ReportJudgement): Outcome {
  return { ...judgement, blocked: judgement.alerts && !judgement.dry_run, settings: judgement }
}

function toneOf(judgement: ReportJudgement): Tone {
  return outcomeOf(judgement).blocked ? 'fail' : judgement.verdict
}

function writeOutcome(report: CostReport, judgement: ReportJudgement, voice: Voice): string {
  const spent = report.total.calls === 0 ? 'LLM cost' : `LLM cost ${usd(report.total.cost_usd)}`
  const time = writeTime(report)
  const would = wouldFail(outcomeOf(judgement)) ? 'Would fail: ' : ''
  return `${would}${spent}${time === '' ? '' : `, ${time}`} — ${writeWorst(judgement, voice)}`
}

/** The worst finding with its figures, and how many more there are. */
function writeWorst({ findings, checks }: ReportJudgement, voice: Voice): string {
  const [worst, ...others] = findings.filter(({ level }) => level !== 'notice')
  const kept = checks.filter((check) => check.outcome === 'passed' && isLimit(check)).length
  if (worst === undefined) return kept === 0 ? 'no limits apply' : `within ${count(kept, 'limit')}`
  const figures = isLimit(worst) ? ` (${writeFigures(worst)})` : ''
  return `${describeRule(worst, voice)}${figures}${others.length === 0 ? '' : `, and ${others.length} more`}`
}

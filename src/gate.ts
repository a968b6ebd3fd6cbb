import type { Baseline } from './baseline/document.ts'
import { missingBaseline } from './baseline/document.ts'
import { readBaseline } from './baseline/file.ts'
import { pastOf } from './baseline/past.ts'
import { loadStudent, type WindowLimits } from './baseline/window.ts'
import { sideOfSummary } from './compare/side.ts'
import type { ApprovalState, Finding, JudgingMode, Links, Proposed, Report } from './generated/types.ts'
import { VERSION } from './generated/version.ts'
import { easeApproved, isForApproval } from './judge/ease.ts'
import { gatherEvidence } from './judge/evidence.ts'
import { regressionLimits } from './judge/growth/regression.ts'
import { judge } from './judge/judge.ts'
import { limitsPriceDrift } from './judge/limits.ts'
import { decideVerdict, isBlocking } from './judge/verdict.ts'
import { byWeight } from './judge/weight.ts'
import { explainChange } from './measure/explanation.ts'
import { type Context, summarizeWorkspace } from './measure/summary.ts'
import { loadPrices } from './measure/usage.ts'
import { once } from './once.ts'
import { loadPolicy, toPolicyUsed } from './policy/load.ts'
import type { Settings } from './settings.ts'
import { calendar, isoTime } from './time.ts'

/** What a gate cannot find out by itself. */
export interface GateContext extends Omit<Context, 'nowMs'> {
  readonly mode: JudgingMode
  /** Milliseconds since 1970. Asked late: GitHub, where it was asked, may have set the clock. */
  readonly now: () => number
  /** The baseline where no file is named; null: nowhere to look, as in a terminal. */
  readonly findBaseline: ((limits: WindowLimits) => Promise<Baseline>) | null
  /** Who accepted the errors that a person may accept; null: nobody can, as in a terminal. Asked only where there are such errors. */
  readonly findApproval: (() => Promise<ApprovalState>) | null
  /** What else there is to say of the files that judge, asked when all of them were read; null: they are as they are. */
  readonly reviewFiles: (() => Promise<FileReview>) | null
  /** Where on GitHub this runs; left out in a terminal. */
  readonly links?: Links
  /** Tells what is wrong with what decides nothing; where left out, as in a terminal, that is an error. */
  readonly warn?: (message: string) => void
}

/** What was found about the files that judge. */
export interface FileReview {
  /** What the verdict would be by those of the pull request; null where there are none. */
  readonly proposed: Proposed | null
  readonly findings: readonly Finding[]
}

/**
 * The gate, from settings to report: read -> price -> summarize -> baseline -> compare -> judge -> approve.
 * Publishes nothing. Throws an InputError for what the user can fix; then there is no verdict.
 */
export async function runGate(settings: Settings, context: GateContext): Promise<Report> {
  const { files } = context
  const policy = await loadPolicy(files, settings['policy-path'])
  const limits = regressionLimits(
    {
      maxIncreasePercent: settings['max-increase-percent'],
      minIncreaseUsd: settings['min-increase-usd'],
      onInconclusive: settings['on-inconclusive'],
    },
    policy?.rules ?? null,
  )
  const baseline = await findBaseline(settings, context, {
    records: settings['baseline-window'],
    level: { percent: limits.maxIncreasePercent, minUsd: limits.minIncreaseUsd },
  })
  const nowMs = context.now()
  const checksPrices = policy !== null && limitsPriceDrift(policy.rules)
  const prices = once(() => loadPrices(files, settings['pricing-path']))
  const beside = { files, prices, warn: context.warn }
  const watch = settings.savings
    ? await (await import('./analyse/savings/make.ts')).watchBeside({ ...settings, batchSteps: null }, beside)
    : null
  const { summary: head, unknownModel } = await summarizeWorkspace(settings, { ...context, nowMs, checksPrices, prices }, watch)

  const headSide = sideOfSummary(head)
  const student = await loadStudent(baseline.history?.records ?? [])
  const { chance, ...compared } = gatherEvidence({ policy: policy?.rules ?? null, limits, head, headSide, baseline, student })
  const explanation = baseline.side && (await explainChange(baseline.side, headSide, prices))

  const review = (await context.reviewFiles?.()) ?? { proposed: null, findings: [] }
  const { findings: broken, checks } = judge({
    policy: policy?.rules ?? null,
    head,
    ...compared,
    chance,
    explanation,
    baseline: baseline.used,
    before: baseline.summary,
    today: calendar(settings.timezone)(nowMs),
    settings: {
      maxIncreasePercent: settings['max-increase-percent'],
      minIncreaseUsd: settings['min-increase-usd'],
      onInconclusive: settings['on-inconclusive'],
      onMissingBaseline: settings['on-missing-baseline'],
      onInvalid: settings['on-invalid'],
      unknownModel,
    },
  })
  const found = [...broken, ...review.findings].sort(byWeight)
  const approval = (found.some(isForApproval) && (await context.findApproval?.())) || { given: null, notes: [] }
  const findings = approval.given === null ? found : easeApproved(found).sort(byWeight)

  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: VERSION },
    created_at: isoTime(nowMs),
    verdict: decideVerdict(findings),
    blocked: context.mode !== 'record' && !settings['dry-run'] && isBlocking(findings, settings['fail-on']),
    settings: {
      mode: context.mode,
      max_increase_percent: limits.maxIncreasePercent,
      min_increase_usd: limits.minIncreaseUsd,
      fail_on: settings['fail-on'],
      on_missing_baseline: settings['on-missing-baseline'],
      on_inconclusive: limits.onInconclusive,
      on_invalid: settings['on-invalid'],
      timezone: settings.timezone,
      since: settings.since === null ? null : isoTime(settings.since),
      dry_run: settings['dry-run'],
      comment_key: settings['comment-key'],
      approval_label: context.findApproval === null ? null : settings['approval-label'],
    },
    policy: toPolicyUsed(policy),
    files: [...files.used],
    proposed: review.proposed,
    approval,
    record: null,
    baseline: baseline.used,
    ...pastOf(baseline.summary),
    head,
    ...(context.links !== undefined && { links: context.links }),
    ...compared,
    explanation,
    findings,
    checks,
    savings: (await watch?.finish(head)) ?? null,
  }
}

async function findBaseline(settings: Settings, context: GateContext, limits: WindowLimits): Promise<Baseline> {
  const file = settings['baseline-path']
  if (file !== null) return readBaseline(context.files, file, limits)
  return context.findBaseline === null ? missingBaseline('file', null, null) : context.findBaseline(limits)
}

import { readBaseline } from './baseline/file.ts'
import { compare } from './compare/compare.ts'
import { explain } from './compare/explain.ts'
import { sideOfSummary } from './compare/side.ts'
import type { Report } from './generated/types.ts'
import { VERSION } from './generated/version.ts'
import { judge } from './judge/judge.ts'
import { regressionLimits } from './judge/regression.ts'
import { loadPolicy } from './policy.ts'
import type { Settings } from './settings.ts'
import { type Context, summarizeWorkspace } from './summary.ts'
import { isoTime } from './time.ts'

/**
 * The gate, from settings to report: read -> price -> summarize -> baseline -> compare -> judge.
 * Publishes nothing. Throws an InputError for what the user can fix; then there is no verdict.
 */
export async function runGate(settings: Settings, context: Context): Promise<Report> {
  const cwd = settings['working-directory']
  const policy = await loadPolicy(cwd, settings['policy-path'])
  const baseline = await readBaseline(cwd, settings['baseline-path'])
  const { summary: head, unknownModel } = await summarizeWorkspace(settings, context)

  const headSide = sideOfSummary(head)
  const comparison = baseline.side && compare(baseline.side, headSide)
  const explanation = baseline.side && explain(baseline.side, headSide)

  const judgeSettings = {
    maxIncreasePercent: settings['max-increase-percent'],
    minIncreaseUsd: settings['min-increase-usd'],
    onMissingBaseline: settings['on-missing-baseline'],
    onInvalid: settings['on-invalid'],
    unknownModel,
  }
  const { findings, checks, verdict } = judge({
    policy: policy?.rules ?? null,
    head,
    comparison,
    baseline: baseline.used,
    settings: judgeSettings,
  })
  const limits = regressionLimits(judgeSettings, policy?.rules ?? null)

  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: VERSION },
    created_at: isoTime(context.nowMs),
    verdict,
    blocked: isBlocked(settings, findings),
    settings: {
      max_increase_percent: limits.maxIncreasePercent,
      min_increase_usd: limits.minIncreaseUsd,
      fail_on: settings['fail-on'],
      on_missing_baseline: settings['on-missing-baseline'],
      on_invalid: settings['on-invalid'],
      timezone: settings.timezone,
      since: settings.since === null ? null : isoTime(settings.since),
      dry_run: settings['dry-run'],
      comment_key: settings['comment-key'],
    },
    policy: { path: policy?.file ?? null },
    baseline: baseline.used,
    head,
    comparison,
    explanation,
    findings,
    checks,
  }
}

/** Whether the step fails: on findings of the level in fail-on, never in a dry run. */
function isBlocked(settings: Settings, findings: Report['findings']): boolean {
  if (settings['dry-run'] || settings['fail-on'] === 'never') return false
  return findings.some(({ level }) => level === 'error' || (level === 'warning' && settings['fail-on'] === 'warning'))
}

import type { CostReport, ReportBy, ReportJudgement } from '../../generated/types.ts'
import { VERSION } from '../../generated/version.ts'
import { judgeAlerts } from '../../judge/alerts.ts'
import { limitsPriceDrift } from '../../judge/limits.ts'
import { isBlocking } from '../../judge/verdict.ts'
import type { Context } from '../../measure/summary.ts'
import { readPricedUsage, type UsageSettings } from '../../measure/usage.ts'
import { type LoadedPolicy, loadPolicy, toPolicyUsed } from '../../policy/load.ts'
import type { Settings } from '../../settings.ts'
import { Counter, type SpendSink } from '../../summarize/counter.ts'
import { calendar, isoTime } from '../../time.ts'
import type { Filter } from '../../usage/filter.ts'
import { JudgedPeriod } from './judged-period.ts'
import { Reporter } from './report.ts'

export interface ReportingSettings extends UsageSettings, Pick<Settings, 'timezone' | 'policy-path' | 'fail-on' | 'dry-run'> {
  readonly by: ReportBy
  readonly filter: Filter
  /** Whether the period is judged by the policy. */
  readonly judges: boolean
}

const TOOL = { name: 'llm-cost-gate', version: VERSION }

/**
 * Reports what was spent and, where that is wanted, judges it by every limit that needs no baseline. Reads all usage once.
 * @throws InputError as `readUsage` and `loadPolicy` do, and where a file has sums but no records.
 */
export async function makeReport(settings: ReportingSettings, context: Omit<Context, 'commit'>): Promise<CostReport> {
  const { by, filter, timezone, judges } = settings
  const reporter = new Reporter({ by, filter, timezone })
  const policy = judges ? await loadPolicy(context.files, settings['policy-path']) : null
  const checksPrices = policy !== null && limitsPriceDrift(policy.rules)
  const period = judges ? new JudgedPeriod({ timezone, filter, checksPrices }) : null
  const counter = new Counter(period === null ? reporter : both(reporter, period))
  let unknownModel: 'warn' | 'fail' = 'warn'
  for await (const { usage, pricer } of readPricedUsage(settings, { ...context, checksPrices })) {
    if (pricer !== null) unknownModel = pricer.unknownModel
    if (period !== null) period.pricer = pricer
    counter.add(usage, pricer)
    period?.note(usage)
  }
  const judgement = period && judge(settings, context, policy, period, unknownModel)
  return reporter.finish(TOOL, isoTime(context.nowMs), judgement)
}

function both(reporter: Reporter, period: JudgedPeriod): SpendSink {
  return {
    add: (record, costUsd, file) => {
      reporter.add(record, costUsd)
      period.add(record, costUsd, file)
    },
    addGrader: (record, costUsd, file) => {
      reporter.addGrader(record, costUsd)
      period.add(record, costUsd, file)
    },
    end: (runId, outcome) => reporter.end(runId, outcome),
    check: (quality) => reporter.check(quality),
  }
}

function judge(
  settings: ReportingSettings,
  { nowMs, files }: Pick<Context, 'nowMs' | 'files'>,
  policy: LoadedPolicy | null,
  period: JudgedPeriod,
  unknownModel: 'warn' | 'fail',
): ReportJudgement {
  const { 'fail-on': failOn, 'dry-run': isDry } = settings
  const { verdict, findings, checks } = judgeAlerts({
    policy: policy?.rules ?? null,
    spent: period.finish(TOOL),
    fromDay: period.firstDay,
    newest: period.newestMs === null ? null : `${isoTime(period.newestMs).slice(0, 16)}Z`,
    today: calendar(settings.timezone)(nowMs),
    settings: { onInvalid: settings['on-invalid'], unknownModel },
  })
  return {
    verdict,
    alerts: isBlocking(findings, failOn),
    fail_on: failOn,
    dry_run: isDry,
    policy: toPolicyUsed(policy),
    files: [...files.used],
    findings,
    checks,
  }
}

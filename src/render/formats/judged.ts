import type { Report, RuleResult } from '../../generated/types.ts'
import { isBlocking } from '../../judge/verdict.ts'
import { PLAIN, plain } from '../../words/escape.ts'
import { writeActual, writeLimit } from '../findings/rule-figures.ts'
import { describeRule, isLimit } from '../findings/rules.ts'
import { describeEasing } from '../verdict/approval.ts'

/** What other systems know of a rule: `warned` fails nobody, `noted` is worth a look, `skipped` had nothing to judge. */
export type Outcome = 'error' | 'warning' | 'warned' | 'noted' | 'passed' | 'skipped'

/** One rule applied to one subject, in the words of other systems. */
export interface Judged {
  /** Key of the rule. */
  readonly rule: string
  /** The rule and its subject, without what differs from run to run: systems tell results apart by it. */
  readonly name: string
  readonly outcome: Outcome
  /** One sentence with the figures. */
  readonly message: string
  /** `$1.27 of $1.00`; null where there are no figures. */
  readonly figures: string | null
  /** The run, day, month and place in the policy, where they are known. */
  readonly details: readonly string[]
  readonly policy: RuleResult['policy']
}

const MESSAGE_LENGTH = 2000

/** Every rule that was applied: what was broken first, the worst before the others, then what was kept or had nothing to judge. */
export function judgedOf({
  findings,
  checks,
  settings,
  approval,
}: Pick<Report, 'findings' | 'checks' | 'settings' | 'approval'>): Judged[] {
  return [
    ...findings.map((finding) => {
      const easing = describeEasing(finding, approval, PLAIN)
      const failing = isBlocking([finding], settings.fail_on) ? ('warning' as const) : ('warned' as const)
      const outcome = finding.level === 'error' ? 'error' : finding.level === 'notice' ? 'noted' : failing
      return describe(finding, outcome, [...(easing === null ? [] : [easing])])
    }),
    ...checks.map((check) => describe(check, check.outcome === 'passed' ? 'passed' : 'skipped', [])),
  ]
}

function describe(result: RuleResult, outcome: Outcome, notes: readonly string[]): Judged {
  const { rule, message, run_id, period, policy } = result
  const hasFigures = isLimit(result) && result.actual !== null && result.limit !== null
  return {
    rule: plain(rule),
    name: nameOf(result),
    outcome,
    message: plain(message, MESSAGE_LENGTH),
    figures: hasFigures ? `${writeActual(result)}, limit ${writeLimit(result)}` : null,
    details: [
      ...notes,
      ...(run_id === null ? [] : [`run: ${plain(run_id)}`]),
      ...(period === null ? [] : [`period: ${plain(period)}`]),
      ...(policy === null ? [] : [`policy: ${plain(policy.path, 400)}:${policy.line}`]),
    ],
    policy,
  }
}

/** A rule about the data has a sentence for a name, with figures in it: its key stays the same. */
function nameOf({ rule, subject, message, actual, limit, unit, percent_of_limit, policy }: RuleResult): string {
  const steady = { rule, subject, message, actual, limit, unit, percent_of_limit, policy, run_id: null, step: null, period: null }
  const isSteady = isLimit(steady) && describeRule(steady, PLAIN) !== PLAIN.text(message)
  if (isSteady) return describeRule(steady, PLAIN)
  const words = plain(rule.replaceAll('_', ' '))
  return subject.name === null ? words : `${words}: ${subject.kind} ${plain(subject.name)}`
}

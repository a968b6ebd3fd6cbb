import { applyWindow } from '../baseline/window.ts'
import { explain } from '../compare/explain.ts'
import { studentQuantile } from '../compare/noise/quantile.ts'
import { sideOfSummary } from '../compare/side.ts'
import { InputError, shown } from '../errors.ts'
import type { CostSummary, Noise } from '../generated/types.ts'
import { expectAmount, LARGEST_LIMIT_USD } from '../judge/amount.ts'
import { gatherEvidence } from '../judge/evidence.ts'
import { regressionLimits } from '../judge/growth/regression.ts'
import { type Judgement, judge as judgeRules } from '../judge/judge.ts'
import { combinePolicies } from '../policy/combine.ts'
import type { Policy } from '../policy/policy.ts'
import { isoDay, parseLooseTime } from '../time.ts'
import { checkBaseline, checkSummary } from './documents.ts'
import type { BaselineDocument } from './options.ts'
import { unknownOption } from './unknown-option.ts'

/** As of the input of this name. Unit: percent. */
const LARGEST_PERCENT = 1_000_000

/** What is judged, and by what; what is not given is as in the action. */
export interface JudgeOptions {
  readonly head: CostSummary
  /** Null: none. */
  readonly baseline?: BaselineDocument | null
  /** From `readPolicy`, one or several that apply together; null: the limit on the total alone. */
  readonly policy?: Policy | readonly Policy[] | null
  /** Unit: percent of the baseline. */
  readonly maxIncreasePercent?: number
  /** Unit: US dollars. */
  readonly minIncreaseUsd?: number
  /** Records whose median is the baseline, where the baseline has a history. */
  readonly baselineWindow?: number
  /** What growth of the total means that chance alone may have made; as the policy says, or a warning, where it is not given. */
  readonly onInconclusive?: 'pass' | 'warn' | 'fail'
  readonly onMissingBaseline?: 'pass' | 'warn' | 'fail'
  /** What invalid records in head mean: `fail` an error, `skip` a warning. */
  readonly onInvalid?: 'fail' | 'skip'
  /** What calls without a known price mean. */
  readonly unknownModel?: 'warn' | 'fail'
  /** The day by which limits expire, YYYY-MM-DD; today in UTC where it is not given. */
  readonly today?: string
}

/** What all rules together found, and how much of the growth of the total is chance; null without a baseline. */
export interface JudgementOfGrowth extends Judgement {
  readonly noise: Noise | null
}

const OPTIONS = {
  head: true,
  baseline: true,
  policy: true,
  maxIncreasePercent: true,
  minIncreaseUsd: true,
  baselineWindow: true,
  onInconclusive: true,
  onMissingBaseline: true,
  onInvalid: true,
  unknownModel: true,
  today: true,
} as const satisfies Record<keyof JudgeOptions, true>

/** Applies every rule. Throws an InputError for a document that breaks its schema and for an option that is wrong. */
export function judge({ policy: given = null, ...options }: JudgeOptions): JudgementOfGrowth {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTIONS, name))
  if (unknown !== undefined) throw unknownOption(unknown, Object.keys(OPTIONS))
  const policies = given === null ? [] : [given].flat()
  const policy = policies.length === 0 ? null : combinePolicies(policies)
  const head = checkSummary(options.head)
  const increase = {
    maxIncreasePercent: amount('maxIncreasePercent', options.maxIncreasePercent, LARGEST_PERCENT),
    minIncreaseUsd: amount('minIncreaseUsd', options.minIncreaseUsd, LARGEST_LIMIT_USD),
    onInconclusive:
      options.onInconclusive === undefined ? null : choose('onInconclusive', ['warn', 'pass', 'fail'], options.onInconclusive),
  }
  const limits = regressionLimits(increase, policy)
  const { used, side, summary, history } = applyWindow(
    checkBaseline(options.baseline ?? null),
    {
      records: expectRecords(options.baselineWindow ?? null),
      level: { percent: limits.maxIncreasePercent, minUsd: limits.minIncreaseUsd },
    },
    studentQuantile,
  )
  const sides = { policy, limits, head, headSide: sideOfSummary(head), baseline: { side, history }, student: studentQuantile }
  const evidence = gatherEvidence(sides)
  const judgement = judgeRules({
    policy,
    head,
    ...evidence,
    explanation: side && explain(side, sides.headSide),
    baseline: used,
    before: summary,
    today: expectDay('today', options.today ?? isoDay(Date.now())),
    settings: {
      ...increase,
      onMissingBaseline: choose('onMissingBaseline', ['warn', 'pass', 'fail'], options.onMissingBaseline),
      onInvalid: choose('onInvalid', ['fail', 'skip'], options.onInvalid),
      unknownModel: choose('unknownModel', ['warn', 'fail'], options.unknownModel),
    },
  })
  return { ...judgement, noise: evidence.noise }
}

function amount(name: string, value: number | undefined, largest: number): number | null {
  return value === undefined ? null : expectAmount(name, value, largest)
}

function expectRecords(value: number | null): number | null {
  if (value === null || (Number.isInteger(value) && value >= 1 && value <= 50)) return value
  throw new InputError(`baselineWindow must be a whole number from 1 to 50, got ${shown(value)}. Example: baselineWindow: 5`)
}

/** Days are compared as text: what is none would let limits expire, or never expire. */
function expectDay(name: string, value: unknown): string {
  if (typeof value === 'string' && value.length === 10 && parseLooseTime(value) !== null) return value
  throw new InputError(`${name} must be a day of the calendar as YYYY-MM-DD, got ${shown(value)}. Example: ${name}: '2026-11-25'`)
}

/** One of the choices, of which the first is the default. */
function choose<T extends string>(name: string, choices: readonly [T, ...T[]], value: T | undefined): T {
  const choice = choices.find((one) => one === (value ?? choices[0]))
  if (choice === undefined)
    throw new InputError(`${name} must be one of ${choices.join(', ')}, got ${shown(value)}. Example: ${name}: '${choices[0]}'`)
  return choice
}

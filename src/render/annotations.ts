import type { Finding, Level, Report } from '../generated/types.ts'
import { PLAIN, plain } from '../words/escape.ts'
import { integer } from '../words/format.ts'
import { describeRule, isLimit } from './findings/rules.ts'
import { isInconclusive } from './noise/state.ts'
import { describeEasing } from './verdict/approval.ts'

/** A line of the checks page, and of the policy file where the rule stands in it. */
export interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly file?: string
  /** From 1. */
  readonly startLine?: number
}

/** GitHub shows at most 10 annotations of each level per step: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const PER_LEVEL = 8
/** The runner cuts messages at 4,096 characters. */
const MESSAGE_LENGTH = 4096
const TITLE_LENGTH = 200
const LEVELS: readonly Level[] = ['error', 'warning', 'notice']

/** Annotations of the findings, the worst first, at most 8 per level: the last says how many more there are. */
export function annotations({ findings, ...judged }: Pick<Report, 'findings' | 'approval' | 'noise'>): Annotation[] {
  return LEVELS.flatMap((level) => {
    const found = findings.filter((finding) => finding.level === level)
    const shown = found.length <= PER_LEVEL ? found : found.slice(0, PER_LEVEL - 1)
    const written = shown.map((finding) => annotate(finding, judged))
    if (shown.length === found.length) return written
    return [...written, { level, title: 'LLM cost', message: `+${integer(found.length - shown.length)} more in the report` }]
  })
}

function annotate(finding: Finding, { approval, noise }: Pick<Report, 'approval' | 'noise'>): Annotation {
  const { level, policy, message } = finding
  const easing = describeEasing(finding, approval, PLAIN)
  return {
    level,
    title: plain(`LLM cost${isInconclusive(finding, noise) ? ' inconclusive' : ''}: ${nameSubject(finding, noise)}`, TITLE_LENGTH),
    message: `${plain(message, MESSAGE_LENGTH / 2)}${easing === null ? '' : ` (${easing})`}`,
    ...(policy === null ? {} : { file: policy.path, startLine: policy.line }),
  }
}

/** What it is about. The message below says all of what has no figures. */
function nameSubject(finding: Finding, noise: Report['noise']): string {
  if (isLimit(finding)) return describeRule(finding, PLAIN, noise)
  return finding.subject.kind === 'data' ? 'data' : 'policy'
}

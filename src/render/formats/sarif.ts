import type { Report } from '../../generated/types.ts'
import { fingerprint } from '../../price/fingerprint.ts'
import { type Judged, judgedOf, type Outcome } from './judged.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** As the README names the repository. */
const DOCS = 'https://github.com/OWNER/llm-cost-gate/blob/main/docs/policy.md'
/** Where nothing was read there is no file either, but code scanning refuses a result without a place. */
const USUAL_FILE = '.runs/costs/costs.jsonl'
const LEVELS: Readonly<Partial<Record<Outcome, 'error' | 'warning' | 'note'>>> = {
  error: 'error',
  warning: 'warning',
  warned: 'warning',
  noted: 'note',
}

/**
 * The findings as a SARIF 2.1.0 log, as code scanning and others read it. Rules that were kept are in no result: code scanning takes each result for an alert,
 * whatever its kind says.
 */
export function toSarif(report: Report): object {
  const found = judgedOf(report).filter(({ outcome }) => LEVELS[outcome] !== undefined)
  const rules = [...new Set(found.map(({ rule }) => rule))].sort()
  const run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        informationUri: DOCS,
        rules: rules.map((rule) => describeRule(rule)),
      },
    },
    automationDetails: { id: `llm-cost/${report.settings.comment_key}/` },
    invocations: [{ executionSuccessful: true, endTimeUtc: report.created_at }],
    columnKind: 'utf16CodeUnits',
    results: found.map((one) => ({
      ruleId: one.rule,
      ruleIndex: rules.indexOf(one.rule),
      kind: 'fail',
      level: LEVELS[one.outcome],
      message: { text: [one.message, ...one.details.filter((detail) => !detail.startsWith('policy: '))].join('\n') },
      locations: [{ physicalLocation: placeOf(one, report) }],
      // Several subjects may break one line of the policy: the line alone does not tell them apart.
      partialFingerprints: { primaryLocationLineHash: `${fingerprint([one.rule, one.name, one.policy?.name ?? ''])}:1` },
    })),
  }
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] }
}

function describeRule(rule: string): object {
  const words = rule.replaceAll('_', ' ')
  return {
    id: rule,
    name: words.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `LLM cost: ${words}` },
    help: { text: 'What it limits, its level and how to accept it: docs/policy.md.' },
    helpUri: `${DOCS}#all-rules-and-their-levels`,
    properties: { tags: ['llm-cost'] },
  }
}

/** The line of the policy, or the file that the usage came from. */
function placeOf({ policy }: Judged, { head }: Report): object {
  if (policy !== null) return { artifactLocation: { uri: toUri(policy.path) }, region: { startLine: policy.line } }
  return { artifactLocation: { uri: toUri(head.sources[0]?.path ?? USUAL_FILE) }, region: { startLine: 1 } }
}

/** A path as a relative reference, or a `file:` address; a name cannot bring a query, a scheme or a control character. */
function toUri(path: string): string {
  const steps = path
    .replaceAll('\\', '/')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  return path.startsWith('/') ? `file://${steps}` : steps
}

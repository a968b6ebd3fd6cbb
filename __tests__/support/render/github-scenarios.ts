import type { Approval, Finding, Report } from '../../../src/generated/types.ts'
import { buildBaseline, buildFile, buildFinding, buildReport } from './report.ts'
import { buildSmall } from './small.ts'

const BASE = 'abc1234d2c0e5b6f7a8b9c0d1e2f3a4b5c6d7e8f'
const HEAD = '1f2e3d4c5b6a79888796a5b4c3d2e1f001122334'
const settings = { ...buildReport().settings, approval_label: 'llm-cost-approved' }
const { findings } = buildReport()
const policy = buildFile({ origin: 'base', commit: BASE })
const artifact = { source: 'artifact', path: 'llm-cost-baseline', run_id: 7, commits_behind: 0 } as const
const EXPIRED =
  'the newest record expired on 2026-10-01 and none followed; record on a schedule as well, or keep artifacts longer (Settings, Actions, General)'
const NEW = 'the base has no cost.json yet, and that of the pull request counts when it is merged'
const nothing = {
  state: 'missing',
  format: null,
  commit: null,
  created_at: null,
  total_cost_usd: null,
  run_id: null,
  commits_behind: null,
} as const
const missing = buildFinding({
  level: 'warning',
  rule: 'missing_baseline',
  subject: { kind: 'data', name: null },
  message: 'there is no baseline yet, so a regression cannot be seen',
  actual: null,
  limit: null,
  unit: null,
  percent_of_limit: null,
  policy: null,
})

export const APPROVAL: Approval = { by: 'octocat', how: 'label', at: '2026-11-03T15:20:31Z', commit: HEAD }

/** The findings as they are once errors that may be accepted were. */
function easing(eased: Finding['eased'], rules: readonly string[]): Finding[] {
  return findings.map((finding) => (rules.includes(finding.rule) ? { ...finding, level: 'warning', approvable: true, eased } : finding))
}

/** The findings where every error may be accepted. */
const approvable = findings.map((finding) => ({ ...finding, approvable: finding.level === 'error' }))

/** What only a run on GitHub can come to. */
export const GITHUB_SCENARIOS: readonly (readonly [name: string, report: Report])[] = [
  ['usual-on-github', buildSmall({ settings, files: [policy], baseline: buildBaseline(artifact) })],
  [
    'stored-baseline',
    buildSmall({
      settings,
      baseline: buildBaseline({ ...artifact, commits_behind: 3, window: { records: 1, by: 'newest', newest_cost_usd: 0.5727437 } }),
    }),
  ],
  [
    'median-of-records',
    buildSmall({
      settings,
      baseline: buildBaseline({
        ...artifact,
        format: 'history',
        commits_behind: 1,
        window: { records: 5, by: 'given', newest_cost_usd: 0.5812 },
      }),
    }),
  ],
  [
    'no-record-yet',
    buildReport({
      verdict: 'warn',
      blocked: false,
      settings,
      baseline: buildBaseline({ ...artifact, ...nothing }),
      comparison: null,
      explanation: null,
      findings: [missing],
      checks: [],
    }),
  ],
  [
    'enterprise-server',
    buildReport({
      verdict: 'warn',
      blocked: false,
      settings,
      baseline: buildBaseline({
        ...artifact,
        ...nothing,
        reason: 'GitHub Enterprise Server keeps no artifacts; name a file in baseline-path',
      }),
      comparison: null,
      explanation: null,
      findings: [
        {
          ...missing,
          message: 'GitHub Enterprise Server keeps no artifacts; name a file in baseline-path, so a regression cannot be seen',
        },
      ],
      checks: [],
    }),
  ],
  [
    'records-that-expired',
    buildReport({
      verdict: 'warn',
      blocked: false,
      settings,
      baseline: buildBaseline({ ...artifact, ...nothing, reason: EXPIRED }),
      comparison: null,
      explanation: null,
      findings: [{ ...missing, message: `a regression cannot be seen: ${EXPIRED}` }],
      checks: [],
    }),
  ],
  ['approvable', buildReport({ settings, findings: approvable })],
  [
    'approval-that-does-not-count',
    buildReport({
      settings,
      findings: approvable.map((finding) => (finding.rule === 'require_approval' ? { ...finding, approvable: false } : finding)),
      approval: {
        given: null,
        notes: [
          'the label llm-cost-approved of octocat does not count: the commit 1bf3b13 first ran after it was set: it was pushed later, or the label itself started the first run. Set it anew, or approve the commit in a review',
          'the review of hubot does not count: authors cannot accept their own pull request',
          'the review of monalisa does not count: it takes write access to the repository',
          'approvals could not be read: GitHub answered 502',
        ],
      },
    }),
  ],
  [
    'approved',
    buildReport({
      verdict: 'warn',
      blocked: false,
      settings,
      findings: easing('approved', ['max_increase_percent', 'require_approval']),
      approval: { given: APPROVAL, notes: [] },
    }),
  ],
  [
    'approved-but-for-a-hard-budget',
    buildReport({
      settings,
      findings: easing('approved', ['max_increase_percent']),
      approval: { given: { ...APPROVAL, how: 'review' }, notes: ['the label llm-cost-approved of hubot does not count'] },
    }),
  ],
  ['existing', buildSmall({ verdict: 'warn', settings, findings: easing('existing', ['require_approval']).slice(1) })],
  ['proposed', buildReport({ settings, files: [{ ...policy, change: 'changed' }], proposed: { verdict: 'pass', problem: null } })],
  [
    'proposed-and-unreadable',
    buildSmall({
      settings,
      files: [
        { ...policy, change: 'changed' },
        { ...policy, kind: 'prices', path: 'pricing.yaml', change: 'removed' },
      ],
      proposed: { verdict: null, problem: 'catalog/policies/cost_governance.yaml:3: $.policies: must be a list, got "x"' },
    }),
  ],
  ['removed', buildSmall({ settings, files: [{ ...policy, change: 'removed' }], proposed: { verdict: 'warn', problem: null } })],
  [
    'adopted',
    buildSmall({ settings, files: [buildFile({ origin: 'pull-request', change: 'added' })], proposed: { verdict: 'fail', problem: null } }),
  ],
  [
    'new-files-without-force',
    buildReport({
      verdict: 'warn',
      blocked: false,
      settings,
      policy: { path: null, paths: [] },
      files: [
        buildFile({ kind: 'baseline', path: 'cost.json', origin: 'pull-request', change: 'added' }),
        buildFile({ kind: 'prices', path: 'prices.yaml', origin: 'pull-request', change: 'added' }),
      ],
      proposed: { verdict: 'pass', problem: null },
      baseline: buildBaseline({ ...nothing, path: 'cost.json', reason: NEW }),
      comparison: null,
      explanation: null,
      findings: [{ ...missing, message: `a regression cannot be seen: ${NEW}` }],
      checks: [],
    }),
  ],
  [
    'adopted-beside-the-policy-of-the-base',
    buildSmall({
      settings,
      policy: { path: policy.path, paths: [policy.path, 'catalog/policies/flow_governance.yaml'] },
      files: [policy, buildFile({ path: 'catalog/policies/flow_governance.yaml', origin: 'pull-request', change: 'added' })],
      proposed: { verdict: 'pass', problem: null },
    }),
  ],
  [
    'policy-of-the-head',
    buildSmall({
      settings,
      files: [buildFile({ origin: 'pull-request' }), buildFile({ origin: 'pull-request', kind: 'baseline', path: 'baseline.json' })],
    }),
  ],
  [
    'recorded',
    buildReport({
      blocked: false,
      settings: { ...settings, mode: 'record', approval_label: null },
      baseline: buildBaseline({ ...artifact, commits_behind: 1, window: { records: 5, by: 'given', newest_cost_usd: 0.5727437 } }),
    }),
  ],
  [
    'first-record',
    buildReport({
      verdict: 'pass',
      blocked: false,
      settings: { ...settings, mode: 'record', approval_label: null },
      baseline: buildBaseline({ ...artifact, ...nothing }),
      comparison: null,
      explanation: null,
      findings: [{ ...missing, level: 'notice' }],
      checks: [],
    }),
  ],
]

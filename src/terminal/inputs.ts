import type { InputName } from '../settings.ts'

/** An input of action.yml as a flag. */
export interface InputFlag {
  /** What it takes: `FILE`, `FOLDER`, other words in capitals, or its choices with `|`; null: it is a switch. */
  readonly value: string | null
  /** What it means in a terminal, where nobody stores a baseline and nobody comments. */
  readonly meaning: string
}

/** The inputs that mean something in a terminal. */
export const INPUT_FLAGS: Readonly<Partial<Record<InputName, InputFlag>>> = {
  'usage-path': { value: 'FILE', meaning: 'A file of usage, or a glob: the same as FILE. Repeat it for more. Default: the usual places.' },
  since: { value: 'TIME', meaning: 'Compare what is not earlier than this ISO 8601 time. Daily and monthly budgets count all.' },
  'on-invalid': { value: 'fail|skip', meaning: 'Stop at records that break their schema, or count them. Default: fail.' },
  'policy-path': {
    value: 'FILE',
    meaning:
      'A policy (YAML). Repeat it for more; all of them apply. Default: cost_governance.yaml and flow_governance.yaml in catalog/policies/ of the working directory, each where it exists.',
  },
  'baseline-path': {
    value: 'FILE',
    meaning: 'What to compare with: a cost summary (see summarize), a bare { "total_cost_usd": … }, or a flow summary.',
  },
  'baseline-window': {
    value: 'N',
    meaning:
      'Compare with the median of at most N totals of the history, 1 to 50. Default: the newest, or from 8 comparable ones on the median of at most 10.',
  },
  'on-missing-baseline': { value: 'pass|warn|fail', meaning: 'What it means that no baseline is named. Default: warn.' },
  'on-inconclusive': {
    value: 'pass|warn|fail',
    meaning: 'What it means that chance may have made an increase, or may hide one. Default: that of the policy, or warn.',
  },
  'max-increase-percent': { value: 'N', meaning: 'A larger increase of the total is an error. Default: that of the policy, or 20.' },
  'min-increase-usd': { value: 'N', meaning: 'And only one of at least N US dollars. Default: that of the policy, or 0.' },
  'fail-on': {
    value: 'error|warning|never',
    meaning: 'Exit 1 on findings of this level: error, warning (and errors), or never. Default: error.',
  },
  'pricing-path': { value: 'FILE', meaning: 'Prices of your own (YAML), which come before the bundled list.' },
  savings: { value: null, meaning: 'Also show what could have cost less. Upper bounds, never a finding.' },
  'alternatives-path': { value: 'FILE', meaning: 'For savings: which model could do which task (YAML). Default: the bundled list.' },
  timezone: { value: 'ZONE', meaning: 'IANA time zone in which a day begins. Default: UTC.' },
  'dry-run': { value: null, meaning: 'Judge and print, and never exit 1.' },
  'working-directory': {
    value: 'FOLDER',
    meaning: 'Where to look for what is not named. What you type starts from where you stand. Default: here.',
  },
}

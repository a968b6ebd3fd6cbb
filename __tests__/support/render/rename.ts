import type { Report } from '../../../src/generated/types.ts'

/** Keys whose values are names or texts from files, or from GitHub. */
const NAMES = new Set([
  'name',
  'group',
  'model',
  'from_model',
  'run_id',
  'max_run_id',
  'path',
  'priced_as',
  'message',
  'commit',
  'catalog',
  'by',
  'approval_label',
  'reason',
  'problem',
])

/** The same report with `name` wherever a file or a person can put one; what is null stays null. */
export function rename(report: Report, name: string): Report {
  const renamed: Report = JSON.parse(JSON.stringify(report), (key, value) => (NAMES.has(key) && typeof value === 'string' ? name : value))
  const stats = { [name]: Object.values(report.head.model_stats)[0] }
  const approval = { ...renamed.approval, notes: renamed.approval.notes.map(() => name) }
  return Object.assign(renamed, { head: { ...renamed.head, model_stats: stats, unpriced: [] }, tool: report.tool, approval })
}

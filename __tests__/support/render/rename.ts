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
  const head = { ...renamed.head, model_stats: stats, unpriced: [] }
  return Object.assign(renamed, { head, tool: report.tool, approval, noise: renameNoise(report.noise, name) })
}

/** Its reasons and factors are words of ours. */
function renameNoise(noise: Report['noise'], name: string): Report['noise'] {
  return noise === null
    ? null
    : {
        ...noise,
        left_out: noise.left_out.map((record) => ({ ...record, commit: record.commit === null ? null : name })),
        odd_runs: noise.odd_runs.map((run) => ({ ...run, run_id: run.run_id === null ? null : name })),
      }
}

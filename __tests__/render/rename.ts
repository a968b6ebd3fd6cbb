import type { Report } from '../../src/generated/types.ts'

/** Keys whose values are names or texts from files. */
const NAMES = new Set(['name', 'group', 'model', 'from_model', 'run_id', 'max_run_id', 'path', 'priced_as', 'message', 'commit', 'catalog'])

/** The same report with `name` wherever a file can put one; what is null stays null. */
export function rename(report: Report, name: string): Report {
  const renamed: Report = JSON.parse(JSON.stringify(report), (key, value) => (NAMES.has(key) && typeof value === 'string' ? name : value))
  const stats = { [name]: Object.values(report.head.model_stats)[0] }
  return Object.assign(renamed, { head: { ...renamed.head, model_stats: stats, unpriced: [] }, tool: report.tool })
}

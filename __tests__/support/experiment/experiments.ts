import { type By, readBy } from '../../../src/analyse/experiment/by.ts'
import { type ExperimentSettings, runExperiment } from '../../../src/analyse/experiment/make.ts'
import { localFiles } from '../../../src/files/source.ts'
import type { Experiment, Variant } from '../../../src/generated/types.ts'
import { DEFAULT_PATHS, type Files, row, workspace } from '../read/workspace.ts'

export const LEDGER = '.runs/costs/costs.jsonl'

/** A ledger of these rows, as JSON lines. */
export function ledger(...rows: readonly Readonly<Record<string, unknown>>[]): string {
  return rows.map((one) => `${JSON.stringify(row({ timestamp: '2026-11-02T09:00:00.123456+00:00', ...one }))}\n`).join('')
}

/** A call of a run of a variant. */
export function call(variant: string | null, run: string | null, cost: number | null, more: Readonly<Record<string, unknown>> = {}) {
  return { run_id: run, cost_usd: cost, metadata: variant === null ? {} : { variant }, ...more }
}

/** The summary that a run writes at its end. */
export function ends(status: string, ...runs: readonly string[]): Files {
  return Object.fromEntries(runs.map((run_id) => [`.runs/agents/${run_id}/summary.json`, { run_id, status }]))
}

/** `count` runs of one call each, with these costs in turn. */
export function runsOf(variant: string, count: number, costs: readonly number[]) {
  return Array.from({ length: count }, (_, index) => call(variant, `${variant}-${index}`, costs[index % costs.length] ?? 0))
}

/** The experiment in a folder. */
export function compareFolder(cwd: string, by: string | By, overrides: Partial<ExperimentSettings> = {}): Promise<Experiment> {
  const settings: ExperimentSettings = {
    'usage-path': DEFAULT_PATHS,
    since: null,
    'on-invalid': 'fail',
    'pricing-path': null,
    'working-directory': cwd,
    by: typeof by === 'string' ? readBy(by) : by,
    files: [],
    reference: null,
    ...overrides,
  }
  return runExperiment(settings, { onProgress: () => {}, files: localFiles(cwd) })
}

export const compareFiles = (files: Files, by: string | By = 'metadata.variant', overrides: Partial<ExperimentSettings> = {}) =>
  compareFolder(workspace(files), by, overrides)

export function variant(experiment: Experiment, name: string): Variant {
  const found = experiment.variants.find((one) => one.name === name)
  if (!found) throw new Error(`no variant ${name}`)
  return found
}

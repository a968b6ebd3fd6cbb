import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { InputError } from '../../../src/errors.ts'
import { localFiles } from '../../../src/files/source.ts'
import { INPUTS } from '../../../src/generated/inputs.ts'
import type { CostSummary } from '../../../src/generated/types.ts'
import { summarizeWorkspace } from '../../../src/measure/summary.ts'
import type { Settings } from '../../../src/settings.ts'

/** The places where the action looks for usage by default. */
export const DEFAULT_PATHS = INPUTS['usage-path'].default.trim().split('\n')

export type Files = Readonly<Record<string, string | Buffer | object>>

/** A folder with these files, gone after the test. Objects are written as JSON. */
export function workspace(files: Files = {}): string {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'usage-')))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  writeFiles(cwd, files)
  return cwd
}

export function writeFiles(cwd: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  }
}

type Overrides = Partial<Pick<Settings, 'usage-path' | 'since' | 'on-invalid' | 'pricing-path' | 'timezone'>>

/** The cost summary of a folder, by default of the places that the action looks at. */
export async function summarizeFolder(cwd: string, overrides: Overrides = {}, nowMs = 0): Promise<CostSummary> {
  const settings = {
    'usage-path': DEFAULT_PATHS,
    since: null,
    'on-invalid': 'fail' as const,
    'pricing-path': null,
    timezone: 'UTC',
    'working-directory': cwd,
    ...overrides,
  }
  return (await summarizeWorkspace(settings, { nowMs, commit: null, onProgress: () => {}, files: localFiles(cwd) })).summary
}

/** The cost summary of these files. */
export async function summarizeFiles(files: Files, overrides: Overrides = {}): Promise<CostSummary> {
  return summarizeFolder(workspace(files), overrides)
}

/** What the user is told about these files, one line each: the message, then its details. */
export async function problemsOf(cwd: string, overrides: Overrides = {}): Promise<readonly string[]> {
  const error = await summarizeFolder(cwd, overrides).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`, { cause: error })
  return [error.message, ...error.details].map((line) => line.replaceAll(cwd, '/workspace'))
}

export const LEDGER = '.runs/costs/costs.jsonl'
export const DATABASE = '.runs/costs.db'

/** What the headline of the problem says where one record is invalid. */
export const ONE_INVALID = '1 usage record is invalid. Mend what writes them, or set on-invalid: skip to judge without them'

/** A ledger row as the framework writes it. */
export function row(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    timestamp: '2026-11-02T09:00:00+00:00',
    model: 'gpt-4o',
    input_tokens: 100,
    output_tokens: 10,
    total_tokens: 110,
    cost_usd: 0.5,
    run_id: 'run-1',
    step: 'plan',
    agent: 'planner',
    metadata: { provider: 'openai', customer_id: 'acme' },
    ...overrides,
  }
}

/** Lines of JSON, each with a newline at its end. */
export function jsonl(...rows: readonly object[]): string {
  return rows.map((one) => `${JSON.stringify(one)}\n`).join('')
}

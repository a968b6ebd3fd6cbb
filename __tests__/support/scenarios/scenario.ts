import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withHistory } from '../../../src/baseline/history.ts'
import { InputError } from '../../../src/errors.ts'
import { localFiles } from '../../../src/files/source.ts'
import { writeJson } from '../../../src/files/write.ts'
import { runGate } from '../../../src/gate.ts'
import type { ApprovalState, CostSummary, HistoryPoint, Report } from '../../../src/generated/types.ts'
import { summarizeWorkspace } from '../../../src/measure/summary.ts'
import { renderComment } from '../../../src/render/comment.ts'
import { type RawInputs, readSettings } from '../../../src/settings.ts'

/** One folder per case: settings.json, workspace/ and what the gate made of them. */
export const casesFolder = join(import.meta.dirname, '../../scenarios/cases')

/** What GitHub takes, less the marker of the comment. */
export const MOST_CHARACTERS = 65_400

/** What the gate makes of a case: a report with its comment, or what the user has to mend. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report; readonly comment: string }
  | { readonly kind: 'error'; readonly message: string }

/**
 * Runs a case on a copy of its workspace. Each folder of summarized/ is a workspace of an earlier job: its cost summary is put into
 * the copy under the folder's name, as baseline.json for summarized/baseline, with the records before it where there is a
 * history.json. approval.json is who accepted it. Inputs of settings.json give way to `overrides`.
 */
export async function runCase(folder: string, overrides: RawInputs = {}): Promise<Outcome> {
  const cwd = await mkdtemp(join(tmpdir(), 'scenario-'))
  try {
    await cp(join(folder, 'workspace'), cwd, { recursive: true })
    const history = await readJson<HistoryPoint[]>(join(folder, 'history.json'))
    for (const name of await listFolders(join(folder, 'summarized')))
      await writeJson(join(cwd, `${name}.json`), await summarizeEarlier(join(folder, 'summarized', name), history))
    const inputs: RawInputs = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))
    return await runInputs(
      { ...inputs, ...overrides, 'working-directory': cwd },
      await readJson<ApprovalState>(join(folder, 'approval.json')),
    )
  } finally {
    await rm(cwd, { recursive: true })
  }
}

/** Runs the gate at a fixed time on a fixed commit. Without an approval to ask for there is no pull request. */
export async function runInputs(
  inputs: RawInputs & { readonly 'working-directory': string },
  approval: ApprovalState | null = null,
): Promise<Outcome> {
  try {
    const settings = readSettings(inputs, '')
    const now = { now: () => Date.UTC(2026, 10, 3, 16), commit: 'c'.repeat(40), onProgress: () => {} }
    const mode = settings.mode === 'record' ? ('record' as const) : ('gate' as const)
    const github = { mode, findBaseline: null, findApproval: approval && (async () => approval), reviewFiles: null }
    const report = settle(await runGate(settings, { ...now, ...github, files: localFiles(settings['working-directory']) }))
    return { kind: 'report', report, comment: renderComment(report, { maxLength: MOST_CHARACTERS }) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { kind: 'error', message: [error.message, ...error.details].join('\n').replaceAll(inputs['working-directory'], '/workspace') }
  }
}

async function summarizeEarlier(cwd: string, history: HistoryPoint[] | null): Promise<CostSummary> {
  const settings = readSettings({ 'working-directory': cwd }, '')
  const context = { nowMs: Date.UTC(2026, 10, 2, 16), commit: 'b'.repeat(40), onProgress: () => {}, files: localFiles(cwd) }
  const { summary } = await summarizeWorkspace(settings, context)
  return history === null ? summary : withHistory(summary, { ...summary, history })
}

/** Without what changes from release to release: the version, and the fingerprint of the price catalog. */
export function settle(report: Report): Report {
  const tool = { name: report.tool.name, version: '0.0.0' }
  const { head, baseline } = report
  const name = (catalog: string | null) => catalog && 'price catalog'
  return {
    ...report,
    tool,
    baseline: { ...baseline, price_catalog: name(baseline.price_catalog) },
    head: { ...head, tool, pricing: { ...head.pricing, catalog: name(head.pricing.catalog) } },
  }
}

async function readJson<T>(path: string): Promise<T | null> {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null
}

async function listFolders(path: string): Promise<readonly string[]> {
  return readdir(path).catch(() => [])
}

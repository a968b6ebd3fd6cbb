import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { InputError } from './errors.ts'
import { runGate } from './gate.ts'
import { INPUTS } from './generated/inputs.ts'
import type { Report } from './generated/types.ts'
import { type Environment, readEvent } from './github/event.ts'
import { cleanText, writeLog } from './github/log.ts'
import { publish } from './github/publish.ts'
import { publicationOfProblem, publicationOfReport, type WrittenFiles } from './publication.ts'
import { show } from './read/find.ts'
import { renderTerminal } from './render/terminal.ts'
import { type InputName, type RawInputs, readSettings } from './settings.ts'
import { writeJson } from './write.ts'

/** Runs as a step of a workflow. Returns the exit code: 0 pass or warn, 1 a blocking verdict, 2 bad input, 70 a bug. */
export async function runAction(env: Environment): Promise<number> {
  const raw = readInputs(env)
  try {
    const settings = readSettings(raw, '')
    const report = await runGate(settings, { nowMs: Date.now(), commit: await headCommit(env), onProgress: () => {} })
    writeLog(renderTerminal(report, (_style, text) => text))
    const files = await writeFiles(env, report)
    const inRepository = (file: string) => show(env.GITHUB_WORKSPACE || '.', resolve(settings['working-directory'], file))
    await publish(
      publicationOfReport(report, files, settings['comment-mode'], inRepository),
      env,
      settings['github-token'],
      await loadWarn(),
    )
    return report.blocked ? 1 : 0
  } catch (error) {
    return fail(error, env, raw)
  }
}

/** Inputs as the runner passes them: INPUT_ and the name in capitals. */
function readInputs(env: Environment): RawInputs {
  const names = Object.keys(INPUTS) as InputName[]
  return Object.fromEntries(
    names.flatMap((name) =>
      [env[`INPUT_${name.toUpperCase()}`]].flatMap((value) => (value === undefined || value === '' ? [] : [[name, value]])),
    ),
  )
}

async function headCommit(env: Environment): Promise<string | null> {
  const event = await readEvent(env, () => {})
  return event?.headSha ?? env.GITHUB_SHA ?? null
}

async function writeFiles(env: Environment, report: Report): Promise<WrittenFiles> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'llm-cost-gate-'))
  const files = { report: join(folder, 'report.json'), summary: join(folder, 'cost-summary.json') }
  await writeJson(files.report, report)
  await writeJson(files.summary, report.head)
  return files
}

/** Warnings on the checks page; the toolkit is loaded only when there is something to publish. */
async function loadWarn(): Promise<(message: string) => void> {
  const { warning } = await import('@actions/core')
  return (message) => warning(cleanText(message))
}

/** Without a verdict nothing passes: the step fails, and a comment that shows an older verdict is replaced. */
async function fail(error: unknown, env: Environment, raw: RawInputs): Promise<number> {
  const known = error instanceof InputError
  const message = known
    ? error.message
    : `a bug in llm-cost-gate: ${error instanceof Error ? error.message : String(error)}. Please report it with the log of this step`
  writeLog([`Error: ${message}`, ...(known ? error.details : [error instanceof Error ? (error.stack ?? '') : ''])].join('\n'))
  try {
    await publish(publicationOfProblem(message, known ? error.details : [], raw), env, raw['github-token'] ?? '', await loadWarn())
  } catch (second) {
    const reason = second instanceof Error ? second.message : String(second)
    // What kept the verdict from being published keeps the problem from it, too: once is enough.
    if (reason !== message) writeLog(`Error: ${reason}`)
  }
  return known ? 2 : 70
}

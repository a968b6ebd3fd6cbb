import { InputError } from '../errors.ts'
import { INPUTS } from '../generated/inputs.ts'
import { createClient } from '../github/api/client.ts'
import { Clock } from '../github/api/clock.ts'
import { type Environment, type Occasion, readOccasion } from '../github/facts/event.ts'
import { cleanText, writeLog } from '../github/publish/log.ts'
import { writeOutputs } from '../github/publish/outputs.ts'
import { type Destination, publish } from '../github/publish/publish.ts'
import { once } from '../once.ts'
import { type InputName, type RawInputs, readSettings } from '../settings.ts'
import { leave, watchCancellation, watchFailures } from './exit.ts'
import { type Job, openJob } from './job.ts'
import { decideMode } from './modes/mode.ts'
import { NO_OUTPUTS, publicationOfProblem } from './publication.ts'
import { findTarget, runMode, type Target } from './step.ts'

/** Runs as a step of a workflow. Ends the process: 0 pass or warn, 1 a blocking verdict, 2 bad input, 70 a bug. */
export async function runAction(env: Environment): Promise<never> {
  watchFailures()
  watchCancellation()
  const raw = readInputs(env)
  const { notice, setSecret, warning } = await import('@actions/core')
  const token = raw['github-token'] ?? ''
  if (token !== '') setSecret(token)
  const warn = (message: string) => warning(cleanText(message))
  const clock = new Clock((message) => notice(cleanText(message)))
  const occasion = await readOccasion(env)
  let target = usualTarget(occasion)
  try {
    const settings = readSettings(raw, '')
    const job = openJob(env, settings, occasion, { clock, warn })
    const mode = decideMode(settings.mode, occasion, env)
    if (occasion.problem !== null) warn(`${occasion.problem}. There will be no comment.`)
    const found = await findTarget(job, mode, target)
    if ('none' in found) {
      writeLog(`Nothing to judge: ${found.none}.`)
      await writeOutputs(new Map(NO_OUTPUTS))
      return await leave(0)
    }
    target = found
    return await leave(await runMode(job, mode, target))
  } catch (error) {
    return leave(await fail(error, env, raw, occasion, target, { clock, warn }))
  }
}

function usualTarget({ pull, headSha, run, triggeredBy }: Occasion): Target {
  const { id, attempt } = triggeredBy ?? run
  // Where another run is judged, what goes wrong before it is known still has to take the place of an older mark.
  return {
    pullNumber: pull?.number ?? null,
    headSha,
    marks: triggeredBy !== null,
    otherBase: null,
    stamp: { run: id, attempt },
    subject: null,
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

/** Without a verdict nothing passes: the step fails, and a comment that shows an older verdict is replaced. */
async function fail(
  error: unknown,
  env: Environment,
  raw: RawInputs,
  occasion: Occasion,
  target: Target,
  { clock, warn }: Pick<Job, 'clock' | 'warn'>,
): Promise<number> {
  const known = error instanceof InputError
  const message = known
    ? error.message
    : `a bug in llm-cost-gate: ${error instanceof Error ? error.message : String(error)}. Please report it with the log of this step`
  writeLog([`Error: ${message}`, ...(known ? error.details : [error instanceof Error ? (error.stack ?? '') : ''])].join('\n'))
  const destination: Destination = {
    env,
    repository: occasion.repository,
    pullNumber: target.pullNumber,
    headSha: target.headSha,
    client: once(() => createClient({ token: raw['github-token'] ?? '', apiUrl: env.GITHUB_API_URL || 'https://api.github.com', clock })),
    warn,
    say: writeLog,
  }
  try {
    const circumstances = { ...target, runUrl: occasion.run.url }
    await publish(publicationOfProblem(message, known ? error.details : [], raw, circumstances), destination)
  } catch (second) {
    const reason = second instanceof Error ? second.message : String(second)
    // What kept the verdict from being published keeps the problem from it, too: once is enough.
    if (reason !== message) writeLog(`Error: ${reason}`)
  }
  return known ? 2 : 70
}

import { realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'

const TEMP = '$RUNNER_TEMP/'
const HOME = '~/'

/** A pattern that may begin with `$RUNNER_TEMP/` or `~/`, with that folder; null where there is no such folder. */
export function resolvePlace(pattern: string): string | null {
  if (pattern.startsWith(TEMP)) return under(process.env.RUNNER_TEMP, pattern.slice(TEMP.length))
  if (pattern.startsWith(HOME)) return under(homedir(), pattern.slice(HOME.length))
  return pattern
}

/** Whether a usual place lies in the home folder, which may hold the history of other runs. */
export function isAtHome(pattern: string): boolean {
  return pattern.startsWith(HOME)
}

/**
 * When the job began, milliseconds since 1970: the runner writes the event then. Null outside of a runner.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function jobStartMs(): number | null {
  const { GITHUB_ACTIONS, GITHUB_EVENT_PATH } = process.env
  if (GITHUB_ACTIONS !== 'true' || !GITHUB_EVENT_PATH) return null
  return statSync(GITHUB_EVENT_PATH, { throwIfNoEntry: false })?.mtimeMs ?? null
}

function under(folder: string | undefined, rest: string): string | null {
  const real = realFolder(folder)
  if (real === null) return null
  // A name in the folder's own path must not be taken for a wildcard.
  return /[*?]/.test(real) ? null : `${real}/${rest}`
}

function realFolder(folder: string | undefined): string | null {
  try {
    return folder && statSync(folder).isDirectory() ? realpathSync(folder) : null
  } catch {
    return null
  }
}

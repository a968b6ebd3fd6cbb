import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The commit that is checked out in a folder; null where it is no git checkout. */
export async function currentCommit(cwd: string): Promise<string | null> {
  return promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  )
}

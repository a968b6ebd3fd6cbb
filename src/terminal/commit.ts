/** The commit that is checked out in a folder; null where it is no git checkout. */
export async function currentCommit(cwd: string): Promise<string | null> {
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')])
  return promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  )
}

import { execFileSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** A Node 20 that is in PATH behind the project's own Node 24; undefined where there is none. */
export function findNode20(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => versionOf(node).startsWith('v20.'))
}

function versionOf(node: string): string {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

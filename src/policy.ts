import { access } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Policy } from './judge/rule.ts'
import { readText } from './read/text.ts'

/** Where the guides keep the policy. */
const USUAL = 'catalog/policies/cost_governance.yaml'
/** A policy is a page of YAML. Bytes. */
const LARGEST = 256 << 10

export interface LoadedPolicy {
  readonly file: string
  readonly rules: Policy
}

/** The policy file; null where none was named and the usual one does not exist. YAML is loaded only when there is one. */
export async function loadPolicy(cwd: string, named: string | null): Promise<LoadedPolicy | null> {
  const file = named ?? USUAL
  const path = isAbsolute(file) ? file : join(cwd, file)
  if (named === null && !(await exists(path))) return null
  const text = readText(path, file, LARGEST)
  const { readPolicy } = await import('./judge/policy.ts')
  return { file, rules: readPolicy(file, text) }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  )
}

import { InputError } from './errors.ts'
import type { Policy } from './judge/rule.ts'
import type { FileSource } from './trust/source.ts'

/** Where the guides keep the policy. */
const USUAL = 'catalog/policies/cost_governance.yaml'
/** A policy is a page of YAML. Bytes. */
const LARGEST = 256 << 10

export interface LoadedPolicy {
  readonly file: string
  readonly rules: Policy
}

/** The policy file; null where none was named and the usual one does not exist. YAML is loaded only when there is one. */
export async function loadPolicy(files: FileSource, named: string | null): Promise<LoadedPolicy | null> {
  const file = named ?? USUAL
  const text = await files.read({ kind: 'policy', file, largest: LARGEST, isNamed: named !== null })
  if (text === null && named !== null) throw new InputError(`${file}: does not exist${files.place}`)
  if (text === null) return null
  const { readPolicy } = await import('./judge/policy.ts')
  return { file, rules: readPolicy(file, text) }
}

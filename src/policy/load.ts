import { InputError } from '../errors.ts'
import type { FileSource } from '../files/source.ts'
import type { PolicyUsed } from '../generated/types.ts'
import { addedPolicies } from './added.ts'
import type { Policy } from './policy.ts'

/** Where the guides keep the policies: what runs may cost, and how a flow must run. */
const USUAL = ['catalog/policies/cost_governance.yaml', 'catalog/policies/flow_governance.yaml']
/** A policy is a page of YAML. Bytes. */
const LARGEST = 256 << 10

export interface LoadedPolicy {
  /** In the order of their names. */
  readonly files: readonly string[]
  readonly rules: Policy
}

/** The policy files as one policy; null where none was named and no usual one exists. YAML is loaded only when there is one. */
export async function loadPolicy(files: FileSource, named: readonly string[]): Promise<LoadedPolicy | null> {
  const isNamed = named.length > 0
  const found: { file: string; text: string }[] = []
  for (const file of isNamed ? named : USUAL) {
    const text = await files.read({ kind: 'policy', file, largest: LARGEST, isNamed })
    if (text === null && isNamed) throw new InputError(`${file}: does not exist${files.place}; correct policy-path`)
    if (text !== null) found.push({ file, text })
  }
  if (found.length === 0) return null
  const added = addedPolicies(files.used).map(({ path }) => path)
  const { readPolicies } = await import('./read-all.ts')
  const rules = readPolicies(found.map(({ file, text }) => ({ file, text, addsOnly: added.includes(file) })))
  return { files: found.map(({ file }) => file), rules }
}

/** As it stands in a report. */
export function toPolicyUsed(policy: LoadedPolicy | null): PolicyUsed {
  const files = policy?.files ?? []
  return { path: files[0] ?? null, paths: [...files] }
}

import type { DecidingFile } from '../generated/types.ts'

/**
 * Policy files that the base does not have yet, beside others that are in force: they limit more, but what they say once for everything
 * (growth of the total, existing violations) does not count yet, or a new file could loosen what the others leave to a default.
 */
export function addedPolicies(files: readonly DecidingFile[]): DecidingFile[] {
  const policies = files.filter(({ kind }) => kind === 'policy')
  const added = policies.filter(({ origin, change }) => origin !== 'base' && change === 'added')
  return policies.some(({ change }) => change !== 'added') ? added : []
}

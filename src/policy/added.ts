import type { DecidingFile, FileKind } from '../generated/types.ts'

/** Whether the pull request brings a file that the base does not have: it takes force when it is merged. What a fork brings is left out altogether. */
export function isNew({ origin, change }: Pick<DecidingFile, 'origin' | 'change'>): boolean {
  return origin === 'pull-request' && change === 'added'
}

/** The file of this path among those that were read, where the base does not have it and the pull request or a step brings it. */
export function findAdded(files: readonly DecidingFile[], kind: FileKind, path: string): DecidingFile | null {
  return files.find((file) => file.kind === kind && file.path === path && file.change === 'added') ?? null
}

/**
 * Policy files that only add limits: new ones, and what a step wrote beside others that are in force. What they say once for everything (growth of the
 * total, existing violations) does not count, or a new file could loosen what the others, inputs and defaults say.
 */
export function addedPolicies(files: readonly DecidingFile[]): DecidingFile[] {
  const policies = files.filter(({ kind }) => kind === 'policy')
  const hasReviewed = policies.some(({ change }) => change !== 'added')
  return policies.filter((file) => isNew(file) || (hasReviewed && file.change === 'added'))
}

import { at, InputError, shown } from '../errors.ts'
import type { PolicyLine } from '../generated/types.ts'

/** Keys from the top of a policy file to one of its entries. */
export type Keys = readonly (string | number)[]
/** Where an entry stands. */
export type Locate = (keys: Keys) => PolicyLine

/** Throws an InputError about a line of a policy. */
export function refuse({ path: file, line }: PolicyLine, problem: string): never {
  throw new InputError(at({ file, line }, problem))
}

/** Throws an InputError where a name has no limits: what only says how they apply is a mistake. The example is one of them. */
export function expectLimits(limits: readonly unknown[], name: string, policy: PolicyLine, example: string): void {
  if (limits.length === 0) refuse(policy, `${shown(name)} has no limit in it. Example: ${name}: { ${example} }`)
}

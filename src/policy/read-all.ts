import { interpret } from '../errors.ts'
import { combinePolicies } from './combine.ts'
import type { Policy } from './policy.ts'
import { readPolicy } from './read.ts'

/** A policy file. */
export interface PolicySource {
  readonly file: string
  readonly text: string
  /** Whether it may limit more and settle nothing: nobody has reviewed it. */
  readonly addsOnly: boolean
}

/** Reads policy files as one policy. Throws a FaultyFile for what is wrong in one of them, and where one that settles contradicts another. */
export function readPolicies(sources: readonly PolicySource[]): Policy {
  const read = sources.map(({ file, text, addsOnly }) => ({ policy: interpret(file, () => readPolicy(file, text)), addsOnly }))
  return combinePolicies(
    read.map(({ policy }) => policy),
    read.filter(({ addsOnly }) => !addsOnly).map(({ policy }) => policy),
  )
}

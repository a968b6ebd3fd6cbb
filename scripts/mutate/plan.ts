import type { Mutant } from './faults/mutants.ts'

/** What is mutated and which tests are asked, from the root of a project. */
export interface Scope {
  readonly root: string
  /** Sources to mutate. */
  readonly files: readonly string[]
  /** Patterns of test files. */
  readonly tests: readonly string[]
  readonly setupFiles: readonly string[]
}

/** What one process has to try. */
export interface Plan {
  readonly scope: Scope
  readonly mutants: readonly Pick<Mutant, 'id' | 'file' | 'isStatic'>[]
  /** File of lines of JSON that tells how far it is. */
  readonly journal: string
}

/** What the worker that runs the tests is told: of one pass over test files. */
export interface Pass {
  readonly journal: string
  /** Mutants that are still to be killed. */
  readonly alive: readonly number[]
  /** Tests that take longer are left to a later pass. */
  readonly longestMs: number
  /** The only tests to run; null for all. */
  readonly only: readonly string[] | null
  readonly without: readonly string[]
  /** The mutant that is planted from the start, for those that are computed when a file is loaded; null in passes that plant many. */
  readonly planted: number | null
}

/** A line of the journal. */
export type Entry =
  /** It is planted now: the last one where a process hangs. */
  | { readonly event: 'planted'; readonly mutant: number }
  | { readonly event: 'killed'; readonly mutant: number; readonly by: string }
  /** No test answers with it. */
  | { readonly event: 'hung'; readonly mutant: number }
  /** Reached while a file was loaded, or once and never again. */
  | { readonly event: 'loaded'; readonly mutants: readonly number[] }
  /** Reached by a test. */
  | { readonly event: 'reached'; readonly mutants: readonly number[] }
  /** Planted from the start, and no test failed. */
  | { readonly event: 'survived'; readonly mutant: number }
  | { readonly event: 'deferred'; readonly test: string; readonly file: string }
  /** Fails when it is run twice in a row, so that it kills nothing. */
  | { readonly event: 'unrepeatable'; readonly test: string }
  /** Fails without any mutant. */
  | { readonly event: 'broken'; readonly test: string }
  | { readonly event: 'done' }

declare module 'vitest' {
  interface ProvidedContext {
    readonly pass: Pass
  }
}

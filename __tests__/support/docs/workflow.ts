// Workflow files, as far as the ones that we show go.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readPage, root } from './pages.ts'

export interface WorkflowStep {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export interface WorkflowJob {
  readonly needs?: string
  readonly if?: string
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'runs-on': unknown
  readonly 'timeout-minutes'?: number
  readonly steps: readonly WorkflowStep[]
}

export interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly permissions: unknown
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, WorkflowJob>>
}

/** Steps that use this action: in our own workflows, and in those for others. */
export const OURS = /^(\.\/|OWNER\/llm-cost-gate@<commit sha>)$/

export async function readWorkflow(file: string): Promise<Workflow> {
  return parse(await readPage(file)) as Workflow
}

/** Workflows to copy, from the root of the repository: those for other needs, and those of the tools that have an example. */
export async function listExamples(): Promise<string[]> {
  const files = await readdir(join(root, 'examples'), { recursive: true })
  return files.filter((file) => file.endsWith('.yml')).map((file) => `examples/${file}`)
}

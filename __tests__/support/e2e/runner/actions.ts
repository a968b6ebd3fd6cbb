import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { numberAt } from '../../../../src/github/api/answer.ts'
import type { Workflow, WorkflowJob } from '../../docs/workflow.ts'
import { type GitHubServer, startGitHub } from '../../github/server.ts'
import type { Access, Scope } from '../../github/state.ts'
import { finishRun } from '../../github/story/story.ts'
import type { Occasion } from '../occasions.ts'
import type { Product } from '../product.ts'
import { type Contexts, fill, holds, isUnconditional } from './expressions.ts'
import type { StepResult } from './runner.ts'
import { starts } from './starts.ts'
import { runOne, type Started } from './steps.ts'
import { MEASURED } from './uses.ts'

/** A job that was run: one leg of it, where it has a matrix. */
export interface JobRun {
  /** For example `llm-cost`, or `llm-cost (search)`. */
  readonly name: string
  readonly result: 'success' | 'failure' | 'skipped'
  /** Steps of ours. */
  readonly gates: readonly StepResult[]
}

/** A run of a workflow file. */
export interface WorkflowRun {
  readonly jobs: readonly JobRun[]
  /** Group of runs that end each other. */
  readonly group: string | null
}

/** Runs workflow files on a GitHub of their own. */
export interface Runner {
  readonly github: GitHubServer
  /** Runs all jobs of a workflow; `env` differs from what the occasion says. Throws where the event does not start it. */
  run(workflow: Workflow, occasion: Occasion, env?: Readonly<Record<string, string>>): Promise<WorkflowRun>
  close(): Promise<void>
}

const scopes: readonly Scope[] = ['contents', 'actions', 'pull-requests', 'statuses', 'issues']

// Stands for the evals of a repository, or for what fetches its ledger: what they record is in a file of the commit that is checked out.
const make = `#!/bin/sh
set -e
test "$1" != agents || exit 0
test "$1" = evals -o "$1" = ledger
suite=\${2#SUITE=}
mkdir -p .runs/costs
cp "\${suite:-$1}.jsonl" .runs/costs/costs.jsonl
`

// Stands for promptfoo: what it measures is in a file of the commit, whose name tells no tool anything.
const npx = `#!/bin/sh
set -e
test "$2 $3 $4" = "eval --no-cache -o"
cp ${MEASURED} "$5"
`

// Stands for a collector that writes what the agents exported, and is done when it is stopped.
const docker = `#!/bin/sh
set -e
case "$1" in
  run) test -f collector.yaml ;;
  stop) cp ${MEASURED} traces.jsonl ;;
esac
`

/** Opens a runner for the built product. */
export async function openRunner(product: Product): Promise<Runner> {
  const github = await startGitHub()
  const root = await realpath(await mkdtemp(join(tmpdir(), 'actions-')))
  for (const [name, program] of Object.entries({ make, npx, docker })) await writeFile(join(root, name), program, { mode: 0o755 })
  return {
    github,
    async run(workflow, occasion, env = {}) {
      if (!starts(workflow, occasion)) throw new Error(`${occasion.event.name} does not start the workflow ${workflow.name}`)
      const started = { github, product, root, workflow, occasion, env: { ...occasion.env, ...env } }
      const jobs = await runJobs(started)
      finishRun(occasion.run, jobs.some(({ result }) => result === 'failure') ? 'failure' : 'success')
      expect(github.violations).toEqual([])
      return { jobs, group: workflow.concurrency === undefined ? null : fill(workflow.concurrency.group, contextsOf(started)) }
    },
    close: async () => {
      await github.close()
      await rm(root, { recursive: true })
    },
  }
}

/** Jobs in the order that their needs demand, which is the order in which we write them. */
async function runJobs(started: Started): Promise<readonly JobRun[]> {
  const done: JobRun[] = []
  const needs: Record<string, { readonly result: JobRun['result'] }> = {}
  for (const [id, job] of Object.entries(started.workflow.jobs)) {
    const needed = job.needs === undefined ? {} : { [job.needs]: needs[job.needs] }
    const contexts = { ...contextsOf(started), needs: needed }
    const isReady = isUnconditional(job.if) || Object.values(needed).every((one) => one?.result === 'success')
    const isWanted = isReady && (job.if === undefined || holds(job.if, contexts))
    const legs = isWanted ? legsOf(job) : []
    const ran: JobRun[] = []
    for (const matrix of legs) ran.push(await runJob(started, id, job, { ...contexts, matrix }))
    const results = ran.map(({ result }) => result)
    needs[id] = { result: !isWanted ? 'skipped' : results.includes('failure') ? 'failure' : 'success' }
    done.push(...(isWanted ? ran : [{ name: id, result: 'skipped' as const, gates: [] }]))
  }
  return done
}

function legsOf({ strategy }: WorkflowJob): readonly Readonly<Record<string, string>>[] {
  const axes = Object.entries(strategy?.matrix ?? {})
  return axes.reduce<Record<string, string>[]>(
    (legs, [key, values]) => legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: value }))),
    [{}],
  )
}

async function runJob(started: Started, id: string, job: WorkflowJob, contexts: Contexts & { matrix: object }): Promise<JobRun> {
  const legs = Object.values(contexts.matrix)
  const name = legs.length === 0 ? id : `${id} (${legs.join(', ')})`
  giveToken(started, job)
  const folder = await mkdtemp(join(started.root, 'job-'))
  await Promise.all(['work', 'temp'].map((part) => mkdir(join(folder, part))))
  const gates: StepResult[] = []
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {}
  let hasFailed = false
  for (const step of job.steps) {
    const known = { ...contexts, steps }
    if ((hasFailed && !isUnconditional(step.if)) || (step.if !== undefined && !holds(step.if, known))) continue
    const { succeeded, gate } = await runOne(started, step, known, { name, folder })
    if (gate !== null) gates.push(gate)
    if (gate !== null && step.id !== undefined) steps[step.id] = { outputs: Object.fromEntries(gate.outputs) }
    hasFailed ||= !succeeded
  }
  return { name, result: hasFailed ? 'failure' : 'success', gates }
}

/** The job's token may do what its permissions say, and for a fork read at the most. */
function giveToken({ github, occasion }: Started, { permissions = {} }: WorkflowJob): void {
  for (const scope of scopes) {
    const asked = permissions[scope]
    const access: Access = asked === 'write' ? (isFork(occasion) ? 'read' : 'write') : asked === 'read' ? 'read' : 'none'
    github.state.scopes.set(scope, access)
  }
}

function isFork({ event }: Occasion): boolean {
  const [head, base] = ['head', 'base'].map((side) => numberAt(event.payload, 'pull_request', side, 'repo', 'id'))
  return event.name === 'pull_request' && head !== base
}

function contextsOf({ github, occasion, workflow }: Started): Contexts {
  const secrets = isFork(occasion) ? {} : { OPENAI_API_KEY: 'sk-test', ANTHROPIC_API_KEY: 'sk-test', LEDGER_TOKEN: 'test' }
  return {
    github: {
      event: occasion.event.payload,
      run_id: occasion.run.id,
      sha: occasion.env.GITHUB_SHA ?? '',
      token: github.state.token,
      workflow: workflow.name,
    },
    secrets,
  }
}

import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { makeZip, type ZipEntry } from '../archive/zip.ts'
import { addRecord } from '../baseline/stored.ts'
import type { Pull, Run } from '../github/stage/records.ts'
import * as story from '../github/story/story.ts'
import type { Files } from '../github/story/story-commits.ts'
import { type Lab, openLab } from './lab.ts'
import { onPull, onWorkflowRun } from './occasions.ts'
import { installProduct, type Product } from './product.ts'
import type { StepResult } from './runner/runner.ts'
import { STORED } from './story.ts'
import { toLines } from './workspace.ts'

export const LEDGER = '.runs/costs/costs.jsonl'

let product: Product
export let lab: Lab
export let pull: Pull
/** The run that measured the pull request last. */
export let run: Run

/** Before each test: a pull request of mallory's fork, which main has a record of $0.50 for, and the run that measured it. */
export function stageFork(): void {
  beforeAll(async () => {
    product = await installProduct()
  })
  afterAll(() => product.remove())
  beforeEach(async () => {
    lab = await openLab(product)
    const { state } = lab.github
    addRecord(state, { sha: story.addCommit(state, { branch: 'main' }) })
    pull = story.openPull(state, {
      author: 'mallory',
      headBranch: 'main',
      fork: { id: 2002, owner: 'mallory' },
      files: { 'agent.py': 'x' },
    })
    run = onPull(state, pull).run
  })
  afterEach(() => lab.close())
}

/** Pushes to main and then to the fork, which is measured again. */
export function push(onMain: Files, inFork: Files): void {
  const { state } = lab.github
  story.addCommit(state, { branch: 'main', files: onMain })
  story.pushTo(state, pull, { files: inFork })
  run = onPull(state, pull).run
}

/** An artifact of the run. */
export function leave(name: string, bytes: Buffer): void {
  story.storeArtifact(lab.github.state, { runId: run.id, name, bytes })
}

/** The archive of a ledger with one call, beside other files. */
export function zipUsage(cost: number, path = LEDGER, ...others: readonly ZipEntry[]): Buffer {
  return makeZip([{ name: path, content: toLines([{ cost_usd: cost }]) }, ...others])
}

/** Runs the second job, once the first has ended. */
export function comment(inputs: Record<string, string> = {}, ended = run): Promise<StepResult> {
  story.finishRun(ended)
  return lab.run({ ...STORED, 'upload-report': 'false', ...inputs }, onWorkflowRun(lab.github.state, ended))
}

/** How commits are marked. */
export function statuses() {
  return lab.github.state.statuses.map(({ sha, state, context }) => ({ sha, state, context }))
}

/** Everything that was asked of GitHub but to read. */
export function writes(): readonly string[] {
  return lab.github.requests.filter(({ method }) => method !== 'GET').map(({ route }) => route)
}

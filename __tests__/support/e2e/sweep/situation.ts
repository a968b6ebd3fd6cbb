import { makeZip } from '../../archive/zip.ts'
import { zipRecord } from '../../baseline/stored.ts'
import { demandCommit, demandPull } from '../../github/graph.ts'
import { addComment, type State } from '../../github/state.ts'
import * as story from '../../github/story/story.ts'
import { type Lab, openLab } from '../lab.ts'
import { type Occasion, onBranch, onPull, onWorkflowRun } from '../occasions.ts'
import type { Product } from '../product.ts'
import { toLines } from '../workspace.ts'

/** What a step finds when it starts. */
export interface Situation {
  readonly mode: 'gate' | 'record' | 'comment'
  /** Of the head; the baseline is $0.50 and 20 % more is too much. */
  readonly costUsd: number
  /** Comments of ours that are there already, of an older run. */
  readonly comments?: number
  /** Records of main that are there; where left out, one. */
  readonly records?: number
  /** Whether the record is of before records said what they are of, so that a tag of the branch's name is asked for. */
  readonly isOld?: boolean
  /** Who set the label that accepts the increase. */
  readonly labelledBy?: string
  readonly uploads?: boolean
  /** What the blob store has in place of the record that was uploaded. */
  readonly corrupt?: (record: Buffer) => Buffer
}

/** Regressions can be approved, other limits there are none. The pull request edits it. */
const POLICY = 'catalog/policies/cost_governance.yaml'
const policy = (percent: number) => `regression:\n  max_increase_percent: ${percent}\n`

/** The archive that `mode: record` uploads for the base commit. */
export async function makeRecord(product: Product): Promise<Buffer> {
  const lab = await openLab(product)
  try {
    await lab.spend({ cost_usd: 0.5 })
    const { event, env } = onBranch(lab.github.state, 'push')
    await lab.run({ 'baseline-path': '' }, { event, env })
    return lab.github.state.artifacts[0]?.bytes ?? Buffer.alloc(0)
  } finally {
    await lab.close()
  }
}

/** What makes the step run, and the run whose result it shows. */
export interface Entered extends Pick<Occasion, 'event' | 'env'> {
  readonly shownRun: number
}

/** Brings a lab into a situation: main with a record, and pull request 7, which edits the policy and adds a price file. */
export async function enter(lab: Lab, situation: Situation, record: Buffer): Promise<Entered> {
  const { state } = lab.github
  const pull = demandPull(state)
  const files = [
    ['pricing.yaml', 'version: 1\n'],
    [POLICY, policy(30)],
  ] as const
  for (const [path, text] of files) {
    demandCommit(state, pull.head.sha).files.set(path, text)
    await lab.write(path, text)
  }
  demandCommit(state, pull.base.sha).files.set(POLICY, policy(20))
  await lab.spend({ cost_usd: situation.costUsd })
  for (let count = 0; count < (situation.records ?? 1); count++) storeRecord(state, record, situation)
  for (let count = 0; count < (situation.comments ?? 0); count++)
    addComment(state, state.holder, '<!-- llm-cost-gate:default -->\n<!-- run 8001 attempt 1 -->\nold')

  if (situation.mode === 'record') {
    story.addCommit(state, { branch: 'main', files: { 'agent.py': 'new' } })
    return show(onBranch(state, 'push'))
  }
  const occasion = onPull(state, pull)
  if (situation.labelledBy !== undefined) {
    story.grant(state, 'lead', 'admin')
    story.label(state, pull, 'llm-cost-approved', situation.labelledBy)
  }
  if (situation.mode === 'gate') return show(occasion)
  return leave(state, occasion, situation.costUsd)
}

/** What makes a step run for the last push once more. */
export function enterAgain({ state }: Lab['github'], { mode, costUsd }: Situation): Entered {
  if (mode === 'record') return show(onBranch(state, 'push'))
  const occasion = onPull(state, demandPull(state))
  return mode === 'gate' ? show(occasion) : leave(state, occasion, costUsd)
}

/** Ends a run that measured, which the step of another one judges. */
function leave(state: State, { run }: Occasion, costUsd: number): Entered {
  const usage = makeZip([{ name: 'costs/costs.jsonl', content: toLines([{ cost_usd: costUsd }]) }])
  story.storeArtifact(state, { runId: run.id, name: 'llm-cost-usage', bytes: usage })
  story.finishRun(run)
  return show(onWorkflowRun(state, run), run.id)
}

function show({ event, env, run }: Occasion, shownRun = run.id): Entered {
  return { event, env, shownRun }
}

function storeRecord(state: State, record: Buffer, { corrupt, isOld = false }: Situation): void {
  const { sha } = demandCommit(state, 'main')
  const bytes = isOld ? zipRecord(0.5, { commit: sha }) : record
  const run = story.startRun(state, { event: 'push', headSha: sha, headBranch: 'main', conclusion: 'success' })
  const digest = story.hashBytes(bytes)
  story.storeArtifact(state, { runId: run.id, name: 'llm-cost-baseline', bytes: corrupt?.(bytes) ?? bytes, digest })
}

/** `with:` of the step. */
export function inputsOf({ mode, uploads = mode === 'record' }: Situation): Record<string, string> {
  return { 'baseline-path': '', 'pricing-path': mode === 'gate' ? 'pricing.yaml' : '', 'upload-report': String(uploads) }
}

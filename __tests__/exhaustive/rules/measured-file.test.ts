import { describe, expect, it } from 'vitest'
import { growMain } from '../../support/baseline/stored.ts'
import { checkOut } from '../../support/e2e/checkout.ts'
import { baseline, QUIET, reviewOf } from '../../support/e2e/edits.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict } from '../../support/e2e/story.ts'
import { addCommit, openPull } from '../../support/github/story/story.ts'
import type { Files } from '../../support/github/story/story-commits.ts'

stage()

const FILE = 'base.json'
type Checkout = 'merge' | 'head'

/** Judges a pull request by a baseline file that became $1 on main after the event; what is checked out cost $1. */
async function judge(
  inPull: Files,
  checkout: Checkout,
): Promise<{ readonly result: StepResult; readonly merge: string; readonly start: string }> {
  const { state } = lab.github
  growMain(state, 1)
  const start = addCommit(state, { branch: 'main', files: { [FILE]: baseline(0.5) } })
  const pull = openPull(state, { headBranch: 'topic', files: inPull })
  const occasion = onPull(state, pull)
  const merge = addCommit(state, { branch: 'main', files: { [FILE]: baseline(1) } })
  const again = openPull(state, { headBranch: 'again', headSha: pull.head.sha })
  await checkOut(lab, checkout === 'merge' ? again.mergeSha : pull.head.sha)
  await lab.spend({ cost_usd: 1 })
  const env = { ...occasion.env, GITHUB_SHA: again.mergeSha }
  return { result: await lab.run({ ...QUIET, 'baseline-path': FILE }, { event: occasion.event, env }), merge, start }
}

describe('a baseline file that the base has changed since the event', () => {
  it.each<[checkout: Checkout, from: 'merge' | 'start', inPull: Files, change: string, verdict: string, proposed: string | null]>([
    ['merge', 'merge', { 'agent.py': 'x' }, 'unchanged', 'pass', null],
    ['head', 'start', { 'agent.py': 'x' }, 'unchanged', 'fail', null],
    ['merge', 'merge', { [FILE]: baseline(0.4) }, 'changed', 'pass', 'fail'],
    ['head', 'start', { [FILE]: baseline(2) }, 'changed', 'fail', 'pass'],
  ])('is read where what was measured has it: checked out %s, of the %s', async (checkout, from, inPull, change, verdict, proposed) => {
    const { result, ...commits } = await judge(inPull, checkout)
    expectVerdict(result, verdict, verdict === 'pass' ? 0 : 1)
    expect(await reviewOf(result)).toEqual({
      files: [{ kind: 'baseline', path: FILE, origin: 'base', commit: commits[from], change }],
      proposed: proposed === null ? null : { verdict: proposed, problem: null },
    })
  })
})

import { describe, expect, it } from 'vitest'
import { addRecord, growMain } from '../../support/baseline/stored.ts'
import { checkOut } from '../../support/e2e/checkout.ts'
import { readOutput } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import { lab, stage } from '../../support/e2e/stage.ts'
import { expectVerdict, STORED } from '../../support/e2e/story.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import { addCommit, openPull } from '../../support/github/story/story.ts'

stage()

/** A pull request whose base cost one thing when it began and another by now. */
function openBehind(before: number, now: number): { readonly pull: Pull; readonly start: string; readonly newest: string } {
  const { state } = lab.github
  const [start = ''] = growMain(state, 1)
  addRecord(state, { sha: start, cost: before })
  const headSha = addCommit(state, { branch: 'topic', parents: [start], files: { 'README.md': 'x' } })
  const [newest = ''] = growMain(state, 1)
  addRecord(state, { sha: newest, cost: now })
  return { pull: openPull(state, { headBranch: 'topic', headSha }), start, newest }
}

type Checkout = (pull: Pull) => Promise<unknown>
const merge: Checkout = (pull) => checkOut(lab, pull.mergeSha)
const head: Checkout = (pull) => checkOut(lab, pull.head.sha)
const headInFolder: Checkout = (pull) => checkOut(lab, pull.head.sha, 'repo')
const headByBranch: Checkout = async (pull) => {
  await lab.write('.git/HEAD', 'ref: refs/heads/topic\n')
  await lab.write('.git/packed-refs', `# pack-refs with: peeled fully-peeled sorted\n${pull.head.sha} refs/heads/topic\n`)
}
const nothing: Checkout = async () => {}

describe('a pull request behind its base', () => {
  it.each<[what: string, before: number, now: number, checkout: Checkout, cost: number, verdict: string, baseline: 'start' | 'newest']>([
    ['whose merge costs what main costs by now passes', 0.5, 1, merge, 1, 'pass', 'newest'],
    ['whose merge costs more than main by now fails', 1, 0.5, merge, 1, 'fail', 'newest'],
    ['whose head costs what main did passes', 0.5, 1, head, 0.5, 'pass', 'start'],
    ['whose head costs more than main did fails, though main does by now', 0.5, 1, head, 1, 'fail', 'start'],
    ['whose head costs more than main by now, and not than it did, passes', 1, 0.5, head, 1, 'pass', 'start'],
    ['whose head is checked out as a branch is compared with its start', 0.5, 1, headByBranch, 1, 'fail', 'start'],
    ['that is not checked out is taken for its merge', 1, 0.5, nothing, 1, 'fail', 'newest'],
  ])('%s', async (_, before, now, checkout, cost_usd, verdict, baseline) => {
    const { pull, ...commits } = openBehind(before, now)
    await checkout(pull)
    await lab.spend({ cost_usd })
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, onPull(lab.github.state, pull))
    expectVerdict(result, verdict, verdict === 'fail' ? 1 : 0)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: commits[baseline], commits_behind: 0 })
    expect(lab.github.requests.filter(({ route }) => route.includes('compare'))).toHaveLength(1)
  })

  it.each([
    ['', async () => {}],
    [
      ', also inside another checkout',
      async () => {
        await lab.write('.git/HEAD', `${'d'.repeat(40)}\n`)
        await lab.write('repo/.git/config', '[remote "origin"]\n\turl = https://github.com/acme/agents\n')
      },
    ],
  ])('whose head is in a folder of the workspace is found there%s', async (_, arrange) => {
    const { pull, start } = openBehind(0.5, 1)
    await headInFolder(pull)
    await arrange()
    await lab.write(
      'repo/.runs/costs/costs.jsonl',
      '{"timestamp":"2026-11-03T10:00:00Z","model":"m","cost_usd":0.5,"input_tokens":1,"output_tokens":1}\n',
    )
    const inputs = { ...STORED, 'upload-report': 'false', 'working-directory': 'repo' }
    const result = await lab.run(inputs, onPull(lab.github.state, pull))
    expectVerdict(result, 'pass', 0)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: start })
  })

  it('whose event is older than its merge is compared with the base of the merge', async () => {
    const { pull } = openBehind(0.5, 0.5)
    const { state } = lab.github
    const occasion = onPull(state, pull)
    const [newest = ''] = growMain(state, 1)
    addRecord(state, { sha: newest, cost: 1 })
    const again = openPull(state, { headBranch: 'again', headSha: pull.head.sha })
    await checkOut(lab, again.mergeSha)
    await lab.spend({ cost_usd: 1 })
    const env = { ...occasion.env, GITHUB_SHA: again.mergeSha }
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, { event: occasion.event, env })
    expectVerdict(result, 'pass', 0)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: newest })
  })
})

describe('a pull request on top of another one', () => {
  /** The second of two pull requests that began at the same commit, and its run; main costs something else since, which both are tried with. */
  async function openStack() {
    const { state } = lab.github
    const [start = ''] = growMain(state, 1)
    addRecord(state, { sha: start, cost: 0.5 })
    const [newest = ''] = growMain(state, 1)
    addRecord(state, { sha: newest, cost: 1 })
    const first = addCommit(state, { branch: 'first', parents: [start], files: { one: '1' } })
    const pull = openPull(state, { headBranch: 'second', headSha: addCommit(state, { branch: 'second', parents: [first] }) })
    await checkOut(lab, pull.mergeSha)
    await lab.spend({ cost_usd: 1 })
    return { start, newest, first, occasion: onPull(state, pull) }
  }

  it('that is merged while it runs is compared with the base that was measured', async () => {
    const { newest, first, occasion } = await openStack()
    const { state } = lab.github
    addRecord(state, { sha: addCommit(state, { branch: 'main', parents: [newest, first] }), cost: 1 })
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, occasion)
    expectVerdict(result, 'pass', 0)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: newest, commits_behind: 0 })
  })

  it('while the base is put back is compared with what is left of it', async () => {
    const { start, occasion } = await openStack()
    lab.github.state.branches.set('main', start)
    const result = await lab.run({ ...STORED, 'upload-report': 'false' }, occasion)
    expectVerdict(result, 'fail', 1)
    expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: start, commits_behind: 0 })
  })
})

it('a pull request whose base branch was deleted since is compared with the commit that the branch was at', async () => {
  const { state } = lab.github
  const [start = ''] = growMain(state, 1)
  addRecord(state, { sha: start, cost: 0.5 })
  addCommit(state, { branch: 'one', parents: [start], files: { one: '1' } })
  const pull = openPull(state, { headBranch: 'two', baseBranch: 'one', files: { two: '2' } })
  await checkOut(lab, pull.mergeSha)
  await lab.spend({ cost_usd: 0.5 })
  const occasion = onPull(state, pull)
  state.branches.delete('one')
  const result = await lab.run({ ...STORED, 'upload-report': 'false' }, occasion)
  expectVerdict(result, 'pass', 0)
  expect((await readOutput(result, 'report-path')).baseline).toMatchObject({ commit: start, commits_behind: 1 })
})

import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../support/e2e/lab.ts'
import * as occasions from '../../support/e2e/occasions.ts'
import type { Step, StepResult } from '../../support/e2e/runner/runner.ts'
import { addComment, jobToken } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

let folder: string
let lab: Lab
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'script-')))
  lab = await openLab({ folder, action: join(folder, 'action.mjs'), cli: '', remove: async () => {} })
})
afterEach(async () => {
  await lab.close()
  await rm(folder, { recursive: true })
})

async function runScript(script: string, step: Partial<Step> = {}): Promise<StepResult> {
  await writeFile(join(folder, 'action.mjs'), `import { appendFileSync } from 'node:fs'\nconst { env } = process\n${script}`)
  return lab.run({}, step)
}

const secrets = [
  ['the token', `env['INPUT_GITHUB-TOKEN']`],
  ['the token for artifacts', 'env.ACTIONS_RUNTIME_TOKEN'],
  ['a signed address', `'https://blob.example/x?sp=r&sig=SIG_CANARY123'`],
] as const

describe.each(secrets)('a step that shows %s', (_, secret) => {
  it.each([
    ['its log', `console.log('x ' + ${secret})`],
    ['its errors', `console.error(${secret})`],
    ['its job summary', `appendFileSync(env.GITHUB_STEP_SUMMARY, ${secret})`],
    ['an output', `appendFileSync(env.GITHUB_OUTPUT, 'comment-url=' + ${secret} + '\\n')`],
    ['a file', `appendFileSync(env.RUNNER_TEMP + '/report.html', ${secret})`],
  ])('in %s does not pass', async (_, script) => {
    await expect(runScript(script)).rejects.toThrow(/to deeply equal \[\]/)
  })

  it('to the runner alone, so that it hides it, passes', async () => {
    expect((await runScript(`console.log('::add-mask::' + ${secret})`)).exitCode).toBe(0)
  })
})

describe('the lab', () => {
  it('does not pass a request that GitHub does not know', async () => {
    await expect(runScript(`await fetch(env.GITHUB_API_URL + '/costs')`)).rejects.toThrow(/to deeply equal \[\]/)
  })

  it('shows comments without the hidden lines before them, and only those', () => {
    addComment(lab.github.state, jobToken, '<!-- key -->\n<!-- run 1.1 -->\n### Costs\n<!-- stays -->\n')
    expect(lab.comments()).toEqual(['### Costs\n<!-- stays -->\n'])
  })

  it('gives a step the token of its run, of its attempt', async () => {
    const print = `console.log(env.ACTIONS_RESULTS_URL, env.ACTIONS_RUNTIME_TOKEN.split('.')[1], env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT)`
    const { run, ...step } = occasions.onBranch(lab.github.state, 'push')
    const first = await runScript(print)
    const second = await runScript(print, step)
    story.rerun(lab.github.state, run)
    const third = await runScript(print, step)
    expect([first, second, third].map(({ stdout }) => stdout.trim().split(' ').slice(2).join(' '))).toEqual(['9001 1', '9002 1', '9002 2'])
    expect(new Set([first, second, third].map(({ stdout }) => stdout.split(' ')[1])).size).toBe(3)
    expect(first.stdout.startsWith(lab.github.resultsUrl)).toBe(true)
  })

  it('lets a test kill the step at a request', async () => {
    let kill = () => {}
    lab.github.onRequest = () => {
      kill()
      return undefined
    }
    const script = `
      appendFileSync(env.GITHUB_OUTPUT, 'verdict=fail\\n')
      await fetch(env.GITHUB_API_URL + '/repos/acme/agents', { headers: { authorization: 'token ' + env['INPUT_GITHUB-TOKEN'] } })
      appendFileSync(env.GITHUB_OUTPUT, 'verdict=pass\\n')`
    const onSpawn: Step['onSpawn'] = (child) => {
      kill = () => void child.kill('SIGKILL')
    }
    const result = await runScript(script, { onSpawn })
    expect([result.exitCode, result.outputs.get('verdict')]).toEqual([null, 'fail'])
  })

  it('ends a step that takes too long', async () => {
    expect((await runScript('setTimeout(() => {}, 50_000)', { killAfterMs: 500 })).exitCode).toBeNull()
  })
})

describe('occasions', () => {
  it('are what GitHub would say of them', () => {
    const { state } = lab.github
    const pull = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork: { id: 2002, owner: 'mallory' } })
    const onPull = occasions.onPull(state, pull)
    expect(onPull.run).toMatchObject({ event: 'pull_request', headSha: pull.head.sha, headRepoId: 2002, prNumbers: [] })
    expect(onPull.env).toMatchObject({ GITHUB_REF: 'refs/pull/8/merge', GITHUB_SHA: pull.mergeSha, GITHUB_HEAD_REF: 'patch' })
    expect(occasions.onPull(state, pull, 'pull_request_target').env).toMatchObject({
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: pull.base.sha,
    })
    const queued = occasions.onMergeGroup(state, pull)
    expect(queued.run).toMatchObject({ event: 'merge_group', headBranch: `gh-readonly-queue/main/pr-8-${pull.base.sha}` })
    expect(queued.env.GITHUB_SHA).toBe(queued.run.headSha)
    const ended = occasions.onWorkflowRun(state, onPull.run)
    expect(ended.event).toMatchObject({ name: 'workflow_run', payload: { workflow_run: { id: onPull.run.id } } })
    expect(ended.env.GITHUB_SHA).toBe('b'.repeat(40))
    expect(occasions.onBranch(state, 'schedule').event).toMatchObject({ name: 'schedule', payload: { repository: { id: 1001 } } })
  })
})

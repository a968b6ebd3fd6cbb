import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../../src/files/archive/read.ts'
import { type Lab, openLab } from '../../support/e2e/lab.ts'
import { onPull } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { type Entered, enter, enterAgain, inputsOf, makeRecord, type Situation } from '../../support/e2e/sweep/situation.ts'
import { checkArtifacts } from '../../support/e2e/sweep/trial.ts'
import { work } from '../../support/e2e/sweep/work.ts'
import { openPull, rerun } from '../../support/github/story/story.ts'

let product: Product
let stored: Buffer
let count = 0
const start = performance.now()
beforeAll(async () => {
  product = await installProduct()
  stored = await makeRecord(product)
})
afterAll(async () => {
  await product.remove()
  console.log(`kill sweep: ${count} points, each run again, ${Math.round((performance.now() - start) / 1000)} s`)
})

/** Where a process is killed: at a request, before or after it takes effect; and what is run then. */
interface Point {
  readonly index: number
  readonly when: 'onRequest' | 'onEffect'
  readonly next: 'attempt' | 'run'
}

async function run(lab: Lab, situation: Situation, { event, env }: Entered, kill?: Point): Promise<StepResult> {
  const { github } = lab
  let seen = 0
  let end = async () => {}
  const hook = async () => {
    if (seen++ !== kill?.index) return undefined
    // The answer is lost once the process is gone: before, a process that uploads would try again while its step still lives.
    await end()
    return 'drop' as const
  }
  if (kill !== undefined) github[kill.when] = hook
  const step = {
    event,
    env,
    onSpawn: (child: ChildProcess) => {
      end = async () => {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
    },
  }
  const result = await lab.run(inputsOf(situation), step)
  github.onRequest = undefined
  github.onEffect = undefined
  return result
}

/** The points of a whole run: what only reads has no effect to be killed before or after. */
async function listPoints(situation: Situation): Promise<readonly Point[]> {
  const lab = await openLab(product)
  try {
    await run(lab, situation, await enter(lab, situation, stored))
    return lab.github.requests.flatMap(({ method }, index): Point[] => {
      if (method === 'GET') return [{ index, when: 'onEffect', next: index % 2 === 0 ? 'attempt' : 'run' }]
      return (['onRequest', 'onEffect'] as const).flatMap((when) => (['attempt', 'run'] as const).map((next) => ({ index, when, next })))
    })
  } finally {
    await lab.close()
  }
}

/** Kills a run at a point, sees that nobody goes on, and runs it again. Gives what went wrong. */
async function survive(situation: Situation, point: Point, check: (lab: Lab, result: StepResult, runId: number) => Promise<void> | void) {
  const lab = await openLab(product)
  const { state, requests } = lab.github
  const name = `${situation.mode} ${JSON.stringify(point)}`
  try {
    const entered = await enter(lab, situation, stored)
    const killed = await run(lab, situation, entered, point)
    expect(killed.exitCode, 'the process was killed').toBeNull()
    expect(killed.outputs.get('verdict') ?? 'fail').toBe('fail')
    const countWhole = () => state.artifacts.filter(({ finalized }) => finalized).length
    const before = countWhole()
    // The process that uploads is not killed: it has to notice.
    if (situation.mode !== 'comment') await sleep(1500)
    expect(countWhole(), 'an upload went on').toBe(before)
    const { event, env, shownRun } = point.next === 'attempt' ? entered : enterAgain(lab.github, situation)
    const own = state.runs.get(Number(env.GITHUB_RUN_ID))
    if (own === undefined) throw new Error('no run')
    if (point.next === 'attempt') rerun(state, own)
    const attempt = { GITHUB_RUN_ATTEMPT: String(own.attempt) }
    const result = await run(lab, situation, { event, env: { ...env, ...attempt }, shownRun })
    expect(checkArtifacts(lab.github)).toEqual([])
    await check(lab, result, shownRun)
    return []
  } catch (error) {
    return [`${name} ${requests[point.index]?.route}: ${error instanceof Error ? error.message : error}`]
  } finally {
    count++
    await lab.close()
  }
}

/** Total of the newest cost summary that a run keeps. */
function totalOf(lab: Lab, runId: number, prefix: string): unknown {
  const kept = lab.github.state.artifacts.findLast(({ runId: id, finalized, name }) => id === runId && finalized && name.startsWith(prefix))
  const limits = { entries: 8, entryBytes: 1 << 20, totalBytes: 1 << 20, ratio: 200 }
  const file = kept && readArchive(kept.bytes, limits).find(({ name }) => name === 'cost-summary.json')
  return file === undefined ? null : JSON.parse(Buffer.from(file.bytes).toString('utf8')).total_cost_usd
}

describe('a run that is killed at any request, and run again,', () => {
  const gate: Situation = { mode: 'gate', costUsd: 1, uploads: true }
  it('ends with one comment, the right outputs and a whole report', { timeout: 900_000 }, async () => {
    const problems = await work(await listPoints(gate), (point) =>
      survive(gate, point, (lab, result, runId) => {
        const { state } = lab.github
        expect([result.exitCode, result.outputs.get('verdict'), result.outputs.get('total-cost-usd')]).toEqual([1, 'fail', '1'])
        expect(state.comments.map(({ body }) => body.split('\n')[1])).toEqual([
          `<!-- run ${runId} attempt ${state.runs.get(runId)?.attempt} -->`,
        ])
        expect(result.outputs.get('comment-url')).toContain(`#issuecomment-${state.comments[0]?.id}`)
        expect(totalOf(lab, runId, 'llm-cost-report')).toBe(1)
      }),
    )
    expect(problems).toEqual([])
  })

  const commenting: Situation = { mode: 'comment', costUsd: 1 }
  it('ends with one comment and one mark of the run that it judges', { timeout: 900_000 }, async () => {
    const problems = await work(await listPoints(commenting), (point) =>
      survive(commenting, point, (lab, result, runId) => {
        const { comments, statuses, pulls } = lab.github.state
        expect([result.exitCode, result.outputs.get('verdict'), result.outputs.get('total-cost-usd')]).toEqual([0, 'fail', '1'])
        expect(comments.map(({ issue, body }) => [issue, body.split('\n')[1]])).toEqual([[7, `<!-- run ${runId} attempt 1 -->`]])
        expect(result.outputs.get('comment-url')).toContain(`#issuecomment-${comments[0]?.id}`)
        expect(new Set(statuses.map(({ sha, context, state }) => [sha, context, state].join(' ')))).toEqual(
          new Set([`${pulls.get(7)?.head.sha} llm-cost failure`]),
        )
        expect(statuses.at(-1)?.targetUrl).toMatch(new RegExp(`#run-${runId}-attempt-1$`))
      }),
    )
    expect(problems).toEqual([])
  })

  const recording: Situation = { mode: 'record', costUsd: 0.7 }
  it('ends with a record that the next pull request is compared with', { timeout: 900_000 }, async () => {
    const problems = await work(await listPoints(recording), (point) =>
      survive(recording, point, async (lab, result, runId) => {
        // A record that was whole before the end is what a new run of the same commit is compared with.
        const isWhole = point.next === 'run' && lab.github.state.artifacts.filter(({ finalized }) => finalized).length === 3
        expect([result.exitCode, result.outputs.get('verdict')]).toEqual([0, isWhole ? 'pass' : 'fail'])
        expect(totalOf(lab, runId, 'llm-cost-baseline')).toBe(0.7)
        const pull = openPull(lab.github.state, { headBranch: 'next', files: { 'agent.py': 'next' } })
        const { event, env } = onPull(lab.github.state, pull)
        const inputs = { 'baseline-path': '', 'upload-report': 'false', 'comment-mode': 'never' }
        const { outputs, exitCode } = await lab.run(inputs, { event, env })
        expect([exitCode, outputs.get('verdict'), outputs.get('baseline-cost-usd')]).toEqual([0, 'pass', '0.7'])
      }),
    )
    expect(problems).toEqual([])
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../src/github/api/client.ts'
import { upsertComment } from '../../../src/github/publish/comment.ts'
import { annotationsOf, type Lab, openLab } from '../../support/e2e/lab.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { routes } from '../../support/e2e/sweep/routes.ts'
import { work } from '../../support/e2e/sweep/work.ts'
import { type Fault, startGitHub } from '../../support/github/server.ts'
import { demandPull, rerun, startRun } from '../../support/github/story/story.ts'

let product: Product
let lab: Lab
let trials = 0
beforeAll(async () => {
  product = await installProduct()
})
afterAll(async () => {
  await product.remove()
  console.log(`writers: ${trials} trials of 6 at once`)
})
beforeEach(async () => {
  lab = await openLab(product)
})
afterEach(() => lab.close())

interface Writer {
  readonly costUsd: number
  readonly run?: number
  readonly attempt?: number
  readonly key?: string
}

/** Runs the step in a folder of its own: writers share the pull request, and nothing else. */
async function write({ costUsd, run = startNext(), attempt = 1, key = 'default' }: Writer): Promise<StepResult> {
  const folder = `of-${costUsd}`
  await lab.write(`${folder}/.runs/costs/costs.jsonl`, JSON.stringify({ ...row, cost_usd: costUsd }))
  const inputs = { 'working-directory': folder, 'baseline-path': '../baseline.json', 'comment-key': key, 'upload-report': 'false' }
  return lab.run(inputs, { env: { GITHUB_RUN_ID: String(run), GITHUB_RUN_ATTEMPT: String(attempt) } })
}

const row = { timestamp: '2026-11-03T10:00:00Z', model: 'gpt-4o', input_tokens: 1000, output_tokens: 10, run_id: 'r', agent: 'a' }

function startNext({ state } = lab.github): number {
  const { head } = demandPull(state)
  return startRun(state, { event: 'pull_request', headSha: head.sha, headBranch: head.ref }).id
}

function stampsOf({ github }: Lab): readonly string[] {
  return github.state.comments.map(({ body }) => body.split('\n')[1] ?? '')
}

describe('one comment', () => {
  it('is of the newest of six processes, in whatever order they come', { timeout: 120_000 }, async () => {
    for (let round = 0; round < 3; round++) {
      lab.github.state.comments.length = 0
      const runs = Array.from({ length: 6 }, startNext)
      const results = await Promise.all([...runs.entries()].reverse().map(([index, run]) => write({ costUsd: 1 + index, run })))
      expect(results.map(({ exitCode, outputs }) => [exitCode, outputs.get('verdict')])).toEqual(Array(6).fill([1, 'fail']))
      expect(stampsOf(lab)).toEqual([`<!-- run ${runs[5]} attempt 1 -->`])
      expect(lab.comments()[0]).toContain('$6.00')
      trials++
    }
  })

  it('of a newer run is left alone by an older run or attempt that comes later', async () => {
    const [older, newer] = [startNext(), startNext()]
    const again = lab.github.state.runs.get(newer)
    if (again !== undefined) rerun(lab.github.state, again)
    await write({ costUsd: 3, run: newer, attempt: 2 })
    const before = lab.comments()
    for (const late of [
      { run: newer, attempt: 1 },
      { run: older, attempt: 9 },
    ]) {
      const result = await write({ costUsd: 5, ...late })
      expect([result.exitCode, annotationsOf(result).filter((line) => line.startsWith('warning'))]).toEqual([1, []])
      expect(result.stdout).toContain('newer run')
    }
    expect(lab.comments()).toEqual(before)
  })

  it('that two jobs of a run write is left to one of them, and told', async () => {
    const run = startNext()
    const results = await Promise.all([write({ costUsd: 2, run }), write({ costUsd: 4, run })])
    const warnings = results.map((result) => annotationsOf(result).filter((line) => line.startsWith('warning')))
    expect(warnings.flat().length).toBeGreaterThan(0)
    for (const told of warnings) {
      expect(told.length).toBeLessThan(2)
      for (const line of told) expect(line).toMatch(/comment-key/)
    }
    expect(results.map(({ exitCode }) => exitCode)).toEqual([1, 1])
    expect(stampsOf(lab)).toHaveLength(1)
    expect(lab.github.requests.filter(({ method }) => method !== 'GET').length).toBeLessThan(7)
  })

  it('per key stays', async () => {
    const run = startNext()
    await Promise.all([write({ costUsd: 2, run, key: 'one' }), write({ costUsd: 4, run, key: 'two' })])
    await write({ costUsd: 3, key: 'one' })
    const texts = lab.github.state.comments.map(({ body }) => `${body.split('\n')[0]} ${/\$\d\.\d\d/.exec(body)?.[0]}`)
    expect(texts.sort()).toEqual([expect.stringMatching(/:one --> .*/), expect.stringMatching(/:two --> .*/)])
  })
})

describe('six writers at once', () => {
  const lossy: readonly (Fault | null)[] = [
    null,
    { kind: 'after', loss: { kind: 'reset' } },
    { kind: 'slow', ms: 300 },
    { kind: 'reset' },
    { kind: 'half' },
    null,
    { kind: 'slow', ms: 600 },
    { kind: 'after', loss: { kind: 'answer', status: 502, message: 'Bad Gateway' } },
  ]

  /** Writers that start within two seconds, whose requests take up to half a second; some are lost. Gives what is wrong in the end. */
  async function race(isLossy: boolean): Promise<readonly string[]> {
    const github = await startGitHub()
    const runs = Array.from({ length: 6 }, () => startNext(github))
    const turn = Math.floor(Math.random() * lossy.length)
    const plan = [...lossy.slice(turn), ...lossy.slice(0, turn)]
    if (isLossy) github.faults.set(routes.create, plan).set(routes.update, [...plan].reverse())
    github.onRequest = async () => {
      await sleep(Math.random() * 500)
      return undefined
    }
    const outcomes = await Promise.allSettled(
      runs.map(async (run, index) => {
        await sleep(Math.random() * 2000)
        const client = await createClient({ token: github.state.token, apiUrl: github.apiUrl })
        const target = { owner: 'acme', repo: 'agents', number: 7 }
        return upsertComment(client, target, {
          key: 'default',
          render: () => `of ${index + 1}`,
          create: true,
          isOptional: false,
          stamp: { run, attempt: 1 },
        })
      }),
    )
    await github.close()
    trials++
    const texts = github.state.comments.map(({ body }) => body.split('\n').at(-1))
    const ended = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.action : String(outcome.reason)))
    const problems = texts.join() === 'of 6' ? [] : [`the comments are ${texts.join(', ')} after ${ended.join(', ')}`]
    return [...problems, ...github.violations]
  }

  it.each([
    ['slow', false],
    ['slow and lossy', true],
  ])('through %s requests leave one comment, of the newest run', { timeout: 120_000 }, async (_, isLossy) => {
    // Some at a time: a machine that is busy with all of them is slower than any server.
    expect(await work(Array(30).fill(isLossy), race)).toEqual([])
  })
})

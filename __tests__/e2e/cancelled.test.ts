import type { ChildProcess } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { lab, stage } from '../support/e2e/stage.ts'

stage()

describe('a job that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 130 before there is a verdict, and writes nothing', async (signal) => {
    await lab.spend({ cost_usd: 5 })
    let child: ChildProcess | undefined
    lab.github.onRequest = () => {
      child?.kill(signal)
      return new Promise(() => {})
    }
    const onSpawn = (started: ChildProcess) => {
      child = started
    }
    const result = await lab.run({ 'baseline-path': '' }, { onSpawn })
    expect(result.exitCode).toBe(130)
    expect(result.outputs.size).toBe(0)
    expect(result.summary).toBe('')
    expect(lab.github.requests).toHaveLength(1)
    expect(lab.comments()).toEqual([])
  })
})

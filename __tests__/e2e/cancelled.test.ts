import type { ChildProcess } from 'node:child_process'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Lab, openLab } from './lab.ts'
import { installProduct, type Product } from './product.ts'

let product: Product
let lab: Lab
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  lab = await openLab(product)
})
afterEach(() => lab.close())

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

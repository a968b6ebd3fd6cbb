import { expect, it } from 'vitest'
import { writeConclusive } from '../../src/action/publication.ts'
import type { NoiseState } from '../../src/generated/types.ts'
import { buildNoise } from '../support/render/noise.ts'

it.each<[NoiseState, string]>([
  ['fail', 'true'],
  ['pass', 'true'],
  ['hidden', 'true'],
  ['inconclusive', 'false'],
  ['unknown', ''],
])('the output conclusive of %s is "%s"', (state, value) => {
  expect(writeConclusive({ noise: buildNoise({ state }) })).toBe(value)
})

it('the output conclusive is empty without a baseline', () => {
  expect(writeConclusive({ noise: null })).toBe('')
})

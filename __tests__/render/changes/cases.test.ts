import { describe, expect, it } from 'vitest'
import { writeCases } from '../../../src/render/changes/cases.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { buildChange } from '../../support/render/changes.ts'
import { buildNoisy } from '../../support/render/noise.ts'

const rise = (name: string, by: number) => buildChange(name, [0.1, 1, 10], [0.1 + by, 1, 10])

describe('cases that cost more', () => {
  it('are named with their change, the most first, of those that both sides have', () => {
    const cases = [buildChange('new', null, [9, 1, 1]), rise('gift', 0.05), rise('wrap', 0.2), rise('same', 0), rise('less', -0.05)]
    expect(writeCases(buildNoisy({}, { cases }), PLAIN)).toBe('2 of 4 cases cost more: wrap +$0.20 (+200 %), gift +$0.05 (+50 %)')
  })

  it('are five at the most', () => {
    const cases = Array.from({ length: 7 }, (_, index) => rise(`case ${index}`, (index + 1) / 100))
    expect(writeCases(buildNoisy({}, { cases }), PLAIN)).toMatch(/^7 of 7 cases cost more, most: case 6 .*, case 2 \+\$0\.03 \(\+30 %\)$/)
  })

  it('have no percentage where they cost nothing before', () => {
    expect(writeCases(buildNoisy({}, { cases: [buildChange('free', [0, 1, 1], [0.1, 1, 1])] }), PLAIN)).toBe(
      '1 of 1 case cost more: free +$0.10',
    )
  })

  const cases = [rise('gift', 0.05)]
  it.each([
    ['no case is known', buildNoisy(), false],
    ['no case rose', buildNoisy({}, { cases: [rise('gift', 0)] }), false],
    ['the total fell', buildNoisy({}, { after: 1.1, cases }), false],
    ['an increase is hidden in a total that fell', buildNoisy({ state: 'hidden' }, { after: 1.1, cases }), true],
    ['there is no baseline', { ...buildNoisy(), comparison: null }, false],
  ])('where %s', (_, report, isSaid) => {
    expect(writeCases(report, PLAIN) !== null).toBe(isSaid)
  })
})

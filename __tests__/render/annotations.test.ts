import { describe, expect, it } from 'vitest'
import { annotations } from '../../src/render/annotations.ts'
import { APPROVAL } from '../support/render/github-scenarios.ts'
import { HOSTILE } from '../support/render/hostile.ts'
import { buildFinding, buildReport } from '../support/render/report.ts'

const manyOf = (level: 'error' | 'warning' | 'notice', length: number) => Array.from({ length }, () => buildFinding({ level }))

describe('annotations', () => {
  it('point at the line of the policy', () => {
    expect(annotations(buildReport())[0]).toEqual({
      level: 'error',
      title: 'LLM cost: Increase of the total',
      message: 'total: $1.2765 is 122.9 % more than the baseline of $0.5727, limit 20 %',
      file: 'catalog/policies/cost_governance.yaml',
      startLine: 22,
    })
  })

  it('name no file where no policy says so', () => {
    const [annotation] = annotations(buildReport({ findings: [buildFinding({ policy: null })] }))
    expect(annotation).not.toHaveProperty('file')
  })

  it.each([
    ['approved', '(accepted by octocat)'],
    ['existing', '(already there before: the baseline broke it as badly)'],
  ] as const)('say why an error is only a warning: %s', (eased, words) => {
    const findings = [buildFinding({ level: 'warning', eased, message: 'total: too much' })]
    const [annotation] = annotations(buildReport({ findings, approval: { given: APPROVAL, notes: [] } }))
    expect(annotation).toMatchObject({ level: 'warning', message: `total: too much ${words}` })
  })

  it.each([
    [8, 8, undefined],
    [9, 8, '+2 more in the report'],
    [1234, 8, '+1,227 more in the report'],
  ])('of %d errors are %d', (found, shown, last) => {
    const written = annotations(buildReport({ findings: [...manyOf('warning', 1), ...manyOf('error', found)] }))
    expect(written.filter(({ level }) => level === 'error')).toHaveLength(shown)
    expect(written.at(-1)?.level).toBe('warning')
    if (last !== undefined) expect(written[7]?.message).toBe(last)
  })

  it.each(HOSTILE)('with a name that %s are one short visible line', (_, name) => {
    const findings = [buildFinding({ message: `${name} cost $1.00`, subject: { kind: 'agent', name }, eased: 'approved' })]
    const approval = { given: { ...APPROVAL, by: name }, notes: [] }
    for (const { title, message } of annotations(buildReport({ findings, approval }))) {
      expect(`${title}${message}`).not.toMatch(/\p{C}/u)
      expect(message.length).toBeLessThanOrEqual(4096)
      expect(title.length).toBeLessThanOrEqual(200)
    }
  })
})

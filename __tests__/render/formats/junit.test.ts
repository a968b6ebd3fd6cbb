import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../../src/generated/types.ts'
import { renderJunit } from '../../../src/render/formats/junit.ts'
import { hasPython, REPORTS, type ReadCase, readJunit, reportOf } from '../../support/render/written.ts'
import { tries } from '../../support/tries.ts'

const GOLDEN = ['two-policy-files', 'existing-violations-warn', 'hostile-names', 'no-baseline-warns']
const parse = (report: Report) => {
  const [suite] = readJunit([renderJunit(report)])
  if (suite === undefined) throw new Error('nothing was read')
  return suite
}
/** Nothing that XML 1.0 forbids, and no lone half of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

it.each(GOLDEN)('test results read as reviewed: %s', async (name) => {
  await expect(renderJunit(reportOf(name))).toMatchFileSnapshot(`golden/${name}.junit.xml`)
})

describe.skipIf(!hasPython)('test results, read by the XML parser of Python where it is installed', () => {
  const suites = hasPython ? readJunit(REPORTS.map(([, report]) => renderJunit(report))) : []

  it.each(
    REPORTS.map(([name], place) => [name, place] as const),
  )('have a case for each rule that was applied, and count right: %s', (_, place) => {
    const [, report] = REPORTS[place] ?? []
    const suite = suites[place]
    if (report === undefined || suite === undefined) throw new Error('nothing was read')
    const count = (tag: string) => suite.cases.filter((one) => one.tag === tag).length
    const errors = report.findings.filter(({ level }) => level === 'error').length
    expect(suite.cases).toHaveLength(report.findings.length + report.checks.length)
    expect(suite.counts).toMatchObject({
      tests: `${suite.cases.length}`,
      failures: `${count('failure')}`,
      errors: '0',
      skipped: `${report.checks.filter(({ outcome }) => outcome === 'unmatched').length}`,
      timestamp: report.created_at.slice(0, 19),
    })
    expect(count('skipped')).toBe(Number(suite.counts.skipped))
    expect(count('failure')).toBeGreaterThanOrEqual(errors)
    expect(suite.cases.filter(({ tag }) => tag === null)).toHaveLength(report.checks.filter(({ outcome }) => outcome === 'passed').length)
    expect(suite.properties).toMatchObject({ verdict: report.verdict, total_cost_usd: `${report.head.total_cost_usd}` })
  })

  it.each(REPORTS.map(([name], place) => [name, place] as const))('have no two cases of one name: %s', (_, place) => {
    const names = suites[place]?.cases.map(({ classname, name }) => `${classname} ${name}`) ?? []
    expect(new Set(names).size).toBe(names.length)
  })

  const warning: Partial<Finding> = { level: 'warning', eased: null, rule: 'max_cost_per_run_usd' }
  it.each<[string, Report['settings']['fail_on'], Partial<Finding>, Partial<ReadCase>]>([
    ['an error', 'error', { level: 'error' }, { tag: 'failure' }],
    ['an error that fails nobody', 'never', { level: 'error' }, { tag: 'failure' }],
    ['a warning that fails', 'warning', warning, { tag: 'failure' }],
    ['a warning that fails nobody', 'error', warning, { tag: 'system-out', text: expect.stringMatching(/^Warning: /) }],
    ['a warning beside fail-on: never', 'never', warning, { tag: 'system-out' }],
    [
      'an error that was accepted',
      'warning',
      { ...warning, eased: 'approved' },
      { tag: 'system-out', text: expect.stringContaining('accepted') },
    ],
    [
      'an error that was there before',
      'warning',
      { ...warning, eased: 'existing' },
      { tag: 'system-out', text: expect.stringContaining('already there') },
    ],
    ['a notice', 'warning', { level: 'notice' }, { tag: 'system-out', text: expect.stringMatching(/^Notice: /) }],
  ])('%s with fail-on: %s', (_, failOn, finding, expected) => {
    const report = reportOf('regression')
    const [first] = report.findings
    if (first === undefined) throw new Error('the regression has no finding')
    const changed: Report = { ...report, settings: { ...report.settings, fail_on: failOn }, findings: [{ ...first, ...finding }] }
    expect(parse(changed).cases[0]).toMatchObject(expected)
  })

  it('keep the name of a case from run to run, whichever run, day and figure it was', () => {
    const report = reportOf('two-policy-files')
    const other = structuredClone(report)
    for (const one of [...other.findings, ...other.checks])
      Object.assign(one, {
        run_id: one.run_id && 'another',
        period: one.period && '2027-01-01',
        message: 'Other figures: $9.99',
        actual: 9.99,
      })
    const named = (one: Report) => parse(one).cases.map(({ classname, name }) => `${classname} ${name}`)
    expect(named(other)).toEqual(named(report))
  })

  it('tell figures, run and line of the policy of what was broken', () => {
    const broken = parse(reportOf('two-policy-files')).cases.find(({ tag }) => tag === 'failure')
    expect(broken?.text.split('\n')).toEqual([
      broken?.message,
      expect.stringMatching(/^\$[\d.,]+, limit \$[\d.,]+$/),
      expect.stringMatching(/^run: /),
      expect.stringMatching(/^policy: cost_governance\.yaml:\d+$/),
    ])
  })

  it('hold whatever a name is', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join('')),
      fc.constantFrom(']]>', '</testcase>', '&lt;', '"\'<>&', '\u0000\u0008\u001b[31m', '\ud800', '\ufffe', '##[error]x', '<!--'),
    )
    const report = reportOf('many-problems-at-once')
    const files: string[] = []
    fc.assert(
      fc.property(hostile, hostile, (name, message) => {
        const change = <T extends Finding | Report['checks'][number]>(one: T): T => ({
          ...one,
          message,
          run_id: name,
          subject: { ...one.subject, name },
          policy: { path: name || 'x', line: 1, name },
        })
        const text = renderJunit({ ...report, findings: report.findings.map(change), checks: report.checks.map(change) })
        expect(text).not.toMatch(ILLEGAL)
        expect(text).not.toContain('##[')
        files.push(text)
      }),
      tries(50),
    )
    expect(readJunit(files).map(({ cases }) => cases.length)).toEqual(files.map(() => report.findings.length + report.checks.length))
  })
})

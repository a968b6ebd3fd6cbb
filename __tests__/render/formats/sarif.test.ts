import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../../src/generated/types.ts'
import { toSarif } from '../../../src/render/formats/sarif.ts'
import { REPORTS, reportOf } from '../../support/render/written.ts'
import { tries } from '../../support/tries.ts'

const GOLDEN = ['two-policy-files', 'existing-violations-warn', 'hostile-names', 'no-baseline-warns']

/** What is looked at of a log. */
interface Log {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly Readonly<Record<string, unknown> & { id: string }>[] }
    }
    readonly results: readonly Result[]
  }[]
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

const logOf = (report: Report) => toSarif(report) as Log
function runOf(report: Report): Log['runs'][number] {
  const [run] = logOf(report).runs
  if (run === undefined) throw new Error('the log has no run')
  return run
}
/** A relative reference or an address, as RFC 3986 has it: no space, no control character, nothing of another script. */
const URI = /^(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-F]{2})+$/

it.each(GOLDEN)('a log of code scanning reads as reviewed: %s', async (name) => {
  await expect(`${JSON.stringify(toSarif(reportOf(name)), null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.sarif`)
})

describe.each(REPORTS)('the log of %s', (_, report) => {
  const { tool, results } = runOf(report)

  it('has a result for each finding, with its level, and none for what was kept', () => {
    const levels = { error: 'error', warning: 'warning', notice: 'note' }
    expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual(
      report.findings.map(({ rule, level }) => [rule, 'fail', levels[level]]),
    )
    for (const { message } of results) expect(message.text).not.toBe('')
  })

  it('describes each rule once, and results name theirs', () => {
    const ids = tool.driver.rules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(report.findings.map(({ rule }) => rule))].sort())
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId)
    for (const rule of tool.driver.rules) {
      expect(rule).toMatchObject({
        name: expect.stringMatching(/^[A-Z][A-Za-z0-9]*$/),
        shortDescription: { text: expect.stringMatching(/./) },
      })
      expect(URL.canParse(String(rule.helpUri))).toBe(true)
    }
  })

  it('has a place for each result: the line of the policy, or the file of the usage', () => {
    for (const [place, { locations }] of results.entries()) {
      const finding = report.findings[place]
      const { artifactLocation, region } = locations[0]?.physicalLocation ?? { artifactLocation: { uri: '' }, region: { startLine: 0 } }
      expect(locations).toHaveLength(1)
      expect(decodeURIComponent(artifactLocation.uri)).toBe(
        finding?.policy?.path ?? report.head.sources[0]?.path ?? '.runs/costs/costs.jsonl',
      )
      expect(region.startLine).toBe(finding?.policy?.line ?? 1)
    }
  })

  it('tells findings about different subjects apart', () => {
    const marks = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
    const subjects = report.findings.map(({ rule, subject, policy }) => JSON.stringify([rule, subject.kind, subject.name, policy?.name]))
    expect(new Set(marks).size).toBe(new Set(subjects).size)
  })
})

it('names the published schema and its version', () => {
  expect(logOf(reportOf('regression'))).toMatchObject({ $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/), version: '2.1.0' })
})

it('keeps the mark of a finding from run to run, so that an alert stays the same alert', () => {
  const report = reportOf('two-policy-files')
  const other = structuredClone(report)
  for (const one of other.findings) Object.assign(one, { run_id: 'another', message: 'Other figures', actual: 9.99 })
  const marks = (one: Report) => runOf(one).results.map(({ partialFingerprints }) => partialFingerprints)
  expect(marks(other)).toEqual(marks(report))
})

it('holds whatever a name is', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))).map((units) => units.join('')),
    fc.constantFrom(
      'javascript:alert(1)',
      'https://evil.example/?x#y',
      '../../etc/passwd',
      '\ud800',
      'a b%2f',
      '\u202e\u0000',
      '/abs/x y',
      'c:\\x',
    ),
  )
  const report = reportOf('many-problems-at-once')
  fc.assert(
    fc.property(hostile, hostile, (name, message) => {
      const change = (one: Finding): Finding => ({
        ...one,
        message,
        rule: one.rule,
        subject: { ...one.subject, name },
        policy: { path: name || 'x', line: 1, name },
      })
      for (const { locations, message: told } of runOf({ ...report, findings: report.findings.map(change) }).results) {
        const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? ''
        expect(uri).toMatch(URI)
        expect(uri).not.toMatch(/^(?!file:)[a-z][\w+.-]*:/i)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
        expect(told.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\p{Cs}/u)
      }
    }),
    tries(100),
  )
})

import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/generated/types.ts'
import { renderComment } from '../../src/render/comment.ts'
import { commitUrl, link, policyUrl, runOf, runUrl } from '../../src/render/links.ts'
import { buildFinding, buildReport } from '../support/render/report.ts'

const SHA = '8899ac1d2c0e5b6f7a8b9c0d1e2f3a4b5c6d7e8f'
const PAGE = 'https://github.com/acme/agents'
const links = { run_url: `${PAGE}/actions/runs/7`, repository_url: PAGE, folder: '.' }
const file = { kind: 'policy' as const, path: 'policy.yaml', origin: 'base' as const, commit: SHA, change: 'unchanged' as const }
const at = (path: string, folder: string | null = '.'): string | null =>
  policyUrl(buildReport({ links: { ...links, folder }, files: [{ ...file, path }] }), { path, line: 12, name: null })

describe('a link', () => {
  it('is words alone where there is no page', () => {
    expect(link('words', null)).toBe('words')
    expect(link('words', `${PAGE}/x`)).toBe(`[words](${PAGE}/x)`)
  })

  it('leads to the run, another run and a commit', () => {
    const report = buildReport({ links })
    expect([runUrl(report), runOf(report, 8), commitUrl(report, SHA)]).toEqual([
      `${PAGE}/actions/runs/7`,
      `${PAGE}/actions/runs/8`,
      `${PAGE}/commit/${SHA}`,
    ])
  })

  it('leads nowhere in a terminal, nor to what is none', () => {
    const report = buildReport()
    expect([
      runUrl(report),
      runOf(report, 8),
      commitUrl(report, SHA),
      policyUrl(report, { path: 'policy.yaml', line: 1, name: null }),
    ]).toEqual([null, null, null, null])
    for (const commit of ['8899ac1', `${SHA})`, '../..', null]) expect(commitUrl(buildReport({ links }), commit)).toBeNull()
    expect(runUrl(buildReport({ links: { ...links, run_url: 'javascript:alert(1)' } }))).toBeNull()
    expect(runUrl(buildReport({ links: { ...links, run_url: `${PAGE}) <b>` } }))).toBeNull()
  })

  it.each([
    ['policy.yaml', '.', 'policy.yaml'],
    ['catalog/policies/x.yaml', '.', 'catalog/policies/x.yaml'],
    ['../shared/x.yaml', 'services/offers', 'services/shared/x.yaml'],
    ['a b/ü (1).yaml', '.', 'a%20b/%C3%BC%20%281%29.yaml'],
    ['..\\x.yaml', 'a', 'x.yaml'],
  ])('to a line of %s in %s is %s', (path, folder, wanted) => {
    expect(at(path, folder)).toBe(`${PAGE}/blob/${SHA}/${wanted}#L12`)
  })

  it.each([
    ['../x.yaml', '.'],
    ['/etc/x.yaml', '.'],
    ['C:\\x.yaml', '.'],
    ['policy.yaml', null],
  ])('to a line of %s in %s is none', (path, folder) => {
    expect(at(path, folder)).toBeNull()
  })

  it('is of the head where that brought the policy', () => {
    const policy = { path: 'policy.yaml', line: 3, name: null }
    const own: Report['files'] = [{ ...file, origin: 'pull-request', commit: null }]
    const report = buildReport({ links, files: own })
    const head = { ...report.head, commit: SHA.replace('8', '9') }
    expect(policyUrl({ ...report, head }, policy)).toContain(`/blob/${SHA.replace('8', '9')}/policy.yaml#L3`)
    expect(policyUrl({ ...report, head: { ...head, commit: null } }, policy)).toBeNull()
    expect(policyUrl({ ...report, files: [{ ...file, commit: null }] }, policy)).toBeNull()
  })
})

it('a comment links the run, the commits, the record and the lines of the policy', () => {
  const base = buildReport({ links, files: [file] })
  const report = buildReport({
    links,
    files: [file],
    baseline: { ...base.baseline, source: 'artifact', commit: SHA, run_id: 42 },
    findings: [buildFinding({ policy: { path: 'policy.yaml', line: 5, name: null } })],
  })
  const comment = renderComment(report, { maxLength: 65_000 })
  for (const url of [links.run_url, `${PAGE}/actions/runs/42`, `${PAGE}/commit/${SHA}`, `${PAGE}/blob/${SHA}/policy.yaml#L5`])
    expect(comment).toContain(`](${url})`)
})

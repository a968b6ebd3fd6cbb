import { describe, expect, it } from 'vitest'
import type { FileSource, Wanted } from '../../src/files/source.ts'
import { loadPolicy, toPolicyUsed } from '../../src/policy/load.ts'
import { gateFiles } from '../../src/terminal/commands/gate.ts'
import { jsonl, LEDGER, row, workspace } from '../support/read/workspace.ts'

const COST = 'catalog/policies/cost_governance.yaml'
const FLOW = 'catalog/policies/flow_governance.yaml'
const cheap = 'policies: [{ name: g, totals: { max_total_cost_usd: 0.1 } }]\n'
const required = '\nrequired_steps: [review]\n'

/** The report on a call of $0.50 in the step plan, in a folder with these files. */
function judge(files: Readonly<Record<string, string>>, policyPath = '') {
  const folder = workspace({ [LEDGER]: jsonl(row()), ...files })
  return gateFiles({ files: [], inputs: { 'policy-path': policyPath }, cwd: folder })
}

const broken = async (report: ReturnType<typeof judge>) =>
  (await report).findings.flatMap(({ rule, policy }) => (policy === null ? [] : [`${rule} ${policy.path}:${policy.line}`])).sort()

describe('policy files', () => {
  it.each([
    ['both usual places', { [COST]: cheap, [FLOW]: required }, [COST, FLOW]],
    ['the first of them alone', { [COST]: cheap }, [COST]],
    ['the second of them alone', { [FLOW]: required }, [FLOW]],
    ['none of them', {}, []],
  ])('that nobody named are those in %s', async (_what, files, paths) => {
    const report = judge(files)
    const wanted = [`max_total_cost_usd ${COST}:1`, `required_steps ${FLOW}:2`].filter((line) => paths.some((path) => line.includes(path)))
    expect(await broken(report)).toEqual(wanted)
    expect((await report).policy).toEqual({ path: paths[0] ?? null, paths })
    expect((await report).files.map(({ kind, path }) => `${kind} ${path}`)).toEqual(paths.map((path) => `policy ${path}`))
  })

  it('that are named apply all, and no other', async () => {
    const report = judge({ 'a.yaml': cheap, 'b.yaml': required, [COST]: 'regression: [' }, 'b.yaml\n\n  a.yaml\r\n')
    expect(await broken(report)).toEqual(['max_total_cost_usd a.yaml:1', 'required_steps b.yaml:2'])
    expect((await report).policy).toEqual({ path: 'b.yaml', paths: ['b.yaml', 'a.yaml'] })
  })

  it('that are named twice are judged once', async () => {
    const report = judge({ 'a.yaml': cheap }, './a.yaml\na.yaml')
    expect(await broken(report)).toEqual(['max_total_cost_usd ./a.yaml:1'])
  })

  it.each(['a.yaml\nb.yaml', 'b.yaml\na.yaml'])('of which one is not there are an error: %j', async (names) => {
    await expect(judge({ 'a.yaml': cheap }, names)).rejects.toThrow(/^b\.yaml: does not exist; correct --policy$/)
  })

  it('of which one is wrong or has no limit are an error', async () => {
    await expect(judge({ 'a.yaml': cheap, 'b.yaml': 'min_run: 1' }, 'a.yaml\nb.yaml')).rejects.toThrow(
      /^b\.yaml:1: .*did you mean "min_runs"/,
    )
    await expect(judge({ 'a.yaml': cheap, 'b.yaml': 'policies: []' }, 'a.yaml\nb.yaml')).rejects.toThrow('b.yaml has no limits in it')
  })

  it('that contradict each other are an error with both places', async () => {
    const files = { [COST]: `${cheap}min_runs: 1\n`, [FLOW]: 'min_runs: 2\n' }
    await expect(judge(files)).rejects.toThrow(`${FLOW}:1: min_runs is 2, but 1 in ${COST}:2: say it in one file alone, or alike in both`)
  })
})

describe('where policy files come from', () => {
  /** A source that has these files, and what it was asked for. */
  function source(texts: Readonly<Record<string, string>>, used: FileSource['used'] = []) {
    const asked: Wanted[] = []
    const read = async (wanted: Wanted) => {
      asked.push(wanted)
      return texts[wanted.file] ?? null
    }
    return { asked, files: { read, look: async () => null, used, place: ' in here' } satisfies FileSource }
  }

  it('is asked for those that are named, each of up to 256 KiB', async () => {
    const { asked, files } = source({ 'a.yaml': cheap })
    const policy = await loadPolicy(files, ['a.yaml'])
    expect(asked).toEqual([{ kind: 'policy', file: 'a.yaml', largest: 262_144, isNamed: true }])
    expect(policy?.files).toEqual(['a.yaml'])
    await expect(loadPolicy(files, ['a.yaml', 'b.yaml'])).rejects.toThrow('b.yaml: does not exist in here; correct policy-path')
  })

  it('is asked for the usual ones where none is named, and there may be none', async () => {
    const { asked, files } = source({})
    expect(await loadPolicy(files, [])).toBeNull()
    expect(asked.map(({ file, isNamed }) => [file, isNamed])).toEqual([
      [COST, false],
      [FLOW, false],
    ])
    expect(toPolicyUsed(null)).toEqual({ path: null, paths: [] })
  })

  it('says which of them only add limits', async () => {
    const brought = { kind: 'policy', path: FLOW, origin: 'pull-request', commit: null, change: 'added' } as const
    const both = { [COST]: 'min_runs: 1', [FLOW]: 'min_runs: 2' }
    await expect(loadPolicy(source(both).files, [])).rejects.toThrow('min_runs is 2, but 1')
    const policy = await loadPolicy(source(both, [brought]).files, [])
    expect(policy?.rules.flow.totals.map(({ limit }) => limit)).toEqual([1, 2])
  })
})

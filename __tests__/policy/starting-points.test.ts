import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localFiles } from '../../src/files/source.ts'
import { runGate } from '../../src/gate.ts'
import { readPolicy } from '../../src/policy/read.ts'
import { readSettings } from '../../src/settings.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'catalog/policies')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

async function judge(policy: string, example: string) {
  const cwd = join(root, 'examples', example)
  const settings = readSettings(
    { 'working-directory': cwd, 'baseline-path': '../baseline_summary.json', 'policy-path': join(folder, policy) },
    '--',
  )
  const report = await runGate(settings, {
    mode: 'gate',
    now: () => 0,
    commit: null,
    onProgress: () => {},
    files: localFiles(cwd),
    findBaseline: null,
    findApproval: null,
    reviewFiles: null,
  })
  const count = (wanted: string) => report.findings.filter(({ level }) => level === wanted).length
  return [report.verdict, count('error'), count('warning')]
}

describe('the policies to start from', () => {
  it.each(readdirSync(folder))('%s can be read, and tells editors where its schema is', (file) => {
    expect(() => readPolicy(file, read(file))).not.toThrow()
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(file)) ?? []
    expect(JSON.parse(readFileSync(join(folder, schema), 'utf8')).title).toBe('PolicyFile')
  })

  it.each([
    ['default.yaml', 'main', 'pass', 0, 0],
    ['default.yaml', 'pr-small', 'pass', 0, 0],
    ['default.yaml', 'pr-regression', 'fail', 4, 0],
    ['strict.yaml', 'main', 'pass', 0, 0],
    ['strict.yaml', 'pr-small', 'pass', 0, 0],
    ['strict.yaml', 'pr-regression', 'fail', 9, 1],
    ['observe.yaml', 'main', 'pass', 0, 0],
    ['observe.yaml', 'pr-small', 'pass', 0, 0],
    ['observe.yaml', 'pr-regression', 'warn', 0, 2],
  ])('%s: %s is a %s with %d errors and %d warnings, as docs/policy.md says', async (policy, example, verdict, errors, warnings) => {
    expect(await judge(policy, example)).toEqual([verdict, errors, warnings])
    const line = readFileSync(join(root, 'docs/policy.md'), 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`| [${policy}]`))
    const counts = `: ${errors} error${errors === 1 ? '' : 's'}, ${warnings} warning${warnings === 1 ? '' : 's'} |`
    if (example === 'pr-regression') expect(line?.endsWith(`| ${verdict}${counts}`)).toBe(true)
    if (example === 'pr-small') expect(line?.split(' | ').at(-2)).toBe(verdict)
  })

  it('get stricter in this order: observe, default, strict', () => {
    const limits = ['observe.yaml', 'default.yaml', 'strict.yaml'].map(
      (file) => readPolicy(file, read(file)).total?.maxIncreasePercent ?? 0,
    )
    expect(limits).toEqual([...limits].sort((a, b) => b - a))
  })
})

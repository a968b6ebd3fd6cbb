// Reports of the scenarios, and what others read in the files that we write of them.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../../src/generated/types.ts'
import { casesFolder } from '../scenarios/scenario.ts'

/** Every scenario that comes to a report. */
export const REPORTS: readonly (readonly [name: string, report: Report])[] = readdirSync(casesFolder)
  .sort()
  .flatMap((name) => {
    const text = readOrNull(join(casesFolder, name, 'report.json'))
    return text === null ? [] : [[name, JSON.parse(text) as Report] as const]
  })

export function reportOf(name: string): Report {
  const found = REPORTS.find(([one]) => one === name)
  if (found === undefined) throw new Error(`no scenario ${name} comes to a report`)
  return structuredClone(found[1])
}

/** A test case as a reader of JUnit's XML sees it. */
export interface ReadCase {
  readonly classname: string
  readonly name: string
  /** Tag and text of what is in it; null where nothing is, and it passed. */
  readonly tag: string | null
  readonly text: string
  readonly message: string
}

export interface ReadSuite {
  readonly counts: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, string>>
  readonly cases: readonly ReadCase[]
}

export const hasPython = (() => {
  try {
    execFileSync('python3', ['-c', 'import xml.etree'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Reads files of JUnit's XML with the parser of another language. */
export function readJunit(files: readonly string[]): ReadSuite[] {
  const text = execFileSync('python3', ['-c', READ], { input: JSON.stringify(files), encoding: 'utf8', maxBuffer: 256 << 20 })
  return JSON.parse(text)
}

const READ = `
import json, sys, xml.etree.ElementTree as tree
suites = []
for file in json.load(sys.stdin):
    root = tree.fromstring(file.encode('utf-8'))
    assert root.tag == 'testsuites' and [one.tag for one in root] == ['testsuite'], root.tag
    suite = root[0]
    assert {key: root.get(key) for key in ('tests', 'failures', 'skipped')} == {key: suite.get(key) for key in ('tests', 'failures', 'skipped')}
    cases = []
    for case in suite.findall('testcase'):
        assert len(case) < 2
        inner = case[0] if len(case) else None
        cases.append({'classname': case.get('classname'), 'name': case.get('name'), 'tag': None if inner is None else inner.tag,
                      'text': '' if inner is None else inner.text or '', 'message': '' if inner is None else inner.get('message') or ''})
    suites.append({'counts': dict(suite.attrib), 'properties': {one.get('name'): one.get('value') for one in suite.find('properties')}, 'cases': cases})
json.dump(suites, sys.stdout)
`

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findViolations } from '../../scripts/house/rules.ts'
import { type Files, workspace } from '../support/read/workspace.ts'

const script = join(import.meta.dirname, '../../scripts/house.ts')

/** A house that keeps every rule, with what is planted in it. */
const SOUND: Files = {
  'src/gate.ts': "import { judge } from './judge/judge.ts'\nimport { list } from './read/list.ts'\n",
  'src/read/README.md': 'Reads.\n',
  'src/read/list.ts': "import { readdirSync } from 'node:fs'\n",
  'src/judge/README.md': 'Judges.\n',
  'src/judge/judge.ts': "import type { Rule } from '../policy/rule.ts'\n/** As in `import { a } from '../render/a.ts'`. */\n",
  'src/policy/README.md': 'Rules.\n',
  'src/policy/rule.ts': "import { stringify } from 'yaml'\n",
  '__tests__/judge/judge.test.ts': '',
  '__tests__/support/rows.ts': '',
}

function plant(planted: Files): string {
  return workspace({ ...SOUND, ...planted })
}

function check(root?: string): { status: number | null; lines: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [script, ...(root === undefined ? [] : [root])], { encoding: 'utf8' })
  return { status, lines: stderr.split('\n').filter((line) => line !== '') }
}

/** Files of a folder of its own. */
const many = (folder: string, count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/file-${index}.ts`, '']))

describe('the house', () => {
  it('is sound', () => {
    expect(check(plant({}))).toEqual({ status: 0, lines: [] })
    expect(check()).toEqual({ status: 0, lines: [] })
  })

  it('ends with 1 where a rule is broken', () => {
    const line = 'src/judge, src/judge.ts: a name at the top occurs once'
    expect(check(plant({ 'src/judge.ts': '' }))).toEqual({
      status: 1,
      lines: ['src/judge.ts: is no room of the house: scripts/house/rooms.ts', line],
    })
  })

  it.each<[string, Files, string]>([
    [
      'an arrow that runs up',
      { 'src/usage/README.md': 'Words.\n', 'src/usage/record.ts': "import type { Rule } from '../policy/rule.ts'\n" },
      'src/usage/record.ts: imports ../policy/rule.ts: arrows run down: policy is above usage',
    ],
    [
      'an arrow to a room on the same floor',
      { 'src/price/README.md': 'Prices.\n', 'src/read/prices.ts': "export { price } from '../price/price.ts'\n", 'src/price/price.ts': '' },
      'src/read/prices.ts: imports ../price/price.ts: arrows run down: price stands beside read',
    ],
    [
      'an arrow up by import()',
      { 'src/read/late.ts': "const { runGate } = await import('../gate.ts')\n" },
      'src/read/late.ts: imports ../gate.ts: arrows run down: gate.ts is above read',
    ],
    [
      'a pure room that reads files',
      { 'src/policy/load.ts': "import { readFileSync } from 'node:fs'\n" },
      'src/policy/load.ts: imports node:fs: policy is pure: it takes data and gives data',
    ],
    [
      'a pure room that knows the runner',
      { 'src/policy/log.ts': "import { info } from '@actions/core'\n" },
      'src/policy/log.ts: imports @actions/core: policy is pure: it takes data and gives data',
    ],
    [
      'a pure room that imports a reader',
      { 'src/judge/late.ts': "import { list } from '../read/list.ts'\n" },
      'src/judge/late.ts: imports ../read/list.ts: judge is pure: it never imports read',
    ],
    [
      'a judge that renders',
      { 'src/render/README.md': 'Text.\n', 'src/render/text.ts': '', 'src/judge/text.ts': "import { text } from '../render/text.ts'\n" },
      'src/judge/text.ts: imports ../render/text.ts: judge never imports render: a finding brings its own words: words/ has what both need',
    ],
    [
      'two files that import each other, by types alone',
      { 'src/policy/rule.ts': "import type { Line } from './line.ts'\n", 'src/policy/line.ts': "import type { Rule } from './rule.ts'\n" },
      'src/policy/line.ts -> src/policy/rule.ts -> src/policy/line.ts: no two files import each other, types included',
    ],
    [
      'a circle of three',
      {
        'src/read/a.ts': "import { b } from './b.ts'\n",
        'src/read/b.ts': "import { c } from './c.ts'\n",
        'src/read/c.ts': "import {\n  a,\n} from './a.ts'\n",
      },
      'src/read/a.ts -> src/read/b.ts -> src/read/c.ts -> src/read/a.ts: no two files import each other, types included',
    ],
    [
      'a room that the house does not have',
      { 'src/utils/README.md': 'Much.\n', 'src/utils/all.ts': '' },
      'src/utils: is no room of the house: scripts/house/rooms.ts',
    ],
    ['a name that occurs twice at the top', { 'src/judge.ts': '' }, 'src/judge, src/judge.ts: a name at the top occurs once'],
    ['a room that does not say what it is', { 'src/text/yaml.ts': '' }, 'src/text: a README.md of one line says what the room is'],
    ['too many loose files', many('src', 6), 'src: has 7 files, 6 at the most'],
    ['a folder with too many files', many('src/read/formats', 16), 'src/read/formats: has 16 files, 15 at the most'],
    [
      'a second way to write a private field',
      { 'src/read/list.ts': 'export class List {\n  readonly #files: string[] = []\n}\n' },
      'src/read/list.ts: has a #field: write private',
    ],
    [
      'what tests share, among them',
      { '__tests__/judge/builders.ts': '' },
      '__tests__/judge/builders.ts: is no test: what tests share stands in __tests__/support',
    ],
  ])('names %s', (_what, planted, expected) => {
    expect(findViolations(plant(planted))).toContain(expected)
  })
})

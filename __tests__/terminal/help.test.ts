import { describe, expect, it } from 'vitest'
import { INPUTS } from '../../src/generated/inputs.ts'
import { VERSION } from '../../src/generated/version.ts'
import { compare } from '../../src/terminal/commands/compare.ts'
import { gate } from '../../src/terminal/commands/gate.ts'
import { inspect } from '../../src/terminal/commands/inspect.ts'
import { report } from '../../src/terminal/commands/report.ts'
import { savings } from '../../src/terminal/commands/savings.ts'
import { type Command, parseFlags } from '../../src/terminal/flags.ts'
import { renderCommandHelp } from '../../src/terminal/help.ts'
import { INPUT_FLAGS } from '../../src/terminal/inputs.ts'
import { answerIn } from '../support/commands/answers.ts'

const here = process.cwd()
const main = (await answerIn(here, 'help')).out
/** The commands, as the help itself lists them. */
const NAMES = [...main.slice(main.indexOf('Commands:')).matchAll(/^ {2}(\w+) {2,}/gm)].flatMap(([, name = '']) =>
  name === 'version' ? [] : [name],
)
/** Lines of the help wrap: as one line. */
const help = (command: Command) => renderCommandHelp(command).replace(/\s+/g, ' ')

it('lists every command', () => {
  expect(NAMES).toEqual(
    expect.arrayContaining([
      'gate',
      'summarize',
      'merge',
      'report',
      'trends',
      'query',
      'savings',
      'compare',
      'inspect',
      'price',
      'demo',
      'completion',
    ]),
  )
})

it.each([['help'], ['--help'], ['-h'], ['help', 'help']])('%j %j shows the commands', async (...words) => {
  expect(await answerIn(here, ...words)).toEqual({ code: 0, out: main, errors: '' })
})

it.each([['version'], ['--version'], ['-v']])('%s shows the version alone', async (word) => {
  expect(await answerIn(here, word)).toEqual({ code: 0, out: `${VERSION}\n`, errors: '' })
})

it.each(['help gte', 'gte', 'gte --help'])('%s is no command, and the nearest one is named', async (words) => {
  const errors = 'Error: unknown command gte, did you mean gate? See: llm-cost-gate --help\n'
  expect(await answerIn(here, ...words.split(' '))).toEqual({ code: 2, out: '', errors })
})

it('the help of the program holds 80 columns', () => {
  expect(main.split('\n').filter((line) => line.length > 80)).toEqual([])
})

describe.each(NAMES)('the help of %s', (name) => {
  it('is the same for help COMMAND, COMMAND --help and COMMAND -h, and reads as reviewed', async () => {
    const { out, errors, code } = await answerIn(here, 'help', name)
    expect([code, errors]).toEqual([0, ''])
    expect((await answerIn(here, name, '--help')).out).toBe(out)
    expect((await answerIn(here, name, '-h')).out).toBe(out)
    await expect(out).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it('holds 80 columns, and has examples first', async () => {
    const { out } = await answerIn(here, 'help', name)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
    const places = ['Examples:', 'Usage:', 'Flags:', 'Exit codes:'].map((title) => out.indexOf(title)).filter((place) => place >= 0)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.length).toBeGreaterThanOrEqual(3)
  })

  it('says nothing of what only a workflow has', async () => {
    const { out } = await answerIn(here, 'help', name)
    expect(out).not.toMatch(/artifact|mode:|comment-key|newline-separated|pull request's|base commit|the step\b|`/i)
  })
})

it('each input that a terminal takes has a name for its value and a meaning, and those of GitHub have none', () => {
  for (const name of gate.inputs) expect(INPUT_FLAGS[name]?.meaning, name).toMatch(/\.$/)
  expect(Object.keys(INPUT_FLAGS).sort()).toEqual([...gate.inputs].sort())
  expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(INPUT_FLAGS)))
})

it('says what an exit code of 1 means, to the commands that have it alone', () => {
  expect(help(gate)).toContain('Exit codes: 0 pass or warn, 1 fail, 2 bad input')
  expect(help(report)).toContain('Exit codes: 0 done or, with --policy, pass or warn, 1 fail, 2 bad input')
  expect(help(savings)).toContain('Exit codes: 0 done, 2 bad input')
})

it('shows the short name of a flag beside the long one', () => {
  const names = [
    '-o, --output FILE ',
    '--policy, --policy-path FILE ',
    '--baseline, --baseline-path FILE ',
    '--pricing, --pricing-path FILE ',
    '--alternatives, --alternatives-path FILE ',
    '--dir, --working-directory FOLDER ',
  ]
  for (const name of names) expect(help(gate)).toContain(name)
})

it('lists no flag that does nothing', () => {
  expect(inspect.inputs).toEqual(['usage-path', 'pricing-path', 'working-directory'])
})

it.each([compare, savings])('says of --since what it leaves out, where there is no budget', (command) => {
  expect(help(command)).toMatch(/--since TIME ISO 8601 time\. Leave out what is earlier/)
})

describe('the help of report', () => {
  it('says that it judges with a policy alone, which has no default', () => {
    expect(help(report)).toContain(
      ' Judge by this policy and exit 1 where a limit is broken. Default: none. --fail-on error|warning|never With --policy: ',
    )
    expect(help(report)).toContain(' --dry-run With --policy: ')
    expect(help(report)).not.toContain('catalog/policies')
  })

  it('lists every period', () => {
    expect(help(report)).toMatch(/--period PERIOD yesterday, today, last-7-days .*, this-month, last-month or all\. Default: all\./)
  })
})

it('-o is short for --output where that names a file, and for nothing else', async () => {
  expect(parseFlags(report, ['-o', 'a.txt']).flags.get('output')).toBe('a.txt')
  expect((await answerIn(here, 'report', '-o', 'a', '--output', 'b')).errors).toContain('--output is given twice, as "a" and as "b"')
  expect((await answerIn(here, 'price', 'gpt-4o', '-o', '5')).errors).toContain('unknown flag -o')
  expect((await answerIn(here, 'query', '-o', 'x')).errors).toContain('unknown flag -o')
})

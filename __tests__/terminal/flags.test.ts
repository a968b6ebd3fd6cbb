import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { gate } from '../../src/terminal/commands/gate.ts'
import { report } from '../../src/terminal/commands/report.ts'
import { type Command, parseFlags } from '../../src/terminal/flags.ts'

function refusalOf(command: Command, words: string): string {
  try {
    parseFlags(command, words.split(' '))
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  throw new Error('the command line was accepted')
}

describe('a flag that is given twice', () => {
  it.each([
    [
      '--max-increase-percent 5 --max-increase-percent 500',
      '--max-increase-percent is given twice, as "5" and as "500": keep one of them.',
    ],
    ['--baseline a.json --baseline-path b.json', '--baseline-path is given twice, as "a.json" and as "b.json"'],
    ['--baseline= --baseline b.json', '--baseline-path is given twice, as "" and as "b.json"'],
    ['--report a.json --report b.json', '--report is given twice'],
    ['--dry-run --dry-run=false', '--dry-run is given twice: keep one of them. See: llm-cost-gate gate --help'],
  ])('is refused, because one would silently replace the other: %s', (words, message) => {
    expect(refusalOf(gate, words)).toContain(message)
  })

  it('is refused by every command', () => {
    expect(refusalOf(report, '--by agent --by model')).toContain('--by is given twice, as "agent" and as "model"')
  })

  it('names one more file where it takes several', () => {
    const { inputs } = parseFlags(gate, [
      '--policy',
      'a.yaml',
      '--usage-path',
      'x.jsonl',
      '--policy-path=b.yaml',
      '--usage-path',
      'y.jsonl',
    ])
    expect(inputs).toEqual({ 'policy-path': 'a.yaml\nb.yaml', 'usage-path': 'x.jsonl\ny.jsonl' })
  })
})

it('files are not named in two ways, of which one would silently replace the other', () => {
  expect(refusalOf(gate, 'a.jsonl --usage-path b.jsonl')).toMatch(/^files are named with --usage-path and without/)
})

describe('a flag without a value', () => {
  it.each(['--dry-run false', '--savings true a.jsonl'])('is not given one, which would be taken for a file: %s', (words) => {
    const [flag, value] = words.split(' ')
    expect(refusalOf(gate, words)).toBe(
      `${flag} takes no value, got "${value}": name it alone, or leave it out. See: llm-cost-gate gate --help`,
    )
  })

  it('may stand before a file', () => {
    expect(parseFlags(gate, ['--dry-run', 'false.jsonl'])).toMatchObject({ files: ['false.jsonl'], inputs: { 'dry-run': 'true' } })
  })
})

it.each([
  [gate, '--report='],
  [gate, '--summary='],
  [report, '--output='],
])('a flag that names a file to write needs a name', (command, words) => {
  expect(refusalOf(command, words)).toBe(`${words.slice(0, -1)} needs a value. See: llm-cost-gate ${command.name} --help`)
})

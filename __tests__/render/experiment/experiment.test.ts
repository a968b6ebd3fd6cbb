import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../../src/generated/types.ts'
import { renderExperimentCsv } from '../../../src/render/experiment/csv.ts'
import { renderExperimentMarkdown } from '../../../src/render/experiment/markdown.ts'
import { renderExperiment } from '../../../src/render/experiment/terminal.ts'
import { call, compareFiles, compareFolder, ends, LEDGER, ledger, runsOf } from '../../support/experiment/experiments.ts'
import { HOSTILE } from '../../support/render/hostile.ts'

const examples = join(import.meta.dirname, '../../../examples')
const uncoloured = (_style: string, text: string) => text
const WRITERS = [
  ['txt', (experiment: Experiment) => renderExperiment(experiment, uncoloured)],
  ['md', renderExperimentMarkdown],
  ['csv', renderExperimentCsv],
] as const

/** Everything that an experiment can say: success, three variants, left out calls, an identical row, an invalid one. */
async function full(): Promise<Experiment> {
  const rows = [
    ...runsOf('control', 12, [0.05, 0.06, 0.055]),
    ...runsOf('short prompts', 12, [0.03, 0.04, 0.028]),
    ...runsOf('cheap model', 4, [0.004]),
    call('control', 'mixed', 0.2),
    call('cheap model', 'mixed', 0.1),
    call(null, 'plain', 0.07),
    call('control', null, 0.01),
    call('control', 'control-0', 0.05),
    call('control', 'bad', 0.1, { input_tokens: -1 }),
  ]
  const names = (variant: string, count: number) => Array.from({ length: count }, (_, index) => `${variant}-${index}`)
  const files = {
    [LEDGER]: ledger(...rows),
    ...ends('succeeded', ...names('control', 12), ...names('short prompts', 10)),
    ...ends('failed', 'short prompts-10', 'short prompts-11', ...names('cheap model', 4)),
  }
  return compareFiles(files, 'metadata.variant', { reference: 'control', 'on-invalid': 'skip' })
}

const GOLDEN: readonly (readonly [name: string, make: () => Promise<Experiment>])[] = [
  ['variants', full],
  ['pr-small', () => compareFolder(examples, { kind: 'file' }, { files: ['main', 'pr-small'] })],
  ['pr-regression', () => compareFolder(examples, { kind: 'file' }, { files: ['main', 'pr-regression'] })],
  ['by-agent', () => compareFolder(join(examples, 'main'), 'agent')],
  ['by-customer', () => compareFolder(join(examples, 'pr-regression'), 'customer')],
  ['by-provider', () => compareFolder(join(examples, 'main'), 'metadata.provider')],
  ['calls', () => compareFiles({ [LEDGER]: ledger(call('a', null, 0.1, { status: 'ok' }), call('b', null, 0.2), call('b', null, 0.3)) })],
]

describe('an experiment', () => {
  it.each(
    GOLDEN.flatMap(([name, make]) => WRITERS.map(([kind, write]) => ({ name, kind, make, write }))),
  )('reads as reviewed: $name.$kind', async ({ name, kind, make, write }) => {
    await expect(write(await make())).toMatchFileSnapshot(`golden/${name}.${kind}`)
  })

  it('is shown in docs/commands.md as it reads', () => {
    const golden = readFileSync(join(import.meta.dirname, 'golden/variants.txt'), 'utf8')
    expect(readFileSync(join(import.meta.dirname, '../../../docs/commands.md'), 'utf8')).toContain(`\`\`\`text\n${golden}\`\`\``)
  })

  it('lists the first variants of many, and says how many more there are', async () => {
    const many = Array.from({ length: 30 }, (_, index) => call(`v${String(index).padStart(2, '0')}`, `r${index}`, 0.1))
    const written = renderExperiment(await compareFiles({ [LEDGER]: ledger(...many) }), uncoloured)
    expect(written).toContain('\nand 10 more\n')
    expect(written).not.toContain('v20')
  })
})

describe('a variant whose name', () => {
  const names = HOSTILE.filter(([, name]) => name !== '' && name.length <= 512)
  const experimentOf = (name: string) => compareFiles({ [LEDGER]: ledger(call(name, 'r1', 0.1), call('zzz', 'r2', 0.2)) })

  it.each(names)('%s stays inside its cell', async (_, name) => {
    const [hostile, harmless] = [await experimentOf(name), await experimentOf('aaa')]
    const lines = (text: string) => text.split('\n').length
    for (const [, write] of WRITERS) expect(lines(write(hostile))).toBe(lines(write(harmless)))
    expect(renderExperiment(hostile, uncoloured)).not.toMatch(/[^\P{C}\n]/u)
    expect(renderExperimentMarkdown(hostile).replace(/<\/?code>|<wbr>|&#\d+;/g, '')).not.toMatch(/[<>`@[\]]/)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '=cmd|"/c calc"!A1'])('is the formula %j does not calculate in a spreadsheet', async (name) => {
    const csv = renderExperimentCsv(await experimentOf(name))
    expect(csv).toContain(`"'${name.replaceAll('"', '""').replace('\t', '\uFFFD')}"`)
  })
})

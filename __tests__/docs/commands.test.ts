import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../src/settings.ts'
import { compare } from '../../src/terminal/commands/compare.ts'
import { completionOf } from '../../src/terminal/commands/completion.ts'
import { demo } from '../../src/terminal/commands/demo.ts'
import { gate } from '../../src/terminal/commands/gate.ts'
import { inspect } from '../../src/terminal/commands/inspect.ts'
import { merge } from '../../src/terminal/commands/merge.ts'
import { price } from '../../src/terminal/commands/price.ts'
import { query } from '../../src/terminal/commands/query.ts'
import { report } from '../../src/terminal/commands/report.ts'
import { runs } from '../../src/terminal/commands/runs.ts'
import { savings } from '../../src/terminal/commands/savings.ts'
import { summarize } from '../../src/terminal/commands/summarize.ts'
import { trends } from '../../src/terminal/commands/trends.ts'
import { parseFlags } from '../../src/terminal/flags.ts'
import { listCommands, listPages, readPage, root } from '../support/docs/pages.ts'

const pages = await Promise.all((await listPages()).map(readPage))
const commands = pages.flatMap(listCommands)
const others = [gate, summarize, merge, report, trends, runs, query, savings, compare, inspect, price, demo]
const known = [...others, completionOf(others)]

/** Exit code of the committed program, in a folder that has only the examples. */
async function run(words: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-docs-'))
  try {
    await cp(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
    // The step before writes it.
    await cp(join(root, 'examples/baseline_summary.json'), join(folder, 'baseline.json'))
    return await promisify(execFile)(process.execPath, [join(root, 'dist/cli.js'), ...words], { cwd: folder }).then(
      () => 0,
      (error: { code: number }) => error.code,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a command that the documents show', () => {
  it.each(commands)('has flags and values that the program knows: %s %s %s %s %s', (name, ...words) => {
    const command = known.find((one) => one.name === name)
    if (!command) throw new Error(`there is no command ${name}`)
    expect(() => readSettings(parseFlags(command, words).inputs, '--')).not.toThrow()
  })

  it.each(
    commands.filter((words) => words.join(' ').includes('examples/')),
  )('reaches a verdict on the examples: %s %s %s %s %s', async (...words) => {
    const expected = words[0] === 'gate' && words.some((word) => word.includes('/pr-regression')) ? 1 : 0
    expect(await run(words)).toBe(expected)
  })

  it('is there to be tried', () => {
    expect(commands.length).toBeGreaterThan(5)
  })
})

it('the scripts that the README names exist', async () => {
  const { scripts } = JSON.parse(await readPage('package.json'))
  const names = [...(await readPage('README.md')).matchAll(/npm run (\w+)/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(3)
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(names))
})

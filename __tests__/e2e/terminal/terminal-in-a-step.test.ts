import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { parseCommands } from '../../support/e2e/runner/commands.ts'
import { runTerminal } from '../../support/e2e/terminal.ts'
import { createWorkspace, type Workspace } from '../../support/e2e/workspace.ts'

const COMMANDS = ['::add-mask::1', '##[add-mask]1', '\u00a0::error::forged', 'x\r::warning::forged']
const STEP = { GITHUB_ACTIONS: 'true', FORCE_COLOR: '1' }

let product: Product
let workspace: Workspace
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  workspace = await createWorkspace()
})
afterEach(() => workspace.remove())

describe('the terminal as a step of a workflow', () => {
  it.each([
    ['gate'],
    ['summarize'],
    ['gate', '--format', 'json'],
    ['summarize', '--format', 'json'],
    ['gate', '--format', 'markdown'],
  ])('gives the runner no command from a name: %s %s %s', async (...words) => {
    await workspace.spend(...COMMANDS.map((model) => ({ model, agent: model, step: model })))
    const { exitCode, stdout, stderr } = await runTerminal(product.cli, words, { cwd: workspace.folder, env: STEP })
    expect({ exitCode, commands: parseCommands(stdout + stderr) }).toEqual({ exitCode: 0, commands: [] })
    expect(stdout).toContain('add-mask')
    expect(stdout).not.toContain('\u001b[')
    if (words.includes('json') && words[0] === 'summarize') expect(Object.keys(JSON.parse(stdout).model_stats)).toContain('##[add-mask]1')
  })

  it('gives the runner no command from an error', async () => {
    const { exitCode, stdout, stderr } = await runTerminal(product.cli, ['gate', '##[add-mask]1.jsonl'], {
      cwd: workspace.folder,
      env: STEP,
    })
    expect(exitCode).toBe(2)
    expect(parseCommands(stdout + stderr)).toEqual([])
    expect(stderr).toContain('add-mask')
  })
})

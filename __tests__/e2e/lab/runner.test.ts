import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseCommands } from '../../support/e2e/runner/commands.ts'
import { parseOutputs } from '../../support/e2e/runner/outputs.ts'
import { runStep, type Step, type StepResult } from '../../support/e2e/runner/runner.ts'

let workspace: string
beforeEach(async () => {
  workspace = await realpath(await mkdtemp(join(tmpdir(), 'workspace-')))
})
afterEach(() => rm(workspace, { recursive: true }))

async function runScript(script: string, step: Partial<Step> = {}): Promise<StepResult> {
  const main = join(workspace, 'step.mjs')
  await writeFile(main, script)
  const event = { name: 'pull_request', payload: { number: 7 } }
  return runStep({ main, workspace, apiUrl: 'http://127.0.0.1:9', token: 'ghs_x', event, ...step })
}

describe('the local runner', () => {
  it("gives a step the runner's environment and nothing of ours", async () => {
    process.env.CANARY = 'ours'
    const { stdout } = await runScript('console.log(JSON.stringify({ ...process.env, cwd: process.cwd(), node: process.versions.node }))', {
      inputs: { 'comment-key': 'nightly' },
      env: { EXTRA: 'x', GITHUB_JOB: undefined },
    })
    delete process.env.CANARY
    const seen = JSON.parse(stdout)
    expect(seen).toMatchObject({
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: workspace,
      'INPUT_GITHUB-TOKEN': 'ghs_x',
      'INPUT_COMMENT-KEY': 'nightly',
      INPUT_TIMEZONE: 'UTC',
      EXTRA: 'x',
      cwd: workspace,
      node: expect.stringMatching(/^24\./),
    })
    expect(seen).not.toHaveProperty('CANARY')
    expect(seen).not.toHaveProperty('GITHUB_JOB')
  })

  it('reads outputs, job summary, commands and the exit code', async () => {
    const result = await runScript(`
      import { appendFileSync, readFileSync } from 'node:fs'
      appendFileSync(process.env.GITHUB_OUTPUT, 'verdict<<E\\npass\\nE\\n')
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Costs')
      console.log('::notice::number ' + JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH)).number)
      console.error('##[set-env name=PATH;]/evil')
      process.exitCode = 3`)
    expect(result).toMatchObject({ exitCode: 3, summary: '# Costs', outputs: new Map([['verdict', 'pass']]) })
    expect(result.commands.map(({ command, message }) => `${command} ${message}`)).toEqual(['notice number 7', 'set-env /evil'])
    expect(result.unexpectedCommands.map(({ command }) => command)).toEqual(['set-env'])
  })

  it('drops a job summary over 1 MiB, as a runner does', async () => {
    const write = (length: number) =>
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(${length}))`
    expect((await runScript(write(1024 * 1024))).summary).toHaveLength(1024 * 1024)
    expect((await runScript(write(1024 * 1024 + 1))).summary).toBe('')
  })

  it('knows no input that action.yml does not have', async () => {
    await expect(runScript('', { inputs: { 'comment-kez': 'x' } })).rejects.toThrow('action.yml has no input comment-kez')
  })
})

describe('a log', () => {
  it.each<[string, string, string[]]>([
    ['plain text', 'hello :: world', []],
    ['a command', '::error file=a.yaml,line=3,title=x%3Ay%2Cz::100%25%0Adone', ['error file=a.yaml,line=3,title=x:y,z 100%\ndone']],
    ['a command after white space', ' \u00a0\t::warning::w', ['warning  w']],
    ['a command after a carriage return', 'x\r::notice::n', ['notice  n']],
    ['a command that is not closed', '::error hello', []],
    ['a command inside a line', 'x ::error::hello', []],
    ['a command that does not exist', '::eror::x', []],
    ['a command in capitals', '::ERROR::x', ['error  x']],
    ['a command of the old form', 'x ##[set-output name=a;b=1%3B2]v%5D', ['set-output name=a,b=1;2 v]']],
    ['a command of the old form with an invisible character', '#\u200b#[error]x', ['error  x']],
    ['properties without a value', '::error file=,=1,line=2::x', ['error line=2 x']],
  ])('with %s', (_, log, expected) => {
    const found = parseCommands(log).map(
      ({ command, properties, message }) => `${command} ${[...properties].map((pair) => pair.join('=')).join()} ${message}`,
    )
    expect(found).toEqual(expected)
  })
})

describe('an output file', () => {
  it.each<[string, string, [string, string][]]>([
    ['is empty', '', []],
    [
      'has lines',
      'a=1\n\nb=x=y<<z\n',
      [
        ['a', '1'],
        ['b', 'x=y<<z'],
      ],
    ],
    [
      'has blocks',
      'a<<E\n1\n\n2\nE\nb<<E\nE\n',
      [
        ['a', '1\n\n2'],
        ['b', ''],
      ],
    ],
    ['names one twice', 'a=1\na=2\n', [['a', '2']]],
  ])('%s', (_, text, expected) => {
    expect([...parseOutputs(text)]).toEqual(expected)
  })

  it.each(['a', 'a<<E\n1\n', 'a<<\n1\n', '<<E\nE\n'])('that a runner cannot read fails: %j', (text) => {
    expect(() => parseOutputs(text)).toThrow('the runner cannot read the outputs')
  })
})

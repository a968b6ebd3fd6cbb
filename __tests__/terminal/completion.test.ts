import { describe, expect, it } from 'vitest'
import { answerIn } from '../support/commands/answers.ts'
import { complete, isInstalled, type Shell } from '../support/commands/shells.ts'
import { workspace } from '../support/read/workspace.ts'

const folder = () => workspace({ 'baseline.json': '{}', 'base line.json': '{}', 'runs/costs.jsonl': '' })
const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish']

/** A line, and the one word that can follow. */
const ONE: readonly (readonly [string, string])[] = [
  ['llm-cost-gate summ', 'summarize'],
  ['llm-cost-gate vers', 'version'],
  ['llm-cost-gate gate --form', '--format'],
  ['llm-cost-gate gate --format js', 'json'],
  ['llm-cost-gate gate --format=sa', 'sarif'],
  ['llm-cost-gate gate --fail-on ne', 'never'],
  ['llm-cost-gate gate --baseline baseline.json --on-missing-baseline wa', 'warn'],
  ['llm-cost-gate gate --baseline baseli', 'baseline.json'],
  ['llm-cost-gate gate baseli', 'baseline.json'],
  ['llm-cost-gate summarize -o baseli', 'baseline.json'],
  ['llm-cost-gate demo prom', 'promptfoo'],
  ['llm-cost-gate completion fi', 'fish'],
  ['llm-cost-gate help comple', 'completion'],
  ['llm-cost-gate report --by cust', 'customer'],
]

describe.each(SHELLS)('the script for %s', (shell) => {
  const test = it.skipIf(!isInstalled(shell))

  test.each(ONE)(`completes in a real shell, where it is installed: %s`, async (line, word) => {
    const [before] = /^.*[ =]/.exec(line) ?? ['']
    const offered = await complete(shell, folder(), line)
    if (shell === 'zsh') expect(offered).toEqual([`${before}${word}`])
    else if (shell === 'fish') expect(offered).toEqual([expect.stringMatching(new RegExp(`^(--format=)?${word}$`))])
    else expect(offered).toEqual([word])
  })

  test('offers folders alone where a folder is wanted', async () => {
    const offered = await complete(shell, folder(), 'llm-cost-gate gate --dir r')
    expect(offered[0]).toMatch(shell === 'zsh' ? /--dir runs\/$/ : /^runs\/?$/)
    expect(offered).toHaveLength(1)
  })

  test('knows names with spaces', async () => {
    const offered = await complete(
      shell,
      folder(),
      shell === 'bash' ? 'llm-cost-gate gate --baseline base' : 'llm-cost-gate gate --baseline base\\ ',
    )
    expect(offered.join('\n')).toMatch(/base\\? line\.json/)
  })
})

describe.each(['bash', 'fish'] as const)('the script for %s', (shell) => {
  it.skipIf(!isInstalled(shell))('offers all that the help lists, and nothing of other commands', async () => {
    for (const command of ['gate', 'report', 'price', 'merge']) {
      const { out } = await answerIn(folder(), 'help', command)
      const listed = [...out.slice(out.indexOf('Flags:')).matchAll(/^ {2}(?:-o, )?--.*$/gm)].flatMap(
        ([line]) =>
          line
            .slice(0, 60)
            .match(/--[a-z][a-z0-9-]*/g)
            ?.filter((flag) => line.indexOf(flag) < 36) ?? [],
      )
      const offered = await complete(shell, folder(), `llm-cost-gate ${command} --`)
      expect([...new Set(offered)].sort()).toEqual([...new Set([...listed, '--help'])].sort())
    }
  })

  it.skipIf(!isInstalled(shell))('offers nothing where any text may stand', async () => {
    expect(await complete(shell, folder(), 'llm-cost-gate report --agent b')).toEqual([])
    expect(await complete(shell, folder(), 'llm-cost-gate price b')).toEqual([])
  })
})

it.each([[], ['powershell'], ['bash', 'zsh']])('completion refuses all but one shell: %j', async (...words) => {
  const answer = await answerIn(folder(), 'completion', ...words)
  expect(answer).toEqual({
    code: 2,
    out: '',
    errors: 'Error: completion needs one shell of bash, zsh, fish. Example: llm-cost-gate completion bash\n',
  })
})

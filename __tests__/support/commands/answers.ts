// Command lines as a person types them in some folder, without a process of their own.
import { vi } from 'vitest'
import { runCli } from '../../../src/terminal/cli.ts'

export interface Answer {
  readonly code: number
  readonly out: string
  readonly errors: string
}

/** What a command line prints to a pipe, and how it ends, for somebody who stands in a folder. */
export async function answerIn(cwd: string, ...words: readonly string[]): Promise<Answer> {
  for (const [name, value] of Object.entries({ NO_COLOR: '1', FORCE_COLOR: '', GITHUB_ACTIONS: '', GITHUB_SHA: '' }))
    vi.stubEnv(name, value)
  const [out, errors]: [string[], string[]] = [[], []]
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0),
  ]
  try {
    return { code: await runCli(words, cwd), out: out.join(''), errors: errors.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

import { InputError } from '../../errors.ts'
import type { Command } from '../flags.ts'
import { print } from '../screen.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

/** The command that knows all others, and itself. */
export function completionOf(others: readonly Command[]): Command {
  const completion: Command = {
    name: 'completion',
    purpose: 'Print a script that completes commands, flags, choices and files in a shell.',
    usage: `completion ${SHELLS.join('|')}`,
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/llm-cost-gate',
      'completion zsh > ~/.zfunc/_llm-cost-gate',
      'completion fish > ~/.config/fish/completions/llm-cost-gate.fish',
    ],
    words: SHELLS,
    inputs: [],
    flags: {},
    async run({ files: [shell, ...more] }) {
      const known = SHELLS.find((one) => one === shell)
      if (known === undefined || more.length > 0)
        throw new InputError(`completion needs one shell of ${SHELLS.join(', ')}. Example: llm-cost-gate completion bash`)
      const { offersOf } = await import('../completion/offers.ts')
      print(await write(known, offersOf([...others, completion])))
      return 0
    },
  }
  return completion

  async function write(shell: (typeof SHELLS)[number], offers: Parameters<typeof import('../completion/bash.ts').bashScript>[0]) {
    switch (shell) {
      case 'bash':
        return (await import('../completion/bash.ts')).bashScript(offers)
      case 'zsh':
        return (await import('../completion/zsh.ts')).zshScript(offers)
      case 'fish':
        return (await import('../completion/fish.ts')).fishScript(offers)
    }
  }
}

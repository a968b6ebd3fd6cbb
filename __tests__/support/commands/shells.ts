// What real shells complete with our scripts.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerIn } from './answers.ts'

export type Shell = 'bash' | 'zsh' | 'fish'

export function isInstalled(shell: Shell): boolean {
  try {
    execFileSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a shell makes of a line in a folder when somebody presses Tab at its end: all that it offers; zsh, the line that it leaves. */
export async function complete(shell: Shell, cwd: string, line: string): Promise<readonly string[]> {
  const script = join(cwd, '.completion')
  writeFileSync(script, (await answerIn(cwd, 'completion', shell)).out)
  const run = (program: string) =>
    execFileSync(shell, shell === 'zsh' ? ['-f', '-c', program] : ['-c', program], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LINE: line },
    })
  if (shell === 'zsh') {
    const left = join(cwd, '.left')
    run(ZSH)
    return existsSync(left) ? [readFileSync(left, 'utf8').trimEnd()] : []
  }
  const offered = run(shell === 'bash' ? BASH : FISH).split('\n')
  return offered.map((one) => one.split('\t')[0] ?? '').filter((one) => one !== '')
}

/** Words are split as readline does, for which the sign of --flag=value is a word. */
const BASH = `source .completion
COMP_WORDS=() word=
for ((place = 0; place < \${#LINE}; place++)); do
  sign=\${LINE:place:1}
  case $sign in
    ' ') [[ -n $word ]] && COMP_WORDS+=("$word"); word= ;;
    =) COMP_WORDS+=("$word" =); word= ;;
    *) word+=$sign ;;
  esac
done
[[ $word == '' && $LINE == *= ]] || COMP_WORDS+=("$word")
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_llm_cost_gate
printf '%s\\n' "\${COMPREPLY[@]}"`

const FISH = 'source .completion; complete -C "$LINE"'

/** A shell in a terminal of its own: Tab completes, and the next key writes the line into a file. */
const ZSH = `zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner 'autoload -Uz compinit; compinit -u -D; source ./.completion'
zpty -w inner 'leave() { print -r -- "$BUFFER" > .left; exit }; zle -N leave; bindkey "^X" leave; print RE''ADY'
zpty -r -m inner seen '*READY*'
zpty -w -n inner "$LINE"$'\\t\\x18'
for try in {1..200}; do [[ -s .left ]] && break; sleep 0.05; done
zpty -d inner`

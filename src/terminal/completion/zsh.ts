import type { CommandOffer, Offer } from './offers.ts'

/** A script for zsh: a file _llm-cost-gate in a folder of $fpath, or `source <(llm-cost-gate completion zsh)` after compinit. */
export function zshScript(commands: readonly CommandOffer[]): string {
  return `#compdef llm-cost-gate
# Completions of llm-cost-gate for zsh. Written by: llm-cost-gate completion zsh
_llm_cost_gate() {
  local command=\${words[2]} previous=\${words[CURRENT-1]}
  local -a offers
  if ((CURRENT == 2)); then
    offers=(${commands.map(({ name, purpose }) => described(name, purpose)).join(' ')})
    _describe command offers
    return
  fi
  # --flag=value is one word.
  if [[ $PREFIX == --*=* ]]; then previous=\${PREFIX%%=*}; compset -P 1 '*='; fi
  case "$command $previous" in
${commands.flatMap(valueLines).join('\n')}
  esac
  case "$command" in
${commands.map(commandLines).join('\n')}
  esac
}
# Sourced it registers itself; as a file of $fpath it is the function that is called.
if [[ \${funcstack[1]} == _llm-cost-gate ]]; then _llm_cost_gate "$@"; else compdef _llm_cost_gate llm-cost-gate; fi
`
}

function valueLines({ name, flags }: CommandOffer): string[] {
  return flags.flatMap(({ names, value }) =>
    value === null ? [] : [`    ${names.map((flag) => `'${name} ${flag}'`).join('|')}) ${offerWords(value)}; return ;;`],
  )
}

function commandLines({ name, words, flags }: CommandOffer): string {
  const names = flags.flatMap((flag) => flag.names.map((one) => described(one, flag.meaning))).join(' ')
  return `    ${name}) if [[ $PREFIX == -* ]]; then offers=(${names}); _describe -o flag offers; else ${offerWords(words)}; fi ;;`
}

function offerWords(offer: Offer): string {
  if (offer === 'files') return '_files'
  if (offer === 'folders') return '_files -/'
  return offer.length === 0 ? "_message 'no more words'" : `compadd -- ${offer.join(' ')}`
}

/** `'--flag:what it means'`, with what means something to the shell or to _describe made plain. */
function described(name: string, meaning: string): string {
  return `'${name}:${meaning.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll("'", "'\\''")}'`
}

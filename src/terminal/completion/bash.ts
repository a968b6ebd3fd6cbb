import type { CommandOffer, Offer } from './offers.ts'

/** A script for bash: `source <(llm-cost-gate completion bash)`. Names hold letters, digits and dashes alone. */
export function bashScript(commands: readonly CommandOffer[]): string {
  return `# Completions of llm-cost-gate for bash. Written by: llm-cost-gate completion bash
# A path may have spaces and stars in its name.
_llm_cost_gate_paths() {
  local IFS=$'\\n' glob
  glob=$(shopt -po noglob)
  set -o noglob
  COMPREPLY=($(compgen "$1" -- "$2"))
  eval "$glob"
}
_llm_cost_gate() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  # In --flag=value the sign is a word of its own.
  if [[ $current == = ]]; then current=
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}' -- "$current"))
    return
  fi
  case "$command $previous" in
${commands.flatMap(valueLines).join('\n')}
  esac
  case "$command" in
${commands.map(commandLines).join('\n')}
  esac
}
complete -o filenames -F _llm_cost_gate llm-cost-gate
`
}

function valueLines({ name, flags }: CommandOffer): string[] {
  return flags.flatMap(({ names, value }) =>
    value === null ? [] : [`    ${names.map((flag) => `'${name} ${flag}'`).join(' | ')}) ${reply(value)}; return ;;`],
  )
}

function commandLines({ name, words, flags }: CommandOffer): string {
  const names = flags.flatMap((flag) => flag.names).join(' ')
  return `    ${name}) if [[ $current == -* ]]; then ${reply(names.split(' '))}; else ${reply(words)}; fi ;;`
}

function reply(offer: Offer): string {
  if (offer === 'files') return '_llm_cost_gate_paths -f "$current"'
  if (offer === 'folders') return '_llm_cost_gate_paths -d "$current"'
  return offer.length === 0 ? ':' : `COMPREPLY=($(compgen -W '${offer.join(' ')}' -- "$current"))`
}

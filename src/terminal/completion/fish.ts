import type { CommandOffer, FlagOffer, Offer } from './offers.ts'

/** A script for fish: `llm-cost-gate completion fish | source`, or a file in ~/.config/fish/completions. */
export function fishScript(commands: readonly CommandOffer[]): string {
  const lines = commands.flatMap(({ name, purpose, words, flags }) => [
    `complete -c llm-cost-gate -n __fish_use_subcommand -a ${name} -d ${quote(purpose)}`,
    ...(words === 'files' ? [] : [`${within(name)} -f${wordsOf(words)}`]),
    ...flags.map((flag) => `${within(name)}${namesOf(flag)}${takenBy(flag)} -d ${quote(flag.meaning)}`),
  ])
  return [
    '# Completions of llm-cost-gate for fish. Written by: llm-cost-gate completion fish',
    'function __llm_cost_gate_in',
    '  set -l words (commandline -opc)',
    '  test (count $words) -gt 1; and test $words[2] = $argv[1]',
    'end',
    'complete -c llm-cost-gate -e',
    'complete -c llm-cost-gate -n __fish_use_subcommand -f',
    ...lines,
    '',
  ].join('\n')
}

function within(command: string): string {
  return `complete -c llm-cost-gate -n '__llm_cost_gate_in ${command}'`
}

function namesOf({ names }: FlagOffer): string {
  return names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`)).join('')
}

function takenBy({ value }: FlagOffer): string {
  if (value === null) return ''
  if (value === 'files') return ' -r -F'
  if (value === 'folders') return " -x -a '(__fish_complete_directories)'"
  return ` -x${wordsOf(value)}`
}

function wordsOf(offer: Offer): string {
  return typeof offer === 'string' || offer.length === 0 ? '' : ` -a ${quote(offer.join(' '))}`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

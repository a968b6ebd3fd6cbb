import type { Mutant } from './faults/mutants.ts'
import type { Result } from './result.ts'

const LONGEST = 100

/** What was found, for people. */
export function describe(result: Result, least: number): string {
  const { tried, killed, hung, survived, unreached, known, stale, broken, unrepeatable, percent } = result
  const lines = [
    ...titled('Survivors: tests run them and see nothing', [...survived].map(show)),
    ...titled('Not reached by any test', [...unreached].map(show)),
    ...titled(
      'Entries of scripts/mutate/known.json that are true no longer',
      stale.map(({ file, was, becomes }) => `${file}: ${short(was)} -> ${short(becomes)}`),
    ),
    ...titled('Tests that fail when they run twice, and kill nothing', unrepeatable),
    ...titled('Tests that fail without a mutant', broken),
    `Mutants: ${tried.length} tried, ${killed.length} killed, ${hung.length} without end, ${survived.length} survived, ${unreached.length} not reached, ${known.length} change nothing`,
    `Killed: ${percent.toFixed(1)} % (at least ${least} % wanted)`,
  ]
  return lines.join('\n')
}

/** Whether the tests are as good as wanted, and all that was said about them is true. */
export function isGood({ percent, stale, broken }: Result, least: number): boolean {
  return percent >= least && stale.length === 0 && broken.length === 0
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), '']
}

function show({ file, line, column, was, becomes }: Mutant): string {
  return `${file}:${line}:${column} ${short(was)} -> ${becomes === '' ? '(left out)' : short(becomes)}`
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat
}

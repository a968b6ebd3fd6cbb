import type { Call } from '../../call.ts'
import { flag, get, list } from '../../fields.ts'
import { type Answerer, answererOf, idOf, NOBODY } from './provider.ts'
import { FROM_DISK, type Usage, usageAt } from './usage.ts'

type Grading = Partial<Call>

/** The calls that graded an answer: one for each assertion that asked a model, and what else the row counts. */
export function gradingsOf(row: object): Grading[] {
  const whole = wholeOf(row)
  const { gradings, fresh } = partsOf(row)
  const counted = fresh.reduce((sum, usage) => sum + sizeOf(usage), 0)
  if (whole === null || whole === 'from disk') return gradings.length > 0 || whole === null ? gradings : [FROM_DISK]
  const rest = sizeOf(whole) - counted
  if (rest === 0) return gradings
  // The assertions of a set stand once in the set and once alone.
  if (rest < 0) return [{ ...whole, ...onlyOne(gradings) }]
  const restOf = (figure: 'input' | 'output') =>
    Math.max(
      0,
      fresh.reduce((left, usage) => left - (usage[figure] ?? 0), whole[figure] ?? 0),
    )
  return fresh.length === 0 ? [...gradings, whole] : [...gradings, { input: restOf('input'), output: restOf('output') }]
}

function wholeOf(row: object): Usage | 'from disk' | null {
  const spent = usageAt(row, ['tokenUsage', 'incurredTokenUsage', 'assertions'], NOBODY)
  if (spent !== null) return spent
  const all = usageAt(row, ['tokenUsage', 'assertions'], NOBODY) ?? usageAt(row, ['gradingResult', 'tokensUsed'], NOBODY)
  return all !== null && get(row, 'tokenUsage', 'incurredTokenUsage', 'assertions') !== undefined ? 'from disk' : all
}

function partsOf(row: object): { gradings: Grading[]; fresh: Usage[] } {
  const [gradings, fresh]: [Grading[], Usage[]] = [[], []]
  for (const [index] of list(row, 'gradingResult', 'componentResults').entries()) {
    const component = get(row, 'gradingResult', 'componentResults', index)
    const who = graderOf(row, component)
    const usage = usageAt(row, ['gradingResult', 'componentResults', index, 'tokensUsed'], who)
    if (usage === null) continue
    const isFresh = usage !== 'from disk' && !flag(component, 'metadata', 'cachedResponse')
    gradings.push({ ...who, ...(isFresh ? usage : FROM_DISK) })
    if (isFresh) fresh.push(usage)
  }
  return { gradings, fresh }
}

/** Null where the default grader of promptfoo was asked, which no file names. */
function graderOf(row: object, component: unknown): Answerer {
  const id = idOf(get(component, 'assertion', 'provider')) ?? idOf(get(row, 'testCase', 'options', 'provider'))
  return id === null ? NOBODY : answererOf(id)
}

function onlyOne(gradings: readonly Grading[]): Answerer {
  const [first] = gradings
  const isOne = gradings.every(({ model, provider }) => model === first?.model && provider === first?.provider)
  return isOne ? { model: first?.model ?? null, provider: first?.provider ?? null } : NOBODY
}

function sizeOf({ input, output }: Usage): number {
  return (input ?? 0) + (output ?? 0)
}

import { isSameCost, saysSomething, type Understood } from '../foreign/amount.ts'
import { findForeign, type RecordFault } from '../foreign/foreign.ts'
import { isRecord } from '../json.ts'

/** Keys with tokens or a cost that the reader of each document reads. */
const OWN: Readonly<Record<string, ReadonlySet<string>>> = {
  'run-summary': new Set(['cost_usd', 'total_cost_usd', 'token_count', 'input_tokens', 'output_tokens', 'total_tokens']),
  'bare-summary': new Set(['total_cost_usd', 'input_tokens', 'output_tokens', 'total_tokens']),
  'flow-summary': new Set(['total_cost_usd']),
}
const OF_BARE_MODEL: ReadonlySet<string> = new Set(['cost_usd', 'input_tokens', 'output_tokens', 'total_tokens'])
const OF_FLOW_ENTRY: ReadonlySet<string> = new Set(['cost_usd', 'tokens'])
const OF_FLOW_TOKENS = ['input', 'output', 'total']

/** Names that a run summary has for one figure. */
const TWINS = [
  ['cost_usd', 'total_cost_usd'],
  ['token_count', 'total_tokens'],
] as const

/** The first figure in a document that its reader does not read, or that it gives twice and not alike; our own cost summary holds all of its figures under their names. */
export function findDocumentFault(format: string, document: object): RecordFault | null {
  const own = OWN[format]
  if (own === undefined) return null
  const fault = findForeign(document, own, understand(document)) ?? (format === 'run-summary' ? findContradiction(document) : null)
  if (fault !== null) return fault
  const { mcp, models, model_stats: stats }: { mcp?: unknown; models?: unknown; model_stats?: unknown } = document
  if (format === 'flow-summary') return findInFlow(mcp, '$.mcp') ?? firstOf(models, '$.models', findInFlow)
  return format === 'bare-summary' ? firstOf(stats, '$.model_stats', findInModel) : null
}

function findContradiction(document: object): RecordFault | null {
  const figures: Record<string, unknown> = { ...document }
  for (const [name, twin] of TWINS) {
    const [one, other] = [toNumber(figures[name]), toNumber(figures[twin])]
    if (!one || !other || (name === 'cost_usd' ? isSameCost(one, other) : one === other)) continue
    return { path: `$.${twin}`, message: `is ${other}, but $.${name} is ${one}; write one figure, ${name}` }
  }
  return null
}

function findInModel(entry: unknown, path: string): RecordFault | null {
  return isRecord(entry) ? findForeign(entry, OF_BARE_MODEL, understand(entry), path) : null
}

function findInFlow(entry: unknown, path: string): RecordFault | null {
  if (!isRecord(entry)) return null
  const { tokens, cost_usd: cost }: { tokens?: unknown; cost_usd?: unknown } = entry
  const { input, output, total }: { input?: unknown; output?: unknown; total?: unknown } = isRecord(tokens) ? tokens : {}
  const understood = understand({ input_tokens: input, output_tokens: output, total_tokens: total, cost_usd: cost })
  const fault = findForeign(entry, OF_FLOW_ENTRY, understood, path)
  if (fault !== null || !isRecord(tokens)) return fault
  const other = Object.entries(tokens).find(([key, value]) => !OF_FLOW_TOKENS.includes(key) && saysSomething(value))
  return other === undefined
    ? null
    : { path: `${path}.tokens`, message: `has ${JSON.stringify(other[0])}, which is not read; write ${OF_FLOW_TOKENS.join(', ')}` }
}

type Find = (entry: unknown, path: string) => RecordFault | null

/** In a list, or in an object by name. */
function firstOf(entries: unknown, path: string, find: Find): RecordFault | null {
  if (typeof entries !== 'object' || entries === null) return null
  for (const [key, entry] of Object.entries(entries)) {
    const fault = find(entry, `${path}[${Array.isArray(entries) ? key : JSON.stringify(key)}]`)
    if (fault !== null) return fault
  }
  return null
}

/** Figures of an object that are numbers. */
function understand(value: object): Understood {
  const figures: Record<string, unknown> = { ...value }
  const read = (...keys: string[]) => {
    const numbers = keys.map((key) => figures[key]).filter((figure) => typeof figure === 'number')
    return numbers.find((figure) => figure !== 0) ?? numbers[0]
  }
  const [input, output] = [read('input_tokens'), read('output_tokens')]
  const sum = input === undefined || output === undefined ? undefined : input + output
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: read('total_tokens', 'token_count') ?? sum,
    cost_usd: read('cost_usd', 'total_cost_usd'),
  }
}

function toNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

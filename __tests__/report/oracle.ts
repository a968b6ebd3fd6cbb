// What a report must say, computed from the lines of a ledger alone, without any code of the product.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Row {
  readonly timestamp: string
  readonly model: string
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cost_usd: number
  readonly run_id: string
  readonly step: string | null
  readonly agent: string
  readonly metadata: { readonly customer_id?: string }
}

export function readRows(folder: string): Row[] {
  const text = readFileSync(join(folder, '.runs/costs/costs.jsonl'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

export function keyOf(row: Row, by: string): string | null {
  if (by === 'customer') return row.metadata.customer_id ?? null
  if (by === 'day') return row.timestamp.slice(0, 10)
  return by === 'agent' ? row.agent : by === 'step' ? row.step : row.model
}

export function sumUp(rows: readonly Row[], keyOf: (row: Row) => string | null) {
  const keys = [...new Set(rows.map(keyOf))]
  return new Map(
    keys.map((key) => {
      const own = rows.filter((row) => keyOf(row) === key)
      const tokens = own.reduce((sum, row) => sum + row.input_tokens + row.output_tokens, 0)
      const cost = own.reduce((sum, row) => sum + row.cost_usd, 0)
      return [key, { calls: own.length, runs: new Set(own.map((row) => row.run_id)).size, tokens, cost }]
    }),
  )
}

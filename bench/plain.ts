// What anybody would write first: a line reader, JSON.parse, and sums per model. No validation.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const totals = new Map<string, { calls: number; cost: number }>()
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? ''), crlfDelay: Number.POSITIVE_INFINITY })) {
  const row = JSON.parse(line)
  const total = totals.get(row.model) ?? { calls: 0, cost: 0 }
  totals.set(row.model, { calls: total.calls + 1, cost: total.cost + row.cost_usd })
}
console.log(JSON.stringify(Object.fromEntries(totals)))

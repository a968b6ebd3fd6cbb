import { type Key, keyOf, type Row, sumUp } from '../support/commands/oracle.ts'
import { agree, answerOf, reviewed, type Sample, type Told, UNSEEN } from '../support/commands/samples.ts'

type Line = Omit<Row, 'cost_usd'> & { readonly cost_usd: number | null }

/** The lines that it prints, which are rows of a ledger, added up. */
async function tell(sample: Sample, keys: readonly Key[]): Promise<Told[]> {
  const printed = await answerOf(sample, 'query --limit 100000 --format jsonl')
  const lines: Line[] = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const rows = lines.map((line): Row => ({ ...line, cost_usd: line.cost_usd ?? 0 }))
  const sums = sumUp(rows, (row) => JSON.stringify(keys.map((key) => keyOf(row, key))))
  return [...sums].map(([names, { runs: _, ...figures }]) => ({ ...figures, names: JSON.parse(names ?? '[]') }))
}

const TABLES: readonly (readonly Key[])[] = [[], ['model'], ['agent'], ['step'], ['customer'], ['step', 'model']]
for (const keys of TABLES) agree(`query by ${keys.join(' and ') || 'nothing'}`, { keys, tell: (sample) => tell(sample, keys) })
reviewed('query', UNSEEN, (sample) => answerOf(sample, 'query'))

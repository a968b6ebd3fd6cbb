import fc from 'fast-check'
import { row } from '../read/workspace.ts'

const NAMES = ['a', 'b', '__proto__', 'constructor', '10', '2', 'é']
const optional = (...names: readonly string[]) => fc.constantFrom<string | null>(null, ...names)
const tokens = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 }))
/** Amounts with up to nine decimals; some unknown, some zero. */
const cost = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5_000_000_000 }).map((nano) => nano / 1e9) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, 1e-9, 0.1, 0.2) },
)

/** Up to $1,000,000 with six decimals. */
export const large = fc.integer({ min: 1, max: 1_000_000_000_000 }).map((micro) => micro / 1e6)

const soundOf = (amounts: fc.Arbitrary<number | null>) =>
  fc.record({
    timestamp: fc
      .date({ min: new Date('2026-10-28T00:00:00Z'), max: new Date('2026-11-05T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().replace('Z', '5Z')),
    model: fc.constantFrom('gpt-4o', 'gpt-4o-mini', 'no-such-model', '__proto__'),
    input_tokens: tokens,
    output_tokens: tokens,
    cost_usd: amounts,
    run_id: optional('run-1', 'run-2', ...NAMES),
    step: optional(...NAMES),
    agent: optional(...NAMES),
    status: fc.constantFrom('ok', 'error'),
    metadata: fc.record({ customer_id: optional(...NAMES), case_id: optional(...NAMES) }),
  })

/** Rows of a ledger, no two of them alike; now and then one that is invalid. */
export function rowsOf(maxLength: number, amounts: fc.Arbitrary<number | null> = cost): fc.Arbitrary<readonly string[]> {
  const sound = soundOf(amounts)
  return fc
    .array(fc.oneof({ weight: 15, arbitrary: sound }, { weight: 1, arbitrary: sound.map((one) => ({ ...one, input_tokens: -1 })) }), {
      maxLength,
    })
    .map((rows) => rows.map((one, index) => JSON.stringify({ ...row(one), index })))
}

/** Deals items out to `count` places, in the order they have. */
export function deal<T>(items: readonly T[], places: readonly number[], count: number): readonly (readonly T[])[] {
  return Array.from({ length: count }, (_, place) => items.filter((_item, index) => (places[index % places.length] ?? 0) % count === place))
}

/** Problems that are shown one by one; the rest is a number. */
const SHOWN = 10

/** Made when it is first needed: loading the rules of a language takes longer than most runs of the gate. */
let collator: Intl.Collator | undefined

/** The first ten problems (`file:line: what`) by file and line, so that reading or merging in another order names the same ones. */
export function firstExamples(examples: readonly string[], ...more: readonly string[]): readonly string[] {
  const last = examples.at(-1)
  if (examples.length >= SHOWN && last !== undefined && more.every((one) => order(one, last) > 0)) return examples
  return [...examples, ...more].sort(order).slice(0, SHOWN)
}

function order(a: string, b: string): number {
  // To a collator different texts can be equal.
  collator ??= new Intl.Collator('en', { numeric: true })
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

const PICO = 1_000_000_000_000
const DECIMALS = 12
/** Below this a double is nearer to the decimal it stands for than half a picodollar: the difference tells its picodollars. */
const FINE_USD = 8192

/**
 * A sum of US dollars, exact to 1e-12 and independent of the order of its parts:
 * whole dollars and picodollars are both integers, so that adding never rounds.
 */
export class Money {
  private dollars = 0
  private picos = 0

  /** Adds an amount ≥ 0: the decimal that the double stands for, rounded to 1e-12. */
  add(usd: number): void {
    const whole = Math.floor(usd)
    this.addParts(whole, usd < FINE_USD ? Math.round((usd - whole) * PICO) : readPicos(usd))
  }

  plus(other: Money): void {
    this.addParts(other.dollars, other.picos)
  }

  /** Takes away a part of the sum. */
  minus(part: Money): void {
    this.dollars -= part.dollars
    this.picos -= part.picos
    if (this.picos < 0) {
      this.picos += PICO
      this.dollars -= 1
    }
  }

  private addParts(dollars: number, picos: number): void {
    this.dollars += dollars
    this.picos += picos
    if (this.picos >= PICO) {
      this.picos -= PICO
      this.dollars += 1
    }
  }

  /** The nearest double, so that it prints as the decimal it stands for. */
  toNumber(): number {
    return Number(`${this.dollars}.${String(this.picos).padStart(DECIMALS, '0')}`)
  }
}

/** Of an amount that is too large to subtract its dollars: its digits, which are never more than 12 after the point. */
function readPicos(usd: number): number {
  return Number.isInteger(usd) ? 0 : Number((String(usd).split('.')[1] ?? '').padEnd(DECIMALS, '0'))
}

/** A sum that starts with one amount. */
export function money(usd: number): Money {
  const sum = new Money()
  sum.add(usd)
  return sum
}

/** The exact sum of amounts ≥ 0. US dollars. */
export function sumUsd(amounts: Iterable<number>): number {
  const sum = new Money()
  for (const usd of amounts) sum.add(usd)
  return sum.toNumber()
}

/** `one - other`, both ≥ 0, as the decimals they stand for: negative where the other is more. US dollars. */
export function differenceUsd(one: number, other: number): number {
  const rest = money(Math.max(one, other))
  rest.minus(money(Math.min(one, other)))
  // Adding 0 makes -0 a 0.
  return (one < other ? -1 : 1) * rest.toNumber() + 0
}

const PICO = 1_000_000_000_000

/**
 * A sum of US dollars, exact to 1e-12 and independent of the order of its parts:
 * whole dollars and picodollars are both integers, so that adding never rounds.
 */
export class Money {
  private dollars = 0
  private picos = 0

  /** Adds an amount ≥ 0, rounded to 1e-12. */
  add(usd: number): void {
    const whole = Math.floor(usd)
    this.addParts(whole, Math.round((usd - whole) * PICO))
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
    return Number(`${this.dollars}.${String(this.picos).padStart(12, '0')}`)
  }
}

/** A sum that starts with one amount. */
export function money(usd: number): Money {
  const sum = new Money()
  sum.add(usd)
  return sum
}

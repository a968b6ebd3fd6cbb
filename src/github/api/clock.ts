/** Further apart, a day may begin for one clock and not for the other. Milliseconds. */
const MOST_MS = 300_000

/** The clock of this machine, set by GitHub's where it is wrong: ages of records and last days of limits go by it. */
export class Clock {
  private readonly tell: (message: string) => void
  private aheadMs = 0

  /** @param tell says once that the clock of this machine is wrong */
  constructor(tell: (message: string) => void) {
    this.tell = tell
  }

  /** Now, milliseconds since 1970. */
  readonly now = (): number => Date.now() - this.aheadMs

  /** @param date of an answer that has just come, as HTTP writes it */
  see(date: string | undefined): void {
    const aheadMs = Date.now() - Date.parse(date ?? '')
    if (this.aheadMs !== 0 || !(Math.abs(aheadMs) > MOST_MS)) return
    this.aheadMs = aheadMs
    const minutes = Math.round(Math.abs(aheadMs) / 60_000)
    const side = aheadMs > 0 ? 'ahead of' : 'behind'
    this.tell(`The clock of this machine is ${minutes} minutes ${side} GitHub's, which is used from here on.`)
  }
}

/** Further apart, a day may begin for one clock and not for the other. Milliseconds. */
const MOST_MS = 300_000

/** Tells once where the clock of this machine is not that of GitHub: ages of records and last days of limits go by it. */
export class ClockWatch {
  private readonly say: (message: string) => void
  private isTold = false

  constructor(say: (message: string) => void) {
    this.say = say
  }

  /** @param date of an answer, as HTTP writes it. @param nowMs milliseconds since 1970. */
  see(date: string | undefined, nowMs: number): void {
    const aheadMs = nowMs - Date.parse(date ?? '')
    if (this.isTold || !(Math.abs(aheadMs) > MOST_MS)) return
    this.isTold = true
    const minutes = Math.round(Math.abs(aheadMs) / 60_000)
    const side = aheadMs > 0 ? 'ahead of' : 'behind'
    this.say(`The clock of this machine is ${minutes} minutes ${side} GitHub's: ages, and the last days of limits, may be off.`)
  }
}

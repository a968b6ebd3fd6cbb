const MICROS = 1000

/** Latencies added up in whole microseconds, so that neither order nor merging changes the sum. */
export class Latency {
  private micros = 0
  private count = 0

  /** Adds `count` latencies that are `totalMs` milliseconds together. */
  add(totalMs: number, count: number): void {
    this.micros += Math.round(totalMs * MICROS)
    this.count += count
  }

  /** The mean is 0 where there is none: the framework's gate reads no summary without one. */
  toJson(): { avg_latency_ms: number; latency_total_ms: number; latency_count: number } {
    return { avg_latency_ms: 0, ...this.toStepJson() }
  }

  /** Without a mean where there is none. */
  toStepJson(): { avg_latency_ms?: number; latency_total_ms: number; latency_count: number } {
    return {
      ...(this.count > 0 && { avg_latency_ms: this.micros / (MICROS * this.count) }),
      latency_total_ms: this.micros / MICROS,
      latency_count: this.count,
    }
  }
}

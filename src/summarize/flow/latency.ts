import { Lone } from './lone.ts'

const MICROS = 1000

/** Latencies added up in whole microseconds, so that neither order nor merging changes the sum. */
export class Latency {
  private micros = 0
  private count = 0
  private readonly mean = new Lone<number>()

  /** Adds one latency. Unit: milliseconds. */
  add(ms: number): void {
    this.mean.add(null)
    this.sum(ms, 1)
  }

  /** Adds the mean of `count` latencies, or of so many that nobody says how many. Unit: milliseconds. */
  addMean(meanMs: number, count: number): void {
    this.mean.add(meanMs)
    this.sum(meanMs * count, count)
  }

  /** Adds what a cost summary says. Its mean is 0 where there is none. */
  absorb({ avg_latency_ms, latency_total_ms = 0, latency_count = 0 }: Said): void {
    if (latency_count === 0 && !avg_latency_ms) return
    this.mean.add(avg_latency_ms ?? null)
    this.sum(latency_total_ms, latency_count)
  }

  private sum(totalMs: number, count: number): void {
    this.micros += Math.round(totalMs * MICROS)
    this.count += count
  }

  /** The mean is 0 where there is none: the framework's gate reads no summary without one. */
  toJson(): { avg_latency_ms: number; latency_total_ms: number; latency_count: number } {
    return { avg_latency_ms: 0, ...this.toStepJson() }
  }

  /** Without a mean where there is none. */
  toStepJson(): { avg_latency_ms?: number; latency_total_ms: number; latency_count: number } {
    const mean = this.mean.get() ?? (this.count > 0 ? this.micros / (MICROS * this.count) : null)
    return {
      ...(mean !== null && { avg_latency_ms: mean }),
      latency_total_ms: this.micros / MICROS,
      latency_count: this.count,
    }
  }
}

interface Said {
  readonly avg_latency_ms?: number | null
  readonly latency_total_ms?: number
  readonly latency_count?: number
}

import type { CostRecord } from '../../../usage/record.ts'
import type { Ids } from './ids.ts'

/** What makes a line one call with another one, as 64 bits: its run, model, ids, calls and prompt, and whether it is an attempt that failed. */
export class CallKey {
  low = 0
  high = 0
  /** What the key of the last line's run began with. */
  private run: { readonly id: string; readonly low: number; readonly high: number } | null = null

  set({ runId, model, calls, ...tokens }: CostRecord, ids: Ids, failed: boolean): void {
    this.startWith(runId ?? '')
    this.mixText(model)
    for (const id of ids) this.mixText(id)
    this.mixNumber(calls)
    this.mixNumber(tokens.inputTokens)
    this.mixNumber(tokens.cachedTokens)
    this.mixNumber(tokens.cacheWriteTokens)
    this.mixNumber(tokens.cacheWrite1hTokens ?? 0)
    this.mix(failed ? 1 : 0)
    // Once more, so that the last ones reach all bits.
    this.mix(0)
    this.mix(0)
  }

  /** Rows of one run mostly stand together. */
  private startWith(runId: string): void {
    if (this.run?.id === runId) {
      this.low = this.run.low
      this.high = this.run.high
      return
    }
    this.low = 0x243f6a88
    this.high = 0x085a308d
    this.mixText(runId)
    this.run = { id: runId, low: this.low, high: this.high }
  }

  private mixText(text: string): void {
    this.mix(text.length)
    let { low, high } = this
    for (let at = 0; at < text.length; at++) {
      const value = text.charCodeAt(at)
      const mixed = Math.imul(high ^ value, 0x85ebca77)
      low = Math.imul(low ^ value, 0x9e3779b1)
      low = (((low << 13) | (low >>> 19)) + mixed) | 0
      high = ((mixed << 17) | (mixed >>> 15)) ^ low
    }
    this.low = low
    this.high = high
  }

  private mixNumber(value: number): void {
    this.mix(value | 0)
    this.mix((value / 2 ** 32) | 0)
  }

  /** As a fingerprint does with the bytes of a line. */
  private mix(value: number): void {
    const low = Math.imul(this.low ^ value, 0x9e3779b1)
    const high = Math.imul(this.high ^ value, 0x85ebca77)
    this.low = (((low << 13) | (low >>> 19)) + high) | 0
    this.high = ((high << 17) | (high >>> 15)) ^ this.low
  }
}

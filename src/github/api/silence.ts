/** Ends a download from which nothing more comes. One that goes on, however slowly, is not silent. */
export class Silence {
  readonly signal: AbortSignal
  private readonly controller = new AbortController()
  private readonly ms: number
  /** The silence that is on. */
  private current: AbortSignal | null = null

  /** @param ms how long it may last, in milliseconds */
  constructor(ms: number) {
    this.ms = ms
    this.signal = this.controller.signal
    this.begin()
  }

  begin(): void {
    const silence = AbortSignal.timeout(this.ms)
    this.current = silence
    silence.addEventListener('abort', () => {
      if (this.current === silence) this.controller.abort(silence.reason)
    })
  }

  end(): void {
    this.current = null
  }
}

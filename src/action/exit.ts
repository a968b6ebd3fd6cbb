import { writeLog } from '../github/publish/log.ts'

let settled: number | null = null

/** Settles the exit code: what goes wrong from here on, in a client that was given up on for example, no longer changes it. */
export function settle(code: number): number {
  settled = code
  return code
}

/** Ends the process once all output is written: a connection that somebody left open would keep it for minutes. */
export async function leave(code: number): Promise<never> {
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  process.exit(code)
}

/** Ends at once where the job is cancelled, as shells write it: nothing more is published, and a runner waits for seconds only. */
export function watchCancellation(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
}

/** An error that nobody caught is a bug, but no reason to turn a settled verdict around. */
export function watchFailures(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (settled !== null) return
      writeLog(
        `Error: a bug in llm-cost-gate. Please report it with the log of this step\n${error instanceof Error ? error.stack : String(error)}`,
      )
      process.exit(70)
    })
  }
}

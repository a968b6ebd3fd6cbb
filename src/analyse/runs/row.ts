import type { RunRow } from '../../generated/types.ts'
import { isoTime } from '../../time.ts'
import type { Outcome } from '../../usage/usage.ts'
import type { Run } from './run.ts'

/** A run as it stands in a list of runs. */
export function toRunRow(run: Run, outcome: Outcome): RunRow {
  const { runId, calls, errors, input, output, unpriced, firstMs, lastMs, costUsd, agents } = run
  return {
    run_id: runId,
    started_at: firstMs === null ? null : isoTime(firstMs),
    last_call_at: lastMs === null ? null : isoTime(lastMs),
    agents: [...agents],
    outcome: outcome ?? 'unknown',
    calls,
    errors,
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    total_cost_usd: costUsd,
    unpriced_calls: unpriced,
  }
}

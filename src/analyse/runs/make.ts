import { readSpend } from '../../measure/spend.ts'
import type { ReadContext, UsageSettings } from '../../measure/usage.ts'
import { RunCosts, type RunsResult, type RunsSettings } from './runs.ts'

/** The runs that were asked for. Reads all usage once. @throws InputError as `readSpend` does. */
export async function listRuns(settings: UsageSettings & RunsSettings, context: ReadContext): Promise<RunsResult> {
  const runs = new RunCosts(settings)
  await readSpend(settings, context, runs)
  return runs.finish()
}

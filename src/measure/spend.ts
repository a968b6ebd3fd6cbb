import { Counter, type SpendSink } from '../summarize/counter.ts'
import { type ReadContext, readPricedUsage, type UsageSettings } from './usage.ts'

/**
 * Reads all usage of a workspace and hands its records on one by one, each spend once and priced, as the gate counts it.
 * Keeps no record.
 * @throws InputError as `readUsage` does, and where a file has sums but no records.
 */
export async function readSpend(settings: UsageSettings, context: ReadContext, sink: SpendSink): Promise<void> {
  const counter = new Counter(sink)
  for await (const { usage, pricer } of readPricedUsage(settings, context)) counter.add(usage, pricer)
}

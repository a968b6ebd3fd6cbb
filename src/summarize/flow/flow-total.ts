import type { FlowSummary, StepMcpStats } from '../../generated/types.ts'
import { CallCount } from '../figures/call-count.ts'

/**
 * All MCP calls of a flow summary; null where it tells of none. As in the framework's gate each figure that the totals leave out is the sum
 * of the steps. Totals of no calls leave out everything: writers that count nothing give zeros.
 */
export function totalOf({ mcp, steps }: FlowSummary): (Partial<NonNullable<FlowSummary['mcp']>> & StepMcpStats) | null {
  const ofSteps = new CallCount()
  for (const step of steps ?? []) ofSteps.absorb(step.mcp ?? {})
  const { calls = ofSteps.calls, errors } = mcp?.calls === 0 ? {} : { ...mcp }
  if (calls === 0) return null
  return { ...mcp, calls, ...(errors === undefined ? errorsOf(ofSteps, calls) : { errors }) }
}

/** What the steps say of the errors of so many calls; where none says anything, nothing is known of any call. */
function errorsOf({ calls, errors, unknown }: CallCount, all: number): Omit<StepMcpStats, 'calls'> {
  const isSilent = errors === 0 && unknown === calls
  return { errors, unknown_outcomes: isSilent ? all : Math.min(unknown, all) }
}

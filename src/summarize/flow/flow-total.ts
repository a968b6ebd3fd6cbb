import type { FlowSummary } from '../../generated/types.ts'

/**
 * All MCP calls of a flow summary; null where it tells of none. Totals of no calls leave out everything: writers that count nothing give
 * zeros.
 */
export function totalOf({ mcp }: FlowSummary): NonNullable<FlowSummary['mcp']> | null {
  return mcp?.calls ? mcp : null
}

import type { CostSummary } from '../../generated/types.ts'

/** Figures of a flow that stand in every cost summary: the framework's gate reads no summary without them. */
export type FlowFigure = NonNullable<CostSummary['flow_told']>[number]

/** Whether a file told of these figures; they are empty where none did. Earlier versions left out what nobody told of. */
export function isTold(summary: Pick<CostSummary, 'flow_told' | FlowFigure>, figure: FlowFigure): boolean {
  return summary.flow_told?.includes(figure) ?? summary[figure] !== undefined
}

import type { CostSummary, Level } from '../../generated/types.ts'

/** Whether flow summaries are all that was read: they are judged as the framework's gate judges them, which is made for one. */
export function isFlowAlone({ sources }: Pick<CostSummary, 'sources'>): boolean {
  return sources.length > 0 && sources.every(({ format }) => format === 'flow-summary')
}

/** The level of what the framework's gate does not look at: never an error, so that both come to the same verdict, and never nothing. */
export function atMostWarning(level: Level): Level {
  return level === 'error' ? 'warning' : level
}

import type { TrendsBy } from '../../generated/types.ts'
import { VERSION } from '../../generated/version.ts'

export const TRENDS_BY = ['total', 'agent', 'model'] as const satisfies readonly TrendsBy[]
/** Periods that are shown where nobody says how many. */
export const WEEKS = 4
export const MOST_WEEKS = 520
export const MOST_DAYS = 3660
export const TOOL = { name: 'llm-cost-gate', version: VERSION }

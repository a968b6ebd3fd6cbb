import { SHAPES } from '../generated/tools.ts'
import type { Origin } from './usage.ts'

const FORMATS: ReadonlySet<Origin['format']> = new Set([
  'flow-summary',
  'bare-summary',
  ...SHAPES.filter(({ isAggregate }) => isAggregate).map(({ tool }) => tool),
])

/** Whether a source has sums for all of its runs together, which others may tell of one by one. */
export function isAggregate({ format }: Pick<Origin, 'format'>): boolean {
  return FORMATS.has(format)
}

/** Whether it sums up what other tools keep: beside anything else it may tell of less, and of what nobody asked for. */
export function isReport({ format }: Pick<Origin, 'format'>): boolean {
  return isAggregate({ format }) && format !== 'flow-summary' && format !== 'bare-summary'
}

import { chooseCentre } from '../../../src/compare/noise/centre.ts'
import { measureNoise, type NoiseFigures } from '../../../src/compare/noise/measure.ts'
import type { Centre, Measured, MeasuredHead } from '../../../src/compare/noise/measured.ts'
import { settleChance } from '../../../src/compare/noise/outcome.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import type { NoiseReason, NoiseState } from '../../../src/generated/types.ts'

/** Figures and outcome of head against records, with a limit of 20 %. */
export interface Judged extends NoiseFigures {
  readonly state: NoiseState
  readonly reason: NoiseReason
}

export function judge(records: readonly Measured[], head: MeasuredHead, given?: Centre, limitPercent = 20): Judged {
  const totals = records.map(({ totalUsd }) => totalUsd)
  const centre = given ?? chooseCentre(totals, studentQuantile)
  const figures = measureNoise({ records, head, centre, limitPercent, t: studentQuantile })
  const isAbove = (figures.measured_percent ?? 0) > limitPercent
  return { ...figures, ...settleChance({ isAbove, figures, limitPercent }) }
}

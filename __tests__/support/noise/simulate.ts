import { chooseCentre } from '../../../src/compare/noise/centre.ts'
import { measureNoise } from '../../../src/compare/noise/measure.ts'
import type { StudentQuantile } from '../../../src/compare/noise/measured.ts'
import { settleChance } from '../../../src/compare/noise/outcome.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import type { NoiseState } from '../../../src/generated/types.ts'
import { type Change, MODELS, type ModelName } from './models.ts'
import { type Random, seedRandom } from './random.ts'
import { drawCases, drawPipeline, measurePipeline, type Pipeline } from './suite.ts'

/** A suite of a base branch and one pull request. */
export interface Situation {
  readonly model: ModelName
  readonly runs: number
  readonly records: number
  readonly change?: Change
}

/** The pipelines of the base branch, oldest first, and that of the pull request. */
export interface Drawn {
  readonly records: readonly Pipeline[]
  readonly head: Pipeline
}

export type Judge = (drawn: Drawn) => NoiseState

/** How many pull requests had which outcome. */
export type Outcomes = Readonly<Record<NoiseState, number>>

export const LIMIT_PERCENT = 20

/** Draws so many pull requests, each with a suite and a history of its own, and has them judged. */
export function simulate(situation: Situation, pairs: number, seed: number, judge: Judge = judgeByEngine): Outcomes {
  const random = seedRandom(seed)
  const outcomes = { fail: 0, inconclusive: 0, hidden: 0, pass: 0, unknown: 0 }
  for (let pair = 0; pair < pairs; pair += 1) outcomes[judge(draw(situation, random))] += 1
  return outcomes
}

/** One pull request of this situation, with a suite and a history of its own. */
export function draw({ model: name, runs, records, change }: Situation, random: Random): Drawn {
  const model = MODELS[name]
  const cases = drawCases(runs, random)
  // Somewhere inside: the first record and head are never alone on their side.
  const stepAt = 1 + Math.floor(random.uniform() * (records - 1))
  const isOfCalls = random.uniform() < 0.5
  const baseAt = (place: number) => {
    const step = place >= stepAt ? 1 + model.step : 1
    const prompts = Math.exp(model.drift * place)
    return isOfCalls ? { prompts, calls: step } : { prompts: prompts * step, calls: 1 }
  }
  return {
    records: Array.from({ length: records }, (_, place) => drawPipeline(cases, model, random, baseAt(place))),
    head: drawPipeline(cases, model, random, baseAt(records), change),
  }
}

/** By the functions of the comparison, without files, policy or report. */
export function judgeByEngine({ records: pipelines, head: pipeline }: Drawn): NoiseState {
  const records = pipelines.map(measurePipeline)
  const head = measurePipeline(pipeline)
  const centre = chooseCentre(
    records.map(({ totalUsd }) => totalUsd),
    quantile,
  )
  const figures = measureNoise({ records, head, centre, limitPercent: LIMIT_PERCENT, t: quantile })
  const isAbove = (figures.measured_percent ?? 0) > LIMIT_PERCENT
  return settleChance({ isAbove, figures, limitPercent: LIMIT_PERCENT }).state
}

const quantiles = new Map<string, number>()
/** The same few are asked for in each pull request. */
const quantile: StudentQuantile = (p, degrees) => {
  const key = `${p} ${degrees}`
  const known = quantiles.get(key) ?? studentQuantile(p, degrees)
  quantiles.set(key, known)
  return known
}

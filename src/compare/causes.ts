import type { Cause, Driver } from '../generated/types.ts'
import { type Cell, type CellSide, groupKey, shareOf } from './cells.ts'
import { promptOf } from './kinds/kinds.ts'
import { DRIVERS } from './lmdi.ts'
import type { Decomposed } from './parts.ts'
import { sumUp } from './spread.ts'

/** A cell with the parts of its change. */
export interface Part extends Decomposed {
  readonly cell: Cell
}

/** At least one. */
type Some = [Part, ...Part[]]

/** A smaller part of its driver, or one against it, is not named alone. */
const NAMED_SHARE = 0.2

/**
 * Concrete causes, the largest first: per group for calls and mix, per model for rates, per group and model for the rest. Where none makes up a fifth of its
 * driver, what they have in common is the cause.
 * @param leastUsd what is less is rounding.
 */
export function findCauses(parts: readonly Part[], leastUsd: number): Cause[] {
  const groups = listBy(parts, ({ cell }) => groupKey(cell.by, cell.group))
  const models = listBy(parts, ({ cell }) => cell.model)
  const causes: Record<(typeof DRIVERS)[number], () => Cause[]> = {
    calls: () => groups.map(callsOf),
    mix: () => groups.map(mixOf),
    input_tokens_per_call: () => parts.map((part) => perCell(part, 'input_tokens_per_call', promptPerCall)),
    output_tokens_per_call: () => parts.map((part) => perCell(part, 'output_tokens_per_call', answerPerCall)),
    cache: () => parts.map((part) => perCell(part, 'cache', cachedShare)),
    tokens_per_call: () => parts.map((part) => perCell(part, 'tokens_per_call', ({ tokens, calls }) => ratio(tokens, calls))),
    rates: () => models.map(ratesOf),
    unattributed: () => [],
  }
  const found = DRIVERS.flatMap((driver) => {
    const whole = sum(parts, driver)
    if (Math.abs(whole) <= leastUsd) return []
    const named = causes[driver]().filter(({ delta_usd }) => delta_usd / whole >= NAMED_SHARE)
    const cells = parts.map((part) => ({ cell: part.cell, deltaUsd: part.parts[driver] }))
    return named.length > 0 || driver === 'unattributed' ? named : sumUp(driver, whole, cells)
  })
  return found.sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd) || (nameOf(a) < nameOf(b) ? -1 : 1))
}

function nameOf(cause: Cause): string {
  return JSON.stringify([cause.group, cause.driver, cause.model])
}

function listBy(parts: readonly Part[], keyOf: (part: Part) => string): Some[] {
  const lists = new Map<string, Some>()
  for (const part of parts) {
    const list = lists.get(keyOf(part))
    if (list === undefined) lists.set(keyOf(part), [part])
    else list.push(part)
  }
  return [...lists.values()]
}

function callsOf(group: Some): Cause {
  const [{ cell }] = group
  const [model = null, ...others] = new Set(group.filter(({ parts }) => parts.calls !== 0).map((part) => part.cell.model))
  return {
    driver: 'calls',
    delta_usd: sum(group, 'calls'),
    group: cell.group,
    group_by: cell.by,
    model: others.length === 0 ? model : null,
    from_model: null,
    baseline_value: cell.baseline.groupCalls,
    head_value: cell.head.groupCalls,
  }
}

/** Calls of a group that moved between models: from the one whose share fell most to the one whose share rose most. */
function mixOf(group: Some): Cause {
  const moves = group.map(({ cell }) => ({ cell, rise: shareOf(cell.head) - shareOf(cell.baseline) }))
  const to = moves.reduce((most, move) => (move.rise > most.rise ? move : most)).cell
  const from = moves.reduce((least, move) => (move.rise <= least.rise ? move : least)).cell
  return {
    driver: 'mix',
    delta_usd: sum(group, 'mix'),
    group: to.group,
    group_by: to.by,
    model: to.model,
    from_model: from.model,
    baseline_value: shareOf(to.baseline),
    head_value: shareOf(to.head),
  }
}

function perCell({ cell, parts }: Part, driver: (typeof DRIVERS)[number], figureOf: (side: CellSide) => number | null): Cause {
  return {
    driver,
    delta_usd: parts[driver],
    group: cell.group,
    group_by: cell.by,
    model: cell.model,
    from_model: null,
    baseline_value: figureOf(cell.baseline),
    head_value: figureOf(cell.head),
  }
}

/** A price is that of a model, wherever it is called: the figures are of the kind and the place that it moved most. */
function ratesOf(parts: Some): Cause {
  const { rate, cell } = parts.reduce((most, part) => (Math.abs(part.parts.rates) > Math.abs(most.parts.rates) ? part : most))
  const perMillion = (price: number | null) => price && price * 1_000_000
  const blended = ({ costUsd, tokens }: CellSide) => ratio(costUsd, tokens)
  return {
    driver: 'rates',
    delta_usd: sum(parts, 'rates'),
    group: null,
    group_by: 'none',
    model: cell.model,
    from_model: null,
    baseline_value: perMillion(rate ? rate.baseline : blended(cell.baseline)),
    head_value: perMillion(rate ? rate.head : blended(cell.head)),
    ...(rate !== null && { kind: rate.kind }),
  }
}

function promptPerCall({ kinds, calls }: CellSide): number | null {
  return kinds && ratio(promptOf(kinds), calls)
}

function answerPerCall({ kinds, calls }: CellSide): number | null {
  return kinds && ratio(kinds.output, calls)
}

function cachedShare({ kinds }: CellSide): number | null {
  return kinds && ratio(kinds.cached, promptOf(kinds))
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function sum(parts: readonly Part[], driver: Driver): number {
  return parts.reduce((total, part) => total + part.parts[driver], 0)
}

import type { Cause, CauseSpread, Driver } from '../generated/types.ts'
import { type Cell, groupKey } from './cells.ts'

/** A cell, and what a driver moved in it. Unit: US dollars. */
export interface Moved {
  readonly cell: Cell
  readonly deltaUsd: number
}

/** One cause for all that a driver moved, where no single one makes up enough of it: in how many models and groups it went the driver's way. */
export function sumUp(driver: Driver, deltaUsd: number, cells: readonly Moved[]): Cause[] {
  const along = cells.filter((cell) => Math.sign(cell.deltaUsd) === Math.sign(deltaUsd))
  const [first] = along
  if (first === undefined) return []
  const [models, groups] = [modelsOf(along), groupsOf(along)]
  const spread: CauseSpread = {
    models: models.size,
    of_models: modelsOf(cells).size,
    groups: groups.size,
    of_groups: groupsOf(cells).size,
  }
  return [
    {
      driver,
      delta_usd: deltaUsd,
      group: groups.size === 1 ? first.cell.group : null,
      group_by: first.cell.by,
      model: models.size === 1 ? first.cell.model : null,
      from_model: null,
      baseline_value: null,
      head_value: null,
      spread,
    },
  ]
}

function modelsOf(cells: readonly Moved[]): Set<string> {
  return new Set(cells.map(({ cell }) => cell.model))
}

function groupsOf(cells: readonly Moved[]): Set<string> {
  return new Set(cells.map(({ cell }) => groupKey(cell.by, cell.group)))
}

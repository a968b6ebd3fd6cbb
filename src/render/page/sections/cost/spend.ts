import type { Report } from '../../../../generated/types.ts'
import { sumUsd } from '../../../../usage/money.ts'
import { plain } from '../../../../words/escape.ts'
import { count, usd } from '../../../../words/format.ts'
import { figure } from '../../charts/draw.ts'
import { type Tile, treemap } from '../../charts/treemap.ts'
import { section } from '../../html.ts'

const MOST_GROUPS = 12
const MOST_PARTS = 6
const NAME_LENGTH = 40

/** Where the money goes: areas of steps (or agents, where no step is known), and in them their models. */
export function renderSpend({ head }: Report): string | null {
  const groups = new Map<string, { usd: number[]; models: Map<string, number[]> }>()
  for (const { step, agent, model, cost_usd } of head.step_model_stats) {
    if (cost_usd <= 0) continue
    const name = step ?? (agent === null ? '(no step)' : `${agent} (agent)`)
    const group = groups.get(name) ?? { usd: [], models: new Map<string, number[]>() }
    groups.set(name, group)
    group.usd.push(cost_usd)
    group.models.set(model, [...(group.models.get(model) ?? []), cost_usd])
  }
  if (groups.size === 0) return null
  const tiles = [...groups].map(([name, { usd, models }]) => ({
    name: plain(name, NAME_LENGTH),
    usd: sumUsd(usd),
    parts: cut(
      [...models].map(([model, costs]) => ({ name: plain(model, NAME_LENGTH), usd: sumUsd(costs) })),
      MOST_PARTS,
      (rest) => ({ name: count(rest.length, 'more model'), usd: sumUsd(rest.map((one) => one.usd)) }),
    ),
  }))
  const shown: readonly Tile[] = cut<Tile>(tiles, MOST_GROUPS, (rest) => {
    const all = { name: count(rest.length, 'more step'), usd: sumUsd(rest.map((one) => one.usd)) }
    return { ...all, parts: [all] }
  })
  const [first] = shown
  const description = `The dearest is ${first?.name} with ${usd(first?.usd ?? 0)} of ${usd(head.total_cost_usd)}. The tables of models and steps have all figures.`
  return section('spend', 'Where it goes', [
    figure(treemap('spend-map', 'Cost by step and model, as areas', description, shown, (amount) => usd(amount))),
  ])
}

/** The dearest, and the rest as one. */
function cut<T extends { readonly name: string; readonly usd: number }>(all: readonly T[], most: number, join: (rest: T[]) => T): T[] {
  const sorted = all.toSorted((one, other) => other.usd - one.usd || (one.name < other.name ? -1 : 1))
  return sorted.length <= most ? sorted : [...sorted.slice(0, most - 1), join(sorted.slice(most - 1))]
}

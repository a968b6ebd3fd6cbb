import type { TargetedRule } from '../../policy/rule.ts'
import { foldName } from '../../price/fold.ts'
import { isGlob } from '../../text/wildcard.ts'

/** Rules about one model, snapshot and providers, however each of them spells it. */
export interface Spelling {
  readonly providers: readonly string[]
  /** Places of the rules, in their order. */
  readonly orders: number[]
  /** The last of them. */
  latest: number
}

/** A used name, taken apart: which spellings may mean it. */
interface UsedName {
  readonly providers: readonly string[]
  /** Of its snapshot, where it has one, and of all snapshots. */
  readonly keys: readonly string[]
}

/** What names of models in a policy mean: the dated snapshots of the model, too, and every other spelling of it. */
export class Spellings {
  /** By model and snapshot, then by providers. */
  private readonly groups = new Map<string, Map<string, Spelling>>()

  /** Notes the name of a rule. @param order its place among the rules. */
  add(pattern: string, order: number): void {
    const { model, snapshot, providers } = foldName(pattern)
    const key = keyOf(model, snapshot)
    const group = this.groups.get(key) ?? new Map<string, Spelling>()
    this.groups.set(key, group)
    const place = JSON.stringify(providers)
    const spelling = group.get(place)
    if (spelling === undefined) group.set(place, { providers, orders: [order], latest: order })
    else {
      spelling.orders.push(order)
      spelling.latest = order
    }
  }

  /**
   * Those that mean a name, the most specific first. A name without snapshot means all of them, one with a snapshot that alone. A provider means
   * calls through it, and those that name none: nobody knows that they went elsewhere.
   */
  find(name: string): Spelling[] {
    return this.sort(takeApart(name))
  }

  /** The same of many names, by their places; without those that none of them means. Of thousands of rules few mean any name. */
  findAll(names: UsedNames): Map<number, readonly Spelling[]> {
    const found = new Map<number, readonly Spelling[]>()
    for (const key of this.groups.keys()) {
      for (const name of names.byKey.get(key) ?? []) {
        const spellings = this.sort(name)
        if (spellings.length > 0) found.set(name.place, spellings)
      }
    }
    return found
  }

  /** Those of the snapshot come first, as its key does. */
  private sort({ providers, keys }: UsedName): Spelling[] {
    return keys.flatMap((key) =>
      [...(this.groups.get(key)?.values() ?? [])]
        .filter((one) => providers.length === 0 || one.providers.every((provider) => providers.includes(provider)))
        .sort((a, b) => rank(b, providers) - rank(a, providers) || b.latest - a.latest),
    )
  }
}

/** Whether the name of a rule means more than itself: names of agents, steps and customers are whatever their owner likes. */
export function meansSpellings({ kind, pattern, exact }: Pick<TargetedRule, 'kind' | 'pattern' | 'exact'>): boolean {
  return kind === 'model' && exact !== true && !isGlob(pattern)
}

/** Used names, taken apart once for all rules. */
export class UsedNames {
  /** By each of their keys, with their places. */
  readonly byKey = new Map<string, (UsedName & { readonly place: number })[]>()

  constructor(names: readonly string[]) {
    for (const [place, written] of names.entries()) {
      const name = { ...takeApart(written), place }
      for (const key of name.keys) {
        const same = this.byKey.get(key)
        if (same === undefined) this.byKey.set(key, [name])
        else same.push(name)
      }
    }
  }
}

function takeApart(name: string): UsedName {
  const { model, snapshot, providers } = foldName(name)
  return { providers, keys: snapshot === null ? [keyOf(model, null)] : [keyOf(model, snapshot), keyOf(model, null)] }
}

function keyOf(model: string, snapshot: string | null): string {
  return JSON.stringify([model, snapshot])
}

/** Each provider that both name counts; one that the used name leaves open is a guess. */
function rank({ providers }: Spelling, used: readonly string[]): number {
  return used.length === 0 ? -providers.length : providers.length
}

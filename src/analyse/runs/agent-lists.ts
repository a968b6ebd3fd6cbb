/** Agents that are named per run: the first by name, so that the order of records never shows. */
const MOST = 20
/** Lists that are remembered; a hostile ledger may have more. */
const REMEMBERED = 65_536

/** Lists of the agents of runs. Most runs have the same: each list is there once. */
export class AgentLists {
  readonly none: readonly string[] = []
  private longer = new Map<readonly string[], Map<string, readonly string[]>>()
  private lists = new Map<string, readonly string[]>()
  private remembered = 0

  /** The list with one more agent. */
  with(list: readonly string[], agent: string): readonly string[] {
    if (list.includes(agent)) return list
    const known = this.longer.get(list)?.get(agent)
    if (known !== undefined) return known
    const found = this.once([...list, agent].sort().slice(0, MOST))
    this.remember(list, agent, found)
    return found
  }

  private once(list: readonly string[]): readonly string[] {
    const key = JSON.stringify(list)
    const known = this.lists.get(key)
    if (known === undefined) this.lists.set(key, list)
    return known ?? list
  }

  private remember(list: readonly string[], agent: string, found: readonly string[]): void {
    if (this.remembered === REMEMBERED) {
      this.longer = new Map()
      this.lists = new Map()
      this.remembered = 0
    }
    const longer = this.longer.get(list) ?? new Map<string, readonly string[]>()
    this.longer.set(list, longer.set(agent, found))
    this.remembered += 1
  }
}

/** Most of a trial is waiting for the other side. */
const AT_ONCE = 6

/** Does all, some at a time, and gives what went wrong. */
export async function work<Item>(items: readonly Item[], run: (item: Item) => Promise<readonly string[]>): Promise<readonly string[]> {
  const waiting = [...items]
  const problems: string[] = []
  async function next(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) problems.push(...(await run(item)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return problems
}

import type { Call } from '../call.ts'

/** Calls of spans that lie in each other. The same usage often stands on a span and again on those around it: the innermost counts. */
export class LeafCalls {
  private readonly parents = new Map<string, string>()
  private readonly calls: { readonly span: string; readonly call: Call }[] = []

  /** @param parent null: it has none. @param call null: the span is no call. */
  add(span: string, parent: string | null, call: Call | null): void {
    if (parent !== null) this.parents.set(span, parent)
    if (call !== null) this.calls.push({ span, call })
  }

  /** The calls that count. Of a span within one that counts nothing more is known. */
  all(): Call[] {
    const repeated = new Set<string>()
    for (const { span, call } of this.calls) if (hasUsage(call)) for (const outer of this.around(span, repeated)) repeated.add(outer)
    const leaves = this.calls.filter(({ span }) => !repeated.has(span))
    const counted = new Set(leaves.filter(({ call }) => hasUsage(call)).map(({ span }) => span))
    return leaves
      .filter(({ span, call }) => hasUsage(call) || !this.around(span).some((outer) => counted.has(outer)))
      .map(({ call }) => call)
  }

  /** The spans that a span lies in, up to the first of those that are known. */
  private around(span: string, known: ReadonlySet<string> = new Set()): string[] {
    const outer = new Set<string>()
    for (let at = this.parents.get(span); at !== undefined && at !== span && !known.has(at) && !outer.has(at); at = this.parents.get(at))
      outer.add(at)
    return [...outer]
  }
}

function hasUsage({ input, output, costUsd }: Call): boolean {
  return [input, output, costUsd].some((figure) => figure !== null && figure !== undefined)
}

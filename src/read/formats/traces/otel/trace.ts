import type { Call } from '../../call.ts'
import type { Kind } from './kinds.ts'
import type { Attribution, Span } from './span.ts'

/** A place in the tree of spans; several files may tell of the same span. */
export interface TreeNode {
  readonly id: string
  parent: string | null
  kind: Kind
  status: Span['status']
  own: Attribution | null
  /** The call of the span, if it has figures. */
  usage: Call | null
  /** What stands within it, as bits. */
  within: number
}

/** A span that may be a call of its own, and its place. */
export interface Entry {
  readonly span: Span
  readonly node: TreeNode
}

const GENERATION = 1
const EMBEDDING = 2
/** A call without figures. */
const SILENT = 4

/** The spans of one trace. */
export class Trace {
  private readonly nodes = new Map<string, TreeNode>()
  private readonly entries: Entry[] = []

  add(span: Span): void {
    const id = span.id ?? `#${this.nodes.size}`
    const node = this.nodes.get(id) ?? { id, parent: null, kind: null, status: null, own: null, usage: null, within: 0 }
    this.nodes.set(id, node)
    node.parent ??= span.parent ?? null
    node.kind ??= span.kind
    node.status = node.status === 'failed' ? 'failed' : (span.status ?? node.status)
    node.own = join(node.own, span.own)
    if (span.hasUsage) node.usage ??= span.call
    if (span.call !== null) this.entries.push({ span, node })
  }

  /** The spans around one, from the inside to the outside. */
  around(node: TreeNode): TreeNode[] {
    const all: TreeNode[] = []
    for (let one = this.outer(node); one !== undefined; one = this.outer(one)) all.push(one)
    return all
  }

  private outer({ parent }: TreeNode): TreeNode | undefined {
    return parent === null ? undefined : this.nodes.get(parent)
  }

  /** The calls that count: those that no span within tells of, too. */
  findCalls(): Entry[] {
    this.cutCircles()
    for (const { node, span } of this.entries) this.mark(node, !span.hasUsage ? SILENT : node.kind === 'embedding' ? EMBEDDING : GENERATION)
    const claimed = this.findClaims()
    return this.entries.filter(({ node, span }) =>
      span.hasUsage ? !this.isRepetition(node, claimed) : !this.isToldOf(node, span, claimed),
    )
  }

  /** A span may not stand within itself; broken files say so. */
  private cutCircles(): void {
    const done = new Set<TreeNode>()
    for (const start of this.nodes.values()) {
      const way = new Set<TreeNode>()
      for (let node: TreeNode | undefined = start; node !== undefined && !done.has(node); node = this.outer(node)) {
        way.add(node)
        const next = this.outer(node)
        if (next !== undefined && way.has(next)) node.parent = null
      }
      for (const node of way) done.add(node)
    }
  }

  private mark(node: TreeNode, bit: number): void {
    for (let one = this.outer(node); one !== undefined && (one.within & bit) === 0; one = this.outer(one)) one.within |= bit
  }

  /** The innermost agents and workflows around generations with figures; null where there is none around one. */
  private findClaims(): Set<TreeNode | null> {
    const claims = new Set<TreeNode | null>()
    for (const { node, span } of this.entries) {
      if (!span.hasUsage || node.kind === 'aggregate' || node.kind === 'embedding') continue
      claims.add(this.around(node).find(({ kind }) => kind === 'aggregate') ?? null)
    }
    return claims
  }

  private isRepetition(node: TreeNode, claims: ReadonlySet<TreeNode | null>): boolean {
    // Agents and generations do not repeat what embeddings within them used.
    const told = node.kind === 'aggregate' || node.kind === 'generation' ? GENERATION : GENERATION | EMBEDDING
    if ((node.within & told) !== 0) return true
    if (node.kind !== 'aggregate') return false
    // A generation that no other agent has around it may be this one's, though the spans between them are missing.
    return claims.has(null) || this.around(node).some((one) => claims.has(one))
  }

  /** A call without figures is told of by the calls within it, and by a span around it that has the figures. A failed one was an attempt of its own. */
  private isToldOf(node: TreeNode, { call }: Span, claims: ReadonlySet<TreeNode | null>): boolean {
    const told = node.kind === 'generation' ? GENERATION | SILENT : GENERATION | EMBEDDING | SILENT
    if ((node.within & told) !== 0 || node.usage !== null) return true
    return call?.hasFailed !== true && this.around(node).some((one) => one.usage !== null && !this.isRepetition(one, claims))
  }
}

function join(known: Attribution | null, more: Attribution | null): Attribution | null {
  if (known === null || more === null) return known ?? more
  return {
    run: known.run ?? more.run,
    agent: known.agent ?? more.agent,
    customer: known.customer ?? more.customer,
    testCase: known.testCase ?? more.testCase,
    work: known.work ?? more.work,
  }
}

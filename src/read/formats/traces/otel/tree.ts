import type { Call } from '../../call.ts'
import type { Sink } from '../../tool.ts'
import { complete } from './complete.ts'
import type { Attribution, Span } from './span.ts'
import { Trace, type TreeNode } from './trace.ts'

/**
 * The spans of all files. A span with usage repeats what the spans within it used; which they are is known only when all were read, because each
 * may stand in a line, or a file, of its own, and children come first.
 */
export class SpanTree {
  private readonly traces = new Map<string, Trace>()
  private readonly sink: Sink

  constructor(sink: Sink) {
    this.sink = sink
  }

  add(span: Span): void {
    const key = span.trace ?? ''
    const trace = this.traces.get(key) ?? new Trace()
    this.traces.set(key, trace)
    trace.add(span)
  }

  finish(): void {
    for (const [id, trace] of this.traces) {
      const entries = trace.findCalls()
      const kept = new Set(entries.filter(({ span }) => span.hasUsage).map(({ node }) => node))
      const leaves = countLeaves(trace, kept)
      for (const { span, node } of entries) {
        if (span.call === null) continue
        const around = trace.around(node)
        const repeated = around.filter((one) => span.hasUsage && one.usage !== null && !kept.has(one) && leaves.get(one) === 1)
        const call = repeated.reduce((known, one) => complete(known, one.usage), span.call)
        this.tell(call, span, id, [node, ...around])
      }
    }
  }

  private tell(call: Call, span: Span, trace: string, chain: readonly TreeNode[]): void {
    const nearest = (key: keyof Attribution) => chain.find(({ own }) => (own?.[key] ?? null) !== null)?.own?.[key] ?? null
    const conversation = nearest('run')
    const run = conversation ?? (trace === '' ? null : trace)
    this.sink.call({
      ...call,
      run,
      // All calls of an agent are called the same: then it is the agent that tells them apart.
      step: nearest('work') ?? (nearest('agent') === null ? (call.step ?? null) : null),
      agent: nearest('agent') ?? span.service,
      customer: nearest('customer'),
      testCase: nearest('testCase'),
      ids: [...(trace === '' || span.id === null ? [] : [`span:${trace}:${span.id}`]), ...(call.ids ?? [])],
    })
    const root = chain.at(-1)
    if (run !== null && root?.parent === null && root.status !== null) this.sink.end(run, root.status === 'ok' ? 'success' : 'failure')
  }
}

/** How many of the calls that count stand within each span. */
function countLeaves(trace: Trace, nodes: ReadonlySet<TreeNode>): Map<TreeNode, number> {
  const leaves = new Map<TreeNode, number>()
  for (const node of nodes) for (const one of trace.around(node)) leaves.set(one, (leaves.get(one) ?? 0) + 1)
  return leaves
}

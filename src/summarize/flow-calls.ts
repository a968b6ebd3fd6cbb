import type { CostSummary, FlowSummary, FlowTokens, LoggedTokens } from '../generated/types.ts'
import { splitTokens } from '../read/tokens.ts'
import type { LoggedCall } from '../usage.ts'
import { sortedEntries } from './amounts.ts'
import { Money } from './money.ts'

/** Figures of some calls while they grow. */
class Calls {
  calls = 0
  errors = 0
  input = 0
  output = 0
  readonly cost = new Money()

  add({ isError, inputTokens, outputTokens, costUsd }: LoggedCall): void {
    this.calls += 1
    if (isError) this.errors += 1
    this.addTokens(inputTokens, outputTokens)
    this.cost.add(costUsd ?? 0)
  }

  /** Adds what a document says, which may leave figures out. */
  absorb(some: { calls?: number; errors?: number; tokens?: FlowTokens; cost_usd?: number | null }): void {
    this.calls += some.calls ?? 0
    this.errors += some.errors ?? 0
    const { inputTokens, outputTokens } = splitTokens(some.tokens ?? {})
    this.addTokens(inputTokens, outputTokens)
    this.cost.add(some.cost_usd ?? 0)
  }

  private addTokens(input: number, output: number): void {
    this.input += input
    this.output += output
  }

  toJson(): { calls: number; errors: number; tokens: LoggedTokens; cost_usd: number } {
    const { calls, errors, input, output, cost } = this
    return { calls, errors, tokens: { input, output, total: input + output }, cost_usd: cost.toNumber() }
  }
}

/** All calls of call logs, of models and of tools, in total and per model: as logged, whether or not their spend is counted elsewhere. */
export class FlowCalls {
  /** Whether anything was said about calls. */
  isKnown = false
  private total: Calls | null = null
  private readonly models = new Map<string, Calls>()

  add(call: LoggedCall): void {
    this.isKnown = true
    this.total ??= new Calls()
    this.total.add(call)
    this.model(call.model).add(call)
  }

  /** Adds a document: a flow summary, or a cost summary that knows calls. A total that it leaves out stays unknown. */
  absorb({ mcp, models }: Pick<FlowSummary, 'mcp' | 'models'> | Pick<CostSummary, 'mcp' | 'models'>): void {
    if (mcp === undefined && models === undefined) return
    this.isKnown = true
    if (mcp?.calls !== undefined) {
      this.total ??= new Calls()
      this.total.absorb(mcp)
    }
    for (const model of models ?? []) this.model(model.name).absorb(model)
  }

  toJson(): Pick<CostSummary, 'mcp' | 'models'> {
    if (!this.isKnown) return {}
    return {
      ...(this.total !== null && { mcp: this.total.toJson() }),
      models: sortedEntries(this.models).map(([name, calls]) => ({ name, ...calls.toJson() })),
    }
  }

  private model(name: string): Calls {
    const calls = this.models.get(name) ?? new Calls()
    this.models.set(name, calls)
    return calls
  }
}

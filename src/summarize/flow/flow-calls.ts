import type { CostSummary, FlowSummary, FlowTokens, LoggedModelStats, McpStats, StepMcpStats } from '../../generated/types.ts'
import { Money } from '../../usage/money.ts'
import { splitTokens } from '../../usage/tokens.ts'
import type { LoggedCall } from '../../usage/usage.ts'
import { sortedEntries } from '../figures/amounts.ts'
import { CallCount } from '../figures/call-count.ts'
import { isTold } from './flow-told.ts'
import { totalOf } from './flow-total.ts'

/** What a document says of some calls; it may leave figures out. */
interface SomeCalls extends Partial<StepMcpStats> {
  readonly tokens?: FlowTokens
  readonly cost_usd?: number | null
}

/** Figures of some calls while they grow. */
class Calls {
  readonly count = new CallCount()
  input = 0
  output = 0
  readonly cost = new Money()

  add({ isError, inputTokens, outputTokens, costUsd }: LoggedCall): void {
    this.count.add(isError)
    this.spend(inputTokens, outputTokens, costUsd)
  }

  absorb(some: SomeCalls): void {
    this.count.absorb(some)
    const { inputTokens, outputTokens } = splitTokens(some.tokens ?? {})
    this.spend(inputTokens, outputTokens, some.cost_usd ?? 0)
  }

  private spend(input: number, output: number, costUsd: number | null): void {
    this.input += input
    this.output += output
    this.cost.add(costUsd ?? 0)
  }

  toJson(): McpStats {
    const { count, input, output, cost } = this
    return { ...count.toJson(), tokens: { input, output, total: input + output }, cost_usd: cost.toNumber() }
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

  /** Adds a flow summary. */
  addSummary(summary: FlowSummary): void {
    this.take(totalOf(summary), summary.models ?? null)
  }

  absorb(summary: CostSummary): void {
    const { mcp, models } = summary
    // A total of no calls is none: earlier versions wrote it beside steps that have calls.
    this.take(isTold(summary, 'mcp') && mcp?.calls ? mcp : null, isTold(summary, 'models') ? (models ?? null) : null)
  }

  private take(total: SomeCalls | null, models: readonly (SomeCalls & { readonly name: string })[] | null): void {
    if (total === null && models === null) return
    this.isKnown = true
    if (total !== null) {
      this.total ??= new Calls()
      this.total.absorb(total)
    }
    for (const model of models ?? []) this.model(model.name).absorb(model)
  }

  /** Which of the figures a file told of. */
  told(): ('mcp' | 'models')[] {
    return [...(this.total === null ? [] : ['mcp' as const]), ...(this.isKnown ? ['models' as const] : [])]
  }

  /** @param ofSteps what the steps say of their own calls: the total, where no file gives one. */
  toJson(ofSteps: CallCount): { mcp: McpStats; models: LoggedModelStats[] } {
    const models = sortedEntries(this.models).map(([name, calls]) => ({ name, ...calls.toJson() }))
    return { mcp: this.total?.toJson() ?? { ...addUp(models), ...ofSteps.toJson() }, models }
  }

  private model(name: string): Calls {
    const calls = this.models.get(name) ?? new Calls()
    this.models.set(name, calls)
    return calls
  }
}

function addUp(models: readonly LoggedModelStats[]): Pick<McpStats, 'tokens' | 'cost_usd'> {
  const all = new Calls()
  for (const model of models) all.absorb(model)
  const { tokens, cost_usd } = all.toJson()
  return { tokens, cost_usd }
}

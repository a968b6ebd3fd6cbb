import { FaultyFile, shown } from '../errors.ts'
import type { PolicyFile, PolicyLine } from '../generated/types.ts'
import type { Locate } from './line.ts'
import type { AgentRuns, Policy, Setting, Volume } from './policy.ts'

/** What a policy file says once for everything, whatever is judged. */
export function listSettings(data: PolicyFile, volume: Volume | null, locate: Locate): Setting[] {
  const { regression, mcp } = data
  const said: readonly (readonly [keys: readonly string[], value: string | number | undefined])[] = [
    [['existing_violations'], data.existing_violations],
    [['regression', 'max_increase_percent'], regression?.max_increase_percent],
    [['regression', 'min_increase_usd'], regression?.min_increase_usd],
    [['regression', 'level'], regression?.level],
    [['regression', 'on_inconclusive'], regression?.on_inconclusive],
    [['regression', 'min_success_rate_drop'], regression?.min_success_rate_drop],
    [['regression', 'success_level'], regression?.success_level],
    [['min_runs'], data.min_runs],
    [['min_success_rate'], data.min_success_rate],
    [['max_avg_latency_ms'], data.max_avg_latency_ms],
    [['mcp', 'max_error_rate'], mcp?.max_error_rate],
  ]
  const volumes = [{ keys: ['volume'], runs: volume?.all }, ...(volume?.agents ?? []).map(nameVolume)].map(
    ({ keys, runs }) => [keys, runs ? `${runs.runs} a ${runs.per}` : undefined] as const,
  )
  return [...said, ...volumes].flatMap(([keys, value]) => {
    return value === undefined ? [] : [{ name: keys.join('.'), value, policy: locate(keys) }]
  })
}

function nameVolume(runs: AgentRuns) {
  return { keys: ['volume', 'agents', runs.pattern], runs }
}

/** Throws a FaultyFile where one file says a setting otherwise than another: which of them is meant, nobody can know. */
export function refuseContradictions(policies: readonly Pick<Policy, 'settings'>[]): void {
  const first = new Map<string, Setting>()
  const problems: string[] = []
  const files = new Set<string>()
  for (const setting of policies.flatMap(({ settings }) => settings)) {
    const { name, value, policy } = setting
    const other = first.get(name) ?? setting
    first.set(name, other)
    if (other.value === value) continue
    for (const { path } of [policy, other.policy]) files.add(path)
    problems.push(
      `${place(policy)}: ${name} is ${shown(value)}, but ${shown(other.value)} in ${place(other.policy)}: say it in one file alone, or alike in both`,
    )
  }
  const [problem, ...others] = problems
  if (problem !== undefined) throw new FaultyFile(problem, [...files], others)
}

function place({ path, line }: PolicyLine): string {
  return `${path}:${line}`
}

import type { Policy, SuccessLimit, TotalLimit } from './policy.ts'
import type { TargetedRule } from './rule.ts'
import { refuseContradictions } from './settings.ts'
import { combineVolumes, expectVolume } from './volume/combine.ts'

/**
 * Several policies as one, in which all rules of each apply: groups and names of one never override those of another.
 * @param settling those that say what is said once for everything. The others only add limits: without what they say there, the verdict is never better.
 * @throws InputError where one of them contradicts another, or limits a projection that none of them gives a volume for.
 */
export function combinePolicies(policies: readonly Policy[], settling: readonly Policy[] = policies): Policy {
  refuseContradictions(settling)
  const apart = policies.map(setApart)
  const rules = apart.flatMap((policy) => policy.rules)
  const settled = combineVolumes(settling)
  // What nobody has reviewed does not mend those that settle, either.
  expectVolume(
    settling.flatMap((policy) => policy.rules),
    settled,
  )
  const volume = settled ?? combineVolumes(policies)
  expectVolume(rules, volume)
  return {
    rules,
    volume,
    success: combineSuccess(settling.map(({ success }) => success)),
    total: combineTotals(settling.map(({ total }) => total)),
    existingViolations: firstOf(settling, ({ existingViolations }) => existingViolations),
    flow: {
      totals: apart.flatMap(({ flow }) => flow.totals),
      steps: apart.flatMap(({ flow }) => flow.steps),
      requiredSteps: apart.flatMap(({ flow }) => flow.requiredSteps),
      models: apart.flatMap(({ flow }) => flow.models),
      empty: apart.flatMap(({ flow }) => flow.empty),
    },
    expiries: policies.flatMap(({ expiries }) => expiries),
    settings: policies.flatMap(({ settings }) => settings),
  }
}

/** The more specific of two names decides within a group alone, so those of two files must not read as one. */
function setApart({ rules, flow, ...policy }: Policy, index: number): Policy {
  const inFile = <R extends TargetedRule>(rule: R): R => ({ ...rule, group: `${index}.${rule.group}` })
  return {
    ...policy,
    rules: rules.map((rule) => ('group' in rule ? inFile(rule) : rule)),
    flow: { ...flow, steps: flow.steps.map(inFile) },
  }
}

/** The earliest warning of the files that say the limit counts; the limit of an input or the default is of no file, and then that of them all. */
function combineTotals(totals: readonly TotalLimit[]): TotalLimit {
  const saying = totals.filter(({ maxIncreasePercent }) => maxIncreasePercent !== null)
  const [limiting] = saying
  const [warnAtPercent = null] = (limiting === undefined ? totals : saying)
    .flatMap((total) => total.warnAtPercent ?? [])
    .sort((one, other) => one - other)
  return {
    maxIncreasePercent: limiting?.maxIncreasePercent ?? null,
    minIncreaseUsd: firstOf(totals, ({ minIncreaseUsd }) => minIncreaseUsd),
    level: firstOf(totals, ({ level }) => level),
    onInconclusive: firstOf(totals, ({ onInconclusive }) => onInconclusive),
    warnAtPercent,
    isOnTokens: totals.some(({ isOnTokens }) => isOnTokens),
    policy: limiting?.policy ?? null,
  }
}

function combineSuccess(limits: readonly SuccessLimit[]): SuccessLimit {
  const limiting = limits.find(({ minDrop }) => minDrop !== null)
  return { minDrop: limiting?.minDrop ?? null, level: firstOf(limits, ({ level }) => level), policy: limiting?.policy ?? null }
}

function firstOf<Source, Value>(sources: readonly Source[], read: (source: Source) => Value | null): Value | null {
  return sources.map(read).find((value) => value !== null) ?? null
}

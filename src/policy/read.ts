import { InputError } from '../errors.ts'
import type { PolicyFile } from '../generated/types.ts'
import validatePolicy from '../generated/validate/policy.js'
import { readYaml } from '../text/yaml.ts'
import { firstFlowKey, hasFlowLimits, readFlowPolicy } from './flow/flow.ts'
import { readGroups } from './groups.ts'
import { readGrowthPolicy } from './growth.ts'
import type { Locate } from './line.ts'
import type { Policy } from './policy.ts'
import { isLimit } from './rule.ts'
import { listSettings } from './settings.ts'
import { readVolume } from './volume/read.ts'

/**
 * Reads a policy (schemas/policy.schema.json) into rules that know their lines. Throws an InputError for YAML that breaks the schema,
 * a limit on the wrong kind of subject, and a file without any limit: that is a mistake, not a policy that allows everything. One about flows
 * is taken as the framework takes it, and the verdict says that it limits nothing.
 */
export function readPolicy(file: string, text: string): Policy {
  const { data, lineOf } = readYaml<PolicyFile>(file, text, validatePolicy)
  const locateIn =
    (name: string | null): Locate =>
    (keys) => ({ path: file, line: lineOf(keys), name })
  const locate = locateIn(null)
  const groups = readGroups(data, locateIn)
  const growth = readGrowthPolicy(data.regression, data.warn_at_percent ?? null, locate)
  const { flow, expiries } = readFlowPolicy(data, locate)
  const { total, success } = growth
  const volume = readVolume(data.volume, locate)
  const rules = [...groups.rules, ...growth.rules]
  const saysSomething = total.maxIncreasePercent !== null || total.minIncreaseUsd !== null || success.minDrop !== null || volume !== null
  const isEmpty = !saysSomething && !rules.some(isLimit) && !hasFlowLimits(flow)
  return {
    rules,
    total,
    success,
    volume,
    existingViolations: data.existing_violations ?? null,
    flow: { ...flow, empty: isEmpty ? [locate([expectFlow(file, data)])] : [] },
    expiries: [...groups.expiries, ...growth.expiries, ...expiries],
    settings: listSettings(data, volume, locate),
  }
}

/** The first key of flow governance. Throws an InputError where there is none. */
function expectFlow(file: string, data: PolicyFile): string {
  const key = firstFlowKey(data)
  if (key !== null) return key
  throw new InputError(
    `${file} has no limits in it. Example: policies: [{ name: agent_budgets, limits: { my-agent: { max_cost_per_run_usd: 2 } } }]`,
  )
}

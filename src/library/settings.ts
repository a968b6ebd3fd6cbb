import { type RawInputs, readSettings, type Settings } from '../settings.ts'
import type { GateOptions } from './options.ts'
import { unknownOption } from './unknown-option.ts'

/** Options that are inputs of the action, too. */
export type InputOptions = Omit<GateOptions, 'commit'>

const NAMES = {
  workingDirectory: 'working-directory',
  since: 'since',
  onInvalid: 'on-invalid',
  pricingPath: 'pricing-path',
  timezone: 'timezone',
  usagePath: 'usage-path',
  policyPath: 'policy-path',
  baselinePath: 'baseline-path',
  baselineWindow: 'baseline-window',
  onInconclusive: 'on-inconclusive',
  onMissingBaseline: 'on-missing-baseline',
  maxIncreasePercent: 'max-increase-percent',
  minIncreaseUsd: 'min-increase-usd',
  failOn: 'fail-on',
} as const satisfies Record<keyof InputOptions, keyof RawInputs>

/** Options as the inputs of the same names. Throws an InputError for one that is wrong or unknown. */
export function toSettings(options: InputOptions): Settings {
  const raw: RawInputs = {}
  const names = new Map<string, keyof RawInputs>(Object.entries(NAMES))
  for (const [name, value] of Object.entries(options)) {
    const input = names.get(name)
    if (input === undefined) throw unknownOption(name, [...names.keys()])
    if (value !== undefined) raw[input] = Array.isArray(value) ? value.join('\n') : String(value)
  }
  return readSettings(raw, '')
}

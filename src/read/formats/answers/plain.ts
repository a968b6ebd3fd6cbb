import { shown } from '../../../errors.ts'
import { saysSomething } from '../../foreign/amount.ts'
import { FOREIGN_KEYS } from '../../foreign/keys.ts'
import { count, get, object, text } from '../fields.ts'
import { Misread } from '../tool.ts'
import { hasError, idsOf, modelOf } from './names.ts'
import type { Said } from './said.ts'
import type { Spot } from './spots.ts'

const OWN: ReadonlySet<string> = new Set(['input_tokens', 'output_tokens', 'total_tokens', 'cost', 'cost_usd', 'total_cost'])
/** Where an answer may be an error. Elsewhere errors are also those of tools. */
const ERRORS = ['', '.response', '.body', '.response.body']

/**
 * Reads what is no provider's answer as it came: a failed call, one whose usage was not told, or one whose tokens have names that all
 * providers have; null: it tells of no call.
 */
export function readPlain(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  const ids = idsOf(spot)
  if (isError(spot)) return [{ ids, hasFailed: true }]
  const usage = get(answer, 'usage')
  const hasModel = modelOf(spot) !== null
  if (typeof usage !== 'object' || Array.isArray(usage)) return null
  if (!saysSomething(usage)) return hasModel ? [{ ids }] : null
  // The caller looks for figures in the line itself.
  if (usage === null || (spot.path === '' && !hasModel)) return null
  const isForeign = hasForeign(usage)
  const [input, output] = isForeign ? [null, null] : [count(usage, 'input_tokens'), count(usage, 'output_tokens')]
  if (input !== null && output !== null) return [{ ids, input, output }]
  return hasModel || isForeign ? refuseUsage(usage, '$.usage') : null
}

/** Refuses usage that stands in a line where no answer is looked for. */
export function refuseHidden(line: object): void {
  for (const [key, value] of Object.entries(line)) {
    const usage = object(value, 'usage')
    if (usage !== null && hasForeign(usage)) refuseUsage(usage, `$[${shown(key)}].usage`)
  }
}

function refuseUsage(usage: object, path: string): never {
  const keys = Object.keys(usage).slice(0, 8).map(shown).join(', ')
  throw new Misread(path, `is not understood, got the keys ${keys}; write each call as a row of a ledger, see docs/formats.md`)
}

/** Whether there are figures of which nobody here knows how to add them. */
function hasForeign(usage: object): boolean {
  return Object.entries(usage).some(([key, value]) => {
    if (OWN.has(key) || !saysSomething(value)) return false
    return FOREIGN_KEYS.has(key) || (typeof value === 'object' && value !== null && hasForeign(value))
  })
}

/** An error in place of usage: of a call whose model is named, of a request of a batch, or as the API sends it. */
function isError(spot: Spot): boolean {
  const { answer, path, objects } = spot
  if (!ERRORS.includes(path) || saysSomething(get(answer, 'usage'))) return false
  if (objects.some(isRefusal) && text(objects[0], 'custom_id') !== null) return true
  if (!hasError(answer)) return false
  return modelOf(spot) !== null || (text(answer, 'error', 'message') !== null && text(answer, 'error', 'type') !== null)
}

function isRefusal(value: object): boolean {
  return hasError(value) || Number(get(value, 'status_code')) >= 400
}

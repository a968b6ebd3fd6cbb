import type { Call, Place } from '../../call.ts'
import { sellerOf } from '../../seller.ts'
import { type Attributes, textOf } from './attributes.ts'
import { idOf, msOf } from './ids.ts'
import { type Kind, kindOf } from './kinds.ts'
import { NAMES } from './names.ts'
import { readFigures } from './usage.ts'

/** Whom a span, and what happens within it, belongs to. */
export interface Attribution {
  readonly run: string | null
  readonly agent: string | null
  readonly customer: string | null
  readonly testCase: string | null
  readonly work: string | null
}

/** What is kept of a span. */
export interface Span {
  readonly trace: string | null
  readonly id: string | null
  /** Undefined where it is told by somebody who does not know it. */
  readonly parent: string | null | undefined
  readonly kind: Kind
  readonly status: 'ok' | 'failed' | null
  readonly own: Attribution | null
  /** Null: it is no call of a model. */
  readonly call: Call | null
  /** Whether its call has figures. */
  readonly hasUsage: boolean
  readonly service: string | null
}

/** A span as its file has it. */
export interface Raw {
  readonly trace: unknown
  readonly id: unknown
  readonly parent: unknown
  readonly name: unknown
  /** Nanoseconds since 1970. */
  readonly start: unknown
  readonly status: 'ok' | 'failed' | null
  readonly service: string | null
}

/** Takes of a span what is needed of it. @throws Misread where its figures are broken. */
export function toSpan(raw: Raw, attributes: Attributes, place: Place): Span {
  const kind = kindOf(textOf(attributes, NAMES.kind))
  const hasFailed =
    raw.status === 'failed' || textOf(attributes, NAMES.error) !== null || textOf(attributes, NAMES.level)?.toUpperCase() === 'ERROR'
  const figures = readFigures(attributes)
  const model = textOf(attributes, NAMES.model)
  const isCall = figures !== null || kind === 'generation' || kind === 'embedding' || (kind === null && model !== null)
  return {
    trace: idOf(raw.trace),
    id: idOf(raw.id),
    parent: raw.parent === undefined ? undefined : idOf(raw.parent),
    kind,
    status: hasFailed ? 'failed' : raw.status,
    own: attributionOf(attributes),
    call: isCall ? { place, model, ...callOf(raw, attributes), hasFailed, ...figures } : null,
    hasUsage: figures !== null,
    service: raw.service,
  }
}

function callOf({ name, start }: Raw, attributes: Attributes): Pick<Call, 'provider' | 'timeMs' | 'step' | 'ids' | 'serviceTier'> {
  const [id, provider] = [textOf(attributes, NAMES.id), textOf(attributes, NAMES.provider)]
  return {
    provider: provider && sellerOf(provider),
    timeMs: msOf(start),
    serviceTier: textOf(attributes, NAMES.serviceTier),
    step: textOf(attributes, ['gen_ai.operation.name']) ?? (typeof name === 'string' && name !== '' ? name.slice(0, 512) : null),
    ids: id === null ? [] : [id],
  }
}

function attributionOf(attributes: Attributes): Attribution | null {
  if (attributes.size === 0) return null
  const own = {
    run: textOf(attributes, NAMES.run),
    agent: textOf(attributes, NAMES.agent),
    customer: textOf(attributes, NAMES.customer),
    testCase: textOf(attributes, NAMES.testCase),
    work: textOf(attributes, NAMES.work),
  }
  return Object.values(own).some((name) => name !== null) ? own : null
}

/** The status of a span, by number or by name. */
export function statusOf(code: unknown): 'ok' | 'failed' | null {
  const name = typeof code === 'string' ? code.replace(/^STATUS_CODE_/, '') : code
  if (name === 2 || name === 'ERROR') return 'failed'
  return name === 1 || name === 'OK' ? 'ok' : null
}

/** The name of the program in a resource's attributes; null where its SDK made one up. */
export function serviceOf(name: unknown): string | null {
  return typeof name === 'string' && name !== '' && !name.startsWith('unknown_service') ? name.slice(0, 512) : null
}

import { InputError, shown } from '../../errors.ts'
import { nearestName } from '../../text/nearest.ts'
import type { CostRecord } from '../../usage/record.ts'

const DIMENSIONS = ['model', 'agent', 'step', 'customer', 'case'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What tells variants apart: the file a record stands in, one of its names, or a key of its metadata (a dotted path). */
export type By = { readonly kind: 'file' } | { readonly kind: Dimension } | { readonly kind: 'metadata'; readonly path: string }

const METADATA = 'metadata.'

/** Reads what a user wrote. Throws an InputError that names the right words. */
export function readBy(text: string): By {
  const dimension = DIMENSIONS.find((one) => one === text)
  if (dimension !== undefined) return { kind: dimension }
  const path = text.slice(METADATA.length)
  if (text.startsWith(METADATA) && path !== '') return { kind: 'metadata', path }
  const near = nearestName(text, DIMENSIONS)
  const hint = near === null ? `--by ${METADATA}${text === '' || text.startsWith('metadata') ? 'variant' : text}` : `--by ${near}`
  throw new InputError(`--by must be ${DIMENSIONS.join(', ')} or a key of the metadata, got ${shown(text)}. Example: ${hint}`)
}

/** As users write it. */
export function writeBy(by: By): string {
  return by.kind === 'metadata' ? `${METADATA}${by.path}` : by.kind
}

/** The variant that a record belongs to; null where it names none. Files are told apart by who reads them. */
export function variantOf(by: By, record: CostRecord): string | null {
  if (by.kind === 'file') return null
  if (by.kind === 'case') return record.testCase ?? null
  return by.kind === 'metadata' ? (record.label?.variant ?? null) : record[by.kind]
}

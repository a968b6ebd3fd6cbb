import { get, object } from '../../fields.ts'

/** What is kept of a sample, or of the summary of one. */
export interface Sample {
  readonly id: unknown
  readonly epoch: unknown
  readonly uuid?: unknown
  readonly completed_at?: unknown
  readonly error?: unknown
  readonly scores?: unknown
  readonly model_usage?: unknown
}

/** A sample may have megabytes of messages. */
export function prune(sample: object): Sample {
  return {
    id: get(sample, 'id'),
    epoch: get(sample, 'epoch'),
    uuid: get(sample, 'uuid'),
    completed_at: get(sample, 'completed_at'),
    error: (get(sample, 'error') ?? null) !== null,
    scores: { first: { value: firstScore(sample) } },
    model_usage: get(sample, 'model_usage'),
  }
}

/** Whether a sample says what it used; those of 2024 do not. */
export function hasUsage(sample: unknown): boolean {
  return Object.keys(object(sample, 'model_usage') ?? {}).length > 0
}

/** How a sample ended: by its error, or by its first score where that says so; null: nobody knows. */
export function outcomeOf(sample: object): 'success' | 'failure' | null {
  const error = get(sample, 'error') ?? false
  if (error !== false) return 'failure'
  const score = firstScore(sample)
  if (score === 'C' || score === true || score === 1) return 'success'
  return score === 'I' || score === 'N' || score === false || score === 0 ? 'failure' : null
}

/** The first scorer is the main one. */
function firstScore(sample: object): unknown {
  const [first] = Object.values(object(sample, 'scores') ?? {})
  return get(first, 'value')
}

/** Number or text; null where it is neither. */
export function nameOf(id: unknown): string | null {
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? `${id}` : null
}

import type { ReadContext } from '../measure/usage.ts'
import { type Places, readPlaces, type Typed } from './places.ts'
import { progress } from './screen.ts'

/** Inputs of a command that looks at records one by one. */
export const READING = ['usage-path', 'on-invalid', 'pricing-path', 'timezone', 'working-directory'] as const

/** Where such a command looks, and how it reads. Its --since chooses records; as an input it would only say what a comparison leaves out. */
export function readingPlaces({ files, inputs, cwd }: Typed): Places {
  const { since: _, ...rest } = inputs
  return readPlaces({ files, inputs: rest, cwd })
}

/** How such a command reads. */
export function readingContext({ files }: Places): ReadContext {
  return { onProgress: progress(), files }
}

import { interpret } from '../errors.ts'
import type { FileSource } from '../files/source.ts'
import { findAdded } from '../policy/added.ts'
import { type Baseline, missingBaseline, parseBaseline } from './document.ts'
import { type WindowLimits, withinWindow } from './window.ts'

/** A baseline is held in memory whole. Bytes. */
const LARGEST = 64 << 20

/**
 * Reads a baseline file. Absent is a state of its own, also where the pull request brings it; present but unreadable is an InputError, because a gate that
 * cannot compare must not pass.
 */
export async function readBaseline(files: FileSource, file: string, limits: WindowLimits): Promise<Baseline> {
  const text = await files.read({ kind: 'baseline', file, largest: LARGEST, isNamed: true })
  if (text !== null)
    return withinWindow(
      interpret(file, () => parseBaseline(text, file)),
      limits,
    )
  const isBrought = findAdded(files.used, 'baseline', file) !== null
  return missingBaseline(
    'file',
    file,
    isBrought ? `the base has no ${file} yet, and that of the pull request counts when it is merged` : null,
  )
}

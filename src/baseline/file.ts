import { interpret } from '../errors.ts'
import type { FileSource } from '../trust/source.ts'
import { type Baseline, missingBaseline, parseBaseline } from './document.ts'
import { applyWindow, type WindowLimits } from './window.ts'

/** A baseline is held in memory whole. Bytes. */
const LARGEST = 64 << 20

/**
 * Reads a baseline file. Absent is a state of its own; present but unreadable is an InputError, because a gate that
 * cannot compare must not pass.
 */
export async function readBaseline(files: FileSource, file: string, limits: WindowLimits): Promise<Baseline> {
  const text = await files.read({ kind: 'baseline', file, largest: LARGEST, isNamed: true })
  return text === null ? missingBaseline('file', file, null) : applyWindow(await interpret(() => parseBaseline(text, file)), limits)
}

import { localFiles } from '../files/source.ts'
import type { ReadContext } from '../measure/usage.ts'
import type { RawInputs, Settings } from '../settings.ts'
import { readSettings } from '../settings.ts'
import type { Args } from './flags.ts'
import { progress } from './screen.ts'

/** Inputs of a command that looks at records one by one. */
export const READING = ['usage-path', 'on-invalid', 'pricing-path', 'timezone', 'working-directory'] as const

/** Settings of such a command. Its --since chooses records; as an input it would only say what a comparison leaves out. */
export function readingSettings({ files, inputs }: Args): Settings {
  const { since: _, ...rest } = inputs
  const raw: RawInputs = { ...rest, ...(files.length > 0 && { 'usage-path': files.join('\n') }) }
  return readSettings(raw, '--')
}

/** How such a command reads. */
export function readingContext(settings: Settings): ReadContext {
  return { onProgress: progress(), files: localFiles(settings['working-directory']) }
}

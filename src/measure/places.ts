import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { UsageSettings } from './usage.ts'

/** Where the usage of something named lies: a folder stands for the usual places in it. */
export function placesOf(file: string, settings: UsageSettings): string[] {
  const isFolder = statSync(resolve(settings['working-directory'], file), { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? settings['usage-path'].map((place) => join(file, place)) : [file]
}

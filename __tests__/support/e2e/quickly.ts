import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const preload = pathToFileURL(join(import.meta.dirname, 'quick.ts')).href

/** Variables of a step whose waits and deadlines are shorter by a factor, or by one each. */
export function quickly(factor: number, deadlineFactor = factor): Record<string, string> {
  return { NODE_OPTIONS: `--import ${preload}`, QUICK: String(factor), QUICK_DEADLINES: String(deadlineFactor) }
}

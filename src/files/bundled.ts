import { basename, join } from 'node:path'

/** All of dist/ lies in one folder; as a source this file lies two deep. */
const ROOT = join(import.meta.dirname, basename(import.meta.dirname) === 'dist' ? '..' : '../..')

/** Path of a file that comes with the package, such as `catalog/pricing.yaml`. */
export function bundled(path: string): string {
  return join(ROOT, path)
}

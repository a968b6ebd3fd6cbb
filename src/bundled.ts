import { join } from 'node:path'

/** Path of a file that comes with the package, such as `catalog/pricing.yaml`. src/ and dist/ are both one folder deep. */
export function bundled(path: string): string {
  return join(import.meta.dirname, '..', path)
}

import { matchesWildcard } from '../../text/wildcard.ts'

/** Where the framework writes: globs. */
export const NATIVE_PLACES: readonly string[] = [
  '.runs/costs/costs.jsonl',
  '.runs/costs.db',
  '.runs/agents/*/summary.json',
  '.runs/agents/*/mcp_calls.jsonl',
  '.runs/*/summary.json',
  '.runs/*/runs.jsonl',
  '.runs/*/mcp_calls.jsonl',
  '.magsag/runs/*.jsonl',
  '.magsag/storage.db',
]

/** Whether a path, as it is in a folder, is of the framework: `costs/costs.jsonl` in `.runs`. */
export function isOwnPlaceInside(folder: string, path: string): boolean {
  const names = `${folder}/${path}`.split('/')
  return NATIVE_PLACES.some((place) => {
    const parts = place.split('/')
    return parts.length === names.length && parts.every((part, index) => matchesWildcard(part, names[index] ?? ''))
  })
}

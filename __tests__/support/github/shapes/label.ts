import { createHash } from 'node:crypto'
import type { State } from '../state.ts'

/** A label as GitHub's API shows it. */
export function showLabel({ owner, repo }: State, origin: string, name: string): Record<string, unknown> {
  const id = createHash('sha1').update(name).digest().readUInt32BE()
  const url = `${origin}/repos/${owner}/${repo}/labels/${encodeURIComponent(name)}`
  return { id, node_id: `LA_${id}`, url, name, description: '', color: 'ededed', default: false }
}

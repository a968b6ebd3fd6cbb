import { isObject, pick, textAt } from '../../../../src/github/api/answer.ts'
import type { Workflow } from '../../docs/workflow.ts'
import type { Occasion } from '../occasions.ts'

/** What starts a workflow where `types` says nothing. */
const usualTypes: readonly string[] = ['opened', 'synchronize', 'reopened']

/** Whether an event starts a workflow. */
export function starts({ on }: Workflow, { event, env }: Occasion): boolean {
  const filters = filtersOf(on, event.name)
  if (filters === null) return false
  const listed = (key: string) => listAt(filters, key)
  if (event.name === 'push') return listed('branches')?.includes(env.GITHUB_REF_NAME ?? '') ?? true
  if (event.name === 'workflow_run') return listed('workflows')?.includes(textAt(event.payload, 'workflow_run', 'name') ?? '') ?? false
  if (event.name === 'pull_request') return (listed('types') ?? usualTypes).includes(textAt(event.payload, 'action') ?? '')
  return true
}

/** What a workflow says about an event; null where it is not for it. */
function filtersOf(on: unknown, event: string): unknown {
  if (on === event || (Array.isArray(on) && on.includes(event))) return {}
  return isObject(on) && Object.hasOwn(on, event) ? (on[event] ?? {}) : null
}

function listAt(filters: unknown, key: string): readonly string[] | null {
  const list = pick(filters, key)
  return Array.isArray(list) ? list.map(String) : null
}

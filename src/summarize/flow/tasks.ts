import type { TaskStats } from '../../generated/types.ts'
import type { Outcome } from '../../usage/usage.ts'
import { toTasks } from './outcomes.ts'

interface Ends {
  readonly successes: number
  readonly failures: number
}

/** How the runs of each name ended, where that is known. */
export class TaskEnds {
  private readonly names = new Map<string, Ends>()

  add(name: string, outcome: Outcome): void {
    if (outcome !== null) this.plus(name, outcome === 'success' ? { successes: 1, failures: 0 } : { successes: 0, failures: 1 })
  }

  absorb(stats: Readonly<Record<string, TaskStats>>): void {
    for (const [name, { successful_tasks: successes = 0, failed_tasks: failures = 0 }] of Object.entries(stats))
      this.plus(name, { successes, failures })
  }

  /** As it stands in a document: null where no outcome is known. */
  of(name: string): ReturnType<typeof toTasks> {
    const { successes, failures } = this.get(name)
    return toTasks(successes, failures)
  }

  private plus(name: string, { successes, failures }: Ends): void {
    const known = this.get(name)
    this.names.set(name, { successes: known.successes + successes, failures: known.failures + failures })
  }

  private get(name: string): Ends {
    return this.names.get(name) ?? { successes: 0, failures: 0 }
  }
}

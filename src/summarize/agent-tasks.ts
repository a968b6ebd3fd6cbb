import type { AgentStats } from '../generated/types.ts'
import { toTasks } from './outcomes.ts'

interface Ends {
  readonly successes: number
  readonly failures: number
}

/** How the runs of each agent ended, where that is known. */
export class AgentTasks {
  private readonly agents = new Map<string, Ends>()

  add(agent: string, { successes, failures }: Ends): void {
    const known = this.agents.get(agent) ?? { successes: 0, failures: 0 }
    this.agents.set(agent, { successes: known.successes + successes, failures: known.failures + failures })
  }

  absorb(agents: Readonly<Record<string, AgentStats>>): void {
    for (const [agent, { successful_tasks: successes = 0, failed_tasks: failures = 0 }] of Object.entries(agents))
      this.add(agent, { successes, failures })
  }

  /** As it stands in a cost summary; nothing where no outcome is known. */
  toJson(agent: string): Pick<AgentStats, 'successful_tasks' | 'failed_tasks'> {
    const { successes, failures } = this.agents.get(agent) ?? { successes: 0, failures: 0 }
    const { successful_tasks, failed_tasks } = toTasks(successes, failures)
    return successful_tasks === null || failed_tasks === null ? {} : { successful_tasks, failed_tasks }
  }
}

import { resolve } from 'node:path'
import { type Client, createClient } from '../github/api/client.ts'
import type { Clock } from '../github/api/clock.ts'
import type { Environment, Occasion } from '../github/facts/event.ts'
import { once } from '../once.ts'
import type { Settings } from '../settings.ts'
import type { Folders } from '../trust/repository.ts'

/** A step of a workflow at work: what it was told, why it runs, and whom it can ask. */
export interface Job {
  readonly env: Environment
  readonly settings: Settings
  readonly occasion: Occasion
  readonly clock: Clock
  /** GitHub's API; loaded when it is first asked. */
  readonly client: () => Promise<Client>
  readonly folders: Folders
  /** A warning on the checks page. */
  readonly warn: (message: string) => void
}

/** Opens a job. Nothing is asked of GitHub yet. */
export function openJob(env: Environment, settings: Settings, occasion: Occasion, { clock, warn }: Pick<Job, 'clock' | 'warn'>): Job {
  return {
    env,
    settings,
    occasion,
    clock,
    client: once(() => createClient({ token: settings['github-token'], apiUrl: env.GITHUB_API_URL || 'https://api.github.com', clock })),
    folders: {
      workspace: env.GITHUB_WORKSPACE || resolve('.'),
      cwd: settings['working-directory'],
      repository: occasion.repository,
    },
    warn,
  }
}

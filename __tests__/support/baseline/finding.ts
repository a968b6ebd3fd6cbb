import { afterEach, beforeEach, expect } from 'vitest'
import type { Baseline } from '../../../src/baseline/document.ts'
import { findStored } from '../../../src/baseline/records/stored.ts'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { State } from '../github/state.ts'

export let github: GitHubServer
export let state: State
let client: Client

/** Before each test: a GitHub of its own. */
export function stageFinding(): void {
  beforeEach(async () => {
    github = await startGitHub()
    state = github.state
    client = await createClient({ token: state.token, apiUrl: github.apiUrl })
  })
  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })
}

/** The stored baseline of a commit, as the median of so many records; where left out, of main and the newest record. */
export async function findBaseline(commit: string, records = 1, branches: readonly string[] = ['main']): Promise<Baseline> {
  const repository = { owner: state.owner, repo: state.repo, id: state.repoId }
  const within = await findStored(client, { repository, branches, commit, artifact: 'llm-cost-baseline', ownRun: 1 })
  return within({ records, level: { percent: 20, minUsd: 0 } })
}

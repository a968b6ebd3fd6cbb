import { afterEach, beforeEach, expect } from 'vitest'
import type { Asked } from '../../../src/baseline/records/asked.ts'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { State } from '../github/state.ts'
import { ACME } from './searching.ts'

export let github: GitHubServer
export let state: State
export let client: Client

/** Before each test: a GitHub of its own, for one part of a search. */
export function stageAsking(): void {
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

/** Records of main on or before a commit. */
export function askFor(commit: string, overrides: Partial<Asked> = {}): Asked {
  return { repository: ACME, branches: ['main'], commit, artifact: 'llm-cost-baseline', ownRun: 1, ...overrides }
}

/** What was asked since the test began, without what stands in every path. */
export function listAsked(): string[] {
  return github.requests.map(({ path }) => path.replace(/^.*\/(?:compare|actions)\//, '').replace(/\?.*/, ''))
}

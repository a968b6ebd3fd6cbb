import { afterEach, beforeEach, expect } from 'vitest'
import { findCandidates } from '../../src/baseline/records.ts'
import { type Artifact, listArtifacts } from '../../src/github/artifacts.ts'
import { type Client, createClient } from '../../src/github/client.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { State } from '../github/state.ts'

export const ACME = { owner: 'acme', repo: 'agents', id: 1001 }

export let github: GitHubServer
export let state: State
let client: Client

/** Before each test: a GitHub of its own. */
export function stageSearch(): void {
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

/** What is asked for; where left out, records of main in this repository. */
export interface Asked {
  readonly commit: string
  readonly branches?: readonly string[]
  readonly repository?: { owner: string; repo: string; id: number | null }
  /** What the list of artifacts says otherwise. */
  readonly lie?: Partial<Artifact>
}

/** Every record that qualifies, the nearest first: which artifact, and how many commits behind. */
export async function find({ commit, branches = ['main'], repository = ACME, lie = {} }: Asked): Promise<[number, number][]> {
  const listed = await listArtifacts(client, ACME, 'llm-cost-baseline')
  const artifacts = listed.map((artifact) => ({ ...artifact, ...lie }))
  const found: [number, number][] = []
  for await (const { artifact, commitsBehind } of findCandidates(client, artifacts, { repository, branches, commit })) {
    found.push([artifact.id, commitsBehind])
  }
  return found
}

/** A commit by its place; negative ones count from the end. */
export function sha(index: number, commits: readonly string[]): string {
  return commits.at(index) ?? ''
}

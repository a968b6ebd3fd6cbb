import { afterEach, beforeEach, expect } from 'vitest'
import { findCandidates } from '../../../src/baseline/records/candidates.ts'
import { Listing } from '../../../src/baseline/records/listing.ts'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import type { Artifact } from '../../../src/github/artifacts/artifacts.ts'
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
  readonly isNewest?: boolean
  /** How many to ask for; where left out, all. */
  readonly most?: number
  /** What the list of artifacts says otherwise. */
  readonly lie?: Partial<Artifact>
}

/** Every record that qualifies, the nearest first: which artifact, and how many commits behind. */
export async function find({
  commit,
  branches = ['main'],
  isNewest = false,
  repository = ACME,
  lie = {},
  most,
}: Asked): Promise<[number, number][]> {
  const asked = { repository, branches, commit, isNewest, artifact: 'llm-cost-baseline', ownRun: 1 }
  const listing = new LyingListing(client, asked, lie)
  const found: [number, number][] = []
  for await (const { artifact, commitsBehind } of findCandidates(client, listing, asked)) {
    found.push([artifact.id, commitsBehind])
    if (found.length === most) break
  }
  return found
}

/** A commit by its place; negative ones count from the end. */
export function sha(index: number, commits: readonly string[]): string {
  return commits.at(index) ?? ''
}

/** What GitHub lists, but for what it says otherwise. */
class LyingListing extends Listing {
  readonly #lie: Partial<Artifact>

  constructor(github: Client, asked: ConstructorParameters<typeof Listing>[1], lie: Partial<Artifact>) {
    super(github, { ...asked, repository: ACME })
    this.#lie = lie
  }

  override async extend(): Promise<boolean> {
    const isMore = await super.extend()
    this.artifacts.splice(0, this.artifacts.length, ...this.artifacts.map((artifact) => ({ ...artifact, ...this.#lie })))
    return isMore
  }
}

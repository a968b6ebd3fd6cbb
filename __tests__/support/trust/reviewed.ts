import { afterEach, beforeEach, expect } from 'vitest'
import { createClient } from '../../../src/github/api/client.ts'
import { baseFiles, type ReviewedFiles } from '../../../src/trust/base.ts'
import type { Folders } from '../../../src/trust/repository.ts'
import type { Review } from '../../../src/trust/review.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import { addCommit } from '../github/story/story.ts'
import { workspace } from '../read/workspace.ts'

export const FILE = 'rules/policy.yaml'
/** What is read. */
export const wanted = { kind: 'policy', file: FILE, largest: 1 << 20, isNamed: true } as const

export let github: GitHubServer

/** Folders of a job about acme/agents. */
export function foldersOf(workspace: string, cwd = workspace): Folders {
  return { workspace, cwd, repository: { owner: 'acme', repo: 'agents' } }
}

/** Before each test: a GitHub of its own. */
export function stageGitHub(): void {
  beforeEach(async () => {
    github = await startGitHub()
  })
  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })
}

/** The file on the base, where the head started, in the head, and in the workspace; null: none. Where left out, the version before. */
export interface Versions {
  readonly start: string | null
  readonly base?: string | null
  readonly head?: string | null
  readonly own?: string | null
}

/** A pull request with these versions of the file. */
export async function open(versions: Versions, overrides: Partial<Review> = {}): Promise<ReviewedFiles & { readonly baseSha: string }> {
  const { state } = github
  const { start, base = start, head = start, own = head } = versions
  const startSha = addCommit(state, { branch: 'main', files: { [FILE]: start } })
  const headSha = addCommit(state, { branch: 'topic', parents: [startSha], files: { [FILE]: head } })
  const baseSha = addCommit(state, { branch: 'main', files: { [FILE]: base } })
  const folder = workspace(own === null ? {} : { [FILE]: own })
  const files = filesOf({ baseSha, headSha, startSha, folder }, overrides)
  return { ...files, baseSha }
}

interface Commits {
  readonly baseSha: string
  readonly headSha: string
  /** Where the head started. */
  readonly startSha: string
  /** Where the head is checked out. */
  readonly folder: string
}

/** The files that judge a pull request. */
export function filesOf({ baseSha, headSha, startSha, folder }: Commits, overrides: Partial<Review> = {}): ReviewedFiles {
  const { state } = github
  const client = createClient({ token: state.token, apiUrl: github.apiUrl })
  return baseFiles({
    client: () => client,
    repository: { owner: state.owner, repo: state.repo, id: state.repoId },
    base: { ref: 'main', sha: baseSha },
    headSha,
    mergeBase: async () => startSha,
    measuredBase: async () => baseSha,
    folders: foldersOf(folder),
    isCheckedOut: true,
    mayAdopt: true,
    ...overrides,
  })
}

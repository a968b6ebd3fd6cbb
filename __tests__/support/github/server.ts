import { createApi } from './api.ts'
import { type BlobStore, createBlobStore } from './blobs.ts'
import { type Desk, startHost } from './host.ts'
import { createResults } from './results.ts'
import { createState, type State } from './state.ts'
import { createTokens } from './tokens.ts'

export type { Fault, Faults, Loss } from './faults.ts'
export type { Hook, Request } from './host.ts'

/**
 * GitHub on this machine: its REST API, the service for artifacts and the blob store, each on a port of its own. State is kept, and every
 * request and answer is held against what GitHub describes: a test asserts that there are no `violations`.
 */
export interface GitHubServer extends Desk {
  readonly apiUrl: string
  readonly resultsUrl: string
  readonly blobUrl: string
  readonly state: State
  /** ACTIONS_RUNTIME_TOKEN of a job of a run that was started, for the attempt that it is at. */
  runtimeToken(runId: number, job?: string): string
  close(): Promise<void>
}

/** Starts a GitHub with the usual repository. */
export async function startGitHub(): Promise<GitHubServer> {
  const state = createState()
  const desk: Desk = { requests: [], violations: [], faults: new Map(), onRequest: undefined, onEffect: undefined }
  const tokens = createTokens()
  let store: BlobStore | undefined
  const blobHost = await startHost(desk, (origin) => {
    store = createBlobStore(state, origin, desk.violations)
    return store
  })
  if (store === undefined) throw new Error('there is no blob store')
  const blobs = store
  const results = await startHost(desk, () => createResults(state, blobs, tokens, desk.violations))
  const api = await startHost(desk, (origin) => createApi(state, origin, blobs, desk.violations))
  const hosts = [api, results, blobHost]
  return Object.assign(desk, {
    apiUrl: api.origin,
    resultsUrl: results.origin,
    blobUrl: blobHost.origin,
    state,
    runtimeToken: (runId: number, job = 'cost') => {
      const run = state.runs.get(runId)
      if (run === undefined) throw new Error(`the local GitHub has no run ${runId}`)
      return tokens.make(run, job)
    },
    close: async () => {
      await Promise.all(hosts.map((host) => host.close()))
    },
  })
}

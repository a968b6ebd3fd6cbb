import { createHash } from 'node:crypto'
import type { Run } from './stage/records.ts'

/** Which run and which job a runtime token is of. */
export interface Claim {
  readonly runId: number
  readonly attempt: number
  readonly workflow_run_backend_id: string
  readonly workflow_job_run_backend_id: string
}

/** The tokens that runners get for the results service. */
export interface Tokens {
  /** A JSON Web Token for a job of a run. */
  make(run: Run, job: string): string
  /** Whose a token is; null where nobody was given it. */
  find(token: string): Claim | null
}

export function createTokens(): Tokens {
  const given = new Map<string, Claim>()
  return {
    make: ({ id, attempt }, job) => {
      const [run, ran] = [hashToUuid(`run ${id} ${attempt}`), hashToUuid(`job ${id} ${attempt} ${job}`)]
      const scp = `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${run}:${ran}`
      const parts = [
        { typ: 'JWT', alg: 'RS256' },
        { scp, iss: 'https://token.actions.githubusercontent.com' },
      ]
      const token = [...parts.map((part) => encode(JSON.stringify(part))), encode('JWT_CANARY')].join('.')
      given.set(token, { runId: id, attempt, workflow_run_backend_id: run, workflow_job_run_backend_id: ran })
      return token
    },
    find: (token) => given.get(token) ?? null,
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function hashToUuid(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

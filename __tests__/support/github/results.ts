import { Ajv } from 'ajv'
import formatsPlugin from 'ajv-formats'
import type { BlobStore } from './blobs.ts'
import type { Reply } from './faults.ts'
import { type Asked, type Incoming, parseBody, replyJson, type Service } from './host.ts'
import { isObject } from './schema.ts'
import type { Artifact } from './stage/records.ts'
import type { State } from './state.ts'
import { hashBytes, storeArtifact } from './story/story-runs.ts'
import type { Claim, Tokens } from './tokens.ts'

const ajv = new Ajv({ allErrors: true })
formatsPlugin.default(ajv)
const ids = { workflow_run_backend_id: { type: 'string' }, workflow_job_run_backend_id: { type: 'string' } }
const name = { type: 'string', minLength: 1 }
const number = { type: 'string', pattern: '^\\d+$' }

// What the client of @actions/artifact 6.2.1 sends.
const methods = new Map(
  Object.entries({
    CreateArtifact: define(
      { name, version: { const: 7 }, mime_type: { type: 'string' } },
      { expires_at: { type: 'string', format: 'date-time' } },
    ),
    FinalizeArtifact: define({ name, size: number, hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } }),
    ListArtifacts: define({}, { name_filter: name, id_filter: number }),
    GetSignedArtifactURL: define({ name }),
    DeleteArtifact: define({ name }),
  }),
)

function define(required: object, optional: object = {}) {
  const properties = { ...ids, ...required }
  const schema = {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  }
  return ajv.compile<Readonly<Record<string, string>>>(schema)
}

/** The service that workflow runs keep their artifacts with (Twirp). What no client of GitHub's would send goes to `violations`. */
export function createResults(state: State, blobs: BlobStore, tokens: Tokens, violations: string[]): Service {
  function read({ method, url, headers, bytes }: Incoming): Asked | null {
    const called = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(url.pathname)?.[1] ?? ''
    const check = methods.get(called)
    if (method !== 'POST' || check === undefined) return null
    const [route, body] = [`TWIRP ${called}`, parseBody(bytes)]
    if (!headers['content-type']?.startsWith('application/json')) violations.push(`${route}: content-type is not application/json`)

    const act = (): Reply => {
      const claim = tokens.find(headers.authorization?.replace(/^Bearer /, '') ?? '')
      if (claim === null) return refuse(401, 'invalid token')
      if (!check(body)) {
        violations.push(...(check.errors ?? []).map(({ instancePath, message }) => `${route}: ${instancePath || 'it'} ${message}`))
        return refuse(400, 'malformed request')
      }
      if (Object.keys(ids).some((key) => body[key] !== (isObject(claim) ? claim[key] : null))) {
        violations.push(`${route}: the ids are not those of the token`)
        return refuse(403, 'the token is of another run')
      }
      return carryOut(called, body, claim)
    }
    return { route, body, act }
  }

  function carryOut(called: string, body: Readonly<Record<string, string>>, claim: Claim): Reply {
    const ofRun = state.artifacts.filter(({ runId }) => runId === claim.runId)
    const ofAttempt = ofRun.filter(({ attempt, name }) => attempt === claim.attempt && name === body.name)
    if (called === 'CreateArtifact') return create(body.name ?? '', claim, ofAttempt)
    if (called === 'FinalizeArtifact') return finalize(body, ofAttempt.at(-1))
    const whole = ofRun.filter(({ finalized }) => finalized)
    if (called === 'ListArtifacts') {
      const listed = whole
        .filter(({ name, id }) => name === (body.name_filter ?? name) && String(id) === (body.id_filter ?? String(id)))
        .map((artifact) => show(artifact, claim))
      return replyJson(200, listed.length === 0 ? {} : { artifacts: listed })
    }
    const newest = whole.findLast(({ name }) => name === body.name)
    if (newest === undefined) return refuse(404, 'artifact not found')
    if (called === 'GetSignedArtifactURL') return replyJson(200, { signed_url: blobs.signDownload(newest) })
    state.artifacts.splice(state.artifacts.indexOf(newest), 1)
    return replyJson(200, { ok: true, artifact_id: String(newest.id) })
  }

  // Also where the first one was never finalized: what GitHub says then is not documented.
  function create(name: string, { runId }: Claim, named: readonly Artifact[]): Reply {
    if (named.length > 0) return refuse(409, 'an artifact with this name already exists on the workflow run')
    const artifact = storeArtifact(state, { runId, name, bytes: Buffer.alloc(0), finalized: false })
    return replyJson(200, { ok: true, signed_upload_url: blobs.signUpload(artifact) })
  }

  function finalize({ size, hash = '' }: Readonly<Record<string, string>>, artifact: Artifact | undefined): Reply {
    if (artifact === undefined) return refuse(404, 'artifact not found')
    const right = hashBytes(artifact.bytes)
    if (Number(size) !== artifact.bytes.length) violations.push(`TWIRP FinalizeArtifact: size ${size} of ${artifact.bytes.length} bytes`)
    if (hash !== right) violations.push(`TWIRP FinalizeArtifact: hash ${hash} of bytes with ${right}`)
    Object.assign(artifact, { digest: hash, finalized: true })
    return replyJson(200, { ok: true, artifact_id: String(artifact.id) })
  }

  return { read, refuse }
}

function show(artifact: Artifact, claim: Claim): Record<string, unknown> {
  const { workflow_run_backend_id, workflow_job_run_backend_id } = claim
  const { id, name, bytes, createdAt, digest } = artifact
  const about = { database_id: String(id), name, size: String(bytes.length), created_at: createdAt, digest }
  return { workflow_run_backend_id, workflow_job_run_backend_id, ...about }
}

const codes = new Map([
  [400, 'malformed'],
  [401, 'unauthenticated'],
  [403, 'permission_denied'],
  [404, 'not_found'],
  [409, 'already_exists'],
  [429, 'resource_exhausted'],
  [503, 'unavailable'],
])

function refuse(status: number, message: string): Reply {
  return replyJson(status, { code: codes.get(status) ?? 'internal', msg: message })
}

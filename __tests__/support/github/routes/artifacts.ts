import { type Answer, type Call, type Handler, notFound, type Operations, paginate, read, refuse } from '../answer.ts'
import { showArtifact } from '../shapes/run.ts'
import type { Artifact } from '../stage/records.ts'
import type { State } from '../state.ts'

/** Artifacts, of which only those are seen that were uploaded whole. */
export const artifacts: Operations = new Map([
  ['GET /repos/{owner}/{repo}/actions/artifacts', read((state, call) => list(state, call, () => true), 'actions')],
  ['GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', read(listOfRun, 'actions')],
  [
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}',
    read(
      forArtifact((state, { origin }, artifact) => ({ status: 200, body: showArtifact(state, origin, artifact) })),
      'actions',
    ),
  ],
  ['GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', read(forArtifact(locate), 'actions')],
])

function listOfRun(state: State, call: Call): Answer {
  const id = Number(call.params.get('run_id'))
  return state.runs.has(id) ? list(state, call, ({ runId }) => runId === id) : notFound()
}

function list(state: State, call: Call, isListed: (artifact: Artifact) => boolean): Answer {
  const name = call.query.get('name')
  const sign = call.query.get('direction') === 'asc' ? -1 : 1
  const listed = state.artifacts
    .filter((artifact) => artifact.finalized && isListed(artifact) && (name === null || artifact.name === name))
    .sort((one, other) => sign * (other.createdAt.localeCompare(one.createdAt) || other.id - one.id))
  const { page, headers } = paginate(listed, call)
  const shown = page.map((artifact) => showArtifact(state, call.origin, artifact))
  return { status: 200, headers, body: { total_count: listed.length, artifacts: shown } }
}

function locate(_: State, { params, signDownload }: Call, artifact: Artifact): Answer {
  if (params.get('archive_format') !== 'zip') return notFound()
  if (artifact.expired) return refuse(410, 'Artifact has expired')
  return { status: 302, headers: { location: signDownload(artifact) } }
}

function forArtifact(handle: (state: State, call: Call, artifact: Artifact) => Answer): Handler {
  return (state, call) => {
    const id = Number(call.params.get('artifact_id'))
    const found = state.artifacts.find((artifact) => artifact.finalized && artifact.id === id)
    return found === undefined ? notFound() : handle(state, call, found)
  }
}

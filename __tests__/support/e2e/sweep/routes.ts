const repository = '/repos/{owner}/{repo}'

/** The requests that a step makes, by what they are for. */
export const routes = {
  contents: `GET ${repository}/contents/{path}`,
  commits: `GET ${repository}/commits/{ref}`,
  compare: `GET ${repository}/compare/{basehead}`,
  tag: `GET ${repository}/git/ref/{ref}`,
  artifacts: `GET ${repository}/actions/artifacts`,
  runArtifacts: `GET ${repository}/actions/runs/{run_id}/artifacts`,
  run: `GET ${repository}/actions/runs/{run_id}`,
  zip: `GET ${repository}/actions/artifacts/{artifact_id}/{archive_format}`,
  blob: 'BLOB GET',
  reviews: `GET ${repository}/pulls/{pull_number}/reviews`,
  pull: `GET ${repository}/pulls/{pull_number}`,
  pulls: `GET ${repository}/pulls`,
  events: `GET ${repository}/issues/{issue_number}/events`,
  runs: `GET ${repository}/actions/runs`,
  permission: `GET ${repository}/collaborators/{username}/permission`,
  list: `GET ${repository}/issues/{issue_number}/comments`,
  user: 'POST /graphql',
  create: `POST ${repository}/issues/{issue_number}/comments`,
  update: `PATCH ${repository}/issues/comments/{comment_id}`,
  remove: `DELETE ${repository}/issues/comments/{comment_id}`,
  marks: `GET ${repository}/commits/{ref}/status`,
  status: `POST ${repository}/statuses/{sha}`,
  createArtifact: 'TWIRP CreateArtifact',
  finalizeArtifact: 'TWIRP FinalizeArtifact',
  putBlob: 'BLOB PUT',
} as const

export type RouteName = keyof typeof routes

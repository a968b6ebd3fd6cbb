import { IncompleteAnswer, textAt } from './answer.ts'
import { failureOf } from './failure.ts'
import { isLimit } from './retry.ts'

/** One phrase on why a request failed, with the permission that is missing. It ends without a full stop. */
export function explainRefusal(error: unknown): string {
  const { status, headers, message } = failureOf(error)
  if (status === null) return isOutage(error) ? `${message}. Run the job again` : message
  const answer = `(${status} ${message})`
  const give = `Give the job \`permissions: ${neededFor(textAt(error, 'request', 'method'), textAt(error, 'request', 'url'))}\``
  if (status === 401) return `GitHub does not accept the token ${answer}. Check the input \`github-token\``
  if (isLimit({ status, headers, message })) return `GitHub takes no more requests for now ${answer}. Run the job again later`
  if (status === 403 && /locked/i.test(message)) return `the conversation is locked ${answer}`
  if (status === 403) return `the token may not ${answer}. ${give}`
  if (status === 404) return `GitHub does not show it to this token ${answer}. ${give}`
  return status >= 500 ? `GitHub failed ${answer}. Run the job again` : `GitHub refused ${answer}`
}

/** Octokit gives every request that failed a status. */
function isOutage(error: unknown): boolean {
  return error instanceof IncompleteAnswer || (error instanceof Error && 'status' in error)
}

/** One line on why there is no comment. */
export function describeMissingComment(error: unknown): string {
  const why = explainRefusal(error)
  const readOnly =
    failureOf(error).status === 403 && why.includes('may not') ? ' Pull requests from forks and Dependabot get a read-only token.' : ''
  return `could not comment on the pull request: ${why}.${readOnly} The job summary has the full report.`
}

/** The permission of the job's token that a request needs, as a workflow writes it. */
function neededFor(method: string | null, url: string | null): string {
  const path = url?.replace(/^https?:\/\/[^/]+(\/api\/v3)?\/repos\/[^/]+\/[^/]+\//, '') ?? ''
  if (path.startsWith('actions/')) return 'actions: read'
  if (path.startsWith('statuses/') || /^commits\/[^/]+\/status/.test(path)) return 'statuses: write'
  if (/^(contents|compare|commits)\//.test(path)) return 'contents: read'
  if (/^issues(\/\d+)?($|\?)/.test(path)) return method === 'GET' ? 'issues: read' : 'issues: write'
  return /^issues\/(\d+\/)?comments/.test(path) || method !== 'GET' ? 'pull-requests: write' : 'pull-requests: read'
}

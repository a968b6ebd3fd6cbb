import { cleanText } from './log.ts'

const permission = 'Give the job `permissions: pull-requests: write`.'
const readOnly = 'Pull requests from forks and Dependabot get a read-only token: the job summary has the full report.'
const elsewhere = 'The job summary has the full report.'

/** One line on why there is no comment, with the permission that is missing. */
export function describeRefusal(error: unknown): string {
  return `could not comment on the pull request: ${explain(error)}`
}

function explain(error: unknown): string {
  const said = shorten(error instanceof Error ? error.message : String(error))
  const status = statusOf(error)
  if (status === null) return `${said}. ${elsewhere}`
  const answer = `(${status} ${said})`
  if (status === 401) return `GitHub does not accept the token ${answer}. Check the input \`github-token\`. ${elsewhere}`
  if (status === 429 || (status === 403 && /rate limit|abuse/i.test(said))) {
    return `GitHub takes no more requests for now ${answer}. Run the job again later. ${elsewhere}`
  }
  if (status === 403 && /locked/i.test(said)) return `the conversation is locked ${answer}. ${elsewhere}`
  if (status === 403) return `the token may not ${answer}. ${permission} ${readOnly}`
  if (status === 404) return `GitHub does not show it to this token ${answer}. ${permission} ${elsewhere}`
  return `GitHub refused ${answer}. ${elsewhere}`
}

// Octokit gives a request that got no answer the status 500: only an error with a response has a status of GitHub's.
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error && 'status' in error && typeof error.status === 'number')) return null
  return 'response' in error && error.response !== undefined ? error.status : null
}

// Octokit appends the address of the documentation, and takes a whole HTML page as the message.
function shorten(message: string): string {
  const line = cleanText(message)
    .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

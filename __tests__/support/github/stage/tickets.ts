import { createClient } from '../../../../src/github/api/client.ts'
import { type IssueOutcome, type StickyIssue, upsertIssue } from '../../../../src/github/publish/issue.ts'
import { github } from './upserts.ts'

export const LIST_ISSUES = 'GET /repos/{owner}/{repo}/issues'
export const CREATE_ISSUE = 'POST /repos/{owner}/{repo}/issues'
export const UPDATE_ISSUE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}'

/** Keeps the issue of run 9001, apart from what is wanted otherwise. */
export async function keep({
  body = 'Too dear.',
  ...wanted
}: Partial<StickyIssue> & { readonly body?: string } = {}): Promise<IssueOutcome> {
  const { owner, repo, repoId: id, token } = github.state
  const client = await createClient({ token, apiUrl: github.apiUrl, tryMs: 500_000, requestMs: 600_000 })
  const usual = { key: 'default', label: 'llm-cost', title: 'LLM cost alert', state: 'open', stamp: { run: 9001, attempt: 1 } } as const
  return upsertIssue(client, { owner, repo, id }, { ...usual, render: (length) => body.slice(0, length), ...wanted })
}

/** The stamp of another run. */
export const later = (run: number) => ({ stamp: { run, attempt: 1 } })

/** State and last line of each issue. */
export const shown = () => [...github.state.tickets.values()].map(({ body, state }) => `${state}: ${body.split('\n').at(-1)}`)

interface PullRequestOptions {
  readonly number?: number
  readonly author?: string | null
  /** Where the head is: this repository, another one, or one that was deleted. */
  readonly head?: 'here' | 'fork' | 'deleted'
}

/** The payload of `pull_request`, cut to what is read of it. */
export function pullRequestPayload({ number = 7, author = 'dev', head = 'here' }: PullRequestOptions = {}) {
  const here = { id: 1001, full_name: 'acme/agents' }
  const headRepo = { here, fork: { id: 2002, full_name: 'dev/agents' }, deleted: null }[head]
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      user: author === null ? null : { login: author, type: 'User' },
      head: { ref: 'feature', sha: 'a'.repeat(40), repo: headRepo },
      base: { ref: 'main', sha: 'b'.repeat(40), repo: here },
    },
    repository: here,
  }
}

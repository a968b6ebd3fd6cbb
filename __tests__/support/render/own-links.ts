const OWN = /\]\(https:\/\/[\w.-]+\/[\w-]+\/[\w-]+\/(?:actions\/runs\/\d+|commit\/[0-9a-f]{40}|blob\/[0-9a-f]{40}\/[\w%./-]+#L\d+)\)/g

/** A comment without the links to runs, to commits and to lines of the policy: no other belongs there. */
export function withoutOwnLinks(comment: string): string {
  return comment.replaceAll(OWN, ']')
}

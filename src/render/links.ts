import type { PolicyLine, Report } from '../generated/types.ts'

/** A commit id in full. */
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/

/** A link in Markdown; the words alone where there is no page. @param words Markdown, escaped already. */
export function link(words: string, url: string | null): string {
  return url === null ? words : `[${words}](${url})`
}

/** Page of the workflow run that judged. */
export function runUrl({ links }: Pick<Report, 'links'>): string | null {
  return links === undefined ? null : safe(links.run_url)
}

/** Page of another run of the repository. */
export function runOf({ links }: Pick<Report, 'links'>, id: number | null): string | null {
  return links === undefined || id === null ? null : safe(`${links.repository_url}/actions/runs/${id}`)
}

/** Page of a commit. */
export function commitUrl({ links }: Pick<Report, 'links'>, commit: string | null): string | null {
  return links === undefined || commit === null || !COMMIT.test(commit) ? null : safe(`${links.repository_url}/commit/${commit}`)
}

/** A line of a policy as it judged: at the base commit, or at the head where that brought it. Null where no page has it. */
export function policyUrl(report: Pick<Report, 'links' | 'files' | 'head'>, policy: PolicyLine | null): string | null {
  const { links, files, head } = report
  if (links === undefined || links.folder === null || policy === null) return null
  const file = files.find(({ kind, path }) => kind === 'policy' && path === policy.path)
  const commit = file?.commit ?? (file?.origin === 'base' ? null : head.commit)
  const path = pathOf(links.folder, policy.path)
  if (path === null || commit === null || !COMMIT.test(commit)) return null
  return safe(`${links.repository_url}/blob/${commit}/${path}#L${policy.line}`)
}

/** Path in the repository, for an address; null for what lies outside. */
function pathOf(folder: string, path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return null
  const parts: string[] = []
  for (const part of `${folder}/${path.replaceAll('\\', '/')}`.split('/')) {
    if (part === '..' && parts.length === 0) return null
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)).join('/')
}

/** Nothing but an address goes into a link: it can end neither the link nor the line. */
function safe(url: string): string | null {
  return /^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/.test(url) ? url : null
}

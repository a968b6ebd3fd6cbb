import { IncompleteAnswer, isObject } from './answer.ts'
import type { Client } from './client.ts'

/** GitHub gives at most 100 items a page. */
const PAGE = 100
const MOST_PAGES = 30

interface List {
  /** As Octokit writes it, for example `GET /repos/{owner}/{repo}/pulls`. */
  readonly route: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** Key of the list in the answer; none where the answer is the list. */
  readonly key?: string
  /** Read no further than this many pages, though there are more. */
  readonly pages?: number
}

/**
 * All items of a list. Rejects where an answer is cut, and where the list has more than 3,000 items and no number of pages was asked for: half a list
 * would read as a whole one.
 */
export async function listAll(client: Client, { route, parameters, key, pages }: List): Promise<readonly unknown[]> {
  const items: unknown[] = []
  // Not client.paginate: it reads an answer that broke off as an empty list.
  for (let page = 1; page <= (pages ?? MOST_PAGES); page++) {
    const { data, headers } = await client.request(route, { ...parameters, per_page: PAGE, page })
    const part: unknown = key === undefined ? data : isObject(data) ? data[key] : undefined
    if (!Array.isArray(part)) throw new IncompleteAnswer('a list')
    items.push(...part)
    if (!/;\s*rel="?next"?/.test(headers.link ?? '')) return items
  }
  if (pages !== undefined) return items
  throw new Error(`a list of GitHub has more than ${MOST_PAGES * PAGE} items`)
}

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
}

/** A page of a list. */
export interface Page {
  readonly items: readonly unknown[]
  readonly isLast: boolean
}

/** All items of a list. Rejects where an answer is cut, and where the list has more than 3,000 items: half a list would read as a whole one. */
export async function listAll(client: Client, list: List): Promise<readonly unknown[]> {
  const items: unknown[] = []
  let isWhole = false
  for await (const page of readPages(client, list)) {
    items.push(...page.items)
    isWhole = page.isLast
  }
  if (!isWhole) throw new Error(`a list of GitHub has more than ${MOST_PAGES * PAGE} items`)
  return items
}

/** A list page by page, up to 3,000 items: each page is asked for when it is needed. Rejects where an answer is cut. */
export async function* readPages(client: Client, { route, parameters, key }: List): AsyncGenerator<Page, undefined> {
  // Not client.paginate: it reads an answer that broke off as an empty list.
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, headers } = await client.request(route, { ...parameters, per_page: PAGE, page })
    const items: unknown = key === undefined ? data : isObject(data) ? data[key] : undefined
    if (!Array.isArray(items)) throw new IncompleteAnswer('a list')
    const isLast = !/;\s*rel="?next"?/.test(headers.link ?? '')
    yield { items, isLast }
    if (isLast) return
  }
}

/** Keys, of a row or of its metadata, that name the call it tells of. */
export const IDS: readonly string[] = ['id', 'request_id', 'message_id', 'response_id']

/** The ids of a call in the order of IDS; an empty text where it has none of a kind. */
export type Ids = readonly string[]

export const NO_IDS: Ids = IDS.map(() => '')

/**
 * The ids of a row and of its metadata; null where it has none. Only a text is an id: a number mostly counts the rows of a table. Wherever an id
 * stands, it is the same one.
 */
export function idsOf(row: unknown): Ids | null {
  return joinIds(readIds(row), readIds(memberOf(row, 'metadata')))
}

/** What writers put where they have no id; the last ones stand for 0, also as a UUID. */
const NO_ID = /^(?:none|null|nil|undefined|unknown|n\/?a|nan|[\s0-]*)$/i

/** Whether a text names anything. */
export function isId(text: string): boolean {
  return !NO_ID.test(text)
}

export function readIds(named: unknown): Ids | null {
  const ids = IDS.map((key) => textOf(memberOf(named, key))).map((id) => (isId(id) ? id : ''))
  return ids.some((id) => id !== '') ? ids : null
}

export function joinIds(row: Ids | null, metadata: Ids | null): Ids | null {
  if (row === null || metadata === null) return row ?? metadata
  return row.map((id, place) => {
    const other = metadata[place] ?? ''
    return id === '' || other === '' || id === other ? id || other : JSON.stringify([id, other])
  })
}

/** A value of a row that nobody has validated yet; undefined where it is no object. */
export function memberOf(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined
}

/** The text; an empty one for whatever else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What tells whose record it is, by dotted path: a pattern that a text must match, `true`: it is there and not null, `false`: it is not. */
export type Marks = Readonly<Record<string, RegExp | boolean>>

/** Whether a record has all marks. */
export function fits(record: object, marks: Marks): boolean {
  for (const path in marks) if (!hasMark(record, path, marks[path] ?? true)) return false
  return true
}

/** Whether a record has a mark. */
export function hasMark(record: object, path: string, mark: RegExp | boolean): boolean {
  const value = find(record, path)
  if (typeof mark === 'boolean') return ((value ?? null) !== null) === mark
  return typeof value === 'string' && mark.test(value)
}

/** A key may hold dots itself, as OpenTelemetry's do: the whole path is tried first. */
function find(record: object, path: string): unknown {
  if (Object.hasOwn(record, path)) return Reflect.get(record, path)
  let value: unknown = record
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

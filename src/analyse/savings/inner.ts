/** The value of a key, made where there is none: a map in a map is found sooner than one key of all names is made. */
export function inner<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = create()
  map.set(key, value)
  return value
}

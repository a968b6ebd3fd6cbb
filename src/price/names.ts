/** What a call's model may be called in a catalog; without a provider where only the model's own name is meant. */
export interface CatalogName {
  readonly provider: string | null
  readonly model: string
}

/** Other names of a provider, lower case, and its name in the price list. */
export type Providers = ReadonlyMap<string, string>

/** A router and a vendor make two; a hostile name could have hundreds. */
const MOST_PREFIXES = 4

/**
 * Names to look for, best first: with the record's provider, with the providers that prefix the model
 * (`openrouter/anthropic/…`), then the model alone. Lower case.
 */
export function listNames(provider: string | null, model: string, providers: Providers): CatalogName[] {
  const given = clean(model)
  const bare = strip(given)
  const names: CatalogName[] = []
  const owner = provider?.trim().toLowerCase()
  if (owner) {
    for (const name of [providers.get(owner) ?? owner, owner]) names.push({ provider: name, model: given }, { provider: name, model: bare })
  }
  const alone = [given, bare]
  for (let rest = bare, depth = 0; depth < MOST_PREFIXES; depth++) {
    const prefixed = splitPrefix(rest, providers)
    if (prefixed === null) break
    rest = strip(prefixed.rest)
    // Some lists keep the prefix in their own ids.
    names.push({ provider: prefixed.provider, model: prefixed.whole }, { provider: prefixed.provider, model: rest })
    alone.push(rest)
  }
  return distinct([...names, ...alone.map((name) => ({ provider: null, model: name }))])
}

/** `provider/model`, or the model where there is no provider. */
export function joinName({ provider, model }: CatalogName): string {
  return provider === null ? model : `${provider}/${model}`
}

/** The providers before a model's own name, the outermost first, and that name. Lower case. */
export function splitProviders(model: string, providers: Providers): { readonly providers: readonly string[]; readonly model: string } {
  const found: string[] = []
  let rest = strip(clean(model))
  for (let depth = 0; depth < MOST_PREFIXES; depth++) {
    const prefixed = splitPrefix(rest, providers)
    if (prefixed === null) break
    found.push(prefixed.provider)
    rest = strip(prefixed.rest)
  }
  return { providers: found, model: rest }
}

/** A name as writers may have meant it, whatever the case and the blanks around it. */
export function clean(name: string): string {
  return name.trim().toLowerCase()
}

/** Marks that choose another context window or service class of the same model, and the collection that Google puts before its names. */
function strip(name: string): string {
  return name
    .replace(/^models\//, '')
    .replace(/\[1m\]$/, '')
    .replace(/:(free|beta)$/, '')
}

/** The longest known provider before a `/`, `:` or `.`. */
export function splitPrefix(name: string, providers: Providers): { provider: string; whole: string; rest: string } | null {
  for (let end = name.length - 2; end > 0; end--) {
    if (!'/:.'.includes(name.charAt(end))) continue
    const provider = providers.get(name.slice(0, end))
    if (provider !== undefined) return { provider, whole: name, rest: name.slice(end + 1) }
  }
  return null
}

function distinct(names: readonly CatalogName[]): CatalogName[] {
  const byKey = new Map<string, CatalogName>()
  for (const name of names) {
    const key = `${name.provider === null ? '' : 'of'} ${joinName(name)}`
    if (!byKey.has(key)) byKey.set(key, name)
  }
  return [...byKey.values()]
}

import type { ListedModel } from './data.ts'
import { withoutEndings } from './endings.ts'

/** The models of one seller by their names. */
export interface Models {
  find(name: string): ListedModel | null
  /** All names, for those who look for one that is near. */
  readonly names: readonly string[]
}

/** Looks models up by exact name first, then by a name to which a documented ending was added. */
export function indexModels(models: readonly ListedModel[]): Models {
  const exact = new Map<string, ListedModel>()
  const open = new Map<string, ListedModel>()
  for (const model of models) {
    for (const stem of model.stems ?? []) add(open, foldDots(stem), model)
    for (const name of [model.id, ...(model.names ?? []), ...(model.stems ?? [])]) add(exact, foldDots(name), model)
  }
  return { find: (name) => find(foldDots(name), exact, open), names: [...exact.keys()] }
}

function add(index: Map<string, ListedModel>, name: string, model: ListedModel): void {
  // The first one stays: corrections come before what they correct.
  if (!index.has(name)) index.set(name, model)
}

function find(name: string, exact: ReadonlyMap<string, ListedModel>, open: ReadonlyMap<string, ListedModel>): ListedModel | null {
  const found = exact.get(name)
  if (found !== undefined) return found
  for (const shorter of withoutEndings(name)) {
    const model = open.get(shorter)
    if (model !== undefined) return model
  }
  return null
}

/** `claude-fable-5.1` and `claude-fable-5-1` are one name: between digits, writers put either. */
export function foldDots(name: string): string {
  return name.replace(/(?<=\d)\.(?=\d)/g, '-')
}

import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError } from '../errors.ts'
import { type FileSource, localFiles } from '../files/source.ts'
import { resolvePlace } from '../read/discover/outside.ts'
import { type RawInputs, readSettings, type Settings } from '../settings.ts'
import { isGlob } from '../text/wildcard.ts'
import type { Args } from './flags.ts'

/** Inputs that name a file to read, and the flag that people write. */
const NAMING = {
  'usage-path': '--usage-path',
  'policy-path': '--policy',
  'baseline-path': '--baseline',
  'pricing-path': '--pricing',
  'alternatives-path': '--alternatives',
} as const

/** What a command was told, and where it looks. */
export interface Places {
  /** Their working directory is where usage is looked for. */
  readonly settings: Settings
  readonly files: FileSource
  /** Folder of what nobody names: the one in --working-directory, or where the person stands. */
  readonly folder: string
}

/** Words that a command takes: files, and inputs with their flags. */
export type Typed = Pick<Args, 'files' | 'inputs' | 'cwd'>

/**
 * The one rule of paths in a terminal: what a person types starts from where he stands, and --working-directory says where to look for what he does not
 * name. @throws InputError for a file that is named and does not exist.
 */
export function readPlaces(typed: Typed): Places {
  const { files, inputs, cwd } = typed
  const folder = resolve(cwd, inputs['working-directory'] || '.')
  const raw: RawInputs = { ...inputs, ...(files.length > 0 && { 'usage-path': files.join('\n') }) }
  const settings = readSettings({ ...raw, 'working-directory': raw['usage-path'] === undefined ? folder : cwd }, '--')
  expectFolder(inputs['working-directory'], folder)
  for (const [name, flag] of Object.entries(NAMING)) {
    const named = settings[name as keyof typeof NAMING]
    if (inputs[name as keyof typeof NAMING] === undefined && !(name === 'usage-path' && files.length > 0)) continue
    for (const file of typeof named === 'string' ? [named] : (named ?? []))
      expectFile(file, typed, name === 'usage-path' && files.length > 0 ? null : flag)
  }
  return { settings, files: localFiles(cwd, 'workspace', folder), folder }
}

/** Stops where a file does not exist. @param flag that names it; null: it stands alone. A glob may match nothing. */
export function expectFile(file: string, { cwd, inputs }: Pick<Args, 'cwd' | 'inputs'>, flag: string | null): void {
  if (isPattern(file)) return
  const place = resolvePlace(file)
  if (place !== null && existsSync(resolve(cwd, place))) return
  const folder = inputs['working-directory']
  const isThere = folder !== undefined && place !== null && existsSync(resolve(cwd, folder, place))
  const why = isThere ? '; what you type starts from where you stand, not from --working-directory' : ''
  throw new InputError(`${file}: does not exist${why}${flag === null || isThere ? '' : `; correct ${flag}`}`)
}

/** Whether it stands for several files; what is wrong in a pattern is told where it is read. */
function isPattern(file: string): boolean {
  return isGlob(file) || /[{[\]!]/.test(file)
}

function expectFolder(named: string | undefined, folder: string): void {
  if (named === undefined) return
  const info = statSync(folder, { throwIfNoEntry: false })
  if (info === undefined) throw new InputError(`${named}: does not exist; correct --working-directory`)
  if (!info.isDirectory()) throw new InputError(`${named}: is no folder; correct --working-directory`)
}

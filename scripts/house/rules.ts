import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findCircles } from './circles.ts'
import { type Import, list, readSources, type Sources } from './imports.ts'
import { FLOORS, MAP, MOST_FILES, MOST_LOOSE, NEVER, OUTSIDE_WORLD, type Room } from './rooms.ts'

/** What breaks a rule of the house, a line each: the file, the import where it is one, and the rule. */
export function findViolations(root: string): string[] {
  const sources = readSources(root)
  return [
    ...sources.imports.flatMap((one) => judgeImport(one) ?? []),
    ...findCircles(sources.imports).map((way) => `${way.join(' -> ')} -> ${way[0]}: no two files import each other, types included`),
    ...judgeRooms(root, sources),
    ...judgeSizes(sources),
    ...judgeFields(sources),
    ...judgeTests(root),
  ]
}

/** The first rule that an import breaks. */
function judgeImport({ from, specifier, to }: Import): string | null {
  const own = roomOf(from)
  const broken = (rule: string) => `${from}: imports ${specifier}: ${rule}`
  if (to === null) {
    const isOutside = specifier.startsWith('node:') || specifier.startsWith('@actions/')
    return own.room?.isPure && isOutside ? broken(`${own.name} is pure: it takes data and gives data`) : null
  }
  const other = roomOf(to)
  if (other.name === own.name || own.room === null || other.room === null) return null
  const never = NEVER.find((arrow) => arrow.from === own.name && arrow.to === other.name)
  if (never) return broken(`${own.name} never imports ${other.name}: ${never.why}`)
  if (own.room.isPure && OUTSIDE_WORLD.includes(other.name)) return broken(`${own.name} is pure: it never imports ${other.name}`)
  if (other.floor > own.floor) return null
  return broken(`arrows run down: ${other.name} ${other.floor === own.floor ? 'stands beside' : 'is above'} ${own.name}`)
}

interface Place {
  readonly name: string
  /** Null: the house has no such room. */
  readonly room: Room | null
  /** 0 is the top. */
  readonly floor: number
}

/** The folder or loose file directly in src/ that a file belongs to. */
function roomOf(file: string): Place {
  const name = file.split('/')[1] ?? ''
  const floor = FLOORS.findIndex((rooms) => rooms.some((room) => room.name === name))
  return { name, floor, room: FLOORS[floor]?.find((room) => room.name === name) ?? null }
}

function judgeRooms(root: string, { files }: Sources): string[] {
  const names = [...new Set(files.map((file) => roomOf(file).name))]
  const folders = names.filter((name) => !name.endsWith('.ts'))
  const words = new Map<string, string[]>()
  for (const name of names) words.set(name.replace(/\.ts$/, ''), [...(words.get(name.replace(/\.ts$/, '')) ?? []), name])
  return [
    ...names
      .filter((name) => roomOf(`src/${name}`).room === null)
      .map((name) => `src/${name}: is no room of the house: scripts/house/rooms.ts`),
    ...[...words.values()].filter(({ length }) => length > 1).map((twice) => `src/${twice.join(', src/')}: a name at the top occurs once`),
    ...folders.filter((name) => !saysWhatItIs(root, name)).map((name) => `src/${name}: a README.md of one line says what the room is`),
    ...folders.filter((name) => !MAP.flat().includes(name)).map((name) => `src/${name}: is not on the map: MAP in scripts/house/rooms.ts`),
  ]
}

function saysWhatItIs(root: string, name: string): boolean {
  const file = join(root, 'src', name, 'README.md')
  return existsSync(file) && /^[^\n]+\n$/.test(readFileSync(file, 'utf8'))
}

function judgeSizes({ files }: Sources): string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))]
  return folders.flatMap((folder) => {
    const { length } = files.filter((file) => dirname(file) === folder)
    const most = folder === 'src' ? MOST_LOOSE : MOST_FILES
    return length > most ? [`${folder}: has ${length} files, ${most} at the most`] : []
  })
}

/** One way to write each thing: `private`, which types know, too. */
function judgeFields({ texts }: Sources): string[] {
  return [...texts]
    .filter(([, text]) => /^\s+(?:readonly |static |async |\*)*#\w/m.test(text))
    .map(([file]) => `${file}: has a #field: write private`)
}

/** What tests share stands in a folder of its own, so that it is told from tests. */
function judgeTests(root: string): string[] {
  const files = list(root, '__tests__').filter((file) => file.endsWith('.ts') && !/^__tests__\/(support|fixtures)\//.test(file))
  return files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => `${file}: is no test: what tests share stands in __tests__/support`)
}

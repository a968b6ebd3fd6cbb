import { readFileSync, statSync } from 'node:fs'
import { ArchiveFault, openArchive, type PackedEntry } from '../../../../files/archive/read.ts'
import { reading, showSize } from '../../../../files/text.ts'
import { isRecord, parseForeign } from '../../../json.ts'
import { list } from '../../fields.ts'
import { Misread } from '../../tool.ts'
import { hasUsage, prune, type Sample } from './sample.ts'

/** Bytes of the archive, of one file in it, and of all that are unpacked. */
const LARGEST = 256 << 20
const LARGEST_ENTRY = 64 << 20
const MOST_UNPACKED = 1 << 30
const MOST_ENTRIES = 65_000

/** The log in an `.eval` archive, in the form of a JSON log. @throws Misread where it is none, or cannot be unpacked. */
export async function unpackLog(path: string, file: string): Promise<object> {
  const { size } = reading(file, () => statSync(path))
  if (size > LARGEST)
    throw new Misread('$', `is larger than ${showSize(LARGEST)}; write the log as JSON without samples, or split the eval`)
  try {
    return readLog(
      openArchive(
        reading(file, () => readFileSync(path)),
        MOST_ENTRIES,
      ),
    )
  } catch (error) {
    if (error instanceof ArchiveFault) throw new Misread('$', `cannot be unpacked: ${error.message}`)
    throw error
  }
}

function readLog(entries: readonly PackedEntry[]): object {
  // What is written again stands there twice, and the later one counts.
  const files = new Map(entries.map((entry) => [entry.name, entry]))
  const content = unpacker()
  const [header, start] = [files.get('header.json'), files.get('_journal/start.json')]
  const head = header ?? start
  if (head === undefined)
    throw new Misread('$', 'is a zip archive, but no log of Inspect AI: it has no header.json. Unpack it and name its files in usage-path')
  const log = content(head)
  if (!isRecord(log)) throw new Misread('$', `${head.label} in the archive must be a JSON object`)
  // An eval that was killed has no header yet.
  return { ...(header === undefined && { status: 'started' }), ...log, samples: samplesOf(files, content, header !== undefined) }
}

function samplesOf(files: ReadonlyMap<string, PackedEntry>, content: (entry: PackedEntry) => unknown, hasTotal: boolean): Sample[] {
  const named = (pattern: RegExp) => [...files.values()].filter(({ name }) => pattern.test(name))
  const summaries = named(/^summaries\.json$/)
  const journal = named(/^_journal\/summaries\/\d+\.json$/).sort((one, other) => numberOf(one) - numberOf(other))
  const known = (summaries.length > 0 ? summaries : journal).flatMap((entry) =>
    list({ all: content(entry) }, 'all')
      .filter(isRecord)
      .map(prune),
  )
  if (known.some(hasUsage)) return lastOf(known)
  const samples = named(/^samples\/.*\.json$/s)
  // The header has the total, so that what is too large need not be read.
  const small = hasTotal ? samples.filter(({ size }) => size <= LARGEST_ENTRY) : samples
  return lastOf(small.map(content).filter(isRecord).map(prune))
}

function numberOf({ name }: PackedEntry): number {
  return Number(/\d+/.exec(name)?.[0])
}

/** A sample that was scored or run again stands there twice, too. */
function lastOf(samples: readonly Sample[]): Sample[] {
  return [...new Map(samples.map((sample) => [JSON.stringify([sample.id, sample.epoch]), sample])).values()]
}

/** Unpacks JSON, and never more than the limits. */
function unpacker(): (entry: PackedEntry) => unknown {
  let left = MOST_UNPACKED
  return ({ label, size, read }) => {
    if (size > LARGEST_ENTRY) throw new ArchiveFault(`${label} unpacks to more than ${showSize(LARGEST_ENTRY)}`)
    left -= size
    if (left < 0) throw new ArchiveFault(`the archive unpacks to more than ${showSize(MOST_UNPACKED)}`)
    const parsed = parseForeign(read().toString('utf8'))
    if (parsed.fault !== null) throw new Misread('$', `${label} in the archive ${parsed.fault}`)
    return parsed.value
  }
}

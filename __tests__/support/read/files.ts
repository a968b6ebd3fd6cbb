import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readUsage } from '../../../src/read/usage.ts'
import type { CostRecord } from '../../../src/usage/record.ts'
import type { Outcome, ReadQuality } from '../../../src/usage/usage.ts'

/** What a workspace gave. */
export interface Read {
  readonly records: readonly CostRecord[]
  /** Formats of the sources that gave them. */
  readonly formats: readonly string[]
  readonly ends: ReadonlyMap<string, Outcome>
  readonly quality: ReadQuality | null
  /** What was found to be invalid. */
  readonly faults: readonly string[]
}

/** Reads files, given by name and content, in a folder of their own. */
export function readFiles(files: Readonly<Record<string, string | Buffer>>): Promise<Read> {
  return inFolder((folder) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return Object.keys(files)
  })
}

/** Reads copies of files, given by their names in the folder and where they are. */
export function readCopies(files: Readonly<Record<string, string>>): Promise<Read> {
  return inFolder((folder) => {
    for (const [name, path] of Object.entries(files)) cpSync(path, join(folder, name))
    return Object.keys(files)
  })
}

async function inFolder(fill: (folder: string) => readonly string[]): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'read-'))
  try {
    return await read(folder, fill(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function read(cwd: string, usagePath: readonly string[]): Promise<Read> {
  const records: CostRecord[] = []
  const formats = new Set<string>()
  const ends = new Map<string, Outcome>()
  let quality: ReadQuality | null = null
  for await (const usage of readUsage({ cwd, usagePath, onInvalid: 'skip', onProgress: () => undefined })) {
    if (usage.type === 'records') {
      records.push(...usage.records)
      formats.add(usage.origin.format)
    }
    if (usage.type === 'ends') for (const [run, outcome] of usage.outcomes) ends.set(run, outcome)
    if (usage.type === 'quality') quality = usage.quality
  }
  return { records, formats: [...formats].sort(), ends, quality, faults: quality?.examples ?? [] }
}

/** The figures that a table of expected totals has. */
export interface Totals {
  readonly records: number
  readonly input: number
  readonly output: number
  readonly cached: number
  readonly cacheWrite: number
  readonly reasoning: number
  /** Of the costs that the tool gave; null where it gave none. */
  readonly costUsd: number | null
  /** Records whose cost the tool did not give. */
  readonly unknown: number
}

export function totalsOf(records: readonly CostRecord[]): Totals {
  const sum = (figure: (record: CostRecord) => number) => records.reduce((all, record) => all + figure(record), 0)
  const known = records.filter(({ costUsd }) => costUsd !== null)
  return {
    records: records.length,
    input: sum((record) => record.inputTokens),
    output: sum((record) => record.outputTokens),
    cached: sum((record) => record.cachedTokens),
    cacheWrite: sum((record) => record.cacheWriteTokens),
    reasoning: sum((record) => record.reasoningTokens),
    costUsd: known.length === 0 ? null : Math.round(1e9 * known.reduce((all, { costUsd }) => all + (costUsd ?? 0), 0)) / 1e9,
    unknown: records.length - known.length,
  }
}

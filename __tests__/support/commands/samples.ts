// Commands as they are called, on sample workspaces, against what others count in the same files.
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CostSummary, Stats } from '../../../src/generated/types.ts'
import { runCli } from '../../../src/terminal/cli.ts'
import { LEDGER } from '../read/workspace.ts'
import { type Count, type Key, ORACLES } from './oracle.ts'

const root = join(import.meta.dirname, '../../..')
// As to a pipe, wherever the tests run.
for (const [name, value] of Object.entries({ NO_COLOR: '1', FORCE_COLOR: '', GITHUB_ACTIONS: '', GITHUB_SHA: '' })) vi.stubEnv(name, value)

export interface Sample {
  readonly name: string
  readonly folder: string
  /** Words that name the ledger, where the workspace has spend that the ledger has not. */
  readonly files: readonly string[]
}

/** The examples, and a workspace with the quirks of the framework that wrote it. */
export const SAMPLES: readonly Sample[] = [
  ...['main', 'pr-small', 'pr-regression'].map((name) => ({ name, folder: join(root, 'examples', name), files: [] })),
  { name: 'agdd', folder: join(root, '__tests__/fixtures/agdd'), files: [LEDGER] },
]

/** Those whose text is not among the golden files of each command. */
export const UNSEEN = SAMPLES.filter(({ name }) => name === 'agdd')

const answers = new Map<string, Promise<string>>()

/** What a command prints about the folder of a sample; each is run once. */
export function answerOf({ folder, files }: Sample, words: string, expectedCode = 0): Promise<string> {
  const key = JSON.stringify([folder, words])
  const answer = answers.get(key) ?? runOnce()
  answers.set(key, answer)
  return answer

  async function runOnce(): Promise<string> {
    const [command = '', ...flags] = words.split(' ')
    const written: string[] = []
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    // What rows have no place for.
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    // Each command would listen to the same stream once more.
    const listening = vi.spyOn(process.stdout, 'on').mockReturnValue(process.stdout)
    try {
      expect(await runCli([command, ...files, ...flags], folder)).toBe(expectedCode)
    } finally {
      stdout.mockRestore()
      stderr.mockRestore()
      listening.mockRestore()
    }
    return written.join('')
  }
}

/** What a command says of calls that share some names, as far as it says it. */
export type Told = Pick<Count, 'names'> & Partial<Count & { readonly tokens: number }>

interface Agreement {
  readonly keys: readonly Key[]
  /** `named` tells nothing of calls without a name, `some` leaves out what another test must count. */
  readonly tells?: 'all' | 'named' | 'some'
  readonly tell: (sample: Sample) => Promise<readonly Told[]>
}

const nameOf = ({ names }: Pick<Count, 'names'>) => JSON.stringify(names)

/** Tests, per sample and oracle, that what a command tells by these keys is what the oracle counts, each name once. */
export function agree(what: string, { keys, tells = 'all', tell }: Agreement): void {
  describe.each(SAMPLES)(`${what}: $name`, (sample) => {
    for (const oracle of ORACLES) {
      it.skipIf(!oracle.isInstalled)(`agrees with ${oracle.name}`, async () => {
        const told = await tell(sample)
        const names = new Set(told.map(nameOf))
        const counted = (await oracle.count(sample.folder, keys)).filter((one) => {
          if (tells === 'some') return names.has(nameOf(one))
          return tells === 'all' || !one.names.includes(null)
        })
        expect(told.length).toBeGreaterThan(0)
        expect(told.map(nameOf).sort()).toEqual(counted.map(nameOf).sort())
        for (const { cost, ...figures } of told) {
          const same = counted.find((one) => nameOf(one) === nameOf(figures)) ?? { input: 0, output: 0, cost: Number.NaN }
          expect({ ...same, tokens: same.input + same.output }).toMatchObject(figures)
          if (cost !== undefined) expect(cost).toBeCloseTo(same.cost, 9)
        }
      })
    }
  })
}

/** Everything together, as one table without keys. */
export function tellTotal(figures: Omit<Told, 'names'>): Told[] {
  return [{ names: [], ...figures }]
}

export function figuresOf({
  calls,
  input_tokens: input,
  output_tokens: output,
  cost_usd: cost,
}: Omit<Stats, 'errors'>): Omit<Count, 'names'> {
  return { calls, input, output, cost }
}

/** What a cost summary tells: all calls, and those by each of its dimensions. */
export function agreeSummary(command: string, read: (sample: Sample) => Promise<CostSummary>): void {
  const byName = (stats: Readonly<Record<string, Stats>>) =>
    Object.entries(stats).map(([name, one]) => ({ names: [name], ...figuresOf(one) }))
  agree(`${command}, all calls`, {
    keys: [],
    tell: async (sample) => {
      const summary = await read(sample)
      return tellTotal(figuresOf({ ...summary, cost_usd: summary.total_cost_usd }))
    },
  })
  for (const key of ['model', 'agent', 'step', 'customer'] as const)
    agree(`${command} by ${key}`, { keys: [key], tells: 'named', tell: async (sample) => byName((await read(sample))[`${key}_stats`]) })
  agree(`${command} by step and model`, {
    keys: ['step', 'model'],
    tell: async (sample) => (await read(sample)).step_model_stats.map((one) => ({ names: [one.step, one.model], ...figuresOf(one) })),
  })
}

/** Tests that what people read is what was reviewed. */
export function reviewed(command: string, samples: readonly Sample[], print: (sample: Sample) => Promise<string>): void {
  it.each(samples)(`${command} reads as reviewed: $name`, async (sample) => {
    await expect(await print(sample)).toMatchFileSnapshot(`golden/${sample.name}-${command}.txt`)
  })
}

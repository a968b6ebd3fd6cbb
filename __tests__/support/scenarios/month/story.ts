import type { Code } from './suite.ts'

/** A pull request of the story. */
export interface Pull {
  readonly name: string
  readonly day: number
  readonly hour: number
  readonly change: (main: Code) => Code
  /** Somebody accepts what it costs. */
  readonly isApproved?: boolean
  readonly isMerged?: boolean
  /** Luck of its own, where the story wants it. */
  readonly luck?: number
}

/** A day of the story, with what happens besides pull requests. */
export const DAYS = 30
/** Every night the index of documents has grown, and prompts with it. */
export const DRIFT = 1.01
/** The night of this day measured the first cases only: its job was cancelled. */
export const CUT = { day: 25, cases: 4 }
/** At noon of this day the seller of the large model lowers its prices. */
export const PRICE_CUT = { day: 29, price: { input: 1.6, output: 6.4 } }
/** From this day on the policy limits creep. */
export const CREEP_DAY = 28

const longer =
  (by: number) =>
  (main: Code): Code => ({ ...main, prompts: main.prompts * by })
const asItIs = (main: Code): Code => main

/** Pull requests of the month, the oldest first. */
export const PULLS: readonly Pull[] = [
  { name: 'day-03-few-records', day: 3, hour: 14, change: longer(1.03), isMerged: true },
  { name: 'day-05-first-regression', day: 5, hour: 14, change: longer(1.5) },
  { name: 'day-09-unlucky', day: 9, hour: 14, change: asItIs, luck: 2389 },
  { name: 'day-10-unlucky-run-again', day: 10, hour: 14, change: asItIs },
  {
    name: 'day-12-longer-answers-approved',
    day: 12,
    hour: 10,
    change: (main) => ({ ...main, writing: 1.75 }),
    isApproved: true,
    isMerged: true,
  },
  { name: 'day-12-after-the-increase', day: 12, hour: 18, change: longer(1.04), isMerged: true },
  { name: 'day-16-revert', day: 16, hour: 10, change: (main) => ({ ...main, writing: 1 }), isMerged: true },
  { name: 'day-16-after-the-revert', day: 16, hour: 16, change: longer(1.38) },
  { name: 'day-20-planner-renamed', day: 20, hour: 14, change: (main) => ({ ...main, planner: 'planner-v2' }), isMerged: true },
  { name: 'day-22-model-renamed', day: 22, hour: 14, change: (main) => ({ ...main, model: 'gpt-4o-2024-08-06' }), isMerged: true },
  { name: 'day-24-one-loop', day: 24, hour: 14, change: (main) => ({ ...main, loop: { name: 'lost parcel', times: 5 } }) },
  { name: 'day-25-after-a-cut-record', day: 25, hour: 14, change: longer(1.04), isMerged: true },
  {
    name: 'day-27-longer-prompts-fewer-calls',
    day: 27,
    hour: 14,
    change: (main) => ({ ...main, prompts: main.prompts * 1.31, calls: main.calls * 0.85 }),
  },
  { name: 'day-28-creep', day: 28, hour: 14, change: longer(1.12) },
  { name: 'day-29-price-cut-hides-tokens', day: 29, hour: 14, change: longer(1.35) },
  { name: 'day-30-longer-prompts-at-the-new-price', day: 30, hour: 14, change: longer(1.25) },
]

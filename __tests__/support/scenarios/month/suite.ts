import { type Random, seedRandom } from '../../noise/random.ts'

/** US dollars per million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
}

/** What a commit, and the day it is measured on, make of the suite. */
export interface Code {
  /** Name of the agent that plans. */
  readonly planner: string
  /** The model that plans and writes, by the name that answers have. */
  readonly model: string
  readonly price: Price
  /** Tokens per call, and calls, as parts of those of the first day. */
  readonly prompts: number
  readonly calls: number
  /** The same of the agent that writes alone. */
  readonly writing: number
  /** A case that loops, and how many times the calls it makes. */
  readonly loop: { readonly name: string; readonly times: number } | null
}

export const FIRST_DAY: Code = {
  planner: 'planner',
  model: 'gpt-4o',
  price: { input: 2.5, output: 10 },
  prompts: 1,
  calls: 1,
  writing: 1,
  loop: null,
}

const SMALL = { model: 'gpt-4o-mini', price: { input: 0.15, output: 0.6 } }
/** What chance does to one run, as a standard deviation of logarithms; runs with more calls have longer ones. */
const CHANCE = { calls: 0.11, prompts: 0.05, growth: 0.38 }
/** Cases of the eval, with their calls and tokens per call as parts of the usual. */
const CASES = [
  { name: 'refund of a late order', calls: 1, prompts: 1 },
  { name: 'change of address', calls: 0.7, prompts: 0.8 },
  { name: 'two orders at once', calls: 1.4, prompts: 1.2 },
  { name: 'lost parcel', calls: 1.1, prompts: 1.1 },
  { name: 'wrong size', calls: 0.8, prompts: 0.9 },
  { name: 'angry customer', calls: 1.3, prompts: 1.3 },
  { name: 'gift card', calls: 0.7, prompts: 0.9 },
  { name: 'order from abroad', calls: 1.2, prompts: 1 },
  { name: 'invoice for a company', calls: 0.9, prompts: 1.2 },
  { name: 'cancelled twice', calls: 1, prompts: 0.8 },
]

/** When and how a suite is measured. */
export interface Measurement {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Its luck: the same number is the same luck. */
  readonly luck: number
  /** A run of the suite that was cut measures the first cases alone. */
  readonly cases?: number
}

/** Lines of a ledger, one per call. */
export function measureSuite(code: Code, { at, luck, cases = CASES.length }: Measurement): string {
  const random = seedRandom(luck)
  const rows = CASES.slice(0, cases).flatMap((task, place) => measureCase(code, task, `run-${place + 1}`, random))
  return rows.map((row, index) => `${JSON.stringify({ timestamp: new Date(at + index * 1000).toISOString(), ...row })}\n`).join('')
}

function measureCase(code: Code, task: (typeof CASES)[number], run: string, random: Random): object[] {
  const chance = Math.exp(CHANCE.calls * random.normal())
  const loop = code.loop?.name === task.name ? code.loop.times : 1
  const calls = task.calls * code.calls * chance * loop
  const prompts = task.prompts * code.prompts * chance ** CHANCE.growth * Math.exp(CHANCE.prompts * random.normal())
  const large = { model: code.model, price: code.price }
  const agents = [
    { agent: code.planner, step: 'plan', ...large, calls: 5, input: 3000, output: 250, size: 1 },
    { agent: 'searcher', step: 'search', ...SMALL, calls: 8, input: 6000, output: 150, size: 1 },
    { agent: 'writer', step: 'answer', ...large, calls: 3, input: 4000, output: 500, size: code.writing },
  ]
  return agents.flatMap(({ agent, step, model, price, size, ...usual }) => {
    const [input, output] = [usual.input, usual.output].map((tokens) => Math.round(tokens * prompts * size))
    const cost = ((input ?? 0) * price.input + (output ?? 0) * price.output) / 1e6
    const call = { model, input_tokens: input, output_tokens: output, cost_usd: Number(cost.toFixed(9)), run_id: run, step, agent }
    const made = Math.max(1, Math.round(usual.calls * calls))
    return Array.from({ length: made }, () => ({ ...call, metadata: { case_id: task.name } }))
  })
}

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const MODELS = [
  { name: 'gpt-4o', provider: 'openai', input: 2.5, output: 10 },
  { name: 'gpt-4o-mini', provider: 'openai', input: 0.15, output: 0.6 },
  { name: 'claude-3-5-sonnet-20241022', provider: 'anthropic', input: 3, output: 15 },
]
const STEPS = ['plan', 'retrieve', 'classify', 'draft', 'analyse', 'finalize']
const AGENTS = ['offer-orchestrator-mag', 'compensation-advisor-sag', 'interview-planner-mag', 'screening-sag']
const CUSTOMERS = ['acme-corp', 'globex', 'initech']
const CALLS_PER_RUN = 200

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator, Numerical Recipes). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Writes a ledger as Python's json.dumps would, with the metadata that the framework adds: about 470 bytes a row. */
export async function writeLedger(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  const next = random(42)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  for (let row = 0; row < rows; row++) {
    const model = pick(MODELS)
    const input = 200 + Math.floor(next() * 5000)
    const output = 20 + Math.floor(next() * 900)
    const time = new Date(Date.UTC(2026, 9, 1) + row * 1500).toISOString().replace('Z', '000+00:00')
    const run = Math.floor(row / CALLS_PER_RUN)
    const plan = `"llm_plan": {"task_type": "plan", "provider": "${model.provider}", "model": "${model.name}", "use_batch": false, "use_cache": false, "structured_output": false, "moderation": false, "metadata": {}}`
    const line = `{"timestamp": "${time}", "model": "${model.name}", "input_tokens": ${input}, "output_tokens": ${output}, "total_tokens": ${input + output}, "cost_usd": ${(input * model.input + output * model.output) / 1e6}, "run_id": "mag-${run.toString(16).padStart(6, '0')}", "step": "${pick(STEPS)}", "agent": "${AGENTS[run % AGENTS.length]}", "metadata": {"provider": "${model.provider}", "agent_plan": {"token_budget": 4000}, ${plan}, "customer_id": "${pick(CUSTOMERS)}"}}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Where the framework writes: globs. */
export const NATIVE_PLACES: readonly string[] = [
  '.runs/costs/costs.jsonl',
  '.runs/costs.db',
  '.runs/agents/*/summary.json',
  '.runs/agents/*/mcp_calls.jsonl',
  '.runs/*/summary.json',
  '.runs/*/runs.jsonl',
  '.runs/*/mcp_calls.jsonl',
  '.magsag/runs/*.jsonl',
  '.magsag/storage.db',
]

/** Values that tell whose record it is, by JSON path; ANY: it is there and not null. */
type Marks = Readonly<Record<string, RegExp>>

const ANY = /(?:)/

/** Records and documents of other tools, each told by several keys or by one that nobody else has; the first that fits. */
const SHAPES: readonly (readonly [what: string, ...marks: readonly Marks[]])[] = [
  ['an OpenTelemetry export (OTLP)', { resourceSpans: ANY }, { resourceLogs: ANY }, { resourceMetrics: ANY }],
  ["the token usage of gh-aw's firewall", { _schema: /^token-usage\// }],
  ['an export of promptfoo', { evalId: ANY, results: ANY }, { promptIdx: ANY, testIdx: ANY, provider: ANY }],
  [
    'output of gemini-cli',
    { 'stats.models': ANY, session_id: ANY },
    { type: /^result$/, 'stats.total_tokens': ANY },
    { type: /^init$/, session_id: ANY, model: ANY },
  ],
  [
    'output of Copilot CLI',
    { type: /^(span|metric)$/, instrumentationScope: ANY },
    { type: /^(session|assistant|user|model|tool)\./, data: ANY },
    { type: /^result$/, 'usage.premiumRequests': ANY },
  ],
  [
    'output of Claude Code',
    { type: /^result$/, total_cost_usd: ANY },
    { type: /^result$/, duration_api_ms: ANY },
    { type: /^result$/, modelUsage: ANY },
    { total_cost_usd: ANY, modelUsage: ANY },
    { type: /^system$/, subtype: ANY, session_id: ANY },
    { type: /^(assistant|user)$/, message: ANY, session_id: ANY },
  ],
  ['a transcript of Claude Code', { sessionId: ANY, 'message.usage': ANY }, { sessionId: ANY, 'message.role': ANY, uuid: ANY }],
  ['output of codex exec', { type: /^(thread|turn|item)\.(started|completed|failed|updated)$/ }],
  ['a rollout of Codex', { type: /^(session_meta|turn_context|event_msg|response_item)$/, payload: ANY }],
  ['output of opencode', { sessionID: ANY, part: ANY }, { 'info.id': /^ses_/, messages: ANY }],
  ['traces of the OpenAI Agents SDK', { object: /^trace(\.span)?$/ }, { 'usage.requests': ANY, 'usage.inputTokens': ANY }],
  ['spans of Mastra', { entityType: ANY, traceId: ANY }],
  ['spend logs of LiteLLM', { call_type: ANY, spend: ANY }, { call_type: ANY, response_cost: ANY }],
  [
    'observations of Langfuse',
    { trace_id: ANY, usage_details: ANY },
    { traceId: ANY, usageDetails: ANY },
    { 'data.0.traceId': ANY, 'data.0.usageDetails': ANY },
    { 'data.0.traceId': ANY, 'data.0.type': /^(GENERATION|SPAN|EVENT)$/ },
  ],
  ['runs of LangSmith', { run_type: ANY, dotted_order: ANY }, { run_type: /^(llm|chain|tool)$/, trace_id: ANY }],
  ['a log of Inspect AI', { eval: ANY, 'stats.model_usage': ANY }],
  ['a run of DeepEval', { testCases: ANY, runDuration: ANY }],
  [
    'a report of ccusage',
    { daily: ANY, totals: ANY },
    { weekly: ANY, totals: ANY },
    { monthly: ANY, totals: ANY },
    { sessions: ANY, totals: ANY },
    { 'blocks.0.tokenCounts': ANY },
  ],
  ['an analytics log of aider', { event: ANY, 'properties.prompt_tokens': ANY }, { event: ANY, 'properties.total_cost': ANY }],
  [
    'output of a batch',
    { custom_id: ANY, 'response.status_code': ANY },
    { custom_id: ANY, 'result.type': ANY },
    { custom_id: ANY, 'error.code': ANY },
  ],
  ['an answer of OpenRouter', { object: /^chat\.completion/, provider: ANY }],
  ['an answer of OpenAI', { object: /^(chat\.completion|text_completion|response$)/ }],
  ['an answer of Anthropic', { type: /^message$/, role: ANY, usage: ANY }, { type: /^message$/, role: ANY, content: ANY, model: ANY }],
  ['an answer of Gemini', { usageMetadata: ANY }, { usage_metadata: ANY, candidates: ANY }],
  ['usage of the AI SDK', { 'usage.inputTokens': ANY }, { 'usage.promptTokens': ANY }],
]

/** Keys of a whole record whose values, not only their being there, tell whose it is. None of them is an id: of these each row has another. */
export const TELLING_KEYS: ReadonlySet<string> = new Set(
  SHAPES.flatMap(([, ...shapes]) =>
    shapes.flatMap((marks) => Object.entries(marks).flatMap(([path, value]) => (value === ANY ? [] : [path]))),
  ),
)

/** Where a shape begins: most records have none of these keys, so that one look is enough. */
const FIRST_KEYS: ReadonlySet<string> = new Set(
  SHAPES.flatMap(([, ...shapes]) => shapes.flatMap((marks) => Object.keys(marks).slice(0, 1))).map((path) => path.split('.', 1).join('')),
)

/** Whose record or document this is, in words; null: no other tool's that we know. */
export function nameShape(record: object): string | null {
  if (!Object.keys(record).some((key) => FIRST_KEYS.has(key))) return null
  const shape = SHAPES.find(([, ...shapes]) =>
    shapes.some((marks) => Object.entries(marks).every(([path, mark]) => fits(record, path, mark))),
  )
  return shape?.[0] ?? null
}

function fits(record: object, path: string, mark: RegExp): boolean {
  let value: unknown = record
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return mark === ANY ? value !== null : typeof value === 'string' && mark.test(value)
}

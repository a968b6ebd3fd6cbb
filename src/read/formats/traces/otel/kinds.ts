/** What a span stands for: a call of a model, work that makes such calls, or something else; null: it does not say. */
export type Kind = 'generation' | 'embedding' | 'aggregate' | 'other' | null

const KINDS: readonly (readonly [Exclude<Kind, null>, RegExp])[] = [
  [
    'generation',
    /^(chat|chat_model|chat\.completions|completion|text_completion|text\.completions|generate_content|generation|llm|responses|messages)$|\.do(generate|stream)$/,
  ],
  ['embedding', /^(embeddings?|ai\.embed(many)?)$|\.doembed$/],
  [
    'aggregate',
    /^(invoke_agent|agent_step|invoke_workflow|handle_conversation_turn|agent|workflow|chain|task|ai\.(generate|stream)(text|object))$/,
  ],
  [
    'other',
    /^(execute_tool|tool|ai\.toolcall|create_agent|retrieval|retriever|rerank|reranker|guardrail|evaluator|prompt|plan|span|event|parser|memory|unknown)$/,
  ],
]

/** @param name of the operation, or the type of the span, as its writer calls it. */
export function kindOf(name: string | null): Kind {
  if (name === null) return null
  const lower = name.toLowerCase()
  return KINDS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null
}

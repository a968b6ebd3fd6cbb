/** Kinds of models and APIs that the AI SDK puts behind a seller: `anthropic.messages`. */
const KIND = /\.(chat|messages|responses|completions?|generative-ai|text-?embedding|embeddings?|image|speech|transcription|reranking)$/

/** Who sells a model, without the kind of API through which it was asked. */
export function sellerOf(name: string): string {
  return name.replace(KIND, '')
}

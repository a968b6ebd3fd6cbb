/** Where a value stands, to say what is wrong with it. */
export interface Place {
  /** File, as it is shown. */
  readonly file: string
  /** Counted from 1; undefined in a document. */
  readonly line?: number | undefined
  /** JSON path, `$` for the whole line or document. */
  readonly path: string
}

/** A call, or an aggregate of calls, as a tool tells of it. What is missing or null is not known, which is never 0. */
export interface Call {
  readonly place: Place
  readonly model?: string | null
  /** Seller, as the tool names it. */
  readonly provider?: string | null
  /** Milliseconds since 1970. */
  readonly timeMs?: number | null
  /** How many calls it stands for; 1 where it is not known. */
  readonly calls?: number | null
  readonly hasFailed?: boolean
  /** All prompt tokens, cache reads and writes included. */
  readonly input?: number | null
  /** All generated tokens, reasoning included. */
  readonly output?: number | null
  /** Parts of input. */
  readonly cached?: number | null
  readonly cacheWrite?: number | null
  /** Part of cacheWrite that is kept for an hour. */
  readonly cacheWrite1h?: number | null
  /** Part of output. */
  readonly reasoning?: number | null
  /** Parts of input and output that are sound or images and have prices of their own. */
  readonly mediaTokens?: number | null
  /** Searches of the web that the provider ran, and takes a fee for. */
  readonly webSearches?: number | null
  /** Uses of other tools of the provider that cost a fee. */
  readonly paidTools?: number | null
  /** US dollars, as the tool says. */
  readonly costUsd?: number | null
  /** The tool says that it cost nothing, though it used tokens: a cost of 0 is no unknown one. */
  readonly isFree?: boolean
  /** It was answered from a cache on disk, so that this run paid nothing. */
  readonly isFromDisk?: boolean
  readonly isBatch?: boolean
  /** Service tier that answered, as the tool names it. */
  readonly serviceTier?: string | null
  /** It judged an answer of what is tested: its spend is told apart. */
  readonly isGrader?: boolean
  readonly run?: string | null
  readonly step?: string | null
  readonly agent?: string | null
  readonly customer?: string | null
  /** What was tested, by a name that is the same in the next run. */
  readonly testCase?: string | null
  /** Names of the call that nobody else has: of the answer, of the request, of the span. Two calls with one of them are one. */
  readonly ids?: readonly string[]
  /** Which telling of which session it belongs to. */
  readonly view?: View
}

/**
 * The same spend of a session is often told in several ways: as a total, as single calls, as another total that has grown. Of all tellings
 * of one session only the one with the most tokens counts; of equals the one with the highest rank.
 */
export interface View {
  /** Names the session among those of all tools: `codex:<thread>`. */
  readonly session: string
  /** Names the telling: calls of one session with the same are parts of one sum, in whatever files they stand. A total has one of its own. */
  readonly telling: string
  /** The more it says (costs, models, single calls) the higher. */
  readonly rank: number
}

/**
 * Names or globs.
 *
 * @maxItems 100
 */
export type Patterns = string[];
/**
 * What the groups are.
 */
export type ReportBy = ("agent" | "model" | "customer" | "step" | "case" | "run" | "day");
export type ReportFigures = (Stats & {
    period: Period;
    /**
     * A number of things.
     */
    runs: number;
    /**
     * Those known to have succeeded; null where no outcome is known.
     */
    successful_tasks: (number | null);
    /**
     * Those known to have failed; null where no outcome is known.
     */
    failed_tasks: (number | null);
    /**
     * Share of the total cost; null where the total is 0. Unit: percent.
     */
    share_percent: (number | null);
    /**
     * Mean cost of a run: cost of the calls that name a run / runs; null without runs. Unit: US dollars.
     */
    cost_per_run_usd: (number | null);
    /**
     * cost_usd / successful_tasks; null where undefined, and where the outcome of some runs is not known. Unit: US dollars.
     */
    cost_per_successful_task: (number | null);
    /**
     * cost_usd per 1,000 tokens; null without tokens. Unit: US dollars.
     */
    cost_per_1k_tokens: (number | null);
    /**
     * output_tokens / input_tokens; null without input.
     */
    token_efficiency: (number | null);
    /**
     * Models used, the dearest first.
     */
    models: ModelShare[];
    /**
     * Tiers that the calls' customers are billed by (metadata.billing_tier), at most ten.
     */
    billing_tiers: string[];
});
export type ReportGroup = (ReportFigures & {
    /**
     * Agent, model, customer, step, case, run or day (YYYY-MM-DD); null: the calls that name none.
     */
    name: (string | null);
});
/**
 * fail: an error finding. warn: a warning and no error. pass: neither.
 */
export type Verdict = ("pass" | "warn" | "fail");
/**
 * Findings of which level fail the step.
 */
export type FailOn = ("error" | "warning" | "never");
/**
 * What it is for.
 */
export type FileKind = ("policy" | "baseline" | "prices");
/**
 * Files that decide a verdict, and where each was read. On a pull request they come from the base commit.
 */
export type Files = DecidingFile[];
export type Finding = (RuleResult & {
    level: Level;
    /**
     * Whether a person may accept it.
     */
    approvable: boolean;
    eased: Easing;
});
/**
 * How bad it is.
 */
export type Level = ("error" | "warning" | "notice");
/**
 * Why an error is only a warning. approved: a person accepted it. existing: the baseline broke the limit as badly.
 */
export type Easing = ("approved" | "existing" | null);
export type Check = (RuleResult & {
    outcome: Outcome;
});
/**
 * unmatched: no usage has such a subject, so there was nothing to judge.
 */
export type Outcome = ("passed" | "unmatched");
/**
 * How it ended, by what it says of itself; unknown where it says nothing.
 */
export type RunOutcome = ("success" | "failure" | "unknown");
/**
 * Runs as `runs --format json` lists them, the first by cost, time, calls or tokens. Figures of a run are those of its calls that the filter leaves.
 */
export type CostRuns = RunRow[];
export type ModelStats = (DatedStats & UseStats & Efficiency & {
    price_check?: PriceCheck;
});
export type DatedStats = (Stats & {
    daily_cost_usd: Amounts;
    monthly_cost_usd: Amounts;
});
export type UseStats = (TaskStats & {
    /**
     * A number of things.
     */
    runs?: number;
    /**
     * Which runs of `run_costs.costs_usd` these are, so that summaries merge exactly: hexadecimal digits with a bit for each run in the order of their names, the first in the lowest bit of the first digit. Absent where the runs are not listed.
     */
    run_set?: string;
    /**
     * Unit: US dollars.
     */
    cost_without_run_usd?: number;
});
export type AgentStats = (DatedStats & TaskStats & Efficiency & {
    run_costs: RunCosts;
});
export type StepStats = (Stats & UseStats & Efficiency);
export type CustomerStats = (Stats & {
    daily_cost_usd?: Amounts;
    monthly_cost_usd?: Amounts;
});
export type StepModelStats = (Stats & {
    /**
     * A name, or null where it is not known.
     */
    step: (string | null);
    /**
     * A name, or null where it is not known.
     */
    agent: (string | null);
    /**
     * Model.
     */
    model: string;
});
/**
 * What was compared: calls that name no run, or everything that was counted. Absent for a run.
 */
export type DisagreementScope = ("without_run" | "all");
/**
 * What the series are.
 */
export type TrendsBy = ("total" | "agent" | "model");
/**
 * What a period is: an ISO week, which begins on Monday, a calendar day, or one record of a history.
 */
export type TrendUnit = ("week" | "day" | "record");
/**
 * What is counted as one observation: a run, or a call where no record that belongs to a variant names a run.
 */
export type ExperimentUnit = ("run" | "call");
/**
 * higher, lower: the interval has 0 outside. unclear: inside. too_few: fewer than enough_units in one of the two.
 */
export type Reading = ("higher" | "lower" | "unclear" | "too_few");
/**
 * several_variants: the run belongs to more than one. no_variant: no record of it names one. no_run: calls without a run beside runs. unpriced: a call has no known price. earlier: a record of it is from before `since`. aggregate: a record without a run that stands for several calls.
 */
export type LeftOutReason = ("several_variants" | "no_variant" | "no_run" | "unpriced" | "earlier" | "aggregate");
/**
 * Failures per type: timeout, tool, validation, rate_limit or unknown. Another type counts as unknown.
 */
export type ErrorTypes = ({
    [k: string]: number;
} | null);
/**
 * What the names under `limits` are. Default: follows from the keys of the limits.
 */
export type LimitSubject = ("agent" | "model" | "step" | "customer");
/**
 * How bad it is.
 */
export type RuleLevel = ("error" | "warning" | "notice");
/**
 * What an increase of the total means that cannot be told from chance, that luck hides, or that missing runs may hide. Default: warn.
 */
export type PolicyOnInconclusive = ("pass" | "warn" | "fail");
/**
 * What an entry of per_step means to the steps it names. replace: it alone is about them, and a limit that it does not have is none, as in the framework's gate. override: limits that it does not have are those of the less specific entries, key by key. Default: replace.
 */
export type StepMerge = ("replace" | "override");
/**
 * @maxItems 1000
 */
export type NamePatterns = string[];
/**
 * gate: judge and block. record: judge, store as a baseline, never block. comment: judge for a workflow run that could not publish itself.
 */
export type JudgingMode = ("gate" | "record" | "comment");
/**
 * What growth above the limit means that chance alone may have made.
 */
export type OnInconclusive = ("pass" | "warn" | "fail");
/**
 * newest: the newest comparable record, because there are fewer than 8. level: the median of up to 10 records of the newest level of cost. rise, fall: that of the newest records, which are beyond the chance of those before. given: the median of those that baseline-window asks for.
 */
export type CentreBy = ("newest" | "level" | "rise" | "fall" | "given");
/**
 * added and removed have no percentage.
 */
export type ChangeStatus = ("added" | "removed" | "changed" | "unchanged");
/**
 * calls: more or fewer calls. mix: calls moved between models. input_tokens_per_call: longer or shorter prompts. output_tokens_per_call: longer or shorter answers. cache: another part of the prompt was read from the cache or written to it. tokens_per_call: prompts and answers together, of models whose prices of each kind of token are not known. rates: the price of a kind of token. unattributed: a part of the total that no model or no price is known for.
 */
export type Driver = ("calls" | "mix" | "input_tokens_per_call" | "output_tokens_per_call" | "cache" | "tokens_per_call" | "rates" | "unattributed");
/**
 * With rates: the kind of token whose price moved the cost most; absent where prices of kinds are not known.
 */
export type TokenKind = ("input" | "cached" | "written" | "output");
/**
 * fail: the increase is above the limit, and more than chance. inconclusive: above the limit, but chance alone may do that, or a pass that rests on fewer runs. hidden: within the limit, but more than the limit is proven. pass: within the limit. unknown: too few comparable records to know the noise, so the limit alone decides.
 */
export type NoiseState = ("fail" | "inconclusive" | "hidden" | "pass" | "unknown");
/**
 * Why it is inconclusive or unknown. within_noise: chance reaches as far. one_run: one dear run makes it. fewer_runs: runs or cases are missing. few_records: fewer than 8 comparable records. no_history: the baseline has none. incomplete: within the limit, but head cost more than its total says: calls without a known price, or records that could not be read, are in no amount.
 */
export type NoiseReason = ("within_noise" | "one_run" | "fewer_runs" | "few_records" | "no_history" | "incomplete" | null);
/**
 * fewer_runs, fewer_cases: than its level. unpriced: calls without a known price. invalid: records that could not be read. from_disk: calls answered from a cache on disk. free: it cost nothing.
 */
export type IncomparableReason = ("fewer_runs" | "fewer_cases" | "unpriced" | "invalid" | "from_disk" | "free");
/**
 * What proves it: the total, tokens per call and price per token, or tokens per call of agents.
 */
export type ProvenBy = ("total" | "factors" | "agents" | null);
/**
 * Which.
 */
export type FactorName = ("calls" | "tokens_per_call" | "price_per_token");
/**
 * cases: other cases were tested. runs: their number differs by at least 1 %. steps: more than 5 % of the calls of a side are in steps that only this side has. from_disk: the share of calls that a cache on disk answered differs by more than 5 points. unpriced: the same of calls without a known price.
 */
export type WorkFigure = ("cases" | "runs" | "steps" | "from_disk" | "unpriced");
/**
 * What the cost is divided by to be comparable: case where their number differs, else run where theirs does; null where neither does, as far as is known.
 */
export type WorkUnit = ("case" | "run" | null);
/**
 * Of what.
 */
export type FewerFigure = ("cases" | "runs");
export type ModelSaving = (SpentBy & {
    /**
     * Other model, as the alternatives name it.
     */
    alternative: string;
    /**
     * The same, as the price catalog names it.
     */
    priced_as: string;
    /**
     * Kinds of task for which it is an alternative.
     */
    tasks: FittingTask[];
    /**
     * Unit: US dollars.
     */
    alternative_cost_usd: number;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
});
export type BatchSaving = (SpentBy & {
    /**
     * Part of the price that a batch call does not pay. Unit: percent.
     */
    discount_percent: number;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
});
export type RepeatSaving = (SpentBy & {
    /**
     * A number of things.
     */
    input_tokens: number;
    /**
     * A number of things.
     */
    output_tokens: number;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
});
/**
 * Writers differ: any value is accepted.
 */
export type Anything = (string | number | boolean | {} | unknown[] | null);
export interface Documents {
    "urn:llm-cost-gate:schema:alternatives"?: AlternativesFile;
    "urn:llm-cost-gate:schema:bare-summary"?: BareSummary;
    "urn:llm-cost-gate:schema:cost-record"?: CostRecordRow;
    "urn:llm-cost-gate:schema:cost-report"?: CostReport;
    "urn:llm-cost-gate:schema:cost-runs"?: CostRuns;
    "urn:llm-cost-gate:schema:cost-summary"?: CostSummary;
    "urn:llm-cost-gate:schema:cost-trends"?: CostTrends;
    "urn:llm-cost-gate:schema:experiment"?: Experiment;
    "urn:llm-cost-gate:schema:flow-summary"?: FlowSummary;
    "urn:llm-cost-gate:schema:mcp-call"?: McpCall;
    "urn:llm-cost-gate:schema:policy"?: PolicyFile;
    "urn:llm-cost-gate:schema:pricing"?: PricingFile;
    "urn:llm-cost-gate:schema:report"?: Report;
    "urn:llm-cost-gate:schema:run-event"?: RunEvent;
    "urn:llm-cost-gate:schema:run-log"?: RunLogEntry;
    "urn:llm-cost-gate:schema:run-summary"?: RunSummary;
    "urn:llm-cost-gate:schema:savings"?: Savings;
}
/**
 * Which model could do which task for less, catalog/alternatives.yaml and `savings --alternatives FILE`. It changes no verdict.
 */
export interface AlternativesFile {
    /**
     * Version of this format.
     */
    version: 1;
    /**
     * Other models for a task.
     *
     * @maxItems 1000
     */
    alternatives?: Alternative[];
    batch?: BatchOffers;
    tiers?: PriceTiers;
}
export interface Alternative {
    /**
     * Kind of task.
     */
    task: string;
    from: Patterns;
    /**
     * Model that could do it, by a name that has a price; null keeps the models of `from` where `steps` match, whatever other entries say.
     */
    to: (string | null);
    steps?: Patterns;
    /**
     * When it fits.
     */
    fits?: string;
    /**
     * Anything else; shown nowhere.
     */
    note?: string;
}
/**
 * Calls that can wait. How much less they cost stands with the prices (batch_discount).
 */
export interface BatchOffers {
    /**
     * Providers that sell batch calls for less, as the price catalog names them. Default: none.
     *
     * @maxItems 100
     */
    providers?: string[];
    interactive_steps?: Patterns;
}
/**
 * Which models count as cheap and as premium, by the list price of output tokens. Unit: US dollars per 1 million tokens.
 */
export interface PriceTiers {
    /**
     * A model below this price is cheap. Unit: US dollars per 1 million output tokens.
     */
    economy_below: number;
    /**
     * A model at this price or above is premium. Unit: US dollars per 1 million output tokens.
     */
    premium_from: number;
}
/**
 * The smallest summary that the guides' own shell snippets read: a total, and optionally figures per model as an object keyed by model or as a list. Accepted as a baseline. Unknown keys are allowed and ignored.
 */
export interface BareSummary {
    /**
     * Total cost. Unit: US dollars.
     */
    total_cost_usd: number;
    /**
     * Number of calls.
     */
    calls?: number;
    /**
     * Prompt tokens. Unit: tokens.
     */
    input_tokens?: number;
    /**
     * Generated tokens. Unit: tokens.
     */
    output_tokens?: number;
    /**
     * Both together. Unit: tokens.
     */
    total_tokens?: number;
    /**
     * Figures per model.
     */
    model_stats?: ({
        [k: string]: BareStats;
    } | (BareStats & {
        /**
         * Model.
         */
        model: string;
    })[]);
}
/**
 * Figures of one model.
 */
export interface BareStats {
    /**
     * Number of calls.
     */
    calls?: number;
    /**
     * Unit: tokens.
     */
    input_tokens?: number;
    /**
     * Unit: tokens.
     */
    output_tokens?: number;
    /**
     * Unit: tokens.
     */
    total_tokens?: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
/**
 * One line of the ledger .runs/costs/costs.jsonl (or one row of .runs/costs.db): one LLM call. Prompt tokens include cache reads and writes; output tokens include reasoning. Other tools' names for tokens and costs are refused; other unknown keys are allowed and ignored.
 */
export interface CostRecordRow {
    /**
     * ISO 8601 date and time; without a zone it is UTC.
     */
    timestamp: string;
    /**
     * A name, at most 512 characters.
     */
    model: string;
    /**
     * A number of tokens.
     */
    input_tokens: number;
    /**
     * A number of tokens.
     */
    output_tokens: number;
    /**
     * A number of tokens.
     */
    total_tokens?: number;
    /**
     * US dollars, or null where the amount is not known.
     */
    cost_usd?: (number | null);
    /**
     * A name, or null where it is not known.
     */
    run_id?: (string | null);
    /**
     * A name, or null where it is not known.
     */
    step?: (string | null);
    /**
     * A name, or null where it is not known.
     */
    agent?: (string | null);
    /**
     * A name, or null where it is not known.
     */
    status?: (string | null);
    /**
     * Number of calls this record stands for. Default: 1.
     */
    calls?: number;
    /**
     * A number of tokens.
     */
    cached_input_tokens?: number;
    /**
     * A number of tokens.
     */
    cache_write_tokens?: number;
    /**
     * A number of tokens.
     */
    cache_write_1h_tokens?: number;
    /**
     * A number of tokens.
     */
    reasoning_tokens?: number;
    /**
     * A number of tokens.
     */
    media_tokens?: number;
    /**
     * A number of tokens.
     */
    web_searches?: number;
    /**
     * A number of tokens.
     */
    paid_tools?: number;
    /**
     * Service tier that answered, as the provider names it, for pricing; anything but a text is ignored. Also read from metadata.
     */
    service_tier?: {
        [k: string]: unknown;
    };
    /**
     * Name of the call. Lines with the same ids, run, model and prompt tokens are one call, of which the last line counts; anything but a text is ignored. Also read from metadata.
     */
    id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id, as the provider or a proxy names the request.
     */
    request_id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id, for the message of the answer.
     */
    message_id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id, for the answer.
     */
    response_id?: {
        [k: string]: unknown;
    };
    /**
     * Free form. Read from it: provider, customer_id, billing_tier, service_tier and case_id (where they are texts), the ids of the call, batch or use_batch (also under llm_plan), placeholder.
     */
    metadata?: ({
        /**
         * A name, or null where it is not known.
         */
        provider?: (string | null);
        /**
         * A name, or null where it is not known.
         */
        customer_id?: (string | null);
        /**
         * What was tested, such as a test of an eval, by a name that is the same in the next run; anything but a text is ignored.
         */
        case_id?: {
            [k: string]: unknown;
        };
        /**
         * Tier the customer is billed by, for reports; anything but a text is ignored.
         */
        billing_tier?: {
            [k: string]: unknown;
        };
        /**
         * The same as service_tier of the row.
         */
        service_tier?: {
            [k: string]: unknown;
        };
        /**
         * The same as id of the row.
         */
        id?: {
            [k: string]: unknown;
        };
        /**
         * The same as request_id of the row.
         */
        request_id?: {
            [k: string]: unknown;
        };
        /**
         * The same as message_id of the row.
         */
        message_id?: {
            [k: string]: unknown;
        };
        /**
         * The same as response_id of the row.
         */
        response_id?: {
            [k: string]: unknown;
        };
        /**
         * True: a batch call, priced with the batch discount.
         */
        batch?: (boolean | null);
        /**
         * The same as batch, as AGDD writes it.
         */
        use_batch?: (boolean | null);
        /**
         * True with zero tokens and zero cost: the row stands for no call.
         */
        placeholder?: (boolean | null);
        /**
         * The framework's plan of the call.
         */
        llm_plan?: ({
            /**
             * The same as batch.
             */
            use_batch?: (boolean | null);
        } | null);
    } | null);
}
/**
 * Spend by agent, model, customer, step, case, run or day, as `report --format json` writes it. Every call stands in exactly one group, so that the groups add up to the total, runs excepted: a run that several groups share is one run of each of them.
 */
export interface CostReport {
    /**
     * Version of this format.
     */
    schema_version: 1;
    tool: Tool;
    /**
     * When the report was made, ISO 8601 UTC.
     */
    created_at: (string | null);
    by: ReportBy;
    /**
     * Time zone in which a day begins.
     */
    timezone: string;
    filter: ReportFilter;
    total: ReportFigures;
    /**
     * The dearest first; days in their order.
     */
    groups: ReportGroup[];
    graders?: Stats;
    /**
     * A number of things.
     */
    undated_calls: number;
    /**
     * A number of things.
     */
    invalid_records: number;
    /**
     * A number of things.
     */
    duplicate_records: number;
    /**
     * A number of things.
     */
    repeated_records?: number;
    /**
     * What the limits of the policy say of this time; null where nobody asked.
     */
    judgement: (ReportJudgement | null);
}
/**
 * What wrote the document.
 */
export interface Tool {
    /**
     * Name.
     */
    name: string;
    /**
     * Version.
     */
    version: string;
}
/**
 * Which calls are in the report. Names are patterns with * and ?; an empty one stands for calls without such a name, null for all calls.
 */
export interface ReportFilter {
    /**
     * Agents.
     */
    agent: (string | null);
    /**
     * Customers.
     */
    customer: (string | null);
    /**
     * Models.
     */
    model: (string | null);
    /**
     * Steps.
     */
    step: (string | null);
    /**
     * Cases that were tested; absent: all calls.
     */
    case?: (string | null);
    /**
     * Runs.
     */
    run_id: (string | null);
    /**
     * The first day, or the first time (ISO 8601 UTC).
     */
    since: (string | null);
    /**
     * The last day, or the first time that is too late (ISO 8601 UTC).
     */
    until: (string | null);
}
/**
 * Figures of one subject.
 */
export interface Stats {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * A number of things.
     */
    input_tokens: number;
    /**
     * A number of things.
     */
    output_tokens: number;
    /**
     * A number of things.
     */
    total_tokens: number;
    /**
     * A number of things.
     */
    cached_input_tokens?: number;
    /**
     * A number of things.
     */
    cache_write_tokens?: number;
    /**
     * A number of things.
     */
    reasoning_tokens?: number;
    /**
     * A number of things.
     */
    unpriced_calls?: number;
    largest_calls?: LargestCalls;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
/**
 * Which calls had most tokens, per model, agent and step; absent in documents of earlier versions.
 */
export interface LargestCalls {
    /**
     * A number of things.
     */
    calls: number;
    input: LargestCall;
    output: LargestCall;
}
/**
 * One call; the first by number of calls, run, step and model among equals.
 */
export interface LargestCall {
    /**
     * A number of things.
     */
    tokens: number;
    /**
     * A name, or null where it is not known.
     */
    run_id: (string | null);
    /**
     * A name, or null where it is not known.
     */
    step: (string | null);
    /**
     * Model.
     */
    model: string;
    /**
     * A number of things.
     */
    mean_of?: number;
}
/**
 * Times of the first and the last record counted.
 */
export interface Period {
    /**
     * First record, ISO 8601 UTC.
     */
    from: (string | null);
    /**
     * Last record, ISO 8601 UTC.
     */
    to: (string | null);
}
export interface ModelShare {
    /**
     * Model.
     */
    model: string;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    unpriced_calls?: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
    /**
     * Share of the group's cost; null where that is 0. Unit: percent.
     */
    share_percent: (number | null);
}
export interface ReportJudgement {
    verdict: Verdict;
    /**
     * Whether there is a finding of the level in fail_on.
     */
    alerts: boolean;
    fail_on: FailOn;
    /**
     * Nothing is written, and nothing fails.
     */
    dry_run: boolean;
    policy: PolicyUsed;
    files: Files;
    /**
     * Limits that were broken, the worst first.
     */
    findings: Finding[];
    /**
     * All other limits.
     */
    checks: Check[];
}
/**
 * The policy that was judged by.
 */
export interface PolicyUsed {
    /**
     * Its first file; null: no policy, the default rule alone.
     */
    path: (string | null);
    /**
     * All of its files, each of which applies; empty: no policy.
     */
    paths: string[];
}
export interface DecidingFile {
    kind: FileKind;
    /**
     * Its path.
     */
    path: string;
    /**
     * base: the base commit. pull-request: the pull request itself, because the base does not have the file (then, with change added, a policy only adds limits, and a baseline or price file has no force before it is merged), has a broken one that the pull request mends, or policy-ref is head. workspace: the folder of the job; with change added, no commit has it: a step of the job wrote it.
     */
    origin: ("base" | "pull-request" | "workspace");
    /**
     * The base commit; null for other origins.
     */
    commit: (string | null);
    /**
     * What the pull request does to it.
     */
    change: ("unchanged" | "added" | "changed" | "removed");
}
/**
 * One rule applied to one subject.
 */
export interface RuleResult {
    /**
     * Key of the rule.
     */
    rule: string;
    subject: Subject;
    /**
     * One sentence with the figures.
     */
    message: string;
    /**
     * A number, or null where it is not known.
     */
    actual: (number | null);
    /**
     * A number, or null where it is not known.
     */
    limit: (number | null);
    /**
     * Unit of actual and limit; ratio: a share, 0 to 1.
     */
    unit: ("usd" | "percent" | "calls" | "tokens" | "ratio" | "ms" | "runs" | null);
    /**
     * A number, or null where it is not known.
     */
    percent_of_limit: (number | null);
    /**
     * The run that was judged.
     */
    run_id: (string | null);
    /**
     * The step of the call that was judged; only of limits on one call.
     */
    step?: (string | null);
    /**
     * The day or month that was judged.
     */
    period: (string | null);
    /**
     * Where the rule stands; null: an input or a default.
     */
    policy: (PolicyLine | null);
}
/**
 * What a rule was applied to.
 */
export interface Subject {
    /**
     * Kind of subject.
     */
    kind: ("total" | "model" | "agent" | "step" | "customer" | "run" | "data");
    /**
     * Its name; null for the total and the data.
     */
    name: (string | null);
    /**
     * The names in the usage that a model's name in the policy means, judged together under it; absent where it is that name itself alone.
     */
    used_as?: string[];
}
/**
 * Where a rule stands.
 */
export interface PolicyLine {
    /**
     * The policy file.
     */
    path: string;
    /**
     * Line, from 1.
     */
    line: number;
    /**
     * Name of the group of limits.
     */
    name: (string | null);
}
export interface RunRow {
    /**
     * Name of the run.
     */
    run_id: string;
    /**
     * When its first call was made, ISO 8601 UTC; null where no call has a time.
     */
    started_at: (string | null);
    /**
     * When its last call was made, ISO 8601 UTC; null where no call has a time.
     */
    last_call_at: (string | null);
    /**
     * Its agents by name; of more than 20 the first.
     */
    agents: string[];
    outcome: RunOutcome;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * A number of things.
     */
    input_tokens: number;
    /**
     * A number of things.
     */
    output_tokens: number;
    /**
     * A number of things.
     */
    total_tokens: number;
    /**
     * Cost of the calls that have a known price, so that with unpriced_calls the run cost at least that; null where no call has one. Unit: US dollars.
     */
    total_cost_usd: (number | null);
    /**
     * A number of things.
     */
    unpriced_calls: number;
}
/**
 * Our aggregate of cost records: what is compared, kept as a baseline and merged across jobs. Amounts are US dollars, exact to 1e-12 while a sum is below 8,192. Keys of the *_stats objects are names as the usage files give them. Sums per day and month also hold records from before `since` and calls of graders; everything else does not.
 */
export interface CostSummary {
    /**
     * Version of this format; this schema describes version 1.
     */
    schema_version: number;
    tool: Tool;
    /**
     * Commit the usage was recorded on.
     */
    commit: (string | null);
    /**
     * Branch or tag of the run that stored it; only in a stored baseline. That of a tag is none.
     */
    ref?: string;
    /**
     * When the summary was made, ISO 8601 UTC.
     */
    created_at: (string | null);
    /**
     * Time zone in which days and months begin.
     */
    timezone: string;
    period: Period;
    /**
     * Unit: US dollars.
     */
    total_cost_usd: number;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    failed_calls: number;
    /**
     * A number of things.
     */
    input_tokens: number;
    /**
     * A number of things.
     */
    output_tokens: number;
    /**
     * A number of things.
     */
    total_tokens: number;
    /**
     * A number of things.
     */
    cached_input_tokens?: number;
    /**
     * A number of things.
     */
    cache_write_tokens?: number;
    /**
     * A number of things.
     */
    reasoning_tokens?: number;
    /**
     * A number of things.
     */
    unpriced_calls: number;
    /**
     * A number of things.
     */
    from_disk_calls?: number;
    graders?: Stats;
    /**
     * A number of things.
     */
    runs: number;
    /**
     * Runs known to have succeeded; null where no outcome is known.
     */
    successful_tasks: (number | null);
    /**
     * Runs known to have failed; null where no outcome is known.
     */
    failed_tasks: (number | null);
    /**
     * total_cost_usd / successful_tasks; null where undefined, where the outcome of some runs is not known, and while calls have no known price. Unit: US dollars.
     */
    cost_per_successful_task: (number | null);
    /**
     * total_cost_usd per 1,000 tokens; null where undefined, and while calls have no known price. Unit: US dollars.
     */
    cost_per_1k_tokens: (number | null);
    /**
     * output_tokens / input_tokens; null where undefined.
     */
    token_efficiency: (number | null);
    /**
     * A number of things.
     */
    flow_runs?: number;
    /**
     * A number of things.
     */
    successes?: number;
    /**
     * successes / flow_runs, or what the one flow summary that was read says; 0 without flow_runs, which tells nothing.
     */
    success_rate?: number;
    /**
     * Which of these figures a file told of. The others are empty, since the framework's gate reads no summary without them, or, as `mcp`, added up from the steps: nothing is known by them. Latency and errors go with `steps`. Absent in documents of earlier versions, where every figure that is there is known.
     */
    flow_told?: ("mcp" | "models" | "steps")[];
    /**
     * Mean latency of a step run, latency_total_ms / latency_count; absent where none is known, null there in documents of earlier versions. Unit: milliseconds.
     */
    avg_latency_ms?: (number | null);
    /**
     * Latencies added up, each rounded to a whole microsecond, so that summaries merge exactly. Unit: milliseconds.
     */
    latency_total_ms?: number;
    /**
     * A number of things.
     */
    latency_count?: number;
    errors?: StepErrors;
    mcp?: McpStats;
    /**
     * Figures per step of a flow, by name.
     */
    steps?: StepRunStats[];
    /**
     * Figures per model of the call logs, by name; calls that name none are of the model `unknown`.
     */
    models?: LoggedModelStats[];
    /**
     * Figures per model.
     */
    model_stats: {
        [k: string]: ModelStats;
    };
    /**
     * Figures per agent.
     */
    agent_stats: {
        [k: string]: AgentStats;
    };
    /**
     * Figures per step.
     */
    step_stats: {
        [k: string]: StepStats;
    };
    /**
     * Figures per customer.
     */
    customer_stats: {
        [k: string]: CustomerStats;
    };
    /**
     * Figures per case that was tested, such as a test of an eval; absent where no record names one.
     */
    case_stats?: {
        [k: string]: Stats;
    };
    /**
     * Figures per step and model together, what the explanation of a change is computed from. Where the step is not known, per agent and model; where neither is, per model.
     */
    step_model_stats: StepModelStats[];
    daily_cost_usd: Amounts;
    monthly_cost_usd: Amounts;
    run_costs: RunCosts;
    /**
     * Models without a known price, and what was used of them.
     */
    unpriced: Unpriced[];
    /**
     * What was read, and what it contributed.
     */
    sources: Source[];
    quality: Quality;
    pricing: PricingUsed;
    /**
     * Earlier records of the branch and this one, the oldest first; only in a stored baseline, and with `summarize --history`.
     *
     * @maxItems 50
     */
    history?: HistoryPoint[];
}
/**
 * Step runs that failed.
 */
export interface StepErrors {
    /**
     * A number of things.
     */
    total: number;
    by_type: ErrorCounts;
}
/**
 * Failures per type; absent types did not occur.
 */
export interface ErrorCounts {
    /**
     * A number of things.
     */
    rate_limit?: number;
    /**
     * A number of things.
     */
    timeout?: number;
    /**
     * A number of things.
     */
    tool?: number;
    /**
     * A number of things.
     */
    unknown?: number;
    /**
     * A number of things.
     */
    validation?: number;
}
/**
 * Everything in the call logs, calls of tools included, and whether or not another source covers its spend. Without a call log the calls of the steps.
 */
export interface McpStats {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * A number of things.
     */
    unknown_outcomes?: number;
    tokens: LoggedTokens;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
/**
 * Unit: tokens.
 */
export interface LoggedTokens {
    /**
     * A number of things.
     */
    input: number;
    /**
     * A number of things.
     */
    output: number;
    /**
     * A number of things.
     */
    total: number;
}
export interface StepRunStats {
    /**
     * Step.
     */
    name: string;
    /**
     * A number of things.
     */
    runs: number;
    /**
     * A number of things.
     */
    successes: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * successes / runs; absent without runs, null there in documents of earlier versions.
     */
    success_rate?: (number | null);
    /**
     * Mean latency of a step run, latency_total_ms / latency_count; absent where none is known, null there in documents of earlier versions. Unit: milliseconds.
     */
    avg_latency_ms?: (number | null);
    /**
     * Latencies added up, each rounded to a whole microsecond, so that summaries merge exactly. Unit: milliseconds.
     */
    latency_total_ms: number;
    /**
     * A number of things.
     */
    latency_count: number;
    error_types: ErrorCounts;
    mcp?: StepMcpStats;
    /**
     * Models that its runs called; absent where they name none.
     */
    models?: string[];
}
/**
 * Its runs that are calls of an MCP server; absent where none is.
 */
export interface StepMcpStats {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * A number of things.
     */
    unknown_outcomes?: number;
}
export interface LoggedModelStats {
    /**
     * Model.
     */
    name: string;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    errors: number;
    /**
     * A number of things.
     */
    unknown_outcomes?: number;
    tokens: LoggedTokens;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
/**
 * Unit: US dollars.
 */
export interface Amounts {
    /**
     * Unit: US dollars.
     */
    [k: string]: number;
}
export interface TaskStats {
    /**
     * A number of things.
     */
    successful_tasks?: number;
    /**
     * A number of things.
     */
    failed_tasks?: number;
}
/**
 * What a unit costs; null while calls of the subject have no known price, and absent in documents of earlier versions.
 */
export interface Efficiency {
    /**
     * Mean cost of a run: cost of the calls that name a run / runs; null without runs. Unit: US dollars.
     */
    cost_per_run_usd?: (number | null);
    /**
     * cost_usd / successful_tasks; null where undefined, and where the outcome of some runs is not known. Unit: US dollars.
     */
    cost_per_successful_task?: (number | null);
    /**
     * cost_usd per 1,000 tokens; null where undefined. Unit: US dollars.
     */
    cost_per_1k_tokens?: (number | null);
    /**
     * output_tokens / input_tokens; null where undefined.
     */
    token_efficiency?: (number | null);
}
/**
 * What writers say that calls cost against tokens times list price; only where a policy limits price drift, and of the calls whose model has a list price.
 */
export interface PriceCheck {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Unit: US dollars.
     */
    recorded_usd: number;
    /**
     * Unit: US dollars.
     */
    list_usd: number;
}
/**
 * Distribution of the cost of a run. With at most 1,000 runs `costs_usd` lists them and every figure is exact; beyond, `sketch` holds their distribution, and percentiles are within 1 % of the exact figure. Unit: US dollars.
 */
export interface RunCosts {
    /**
     * A number of things.
     */
    count: number;
    /**
     * Unit: US dollars.
     */
    total_usd: number;
    /**
     * Mean; null without runs.
     */
    mean_usd: (number | null);
    /**
     * Sample standard deviation; null with fewer than two runs.
     */
    stddev_usd: (number | null);
    /**
     * Median (nearest rank); null without runs.
     */
    p50_usd: (number | null);
    /**
     * 95th percentile (nearest rank); null without runs.
     */
    p95_usd: (number | null);
    /**
     * The dearest run; null without runs.
     */
    max_usd: (number | null);
    /**
     * A name, or null where it is not known.
     */
    max_run_id: (string | null);
    costs_usd?: Amounts;
    sketch?: RunCostSketch;
}
/**
 * Counts per logarithmic bucket: bucket i holds costs in (g^(i-1), g^i] with g = 1.01 / 0.99.
 */
export interface RunCostSketch {
    /**
     * A number of things.
     */
    zeros: number;
    /**
     * Number of runs per bucket index.
     */
    buckets: {
        /**
         * A number of things.
         */
        [k: string]: number;
    };
    /**
     * Sum of the squared costs, for the standard deviation. Unit: US dollars squared.
     */
    sum_of_squares: number;
}
export interface Unpriced {
    /**
     * Model.
     */
    model: string;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    silent_calls?: number;
    reasons?: UnpricedReasons;
    /**
     * A number of things.
     */
    input_tokens: number;
    /**
     * A number of things.
     */
    output_tokens: number;
}
/**
 * The other calls, by why they have no price; absent where nothing says.
 */
export interface UnpricedReasons {
    /**
     * A number of things.
     */
    self_hosted?: number;
    /**
     * A number of things.
     */
    unknown_seller?: number;
    /**
     * A number of things.
     */
    unknown_model?: number;
    /**
     * A number of things.
     */
    not_yet?: number;
    /**
     * A number of things.
     */
    service_tier?: number;
    /**
     * A number of things.
     */
    media?: number;
    /**
     * A number of things.
     */
    web_search?: number;
    /**
     * A number of things.
     */
    paid_tool?: number;
}
export interface Source {
    /**
     * File, or the pattern that matched several.
     */
    path: string;
    /**
     * Format as found in the content: one of the framework's or ours, or the tool that wrote it.
     */
    format: ("ledger" | "costs-db" | "run-summary" | "flow-summary" | "cost-summary" | "bare-summary" | "mcp-calls" | "run-events" | "run-log" | "storage-db" | "ai-sdk" | "aider" | "anthropic" | "braintrust" | "ccusage" | "claude-code" | "codex" | "copilot-cli" | "deepeval" | "gemini" | "gemini-cli" | "gh-aw" | "helicone" | "inspect-ai" | "langfuse" | "langsmith" | "litellm" | "mastra" | "mlflow" | "openai" | "openai-agents" | "opencode" | "openrouter" | "opentelemetry" | "promptfoo");
    /**
     * A number of things.
     */
    files: number;
    /**
     * A number of things.
     */
    records: number;
    /**
     * A number of things.
     */
    sessions?: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
    /**
     * counted: its calls are in the totals. cross-check: compared with what was counted. not-counted: it describes the same spend as another source.
     */
    role: ("counted" | "cross-check" | "not-counted");
}
/**
 * What was found about the data itself.
 */
export interface Quality {
    /**
     * A number of things.
     */
    invalid_records: number;
    /**
     * The first of them, as file:line: JSON path: what is wrong, got what.
     *
     * @maxItems 10
     */
    invalid_examples: string[];
    /**
     * A number of things.
     */
    duplicate_records: number;
    repeats?: RepeatedRecords;
    /**
     * A number of things.
     */
    placeholder_records: number;
    /**
     * A number of things.
     */
    earlier_records: number;
    /**
     * A number of things.
     */
    records_without_run: number;
    without_time?: TimelessCalls;
    /**
     * Where a source contradicts what was counted, the largest difference first, at most 100.
     */
    disagreements: Disagreement[];
    /**
     * Cost summaries that were counted although they describe runs which another source describes too, and flow and bare summaries that were counted beside run summaries.
     */
    overlaps: string[];
    /**
     * Databases beside a ledger that could not be read by this Node, so that nobody knows whether they agree; absent where there are none.
     */
    not_compared?: string[];
    /**
     * Files of other tools that nobody named and that were not counted: git tracks them unchanged, so that the run did not write them, or they are answers of providers and something else tells of calls; the first 100 by name; absent where there are none.
     *
     * @maxItems 100
     */
    left_out?: string[];
}
/**
 * Records without an id that repeat another one byte for byte at a time of whole seconds or coarser: calls may be alike, so they were counted. Absent where there are none.
 */
export interface RepeatedRecords {
    /**
     * A number of things.
     */
    records: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
    /**
     * A number of things.
     */
    unpriced_calls: number;
    /**
     * The first of them, as file:line.
     *
     * @maxItems 10
     */
    examples: string[];
}
/**
 * Calls without a time, which are in no sum of a day or month. Absent where there are none, and in summaries of earlier versions.
 */
export interface TimelessCalls {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
export interface Disagreement {
    /**
     * Run; null: scope says what was compared.
     */
    run_id: (string | null);
    scope?: DisagreementScope;
    /**
     * Unit: US dollars.
     */
    counted_cost_usd: number;
    /**
     * Unit: US dollars.
     */
    summary_cost_usd: number;
    /**
     * The other source: a database, call log or summary; where several add up, the first.
     */
    path: string;
    /**
     * A number of things.
     */
    counted_tokens?: number;
    /**
     * A number of things.
     */
    summary_tokens?: number;
}
/**
 * How records without a trustworthy cost were priced.
 */
export interface PricingUsed {
    /**
     * A number of things.
     */
    priced_calls: number;
    /**
     * The fixed instant whose prices were used; null where nothing was priced.
     */
    as_of: (string | null);
    /**
     * Name and fingerprint of the price catalog; null where nothing was priced.
     */
    catalog: (string | null);
    /**
     * Per model of the records: what it was priced as.
     */
    models: {
        [k: string]: PricedAs;
    };
    prices?: PricesUsed;
}
export interface PricedAs {
    /**
     * Provider and model of the catalog.
     */
    priced_as: string;
    /**
     * A number of things.
     */
    calls: number;
}
/**
 * Per provider and model of the catalog: fingerprint of its prices. Another one of the same name is another price. Absent where nothing was priced.
 */
export interface PricesUsed {
    [k: string]: string;
}
/**
 * What one record measured.
 */
export interface HistoryPoint {
    /**
     * Commit it was recorded on.
     */
    commit: (string | null);
    /**
     * When, ISO 8601 UTC.
     */
    created_at: (string | null);
    /**
     * Unit: US dollars.
     */
    total_cost_usd: number;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    unpriced_calls?: number;
    /**
     * A number of things.
     */
    invalid_records?: number;
    /**
     * A number of things.
     */
    from_disk_calls?: number;
    graders?: Stats;
    /**
     * A number of things.
     */
    total_tokens?: number;
    /**
     * A number of things.
     */
    input_tokens?: number;
    /**
     * A number of things.
     */
    cached_input_tokens?: number;
    /**
     * A number of things.
     */
    runs?: number;
    /**
     * A number of things.
     */
    cases?: number;
    /**
     * Unit: US dollars.
     */
    max_run_usd?: number;
    /**
     * A number of things.
     */
    successful_tasks?: number;
    /**
     * A number of things.
     */
    failed_tasks?: number;
    models: PointStats;
    agents: PointStats;
}
/**
 * Totals per name: those that cost most, at most 100.
 */
export interface PointStats {
    [k: string]: PointStat;
}
export interface PointStat {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    total_tokens: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
    /**
     * A number of things.
     */
    runs?: number;
    /**
     * A number of things.
     */
    input_tokens?: number;
    /**
     * A number of things.
     */
    cached_input_tokens?: number;
    /**
     * A number of things.
     */
    cache_write_tokens?: number;
}
/**
 * Cost over time, as `trends --format json` writes it: per week or day of a ledger, or per record of a stored baseline's history.
 */
export interface CostTrends {
    /**
     * Version of this format.
     */
    schema_version: 1;
    tool: Tool;
    /**
     * When the document was made, ISO 8601 UTC.
     */
    created_at: (string | null);
    by: TrendsBy;
    unit: TrendUnit;
    /**
     * Time zone in which a day begins.
     */
    timezone: string;
    /**
     * The periods, the oldest first. Points of all series stand in the same order.
     */
    periods: TrendPeriod[];
    total: TrendSeries;
    /**
     * One per agent or model, the dearest first; empty by total.
     */
    series: TrendSeries[];
    /**
     * A number of things.
     */
    earlier_calls: number;
    /**
     * A number of things.
     */
    undated_calls: number;
}
export interface TrendPeriod {
    /**
     * Week, day, or time of the record.
     */
    name: string;
    /**
     * First day, or time of the record.
     */
    from: (string | null);
    /**
     * Last day, or time of the record.
     */
    to: (string | null);
    /**
     * Commit of the record; null for a week or day.
     */
    commit: (string | null);
    /**
     * Whether it is over: the last one usually is not.
     */
    complete: boolean;
}
export interface TrendSeries {
    /**
     * Agent or model; null: the total, or the calls that name none.
     */
    name: (string | null);
    /**
     * Cost over all periods; null for records, which do not add up, and where no call has a price. Unit: US dollars.
     */
    cost_usd: (number | null);
    /**
     * Slope of the least-squares line through the cost of the periods that are over; null with fewer than two of them. Unit: US dollars per period.
     */
    slope_usd: (number | null);
    points: TrendPoint[];
}
export interface TrendPoint {
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Tokens; null where the history does not say.
     */
    total_tokens: (number | null);
    /**
     * A number of things.
     */
    unpriced_calls?: number;
    /**
     * Cost; null in a gap, and where no call has a price. Unit: US dollars.
     */
    cost_usd: (number | null);
    /**
     * Cost less that of the period before; null where one of them is null. Unit: US dollars.
     */
    change_usd: (number | null);
    /**
     * The same in percent of the period before; null where that is 0, too. Unit: percent.
     */
    change_percent: (number | null);
}
/**
 * Variants of agents against each other, as `compare` gives them: what a run of each costs, how often it succeeds, and how sure the differences are.
 */
export interface Experiment {
    /**
     * Version of this format.
     */
    schema_version: 1;
    tool: Tool;
    /**
     * What tells the variants apart: a metadata key, `model`, `agent`, `step`, `customer`, `case`, or `file`.
     */
    by: string;
    unit: ExperimentUnit;
    /**
     * Confidence of every interval; each holds it alone.
     */
    confidence: number;
    /**
     * With fewer units in one of two variants no difference between them is called one.
     */
    enough_units: number;
    /**
     * The variants, first the one that the others are compared with.
     */
    variants: Variant[];
    /**
     * What belongs to no variant, or would blur one, by reason.
     */
    left_out: LeftOut[];
    quality: ExperimentQuality;
}
/**
 * One variant.
 */
export interface Variant {
    /**
     * Value of the key, name, or file.
     */
    name: string;
    /**
     * A number of things.
     */
    units: number;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    tokens: number;
    /**
     * Null without calls. Unit: tokens.
     */
    tokens_per_call: (number | null);
    /**
     * Cost of all units. Unit: US dollars.
     */
    cost_usd: number;
    /**
     * Null: not defined. Unit: US dollars.
     */
    cost_per_unit_usd: (number | null);
    /**
     * Student's t. Unit: US dollars. Null where there are too few units for any.
     */
    cost_per_unit_interval: (null | Interval);
    /**
     * A number of things.
     */
    successes: number;
    /**
     * A number of things.
     */
    failures: number;
    /**
     * From 0 to 1; null: not known.
     */
    success_rate: (number | null);
    /**
     * Wilson's. Null where no end is known.
     */
    success_interval: (null | Interval);
    /**
     * Null: not defined. Unit: US dollars.
     */
    cost_per_success_usd: (number | null);
    /**
     * Against the first variant; null for itself.
     */
    difference: (null | Difference);
}
/**
 * Confidence interval, both ends included.
 */
export interface Interval {
    /**
     * Lower end.
     */
    low: number;
    /**
     * Upper end.
     */
    high: number;
}
/**
 * This variant less the first.
 */
export interface Difference {
    /**
     * Unit: tokens.
     */
    tokens_per_call: (number | null);
    /**
     * Null where a variant has no unit.
     */
    cost_per_unit: (null | CostDifference);
    /**
     * Null where a variant has no unit whose end is known.
     */
    success_rate: (null | RateDifference);
    /**
     * Null: not defined. Unit: US dollars.
     */
    cost_per_success_usd: (number | null);
}
/**
 * Difference of the mean cost of a unit.
 */
export interface CostDifference {
    /**
     * Unit: US dollars.
     */
    usd: number;
    /**
     * Of the first variant's; null where that is 0. Unit: percent.
     */
    percent: (number | null);
    /**
     * Welch's t. Null where one of the two has fewer than two units. Unit: US dollars.
     */
    interval: (null | Interval);
    reading: Reading;
}
/**
 * Difference of the success rates.
 */
export interface RateDifference {
    /**
     * From -1 to 1.
     */
    share: number;
    interval: Interval;
    reading: Reading;
}
/**
 * Runs, or calls without a run, that were left out.
 */
export interface LeftOut {
    reason: LeftOutReason;
    /**
     * A number of things.
     */
    runs: number;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Known cost. Unit: US dollars.
     */
    cost_usd: number;
}
/**
 * What was found about the data itself.
 */
export interface ExperimentQuality {
    /**
     * A number of things.
     */
    invalid_records: number;
    /**
     * The first of them.
     */
    invalid_examples: string[];
    /**
     * A number of things.
     */
    duplicate_records: number;
    /**
     * A number of things.
     */
    repeated_records?: number;
    /**
     * A number of things.
     */
    placeholder_records: number;
}
/**
 * The aggregate that the framework's `flow summarize --output FILE` writes. Its costs come from mcp_calls.jsonl alone, so it is never added to a ledger. What its writer leaves out is not known; its readers take it for 0. Unknown keys are allowed and ignored.
 */
export interface FlowSummary {
    /**
     * Runs summarised.
     */
    runs: number;
    /**
     * Runs that succeeded.
     */
    successes?: number;
    /**
     * successes / runs.
     */
    success_rate?: number;
    /**
     * Mean latency of a step run. Unit: milliseconds.
     */
    avg_latency_ms?: (number | null);
    /**
     * Step runs that failed.
     */
    errors?: ({
        /**
         * How many.
         */
        total?: number;
        by_type?: ErrorTypes;
    } | null);
    /**
     * One entry per step.
     */
    steps?: (FlowStep[] | null);
    /**
     * Totals of the calls.
     */
    mcp?: ({
        /**
         * Calls made.
         */
        calls?: number;
        /**
         * Calls that failed.
         */
        errors?: number;
        tokens?: FlowTokens;
        /**
         * Cost of all calls. Unit: US dollars.
         */
        cost_usd?: (number | null);
    } | null);
    /**
     * One entry per model.
     */
    models?: (FlowModel[] | null);
}
export interface FlowStep {
    /**
     * Step.
     */
    name: string;
    /**
     * How often it ended.
     */
    runs?: number;
    /**
     * How often it succeeded.
     */
    successes?: number;
    /**
     * How often it failed.
     */
    errors?: number;
    /**
     * successes / runs.
     */
    success_rate?: (number | null);
    /**
     * Mean latency. Unit: milliseconds.
     */
    avg_latency_ms?: (number | null);
    error_types?: ErrorTypes;
    /**
     * Its runs that are calls of an MCP server.
     */
    mcp?: ({
        /**
         * Calls made.
         */
        calls?: number;
        /**
         * Calls that failed.
         */
        errors?: number;
    } | null);
    /**
     * Models it called.
     */
    models?: (string[] | null);
    /**
     * The model it called, where it has no list of them.
     */
    model?: (string | null);
}
/**
 * Unit: tokens.
 */
export interface FlowTokens {
    /**
     * Prompt tokens.
     */
    input?: number;
    /**
     * Generated tokens.
     */
    output?: number;
    /**
     * Both together.
     */
    total?: number;
}
export interface FlowModel {
    /**
     * Model.
     */
    name: string;
    /**
     * Calls made to it.
     */
    calls?: number;
    /**
     * Calls that failed.
     */
    errors?: number;
    tokens?: FlowTokens;
    /**
     * Cost of its calls. Unit: US dollars.
     */
    cost_usd?: (number | null);
}
/**
 * One line of mcp_calls.jsonl in the folder of a run. Usage stands under `usage` or at the top level; where both carry the same figure it is counted once. Other tools' names for tokens and costs are refused; other unknown keys are allowed and ignored.
 */
export interface McpCall {
    /**
     * Time of the call, ISO 8601, or seconds, milliseconds or microseconds since 1970.
     */
    ts?: (string | number | null);
    /**
     * The same as ts.
     */
    timestamp?: (string | number | null);
    /**
     * Server that was called.
     */
    server?: (string | null);
    /**
     * Tool that was called.
     */
    tool?: (string | null);
    /**
     * Step of the flow.
     */
    step?: (string | null);
    /**
     * Outcome: ok or success is a success.
     */
    status?: (string | null);
    /**
     * Model.
     */
    model?: (string | null);
    /**
     * The same as model.
     */
    model_name?: (string | null);
    /**
     * Settings of the call.
     */
    config?: ({
        /**
         * The same as model.
         */
        model?: (string | null);
    } | null);
    /**
     * Usage of the call.
     */
    usage?: (McpUsage | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    input_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    output_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    total_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cached_input_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cache_write_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cache_write_1h_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    reasoning_tokens?: (number | string | null);
    /**
     * Unit: US dollars. Text that holds a number is accepted.
     */
    cost_usd?: (number | string | null);
    /**
     * Name of the call, where it is a text. Lines of a log with the same ids, model and prompt tokens are one call, of which the last line counts; also read from metadata.
     */
    id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id.
     */
    request_id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id.
     */
    message_id?: {
        [k: string]: unknown;
    };
    /**
     * The same as id.
     */
    response_id?: {
        [k: string]: unknown;
    };
    /**
     * Free form; only the ids of the call are read from it.
     */
    metadata?: {
        [k: string]: unknown;
    };
}
/**
 * Usage of the call.
 */
export interface McpUsage {
    /**
     * Model.
     */
    model?: (string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    input_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    output_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    total_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cached_input_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cache_write_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    cache_write_1h_tokens?: (number | string | null);
    /**
     * Unit: tokens. Text that holds a number is accepted.
     */
    reasoning_tokens?: (number | string | null);
    /**
     * Unit: US dollars. Text that holds a number is accepted.
     */
    cost_usd?: (number | string | null);
}
/**
 * Governance policy, catalog/policies/cost_governance.yaml. Every limit is strict: a value equal to it passes.
 */
export interface PolicyFile {
    /**
     * Groups of limits.
     */
    policies?: PolicyGroup[];
    regression?: Regression;
    /**
     * Unit: percent of the limit.
     */
    warn_at_percent?: number;
    flow_level?: RuleLevel;
    /**
     * Fewer runs than this are an error. Unit: runs.
     */
    min_runs?: number;
    /**
     * Unit: share, 0 to 1.
     */
    min_success_rate?: number;
    /**
     * Unit: milliseconds.
     */
    max_avg_latency_ms?: number;
    /**
     * Steps, by exact name; those that did not run are one error together. A step that a flow summary lists is there, be it with 0 runs.
     *
     * @maxItems 1000
     */
    required_steps?: string[];
    /**
     * Limits on each step by itself: `default` is about all steps without a nearer entry, which is their exact name or a glob with * and ?. What a nearer entry means is per_step_merge.
     */
    per_step?: {
        [k: string]: StepLimits;
    };
    per_step_merge?: StepMerge;
    mcp?: McpLimits;
    models?: ModelLists;
    volume?: Volume;
    /**
     * What a limit means that the baseline broke at least as badly: an error as usual, or a warning that is marked as already there. Default: block.
     */
    existing_violations?: ("block" | "warn");
}
export interface PolicyGroup {
    /**
     * Name of the group, shown with its findings.
     */
    name: string;
    /**
     * What it is for.
     */
    description?: (string | null);
    subject?: LimitSubject;
    /**
     * Whether a person may accept what breaks these limits: errors become warnings with an approval. Default: false, except for `require_approval` and `max_projected_increase_per_month_usd`.
     */
    approvable?: boolean;
    level?: RuleLevel;
    /**
     * Unit: percent of the limit.
     */
    warn_at_percent?: number;
    /**
     * Names of models under `limits` mean nothing but themselves: not their dated snapshots, and no other spelling of them. Default: false.
     */
    exact?: boolean;
    /**
     * A calendar day, YYYY-MM-DD.
     */
    expires?: string;
    /**
     * Limits per subject: a name, or a glob with * and ?. Within a group the most specific name that sets a limit decides.
     */
    limits?: {
        [k: string]: Limits;
    };
    thresholds?: Thresholds;
    totals?: Totals;
}
/**
 * Limits of one subject.
 */
export interface Limits {
    /**
     * Unit: US dollars.
     */
    max_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_p95_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_p50_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_day_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_month_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_daily_spend_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_total_cost_usd?: number;
    /**
     * Unit: tokens.
     */
    max_input_tokens?: number;
    /**
     * Unit: tokens.
     */
    max_output_tokens?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_1k_tokens_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_successful_task_usd?: number;
    /**
     * Unit: percent.
     */
    max_price_drift_percent?: number;
    /**
     * Models: any use is an error, until a person with write access approves the pull request.
     */
    require_approval?: boolean;
    level?: RuleLevel;
    /**
     * Unit: percent of the limit.
     */
    warn_at_percent?: number;
    /**
     * As for the group, for this name alone. Default: that of the group.
     */
    exact?: boolean;
    /**
     * A calendar day, YYYY-MM-DD.
     */
    expires?: string;
}
/**
 * Alerts about the cost of any one run.
 */
export interface Thresholds {
    /**
     * Unit: US dollars.
     */
    warn_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    error_cost_per_run_usd?: number;
}
/**
 * Limits on everything together.
 */
export interface Totals {
    /**
     * Unit: US dollars.
     */
    max_total_cost_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_total_cost_per_day_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_total_cost_per_month_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_p95_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_p50_cost_per_run_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_successful_task_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_cost_per_1k_tokens_usd?: number;
    /**
     * Calls without any known price, which are in no amount. Unit: calls.
     */
    max_unpriced_calls?: number;
    /**
     * Unit: US dollars.
     */
    max_projected_cost_per_month_usd?: number;
    /**
     * Unit: US dollars.
     */
    max_projected_increase_per_month_usd?: number;
    max_unattributed_percent?: Unattributed;
}
/**
 * How much of the cost may come from calls that do not say whose they are.
 */
export interface Unattributed {
    /**
     * Unit: percent.
     */
    agent?: number;
    /**
     * Unit: percent.
     */
    model?: number;
    /**
     * Unit: percent.
     */
    step?: number;
    /**
     * Unit: percent.
     */
    customer?: number;
}
/**
 * How much more than the baseline is an error: the total, and per model, agent or step.
 */
export interface Regression {
    /**
     * A larger increase is an error. Default for the total: 20. Unit: percent of the baseline.
     */
    max_increase_percent?: number;
    /**
     * And only if it is at least this much. Default: 0. Unit: US dollars.
     */
    min_increase_usd?: number;
    /**
     * A larger increase is an error. Default for the total: 20. Unit: percent of the baseline.
     */
    max_increase_tokens_percent?: number;
    level?: RuleLevel;
    on_inconclusive?: PolicyOnInconclusive;
    creep?: Creep;
    /**
     * Unit: share, 0 to 1.
     */
    min_success_rate_drop?: number;
    success_level?: RuleLevel;
    per_model?: RegressionLimits;
    per_agent?: RegressionLimits;
    per_step?: RegressionLimits;
}
/**
 * How much the total may have grown since the record of some days ago: small increases, each of them within its limit, add up. Default: no limit.
 */
export interface Creep {
    /**
     * A larger increase is an error. Default: 50. Unit: percent of that record.
     */
    max_increase_percent?: number;
    /**
     * How old that record is; where none is so old, the oldest that is at least half as old. Default: 30. Unit: days.
     */
    days?: number;
    level?: RuleLevel;
}
export interface RegressionLimits {
    [k: string]: RegressionLimit;
}
export interface RegressionLimit {
    /**
     * A larger increase is an error. Default for the total: 20. Unit: percent of the baseline.
     */
    max_increase_percent: number;
    /**
     * And only if it is at least this much. Default: 0. Unit: US dollars.
     */
    min_increase_usd?: number;
    level?: RuleLevel;
    /**
     * Under per_model, the name means nothing but itself: not its dated snapshots, and no other spelling. Default: false.
     */
    exact?: boolean;
    /**
     * A calendar day, YYYY-MM-DD.
     */
    expires?: string;
}
/**
 * Limits of one step; with per_step_merge: replace an empty entry frees it from all of them.
 */
export interface StepLimits {
    /**
     * Unit: share, 0 to 1.
     */
    max_error_rate?: number;
    /**
     * Unit: milliseconds.
     */
    max_avg_latency_ms?: number;
    /**
     * Unit: share, 0 to 1.
     */
    max_mcp_error_rate?: number;
    level?: RuleLevel;
    /**
     * A calendar day, YYYY-MM-DD.
     */
    expires?: string;
}
/**
 * Limits on all MCP calls together.
 */
export interface McpLimits {
    /**
     * Unit: share, 0 to 1.
     */
    max_error_rate?: number;
    level?: RuleLevel;
}
/**
 * Which models may be called, each that was called judged by itself.
 */
export interface ModelLists {
    allowlist?: NamePatterns;
    denylist?: NamePatterns;
    /**
     * Names of the denylist mean nothing but themselves, as those of the allowlist always do. Default: false.
     */
    exact?: boolean;
    level?: RuleLevel;
}
/**
 * How many runs there are in production, for a projection of the cost of a month: cost of a run, as measured, times this. Without it nothing is projected.
 */
export interface Volume {
    /**
     * Unit: runs.
     */
    runs_per_day?: number;
    /**
     * Unit: runs.
     */
    runs_per_month?: number;
    /**
     * Runs of each agent, by name or glob; the most specific one decides. Where nothing says how many runs there are of everything, the projection is the sum of these agents.
     */
    agents?: {
        [k: string]: AgentVolume;
    };
}
/**
 * How many runs of an agent there are.
 */
export interface AgentVolume {
    /**
     * Unit: runs.
     */
    runs_per_day?: number;
    /**
     * Unit: runs.
     */
    runs_per_month?: number;
}
/**
 * Price overrides, catalog/pricing.yaml and the input pricing-path. They come before the bundled list prices. Unit of prices: US dollars per 1 million tokens.
 */
export interface PricingFile {
    /**
     * Version of this format.
     */
    version: 1;
    /**
     * Currency of the prices.
     */
    currency?: "USD";
    /**
     * Unit of the prices.
     */
    unit?: "per_1m_tokens";
    /**
     * The day whose prices are used for records that have no time. Default: that of the bundled catalog.
     */
    as_of?: string;
    defaults?: PricingDefaults;
    /**
     * Other names of a seller, as prefixes of model names or in records, and its name in the price list; empty for a proxy, which sells nothing itself.
     */
    providers?: {
        [k: string]: string;
    };
    /**
     * What is known of sellers.
     */
    sellers?: {
        [k: string]: PricedSeller;
    };
    /**
     * How much dearer or cheaper than in the price list models are for you: data kept in one region, a margin, a contract. By seller and model as the list calls them; a glob is allowed, and the longest one that fits decides.
     */
    multipliers?: {
        [k: string]: number;
    };
    /**
     * Prices per model.
     */
    models?: PricedModel[];
}
/**
 * What holds where a model says nothing.
 */
export interface PricingDefaults {
    /**
     * Part of the price that a batch call does not pay. Default: that of the bundled catalog.
     */
    batch_discount?: number;
    /**
     * Calls without a known price: a warning, an error, or priced like another model. Default: warn.
     */
    unknown_model?: string;
    /**
     * Whether a model that its seller's list does not have gets the price of those who make it. Default: deny, so that it has no price.
     */
    other_seller?: ("deny" | "allow");
}
export interface PricedSeller {
    /**
     * Sellers of the price list whose prices this one takes, for models that it has no price of its own for; the first one that has a model decides.
     *
     * @minItems 1
     */
    same_prices_as: string[];
}
export interface PricedModel {
    /**
     * Provider and model; a glob is allowed.
     */
    id: string;
    /**
     * Names in records that mean this model: exact or glob, upper and lower case alike.
     */
    aliases?: string[];
    /**
     * Whether a date, a version or another ending that keeps a model the same may follow the id and the names. Default: false, so that only what is written counts.
     */
    dated?: boolean;
    /**
     * Prices by date, oldest first; the newest that was in effect when a call was made is used, or at as_of where a record has no time.
     *
     * @minItems 1
     */
    prices: DatedPrice[];
    /**
     * Where the prices are said.
     */
    source?: string;
    /**
     * The day on which somebody looked them up.
     */
    checked?: string;
}
/**
 * Prices from a date on.
 */
export interface DatedPrice {
    /**
     * First day of these prices.
     */
    effective: string;
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    input: number;
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    output: number;
    /**
     * Prompt tokens read from the cache. Default: as input.
     */
    cached_input?: (number | null);
    /**
     * Prompt tokens written to the cache. Default: as input.
     */
    cache_write?: (number | null);
    /**
     * Prompt tokens written to the cache for an hour. Default: as cache_write.
     */
    cache_write_1h?: (number | null);
    /**
     * Fee per call. Unit: US dollars.
     */
    call?: number;
    /**
     * Fee per search of the web that the provider runs. Without it calls that searched have no known price. Unit: US dollars.
     */
    web_search?: number;
    /**
     * What calls of other service tiers pay, as a part or multiple of the prices.
     */
    service_tiers?: {
        [k: string]: number;
    };
    /**
     * Part of the price that a batch call does not pay. Default: that of the bundled catalog.
     */
    batch_discount?: number;
    batch?: BatchPrice;
    /**
     * Prices of calls with long prompts; the whole call pays them.
     */
    tiers?: PriceTier[];
}
/**
 * Prices of a batch call, instead of a discount.
 */
export interface BatchPrice {
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    input: number;
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    output: number;
}
export interface PriceTier {
    /**
     * For calls with more prompt tokens than this.
     */
    above_input_tokens: number;
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    input: number;
    /**
     * A price. Unit: US dollars per 1 million tokens.
     */
    output: number;
    cached_input?: (number | null);
    cache_write?: (number | null);
    cache_write_1h?: (number | null);
}
/**
 * Everything one gate run found, in one document. Comment, job summary, terminal output and annotations are renderings of it.
 */
export interface Report {
    /**
     * Version of this format.
     */
    schema_version: 1;
    tool: Tool;
    /**
     * When the gate ran, ISO 8601 UTC.
     */
    created_at: string;
    verdict: Verdict;
    /**
     * Whether the step fails: findings of the level in settings.fail_on, and not a dry run.
     */
    blocked: boolean;
    settings: ReportSettings;
    policy: PolicyUsed;
    files: Files;
    /**
     * null where the pull request edits and brings none of the files that judge it.
     */
    proposed: (Proposed | null);
    approval: ApprovalState;
    /**
     * null in every other mode.
     */
    record: (RecordState | null);
    baseline: BaselineUsed;
    past?: Past;
    head: CostSummary;
    /**
     * Head against baseline; null without a baseline.
     */
    comparison: (Comparison | null);
    /**
     * Why the total changed; null where the baseline has no calls and tokens per model.
     */
    explanation: (Explanation | null);
    /**
     * How much of a change is chance; null without a baseline.
     */
    noise: (Noise | null);
    /**
     * What head did that the baseline did not, or the other way round; null where nothing differs that is known.
     */
    workload: (Workload | null);
    /**
     * How many runs succeeded, and what a success cost; null where neither side says how all of its runs ended.
     */
    success: (Success | null);
    /**
     * What a month would cost at the volume that the policy gives; null where it gives none.
     */
    projection: (Projection | null);
    /**
     * Rules that were broken, the worst first.
     */
    findings: Finding[];
    /**
     * Every other rule that was applied.
     */
    checks: Check[];
    links?: Links;
    /**
     * What could have cost less; null where nobody asked.
     */
    savings: (Savings | null);
}
/**
 * What the gate was told.
 */
export interface ReportSettings {
    mode: JudgingMode;
    /**
     * Limit on the increase of the total, after policy, inputs and defaults. Unit: percent.
     */
    max_increase_percent: number;
    /**
     * Increases below this never fail. Unit: US dollars.
     */
    min_increase_usd: number;
    fail_on: FailOn;
    /**
     * What no baseline means.
     */
    on_missing_baseline: ("pass" | "warn" | "fail");
    on_inconclusive: OnInconclusive;
    /**
     * What invalid records mean.
     */
    on_invalid: ("fail" | "skip");
    /**
     * Where a day begins.
     */
    timezone: string;
    /**
     * Earlier records count for daily and monthly budgets only.
     */
    since: (string | null);
    /**
     * Judge and print only.
     */
    dry_run: boolean;
    /**
     * Which sticky comment this gate writes.
     */
    comment_key: string;
    /**
     * Label by which a person accepts approvable errors; null where there is no pull request to set it on.
     */
    approval_label: (string | null);
}
/**
 * What the verdict would be by the files as the pull request has them.
 */
export interface Proposed {
    /**
     * null: it could not be judged.
     */
    verdict: (Verdict | null);
    /**
     * Why not.
     */
    problem: (string | null);
}
/**
 * Whether a person accepted the errors that may be accepted. Looked up only where there are any.
 */
export interface ApprovalState {
    /**
     * null: nobody did.
     */
    given: (Approval | null);
    /**
     * Labels and reviews that do not count, and why; what could not be read.
     */
    notes: string[];
}
export interface Approval {
    /**
     * Login of a person with write access who is not the author.
     */
    by: string;
    /**
     * By the approval label, or by an approving review.
     */
    how: ("label" | "review");
    /**
     * When, ISO 8601 UTC.
     */
    at: string;
    /**
     * The head commit that was accepted.
     */
    commit: string;
}
/**
 * What became of the record that this run made.
 */
export interface RecordState {
    /**
     * The artifact that it is kept in.
     */
    artifact: string;
    /**
     * Why it was not kept; null: it was.
     */
    problem: (string | null);
}
/**
 * What head was compared with.
 */
export interface BaselineUsed {
    /**
     * missing: there is none yet.
     */
    state: ("found" | "missing");
    /**
     * Where it was looked for: a file, or the artifacts that mode record stores.
     */
    source: ("file" | "artifact");
    /**
     * File or artifact it was read from, or where it was looked for.
     */
    path: (string | null);
    /**
     * Format of the document; history: a point in the history of a later record.
     */
    format: ("cost-summary" | "bare-summary" | "flow-summary" | "history" | null);
    /**
     * Commit it was recorded on.
     */
    commit: (string | null);
    /**
     * When it was recorded, ISO 8601 UTC.
     */
    created_at: (string | null);
    /**
     * Its total. Unit: US dollars.
     */
    total_cost_usd: (number | null);
    /**
     * Its calls that are in no amount, so that it cost at least its total; absent: none that is known.
     */
    unpriced_calls?: number;
    /**
     * Records that were left out of it as invalid, so that it cost at least its total; absent: none that is known.
     */
    invalid_records?: number;
    /**
     * Its calls that were answered from a cache on disk and cost nothing; absent: none that is known.
     */
    from_disk_calls?: number;
    graders?: Stats;
    /**
     * Price catalog that priced its calls without a cost of their own; null where none was needed, or the file does not say.
     */
    price_catalog: (string | null);
    /**
     * Workflow run that recorded it; null for a file.
     */
    run_id: (number | null);
    /**
     * How many commits the newest record is older than the commit of the base that was measured: of the merge of a pull request its base, of a head the commit that it started from; null for a file.
     */
    commits_behind: (number | null);
    /**
     * null where it has no history.
     */
    window: (BaselineWindow | null);
    /**
     * Why there is none, where more is known than that nobody recorded one.
     */
    reason: (string | null);
    /**
     * Artifacts that are nearer and are no records, and why; only where there are any.
     */
    passed_over?: string[];
}
/**
 * Which record of its history it is.
 */
export interface BaselineWindow {
    /**
     * How many records it is the median of.
     */
    records: number;
    by: CentreBy;
    /**
     * Total of the newest record. Unit: US dollars.
     */
    newest_cost_usd: number;
}
/**
 * What charts show of the base branch beyond the comparison; absent where the baseline is no cost summary.
 */
export interface Past {
    /**
     * Earlier records of the base branch, the oldest first; empty where it has no history.
     *
     * @maxItems 50
     */
    records: PastRecord[];
    run_costs: RunCosts;
}
/**
 * One record.
 */
export interface PastRecord {
    /**
     * Commit it was recorded on.
     */
    commit: (string | null);
    /**
     * When, ISO 8601 UTC.
     */
    created_at: (string | null);
    /**
     * Its total. Unit: US dollars.
     */
    total_cost_usd: number;
    /**
     * Its calls.
     */
    calls: number;
    models: Amounts;
    agents: Amounts;
}
/**
 * Head against baseline, the largest change first.
 */
export interface Comparison {
    total: Change;
    figures: Figures;
    models: (Change[] | null);
    agents: (Change[] | null);
    steps: (Change[] | null);
    customers: (Change[] | null);
    cases?: (Change[] | null);
}
/**
 * One figure of one subject in baseline and head. Null: the subject is not there, or the file does not say.
 */
export interface Change {
    /**
     * Name of the subject.
     */
    name: string;
    status: ChangeStatus;
    /**
     * A number, or null where it is not known.
     */
    baseline_cost_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head_cost_usd: (number | null);
    /**
     * Head less baseline; 0 where one of them is not known. Unit: US dollars.
     */
    delta_usd: number;
    /**
     * A number, or null where it is not known.
     */
    percent: (number | null);
    /**
     * A number, or null where it is not known.
     */
    baseline_calls: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head_calls: (number | null);
    /**
     * A number, or null where it is not known.
     */
    baseline_tokens: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head_tokens: (number | null);
}
/**
 * Figures of the whole.
 */
export interface Figures {
    calls: Figure;
    failed_calls: Figure;
    input_tokens: Figure;
    output_tokens: Figure;
    cached_input_tokens?: Figure;
    cache_write_tokens?: Figure;
    reasoning_tokens?: Figure;
    token_efficiency: Figure;
    runs: Figure;
    successful_tasks: Figure;
    cost_per_run_usd: Figure;
    cost_per_run_p50_usd: Figure;
    cost_per_run_p95_usd: Figure;
    cost_per_run_max_usd: Figure;
    cost_per_successful_task: Figure;
    cost_per_1k_tokens: Figure;
}
/**
 * One figure in baseline and head.
 */
export interface Figure {
    /**
     * A number, or null where it is not known.
     */
    baseline: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head: (number | null);
    /**
     * A number, or null where it is not known.
     */
    percent: (number | null);
}
/**
 * An exact additive decomposition of the change (LMDI-I over step, model and kind of token): the drivers add up to it.
 */
export interface Explanation {
    /**
     * Parts of the change.
     */
    drivers: DriverPart[];
    kinds: KindPrices;
    /**
     * What head would have cost at the prices of the baseline; models whose prices are not known are in it as they are. Unit: US dollars.
     */
    head_at_baseline_rates_usd: number;
    /**
     * Concrete causes, the largest first, at most 20.
     */
    causes: Cause[];
    /**
     * The largest cause inside the largest driver; null where nothing changed.
     */
    main_cause: (Cause | null);
}
export interface DriverPart {
    driver: Driver;
    /**
     * Unit: US dollars.
     */
    delta_usd: number;
}
/**
 * Where the prices of input, cached, cache write and output tokens are known from: number of models, of those that were called in one place on both sides and cost something else.
 */
export interface KindPrices {
    /**
     * Models whose recorded costs on both sides follow from one price per kind, or from one per side.
     */
    fitted: number;
    /**
     * Models whose costs settle no prices, and whose list prices stand to each other like this.
     */
    catalog: number;
    /**
     * Models with neither: their tokens are one driver, tokens_per_call, and what is left of their change is in rates.
     */
    unknown: number;
}
/**
 * One concrete cause: a driver in one step (or agent, where the step is not known).
 */
export interface Cause {
    driver: Driver;
    /**
     * Its part of the change. Unit: US dollars.
     */
    delta_usd: number;
    /**
     * The step or agent; null: calls that name neither.
     */
    group: (string | null);
    /**
     * What group is.
     */
    group_by: ("step" | "agent" | "none");
    /**
     * The model; with mix, the model that calls moved to.
     */
    model: (string | null);
    /**
     * With mix: the model that calls moved from.
     */
    from_model: (string | null);
    /**
     * A number, or null where it is not known.
     */
    baseline_value: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head_value: (number | null);
    kind?: TokenKind;
    spread?: CauseSpread;
}
/**
 * Only where no single cause makes up a fifth of its driver: how many models and groups went the driver's way, and of how many. Then model and group are null unless there is just one.
 */
export interface CauseSpread {
    /**
     * Models.
     */
    models: number;
    /**
     * Of how many.
     */
    of_models: number;
    /**
     * Steps or agents.
     */
    groups: number;
    /**
     * Of how many.
     */
    of_groups: number;
}
/**
 * What chance alone does to the cost of this suite, from the records of the base branch, and what that makes of the growth of the total.
 */
export interface Noise {
    state: NoiseState;
    reason: NoiseReason;
    /**
     * Comparable records of the base branch.
     */
    records: number;
    /**
     * Those of them at the newest level of cost, which lowest_usd and highest_usd are of; absent where not told.
     */
    level_records?: number;
    /**
     * Records that are not comparable, the newest first, at most 5.
     */
    left_out: RecordLeftOut[];
    /**
     * A number, or null where it is not known.
     */
    noise_percent: (number | null);
    /**
     * A number, or null where it is not known.
     */
    reach_percent: (number | null);
    /**
     * A number, or null where it is not known.
     */
    measured_percent: (number | null);
    /**
     * A number, or null where it is not known.
     */
    proven_percent: (number | null);
    proven_by: ProvenBy;
    /**
     * A number, or null where it is not known.
     */
    smallest_provable_percent: (number | null);
    /**
     * A number, or null where it is not known.
     */
    repetitions: (number | null);
    /**
     * A number, or null where it is not known.
     */
    lowest_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    highest_usd: (number | null);
    /**
     * The newest record, where it and the baseline disagree about the side of the limit and nothing is proven; else null.
     */
    newest: (NewestRecord | null);
    /**
     * How much the base branch itself rose over its records, where that is more than the limit; else null.
     */
    rise: (BranchRise | null);
    /**
     * What the total is made of, which is less noisy than the total.
     */
    factors: NoiseFactor[];
    /**
     * Runs of head that are far dearer than the dearest usually is, at most 5.
     */
    odd_runs: OddRun[];
}
/**
 * A record that is not comparable.
 */
export interface RecordLeftOut {
    /**
     * Commit it was recorded on.
     */
    commit: (string | null);
    /**
     * When, ISO 8601 UTC.
     */
    created_at: (string | null);
    /**
     * Its total. Unit: US dollars.
     */
    total_cost_usd: number;
    reason: IncomparableReason;
    /**
     * A number, or null where it is not known.
     */
    count: (number | null);
    /**
     * A number, or null where it is not known.
     */
    usual: (number | null);
}
/**
 * The newest record.
 */
export interface NewestRecord {
    /**
     * Its total. Unit: US dollars.
     */
    usd: number;
    /**
     * A number, or null where it is not known.
     */
    percent: (number | null);
}
/**
 * How much the base branch itself rose.
 */
export interface BranchRise {
    /**
     * What its first records cost. Unit: US dollars.
     */
    usd: number;
    /**
     * How much dearer the baseline is.
     */
    percent: number;
    /**
     * Comparable records since then.
     */
    records: number;
    /**
     * A number, or null where it is not known.
     */
    days: (number | null);
}
/**
 * One factor of the total.
 */
export interface NoiseFactor {
    name: FactorName;
    /**
     * Its change against the records.
     */
    percent: number;
    /**
     * How far chance reaches.
     */
    reach_percent: number;
    /**
     * Whether the change is more than chance.
     */
    sure: boolean;
}
/**
 * A dear run.
 */
export interface OddRun {
    /**
     * Which run.
     */
    run_id: (string | null);
    /**
     * What it cost. Unit: US dollars.
     */
    usd: number;
    /**
     * What the dearest run usually costs. Unit: US dollars.
     */
    usual_usd: number;
}
/**
 * Head and baseline did other work, so that their totals alone are not comparable.
 */
export interface Workload {
    /**
     * What differs.
     *
     * @minItems 1
     */
    differs: WorkDifference[];
    unit: WorkUnit;
    /**
     * A number, or null where it is not known.
     */
    baseline_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    head_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    percent: (number | null);
    /**
     * null where head has no fewer.
     */
    fewer: (FewerUnits | null);
}
/**
 * One figure of the work that differs.
 */
export interface WorkDifference {
    figure: WorkFigure;
    /**
     * Number of cases, runs or steps, or share of the calls, 0 to 1.
     */
    baseline: number;
    /**
     * The same in head.
     */
    head: number;
    /**
     * A number, or null where it is not known.
     */
    shared: (number | null);
}
/**
 * Cases or runs of which head has fewer than the baseline.
 */
export interface FewerUnits {
    figure: FewerFigure;
    /**
     * How many in the baseline.
     */
    baseline: number;
    /**
     * How many in head.
     */
    head: number;
}
/**
 * Quality beside cost.
 */
export interface Success {
    /**
     * The baseline; null where it does not say how all of its runs ended.
     */
    baseline: (Ended | null);
    /**
     * Head; null where it does not say how all of its runs ended.
     */
    head: (Ended | null);
    /**
     * null unless both sides are known.
     */
    change: (RateChange | null);
}
/**
 * How the runs of one side ended.
 */
export interface Ended {
    /**
     * Runs, all of which say how they ended.
     */
    runs: number;
    /**
     * Those that succeeded.
     */
    successful_runs: number;
    /**
     * successful_runs / runs.
     */
    success_rate: number;
    /**
     * A number, or null where it is not known.
     */
    cost_per_success_usd: (number | null);
}
/**
 * Difference of the success rates, head less baseline, with its 95 % interval (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10). Below 0 with all of its interval it is beyond chance.
 */
export interface RateChange {
    /**
     * Unit: share, -1 to 1.
     */
    share: number;
    /**
     * Lower end.
     */
    low: number;
    /**
     * Upper end.
     */
    high: number;
}
/**
 * A projection, not a measurement: cost of a run, measured here, times the runs that the policy says there are.
 */
export interface Projection {
    /**
     * Days that a month is taken to have, where the volume is per day.
     */
    days_per_month: number;
    /**
     * Runs of everything; null where the policy gives a volume per agent only: then the amounts are sums of those of the agents.
     */
    volume: (RunsPer | null);
    /**
     * A number, or null where it is not known.
     */
    head_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    baseline_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    increase_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    low_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    high_usd: (number | null);
    /**
     * Why there is no amount; null: there is one.
     */
    reason: (string | null);
    /**
     * Agents with a volume of their own, the dearest first.
     */
    agents: ProjectedAgent[];
    /**
     * Agents of head that no volume is given for, where the amounts are sums of agents.
     */
    without_volume: string[];
    /**
     * Names and globs of volume.agents that no agent of head has.
     */
    unmatched: string[];
}
/**
 * How many runs there are.
 */
export interface RunsPer {
    /**
     * Number of runs.
     */
    runs: number;
    /**
     * In which time.
     */
    per: ("day" | "month");
}
/**
 * One agent.
 */
export interface ProjectedAgent {
    /**
     * The agent.
     */
    name: string;
    volume: RunsPer;
    /**
     * A number, or null where it is not known.
     */
    head_usd: (number | null);
    /**
     * A number, or null where it is not known.
     */
    baseline_usd: (number | null);
}
/**
 * Where on GitHub this ran; absent in a terminal.
 */
export interface Links {
    /**
     * Page of the workflow run.
     */
    run_url: string;
    /**
     * Page of the repository.
     */
    repository_url: string;
    /**
     * Path in the repository that paths of files start from: `.` is its root; null: it lies outside.
     */
    folder: (string | null);
}
/**
 * What could have cost less, as `savings --format json` writes it. Every amount named at_most_usd is an upper bound under the assumption of its section; sections overlap, so they must not be added up. Nothing of it is a finding.
 */
export interface Savings {
    /**
     * Version of this format.
     */
    schema_version: 1;
    tool: Tool;
    /**
     * Unit: US dollars.
     */
    total_cost_usd: number;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * A number of things.
     */
    left_out_calls: number;
    prices: SavingsPrices;
    models: ModelSavings;
    batch: BatchSavings;
    /**
     * Calls that look alike, candidates for a cache; null where there are only sums, no records.
     */
    repeats: (RepeatSavings | null);
    output: OutputShares;
    /**
     * Calls of a cheap model that a call of a premium model followed in the same run and step; null where there are only sums, no records.
     */
    escalations: (Escalations | null);
}
/**
 * Prices that were used.
 */
export interface SavingsPrices {
    /**
     * Their instant, ISO 8601 UTC.
     */
    as_of: string;
    /**
     * Name and fingerprint of the catalog.
     */
    catalog: string;
}
/**
 * What steps would have cost on other models.
 */
export interface ModelSavings {
    /**
     * What must be true for the upper bound to be reached.
     */
    assumption: string;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
    /**
     * One per step, model and other model, the largest saving first.
     */
    rows: ModelSaving[];
}
/**
 * Calls of one model in one step.
 */
export interface SpentBy {
    /**
     * A name, or null where it is not known.
     */
    step: (string | null);
    /**
     * A name, or null where it is not known.
     */
    agent: (string | null);
    /**
     * Model.
     */
    model: string;
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
}
export interface FittingTask {
    /**
     * Kind of task.
     */
    task: string;
    /**
     * When it fits.
     */
    fits: (string | null);
}
/**
 * What batch calls would have saved.
 */
export interface BatchSavings {
    /**
     * What must be true for the upper bound to be reached.
     */
    assumption: string;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
    /**
     * One per step and model whose provider sells batch calls for less, the largest saving first.
     */
    rows: BatchSaving[];
}
/**
 * Calls that look alike, candidates for a cache.
 */
export interface RepeatSavings {
    /**
     * What must be true for the upper bound to be reached.
     */
    assumption: string;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
    /**
     * A number of things.
     */
    groups: number;
    /**
     * The groups with the largest savings.
     *
     * @maxItems 100
     */
    rows: RepeatSaving[];
}
/**
 * Which part of the cost of each step is that of its output.
 */
export interface OutputShares {
    /**
     * What must be true for the upper bound to be reached.
     */
    assumption: string;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
    /**
     * One per step (or agent, where the step is not known), the dearest output first.
     */
    rows: OutputShare[];
}
export interface OutputShare {
    /**
     * A name, or null where it is not known.
     */
    step: (string | null);
    /**
     * A name, or null where it is not known.
     */
    agent: (string | null);
    /**
     * A number of things.
     */
    calls: number;
    /**
     * Unit: US dollars.
     */
    cost_usd: number;
    /**
     * Unit: US dollars.
     */
    output_cost_usd: number;
    /**
     * The same in percent of the cost. Unit: percent.
     */
    share_percent: number;
    /**
     * Mean output of a call. Unit: tokens.
     */
    output_tokens_per_call: number;
}
/**
 * Calls of a cheap model that a call of a premium model followed in the same run and step.
 */
export interface Escalations {
    /**
     * What must be true for the upper bound to be reached.
     */
    assumption: string;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
    /**
     * A number of things.
     */
    economy_calls: number;
    /**
     * A number of things.
     */
    escalated_calls: number;
    /**
     * escalated_calls / economy_calls; null without any. Unit: percent.
     */
    share_percent: (number | null);
    /**
     * One per step (or agent, where the step is not known) with such calls, the dearest first.
     */
    rows: EscalatedStep[];
}
export interface EscalatedStep {
    /**
     * A name, or null where it is not known.
     */
    step: (string | null);
    /**
     * A name, or null where it is not known.
     */
    agent: (string | null);
    /**
     * A number of things.
     */
    economy_calls: number;
    /**
     * A number of things.
     */
    escalated_calls: number;
    /**
     * Unit: US dollars.
     */
    first_cost_usd: number;
    /**
     * Unit: US dollars.
     */
    at_most_usd: number;
}
/**
 * One line of runs.jsonl in the folder of a flow run. `end` events say how a step ended, or how the run did where they name no step; any other event says that the run began. Unknown keys are allowed and ignored.
 */
export interface RunEvent {
    /**
     * Kind of event; `end` closes a step, or the run.
     */
    event: string;
    /**
     * The run.
     */
    run_id?: (string | null);
    /**
     * The step; an end without one is the end of the run.
     */
    step?: (string | null);
    /**
     * Outcome: ok, success, succeeded, successful, completed or passed is a success. A step that ends with any other, or with none, failed.
     */
    status?: (string | null);
    error_type?: Anything;
    error_code?: Anything;
    error?: Anything;
    /**
     * Duration of the step. Unit: milliseconds.
     */
    latency_ms?: (number | null);
    /**
     * What else the step says.
     */
    extra?: ({
        /**
         * `mcp`: the step is a call of an MCP server.
         */
        type?: (string | null);
        /**
         * Model that the step called.
         */
        model?: (string | null);
        /**
         * Why it failed, in words or in parts. Its type is the one that is named, else the first of timeout, tool, validation and rate_limit that the words tell of, else unknown.
         */
        error?: ({
            /**
             * timeout, tool, validation or rate_limit, or words.
             */
            type?: (string | null);
            category?: Anything;
            code?: Anything;
            reason?: Anything;
            message?: Anything;
        } | string | null);
    } | null);
}
/**
 * One line of .magsag/runs/<RUN_ID>.jsonl: an event of a run that delegates its subtasks to engines (Claude Code, Codex, an agent SDK). What a subtask spent stands in the last `done` event of its engine, or in the engine's own lines, which the run keeps as text. Unknown keys are allowed and ignored.
 */
export interface RunLogEntry {
    /**
     * The run; where it is missing, the name of the file takes its place.
     */
    runId?: (string | null);
    /**
     * Time of the event, ISO 8601.
     */
    ts?: (string | number | null);
    /**
     * What happened to a subtask.
     */
    event?: ({
        /**
         * `state`: where it stands; `runner`: what its engine says; `result`: how it ended.
         */
        type: string;
        /**
         * The subtask.
         */
        subtaskId?: (string | null);
        /**
         * What the engine says.
         */
        event?: ({
            /**
             * `done` ends the work of the engine, `error` tells of a failure, `log` holds a line that is passed on as it is; others say nothing of spend.
             */
            type: string;
            /**
             * Of done: what the engine says of its work. Read from it: usage, total_cost_usd, modelUsage, and the answers of an agent's result.
             */
            stats?: ({} | null);
            /**
             * Of log: a text; anything else is ignored.
             */
            data?: (string | number | boolean | {} | unknown[] | null);
        } | null);
        /**
         * How the subtask ended.
         */
        result?: ({
            /**
             * The subtask.
             */
            subtaskId?: (string | null);
            /**
             * completed, failed or skipped.
             */
            status?: (string | null);
        } | null);
    } | null);
}
/**
 * What a run writes at its end, .runs/agents/<RUN_ID>/summary.json. Three shapes occur: the framework's logger (cost_usd, token_count, metrics, slug), the documented one (agent, status, start_time) and the flow runner's (status, failures). All fields are optional; unknown keys are allowed and ignored. Something that failed makes the run one that failed, whatever its status says. Where run_id is missing, the name of the folder takes its place.
 */
export interface RunSummary {
    /**
     * Identifier of the run.
     */
    run_id?: (string | null);
    /**
     * Agent that ran (logger).
     */
    slug?: (string | null);
    /**
     * Agent that ran (documented shape).
     */
    agent?: (string | null);
    /**
     * Outcome of the run: ok, success, succeeded or completed are a success.
     */
    status?: (string | null);
    /**
     * Cost of the whole run. Unit: US dollars.
     */
    cost_usd?: (number | null);
    /**
     * The same as cost_usd, under the name the guides use. Unit: US dollars.
     */
    total_cost_usd?: (number | null);
    /**
     * All tokens of the run, input and output together. Unit: tokens.
     */
    token_count?: (number | null);
    /**
     * Prompt tokens of the run, where its writer tells them apart. Unit: tokens.
     */
    input_tokens?: (number | null);
    /**
     * Generated tokens of the run, where its writer tells them apart. Unit: tokens.
     */
    output_tokens?: (number | null);
    /**
     * The same as token_count. Unit: tokens.
     */
    total_tokens?: (number | null);
    /**
     * Start of the run, ISO 8601 or seconds since 1970 (documented shape).
     */
    start_time?: (string | number | null);
    /**
     * End of the run, ISO 8601 or seconds since 1970 (documented shape).
     */
    end_time?: (string | number | null);
    /**
     * Wall time of the run. Unit: milliseconds.
     */
    duration_ms?: (number | null);
    /**
     * Measurements in the order they were logged (logger).
     */
    metrics?: ({
        /**
         * One entry per priced call.
         */
        cost_usd?: (RunMetric[] | null);
    } | null);
    /**
     * The same as status where it is a text with a word for success or failure, and status says nothing; anything else is ignored.
     */
    result?: {
        [k: string]: unknown;
    };
    /**
     * What failed (flow runner): steps in a list, what went wrong by step, or how many. Empty, 0 or false, or an object whose values are all empty: nothing did, and the run succeeded unless its status says otherwise; null says nothing.
     */
    failures?: (unknown[] | {} | boolean | number | null);
    /**
     * The framework's plan: the model is taken from it when nothing else names one.
     */
    llm_plan?: ({
        /**
         * Planned model.
         */
        model?: (string | null);
        /**
         * Planned provider.
         */
        provider?: (string | null);
    } | null);
}
export interface RunMetric {
    /**
     * Cost of the call. Unit: US dollars.
     */
    value?: (number | null);
    /**
     * When it was logged, seconds since 1970 or ISO 8601.
     */
    timestamp?: (number | string | null);
}

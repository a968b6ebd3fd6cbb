export const id = 69;
export const ids = [69];
export const modules = {

/***/ 7568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ bundled)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Path of a file that comes with the package, such as `catalog/pricing.yaml`. src/ and dist/ are both one folder deep. */
function bundled(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(import.meta.dirname, '..', path);
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** Something the user can fix: what, where, how. Printed as one line, without a stack. */
class InputError extends Error {
    name = 'InputError';
    /** Further lines, for example the first invalid records. */
    details;
    constructor(message, details = []) {
        super(message);
        this.details = details;
    }
}
/** `file:line: $.path: what`, leaving out what is not known. */
function at(place, what) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    const path = place.path === undefined || place.path === '$' ? '' : ` ${place.path}:`;
    return `${place.file}${line}:${path} ${what}`;
}
/** The value as one short piece of JSON, to say what was found. */
function shown(value) {
    const json = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
    return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runGate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/compare/side.js
function sideOfSummary(summary) {
    return {
        totalUsd: summary.total_cost_usd,
        calls: summary.calls,
        inputTokens: summary.input_tokens,
        outputTokens: summary.output_tokens,
        costPerRunUsd: summary.run_costs.mean_usd,
        models: subjects(summary.model_stats),
        agents: subjects(summary.agent_stats),
        steps: subjects(summary.step_stats),
        customers: subjects(summary.customer_stats),
        groups: summary.step_model_stats.map((stats) => ({
            ...(stats.step !== null
                ? { name: stats.step, by: 'step' }
                : stats.agent !== null
                    ? { name: stats.agent, by: 'agent' }
                    : { name: null, by: 'none' }),
            model: stats.model,
            calls: stats.calls,
            tokens: stats.total_tokens,
            costUsd: stats.cost_usd,
        })),
    };
}
/** Subjects with calls; a name that occurs only in records from before `since` is not there. */
function subjects(stats) {
    const used = Object.entries(stats).filter(([, { calls }]) => calls > 0);
    return new Map(used.map(([name, { cost_usd, calls, total_tokens }]) => [name, { costUsd: cost_usd, calls, tokens: total_tokens }]));
}
/** The same calls without steps and agents, to explain a change against a side that knows models only. */
function mergeGroups(groups) {
    const merged = new Map();
    for (const group of groups) {
        const same = merged.get(group.model);
        merged.set(group.model, {
            name: null,
            by: 'none',
            model: group.model,
            calls: group.calls + (same?.calls ?? 0),
            tokens: group.tokens + (same?.tokens ?? 0),
            costUsd: group.costUsd + (same?.costUsd ?? 0),
        });
    }
    return [...merged.values()];
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/read/document.js + 4 modules
var read_document = __webpack_require__(947);
// EXTERNAL MODULE: ./build/read/text.js
var read_text = __webpack_require__(5942);
// EXTERNAL MODULE: ./build/read/aggregate.js
var aggregate = __webpack_require__(7982);
;// CONCATENATED MODULE: ./build/baseline/side.js

/** A flow summary as one side of a comparison: models and totals. */
function sideOfFlow(flow) {
    const models = flow.models.map(({ name, calls, tokens, cost_usd }) => ({
        name,
        costUsd: cost_usd ?? 0,
        calls,
        tokens: tokens ? (tokens.input ?? 0) + (tokens.output ?? 0) : null,
    }));
    const totalUsd = flow.mcp?.cost_usd ?? models.reduce((sum, { costUsd }) => sum + costUsd, 0);
    return {
        ...partial(models),
        totalUsd,
        calls: models.reduce((sum, { calls }) => sum + calls, 0),
        inputTokens: flow.mcp?.tokens?.input ?? null,
        outputTokens: flow.mcp?.tokens?.output ?? null,
        costPerRunUsd: flow.runs > 0 ? totalUsd / flow.runs : null,
    };
}
/** A bare summary as one side of a comparison: a total, and models where it has them. */
function sideOfBare(bare) {
    const models = (0,aggregate/* modelsOfBare */.mr)(bare).map(({ name, stats }) => ({
        name,
        costUsd: stats.cost_usd,
        calls: stats.calls ?? null,
        tokens: stats.total_tokens ?? (stats.input_tokens === undefined && stats.output_tokens === undefined ? null : (stats.input_tokens ?? 0) + (stats.output_tokens ?? 0)),
    }));
    return {
        ...partial(bare.model_stats === undefined ? null : models),
        totalUsd: bare.total_cost_usd,
        calls: bare.calls ?? null,
        inputTokens: bare.input_tokens ?? null,
        outputTokens: bare.output_tokens ?? null,
        costPerRunUsd: null,
    };
}
/** What a document that knows models at the most can say of its dimensions. */
function partial(models) {
    return { models: models && new Map(models.map(({ name, ...stats }) => [name, stats])), agents: null, steps: null, customers: null, groups: models && groupsOf(models) };
}
/** All models as one group, so that calls which move between them show as such; null where calls or tokens are not known. */
function groupsOf(models) {
    const groups = [];
    for (const { name, calls, tokens, costUsd } of models) {
        if (calls === null || tokens === null)
            return null;
        // A cost without a call is the cost of one: shares and costs per call need a call.
        if (calls > 0 || costUsd > 0)
            groups.push({ name: null, by: 'none', model: name, calls: Math.max(calls, 1), tokens, costUsd });
    }
    return groups;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/baseline/file.js







/**
 * Reads a baseline file. Absent is a state of its own; present but unreadable is an InputError, because a gate that
 * cannot compare must not pass.
 */
async function readBaseline(cwd, file) {
    const missing = { used: { state: 'missing', path: file, format: null, commit: null, created_at: null, total_cost_usd: null }, side: null };
    if (file === null)
        return missing;
    const path = (0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(cwd, file);
    if (!(await isPresent(path)))
        return missing;
    const document = (0,read_document/* readDocument */.u)(await (0,read_text/* readText */.yR)(path, file));
    if ('fault' in document)
        throw new errors/* InputError */.d(`the baseline cannot be read: ${(0,errors.at)({ file, line: document.line, path: document.path }, document.fault)}`);
    const { format, content } = document;
    const found = { state: 'found', path: file, commit: null, created_at: null };
    if (format === 'cost-summary') {
        return {
            used: { ...found, format, commit: content.commit, created_at: content.created_at, total_cost_usd: content.total_cost_usd },
            side: sideOfSummary(content),
        };
    }
    if (format === 'run-summary')
        throw new errors/* InputError */.d(`the baseline cannot be read: ${file} is a run summary. Make a baseline with: llm-cost-gate summarize --output ${file}`);
    const side = format === 'flow-summary' ? sideOfFlow(content) : sideOfBare(content);
    return { used: { ...found, format, total_cost_usd: side.totalUsd }, side };
}
async function isPresent(path) {
    return (0,promises_.stat)(path).then(() => true, (error) => {
        if (error.code === 'ENOENT')
            return false;
        throw new errors/* InputError */.d(`the baseline cannot be read: ${path} (${error.code})`);
    });
}

;// CONCATENATED MODULE: ./build/compare/change.js
/** Subjects of one dimension on both sides, the largest change first; null where a side does not say. */
function compareSubjects(baseline, head) {
    if (baseline === null || head === null)
        return null;
    const names = [...new Set([...baseline.keys(), ...head.keys()])];
    return names
        .map((name) => compareSubject(name, baseline.get(name) ?? null, head.get(name) ?? null))
        .sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd) || (b.head_cost_usd ?? 0) - (a.head_cost_usd ?? 0) || (a.name < b.name ? -1 : 1));
}
/** One subject on both sides; null: it is not there. */
function compareSubject(name, baseline, head) {
    const before = baseline?.costUsd ?? 0;
    const after = head?.costUsd ?? 0;
    return {
        name,
        status: baseline === null ? 'added' : head === null ? 'removed' : before === after && baseline.calls === head.calls && baseline.tokens === head.tokens ? 'unchanged' : 'changed',
        baseline_cost_usd: baseline?.costUsd ?? null,
        head_cost_usd: head?.costUsd ?? null,
        delta_usd: difference(before, after),
        percent: baseline === null || head === null ? null : percentOf(before, after),
        baseline_calls: baseline?.calls ?? null,
        head_calls: head?.calls ?? null,
        baseline_tokens: baseline?.tokens ?? null,
        head_tokens: head?.tokens ?? null,
    };
}
function compareFigure(baseline, head) {
    return { baseline, head, percent: baseline === null || head === null ? null : percentOf(baseline, head) };
}
function percentOf(before, after) {
    return before === 0 ? (after === 0 ? 0 : null) : ((after - before) / before) * 100;
}
/** Without the noise of subtracting doubles: amounts have 12 decimals at the most. */
function difference(before, after) {
    return Number((after - before).toFixed(12));
}

;// CONCATENATED MODULE: ./build/compare/compare.js

/** Head against baseline, in total and per model, agent, step and customer. */
function compare(baseline, head) {
    return {
        total: compareSubject('total', totalOf(baseline), totalOf(head)),
        calls: compareFigure(baseline.calls, head.calls),
        input_tokens: compareFigure(baseline.inputTokens, head.inputTokens),
        output_tokens: compareFigure(baseline.outputTokens, head.outputTokens),
        cost_per_run_usd: compareFigure(baseline.costPerRunUsd, head.costPerRunUsd),
        models: compareSubjects(baseline.models, head.models),
        agents: compareSubjects(baseline.agents, head.agents),
        steps: compareSubjects(baseline.steps, head.steps),
        customers: compareSubjects(baseline.customers, head.customers),
    };
}
function totalOf(side) {
    const tokens = side.inputTokens === null || side.outputTokens === null ? null : side.inputTokens + side.outputTokens;
    return { costUsd: side.totalUsd, calls: side.calls, tokens };
}

;// CONCATENATED MODULE: ./build/compare/factors.js
/** Pairs both sides' groups: every model that a group has on either side. */
function pairCells(baseline, head) {
    const cells = new Map();
    for (const [side, groups] of [['baseline', baseline], ['head', head]])
        for (const group of groups) {
            const key = JSON.stringify([group.by, group.name, group.model]);
            cells.set(key, { ...(cells.get(key) ?? { group: group.name, by: group.by, model: group.model }), [side]: group });
        }
    const before = callsPerGroup(baseline);
    const after = callsPerGroup(head);
    return [...cells.values()].map((cell) => ({
        group: cell.group,
        by: cell.by,
        model: cell.model,
        baseline: sideOf(cell.baseline, before.get(groupKey(cell.by, cell.group)) ?? 0),
        head: sideOf(cell.head, after.get(groupKey(cell.by, cell.group)) ?? 0),
    }));
}
function groupKey(by, name) {
    return JSON.stringify([by, name]);
}
function callsPerGroup(groups) {
    const calls = new Map();
    for (const group of groups) {
        const key = groupKey(group.by, group.name);
        calls.set(key, (calls.get(key) ?? 0) + group.calls);
    }
    return calls;
}
function sideOf(group, groupCalls) {
    return { groupCalls, calls: group?.calls ?? 0, tokens: group?.tokens ?? 0, costUsd: group?.costUsd ?? 0 };
}
/**
 * The change of one cell in four parts that add up to it: logarithmic mean Divisia index (LMDI-I, additive; Ang 2005).
 * Where a side costs nothing, the logarithmic mean is 0 and the analytic limit gives the whole change to the factor that is
 * 0 there (Ang and Liu 2007): a new group is activity, a new model in a known group is mix, first tokens are tokens per call,
 * a first price is price.
 */
function decompose({ baseline, head }) {
    const parts = { activity: 0, mix: 0, tokens_per_call: 0, price: 0 };
    const change = head.costUsd - baseline.costUsd;
    if (change === 0 && head.costUsd === 0)
        return parts;
    if (baseline.costUsd === 0 || head.costUsd === 0) {
        const empty = baseline.costUsd === 0 ? baseline : head;
        parts[zeroFactor(empty)] = change;
        return parts;
    }
    const weight = logMean(head.costUsd, baseline.costUsd);
    // Cost without tokens has no price per token: then it is the price of a call.
    const tokenless = baseline.tokens === 0 || head.tokens === 0;
    parts.activity = weight * Math.log(head.groupCalls / baseline.groupCalls);
    parts.mix = weight * Math.log(share(head) / share(baseline));
    parts.tokens_per_call = tokenless ? 0 : weight * Math.log(head.tokens / head.calls / (baseline.tokens / baseline.calls));
    parts.price = change - parts.activity - parts.mix - parts.tokens_per_call;
    return parts;
}
function zeroFactor(side) {
    if (side.groupCalls === 0)
        return 'activity';
    if (side.calls === 0)
        return 'mix';
    return side.tokens === 0 ? 'tokens_per_call' : 'price';
}
function share(side) {
    return side.calls / side.groupCalls;
}
/** Logarithmic mean of two positive numbers. */
function logMean(a, b) {
    const ratio = a / b - 1;
    // Near 1 the quotient loses its digits; the mean of the two is right to 1e-16 there.
    return Math.abs(ratio) < 1e-8 ? (a + b) / 2 : (a - b) / Math.log1p(ratio);
}

;// CONCATENATED MODULE: ./build/compare/causes.js

/** Concrete causes, the largest first: per group for calls and mix, per group and model for tokens and price. */
function findCauses(parts) {
    const groups = new Map();
    for (const part of parts) {
        const key = groupKey(part.cell.by, part.cell.group);
        groups.set(key, [...(groups.get(key) ?? []), part]);
    }
    const causes = [...groups.values()].flatMap((group) => [activityOf(group), ...mixOf(group), ...group.flatMap(perCall)]);
    return causes.sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd) || (nameOf(a) < nameOf(b) ? -1 : 1));
}
function nameOf(cause) {
    return JSON.stringify([cause.group, cause.driver, cause.model]);
}
function activityOf(group) {
    const [first] = group;
    const models = new Set(group.filter(({ parts }) => parts.activity !== 0).map(({ cell }) => cell.model));
    return {
        driver: 'activity',
        delta_usd: sum(group, 'activity'),
        group: first?.cell.group ?? null,
        group_by: first?.cell.by ?? 'none',
        model: models.size === 1 ? ([...models][0] ?? null) : null,
        from_model: null,
        baseline_value: first?.cell.baseline.groupCalls ?? null,
        head_value: first?.cell.head.groupCalls ?? null,
    };
}
/** Calls of a group that moved between models: from the one whose share fell most to the one whose share rose most. */
function mixOf(group) {
    const moves = group.map(({ cell }) => ({ cell, rise: causes_share(cell.head) - causes_share(cell.baseline) })).sort((a, b) => b.rise - a.rise);
    const [to, from] = [moves[0], moves.at(-1)];
    if (!to || !from || to === from)
        return [];
    return [
        {
            driver: 'mix',
            delta_usd: sum(group, 'mix'),
            group: to.cell.group,
            group_by: to.cell.by,
            model: to.cell.model,
            from_model: from.cell.model,
            baseline_value: causes_share(to.cell.baseline),
            head_value: causes_share(to.cell.head),
        },
    ];
}
function perCall({ cell, parts }) {
    const place = { group: cell.group, group_by: cell.by, model: cell.model, from_model: null };
    return [
        { ...place, driver: 'tokens_per_call', delta_usd: parts.tokens_per_call, baseline_value: ratio(cell.baseline.tokens, cell.baseline.calls), head_value: ratio(cell.head.tokens, cell.head.calls) },
        { ...place, driver: 'price', delta_usd: parts.price, baseline_value: pricePerMillion(cell.baseline), head_value: pricePerMillion(cell.head) },
    ];
}
function pricePerMillion(side) {
    return ratio(side.costUsd * 1_000_000, side.tokens);
}
function causes_share(side) {
    return side.groupCalls === 0 ? 0 : side.calls / side.groupCalls;
}
function ratio(part, whole) {
    return whole === 0 ? null : part / whole;
}
function sum(group, factor) {
    return group.reduce((total, { parts }) => total + parts[factor], 0);
}

;// CONCATENATED MODULE: ./build/compare/explain.js



/** Causes that a report names at the most. */
const NAMED = 20;
/** Below this a part of the change is rounding. US dollars. */
const NOTHING = 1e-9;
/** Why the total changed: parts that add up to the change, and concrete causes. Null where a side has no calls and tokens per model. */
function explain(baseline, head) {
    if (baseline.groups === null || head.groups === null)
        return null;
    const known = baseline.steps !== null;
    const parts = pairCells(baseline.groups, known ? head.groups : mergeGroups(head.groups)).map((cell) => ({ cell, parts: decompose(cell) }));
    const rest = head.totalUsd - baseline.totalUsd - parts.reduce((sum, { cell }) => sum + (cell.head.costUsd - cell.baseline.costUsd), 0);
    const factors = ['activity', 'mix', 'tokens_per_call', 'price'];
    const drivers = factors.map((driver) => ({ driver, delta_usd: parts.reduce((sum, part) => sum + part.parts[driver], 0) }));
    if (Math.abs(rest) > NOTHING)
        drivers.push({ driver: 'unattributed', delta_usd: rest });
    const causes = findCauses(parts).filter(({ delta_usd }) => Math.abs(delta_usd) > NOTHING);
    return { drivers, causes: causes.slice(0, NAMED), main_cause: mainCause(head.totalUsd - baseline.totalUsd, drivers, causes) };
}
/** The largest cause, in the direction of the change, inside the largest driver of that direction. */
function mainCause(change, drivers, causes) {
    if (Math.abs(change) <= NOTHING)
        return null;
    const largest = drivers.reduce((top, driver) => (driver.delta_usd * Math.sign(change) > top.delta_usd * Math.sign(change) ? driver : top));
    const inside = causes.filter((cause) => cause.driver === largest.driver && cause.delta_usd * Math.sign(change) > 0);
    return inside[0] ?? null;
}

// EXTERNAL MODULE: ./build/generated/version.js
var version = __webpack_require__(9594);
// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(4246);
;// CONCATENATED MODULE: ./build/judge/ruling.js
/** A finding where the rule is broken, else a passed check. */
function decide(isBroken, level, facts) {
    return isBroken ? { ...toResult(facts), level } : { ...toResult(facts), outcome: 'passed' };
}
/** A rule for which there was nothing to judge. */
function leaveUnmatched(facts) {
    return { ...toResult(facts), outcome: 'unmatched' };
}
function isFinding(ruling) {
    return 'level' in ruling;
}
function isCheck(ruling) {
    return !isFinding(ruling);
}
/** The facts that a rule of the policy brings itself, applied to the subject of this name. */
function cite(rule, name) {
    const subject = { kind: rule.kind, name };
    const { key, policy } = rule;
    if (rule.key === 'require_approval')
        return { rule: key, subject, unit: 'calls', policy };
    return { rule: key, subject, limit: rule.limit, unit: rule.key === 'max_increase_percent' ? 'percent' : 'usd', policy };
}
function toResult(facts) {
    const { rule, subject, message, actual = null, limit = null, unit = null, run_id = null, period = null, policy = null } = facts;
    return { rule, subject, message, actual, limit, unit, percent_of_limit: toPercent(actual, limit), run_id, period, policy };
}
function toPercent(actual, limit) {
    return actual === null || limit === null || limit === 0 ? null : (actual / limit) * 100;
}

// EXTERNAL MODULE: ./build/wildcard.js
var wildcard = __webpack_require__(3340);
// EXTERNAL MODULE: ./build/judge/rule.js
var judge_rule = __webpack_require__(1540);
;// CONCATENATED MODULE: ./build/judge/target.js



/**
 * Applies each rule to every subject that it decides about, each by itself: within a group that is the most specific pattern that sets
 * the key (the later one among equals); groups are independent of each other. A rule without any is an unmatched check, which says
 * that no such subject `absent`.
 */
function judgeEach(rules, subjectsOf, judgeOne, absent = 'was used') {
    const kinds = [...new Set(rules.map((rule) => rule.kind))];
    return kinds.flatMap((kind) => {
        // Names are hostile: a Map has no prototype that `constructor` would reach.
        const byName = new Map(Object.entries(subjectsOf(kind)));
        const about = rules.filter((rule) => rule.kind === kind);
        return aim(about, [...byName.keys()].sort()).flatMap(({ rule, names, overridden }) => {
            if (!(0,judge_rule/* isLimit */.S4)(rule))
                return [];
            if (names.length > 0) {
                return names.flatMap((name) => {
                    const subject = byName.get(name);
                    return subject === undefined ? [] : [judgeOne(rule, name, subject)];
                });
            }
            const reason = overridden ? `every ${kind} it matches has a more specific limit` : `no such ${kind} ${absent}`;
            return [leaveUnmatched({ ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}` })];
        });
    });
}
function aim(rules, names) {
    const candidates = rules.map((rule, order) => ({ rule, order, rank: (0,wildcard/* specificity */.j)(rule.pattern), matches: toMatcher(rule.pattern) }));
    return candidates.map((own) => {
        const rivals = candidates.filter((other) => {
            const sameLimit = other.rule.group === own.rule.group && other.rule.key === own.rule.key;
            return sameLimit && (other.rank > own.rank || (other.rank === own.rank && other.order > own.order));
        });
        const matching = names.filter(own.matches);
        const decided = matching.filter((name) => !rivals.some((rival) => rival.matches(name)));
        return { rule: own.rule, names: decided, overridden: matching.length > 0 && decided.length === 0 };
    });
}
function toMatcher(pattern) {
    // Most rules name one subject, and there can be many names: a comparison is far cheaper than a pattern.
    return /[*?]/.test(pattern) ? (name) => (0,wildcard/* matchesWildcard */._)(pattern, name) : (name) => name === pattern;
}

;// CONCATENATED MODULE: ./build/judge/approval.js



/** Any use of a model or agent that requires approval is an error, whatever it cost. */
function judgeApprovals(rules, head) {
    return judgeEach(rules, (kind) => (kind === 'agent' ? head.agent_stats : head.model_stats), judgeUse);
}
function judgeUse(rule, name, { calls, cost_usd }) {
    // Without calls the subject is known from days before `since` alone, and those are not what is judged.
    const use = calls === 0 ? 'no calls' : `${(0,format/* count */.U9)(calls, 'call')}, ${(0,format/* usd */.dR)(cost_usd)}`;
    return decide(calls > 0, rule.level, { ...cite(rule, name), message: `${name} requires approval: ${use}`, actual: calls });
}

;// CONCATENATED MODULE: ./build/judge/baseline.js

const LEVELS = { pass: 'notice', warn: 'warning', fail: 'error' };
/** No baseline is a state of its own: what it means is a setting. A baseline without a total is none either. */
function judgeBaseline(comparison, onMissing) {
    const isMissing = comparison === null || comparison.total.baseline_cost_usd === null;
    const message = isMissing
        ? 'there is no baseline yet, so a regression cannot be seen; set baseline-path to a cost summary of the base branch'
        : 'compared with a baseline';
    return decide(isMissing, LEVELS[onMissing], { rule: 'missing_baseline', subject: { kind: 'data', name: null }, message });
}

;// CONCATENATED MODULE: ./build/judge/data.js


/** A cost summary lists no more of them, schemas/cost-summary.schema.json. */
const MOST_DISAGREEMENTS = 100;
const subject = { kind: 'data', name: null };
/** Judges whether there is any usage: an empty input never passes. */
function judgeUsage({ calls, quality }) {
    const earlier = quality.earlier_records;
    const hint = earlier > 0 ? `since left out ${(0,format/* count */.U9)(earlier, 'record')}` : 'check usage-path, and that the agents ran before this step';
    const message = calls === 0 ? `no LLM calls were found; ${hint}` : `${(0,format/* count */.U9)(calls, 'call')} found`;
    return decide(calls === 0, 'error', { rule: 'no_usage', subject, message, actual: calls, unit: 'calls' });
}
/** One finding per model without a known price, whose calls are in no amount. */
function judgePrices(unpriced, unknownModel) {
    const rule = 'unpriced_model';
    if (unpriced.length === 0)
        return [decide(false, 'error', { rule, subject, message: 'every call has a price' })];
    const level = unknownModel === 'fail' ? 'error' : 'warning';
    return unpriced.map(({ model, calls, input_tokens, output_tokens }) => {
        const use = `${(0,format/* count */.U9)(calls, 'call')} with ${(0,format/* count */.U9)(input_tokens + output_tokens, 'token')}`;
        const message = `${model} has no known price, so no amount holds its ${use}; set its price in a file and give that as pricing-path`;
        return decide(true, level, { rule, subject, message, actual: calls, unit: 'calls' });
    });
}
/** Judges what was skipped, found twice or contradicted while reading. */
function judgeQuality(quality, { onInvalid }) {
    const { invalid_records: invalid, duplicate_records: duplicates, disagreements, overlaps } = quality;
    return [
        // With on-invalid: fail they reach this place only inside a cost summary that was made with skip.
        decide(invalid > 0, onInvalid === 'fail' ? 'error' : 'warning', {
            rule: 'invalid_records',
            subject,
            message: invalid === 0 ? 'no invalid records' : `${(0,format/* count */.U9)(invalid, 'invalid record')} skipped${quoteFirst(quality.invalid_examples)}`,
        }),
        decide(duplicates > 0, 'notice', {
            rule: 'duplicate_records',
            subject,
            message: duplicates === 0
                ? 'no duplicate records'
                : `${(0,format/* count */.U9)(duplicates, 'repetition')} of identical records left out; each record was counted once`,
        }),
        decide(disagreements.length > 0, 'warning', { rule: 'source_disagreement', subject, message: describeDisagreements(disagreements) }),
        decide(overlaps.length > 0, 'warning', { rule: 'overlapping_sources', subject, message: describeOverlaps(overlaps) }),
    ];
}
function quoteFirst(examples) {
    return examples[0] === undefined ? '' : `, the first: ${examples[0]}`;
}
function describeDisagreements(disagreements) {
    const [largest] = disagreements;
    if (largest === undefined)
        return 'run summaries and records agree';
    const { run_id, counted_cost_usd: counted, summary_cost_usd: summary, path } = largest;
    const runs = `${disagreements.length === MOST_DISAGREEMENTS ? 'at least ' : ''}${(0,format/* count */.U9)(disagreements.length, 'run')}`;
    const others = disagreements.length > 1 ? ` (the largest difference of ${runs})` : '';
    return `run ${run_id}: its records add up to ${(0,format/* usd */.dR)(counted, summary)}, which was counted, but ${path} says ${(0,format/* usd */.dR)(summary, counted)}${others}`;
}
function describeOverlaps(overlaps) {
    const [first] = overlaps;
    if (first === undefined)
        return 'no source describes the runs of another';
    const others = overlaps.length > 1 ? ` and ${(0,format/* count */.U9)(overlaps.length - 1, 'other cost summary', 'other cost summaries')}` : '';
    return `counted although another source describes the same runs: ${first}${others}; their spend may be in the total twice`;
}

;// CONCATENATED MODULE: ./build/judge/period-budget.js



const DAY = { noun: 'day', preposition: 'on', amounts: 'daily_cost_usd' };
const MONTH = { noun: 'month', preposition: 'in', amounts: 'monthly_cost_usd' };
const PERIODS = {
    max_cost_per_day_usd: DAY,
    max_daily_spend_usd: DAY,
    max_cost_per_month_usd: MONTH,
};
/** Judges the dearest calendar day or month of each agent and model that has a limit on it. */
function judgePeriodBudgets(rules, head) {
    const subjectsOf = (kind) => (kind === 'agent' ? head.agent_stats : head.model_stats);
    return judgeEach(rules, subjectsOf, (rule, name, stats) => judgeDearest(rule, name, stats[PERIODS[rule.key].amounts]));
}
function judgeDearest(rule, name, amounts) {
    const { limit, level } = rule;
    const { noun, preposition } = PERIODS[rule.key];
    // The first day by date among equals, so that the order of the document changes nothing.
    const entries = Object.entries(amounts).sort(([a, spentA], [b, spentB]) => spentB - spentA || (a < b ? -1 : 1));
    const [dearest] = entries;
    if (dearest === undefined) {
        return leaveUnmatched({ ...cite(rule, name), message: `${name}: no call has a time, so there is no cost per ${noun}` });
    }
    const [period, actual] = dearest;
    const over = entries.filter(([, spent]) => spent > limit).length;
    const others = over > 1 ? ` (${over} of ${(0,format/* count */.U9)(entries.length, noun)} are over)` : '';
    const message = `${name}: cost ${(0,format/* usd */.dR)(actual, limit)} ${preposition} ${period}, limit ${(0,format/* usd */.dR)(limit, actual)} per ${noun}${others}`;
    return decide(actual > limit, level, { ...cite(rule, name), message, actual, period });
}

;// CONCATENATED MODULE: ./build/judge/increase.js
/** Amounts are exact to 1e-12 US dollars. */
const AMOUNT_DECIMALS = 12;
const PERCENT_DECIMALS = 9;
/**
 * Whether head is too far above baseline, both in US dollars. Decided in whole picodollars: doubles stand for decimals here, and
 * 1.32 / 1.1 is 20 % on paper but 20.000000000000004 % in doubles. A baseline of $0 is exceeded by anything.
 */
function exceedsIncrease(baselineUsd, headUsd, limit) {
    const baseline = toInteger(baselineUsd, AMOUNT_DECIMALS);
    const increase = toInteger(headUsd, AMOUNT_DECIMALS) - baseline;
    const hundred = 100n * 10n ** BigInt(PERCENT_DECIMALS);
    return increase * hundred > baseline * toInteger(limit.percent, PERCENT_DECIMALS) && increase >= toInteger(limit.minUsd, AMOUNT_DECIMALS);
}
/** value × 10^decimals, rounded: read from the shortest decimal that the double stands for, so that 0.1 is a tenth. */
function toInteger(value, decimals) {
    const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    const digits = BigInt(whole + fraction);
    const shift = decimals + Number(exponent) - fraction.length;
    const size = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift));
    return value < 0 ? -size : size;
}
function roundedQuotient(dividend, divisor) {
    return (dividend + divisor / 2n) / divisor;
}

;// CONCATENATED MODULE: ./build/judge/regression.js




/** Where neither input nor policy says. Unit: percent of the baseline. */
const DEFAULT_MAX_INCREASE_PERCENT = 20;
const DEFAULT_MIN_INCREASE_USD = 0;
const NO_BASELINE = 'there is no baseline to compare with';
/** Settles the limit on the total: an input comes before the policy, and the policy before the defaults. */
function regressionLimits(settings, policy) {
    const total = policy?.total;
    return {
        maxIncreasePercent: settings.maxIncreasePercent ?? total?.maxIncreasePercent ?? DEFAULT_MAX_INCREASE_PERCENT,
        minIncreaseUsd: settings.minIncreaseUsd ?? total?.minIncreaseUsd ?? DEFAULT_MIN_INCREASE_USD,
        policy: settings.maxIncreasePercent === null ? (total?.policy ?? null) : null,
    };
}
/** Judges the growth of the total over the baseline. */
function judgeTotal(limits, comparison) {
    const { maxIncreasePercent: limit, minIncreaseUsd, policy } = limits;
    const facts = {
        rule: 'max_increase_percent',
        subject: { kind: 'total', name: null },
        limit,
        unit: 'percent',
        policy,
    };
    if (comparison === null)
        return leaveUnmatched({ ...facts, message: `total: ${NO_BASELINE}` });
    return judgeChange(comparison.total, { name: 'total', limit, minIncreaseUsd, level: 'error', facts });
}
/**
 * Judges the growth of each model, agent and step that both sides have. What is new has no percentage: the limit on the total and
 * the budgets judge it.
 */
function judgeIncreases(rules, comparison) {
    const changes = { model: comparison?.models, agent: comparison?.agents, step: comparison?.steps };
    return ['model', 'agent', 'step'].flatMap((kind) => {
        const about = rules.filter((rule) => rule.kind === kind);
        const list = changes[kind] ?? null;
        if (list === null)
            return about.map((rule) => leaveSilent(rule, comparison));
        const shared = list.filter(({ status }) => status === 'changed' || status === 'unchanged');
        const subjects = Object.fromEntries(shared.map((change) => [change.name, change]));
        const judgeOne = (rule, name, change) => judgeChange(change, { ...rule, name, facts: cite(rule, name) });
        return judgeEach(about, () => subjects, judgeOne, 'is in both baseline and head');
    });
}
function leaveSilent(rule, comparison) {
    const reason = comparison === null ? NO_BASELINE : `the baseline does not say what each ${rule.kind} cost`;
    return leaveUnmatched({ ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}` });
}
function judgeChange(change, { name, limit, minIncreaseUsd, level, facts }) {
    const { baseline_cost_usd: baseline, head_cost_usd: head, percent: actual } = change;
    if (baseline === null || head === null) {
        return leaveUnmatched({ ...facts, message: `${name}: the ${baseline === null ? 'baseline' : 'head'} does not say what it cost` });
    }
    const from = minIncreaseUsd > 0 ? `, counted from an increase of ${(0,format/* usd */.dR)(minIncreaseUsd)} on` : '';
    const message = `${name}: ${describe(baseline, head, actual, limit)}, limit ${(0,format/* percent */.KN)(limit, actual ?? undefined)}${from}`;
    return decide(exceedsIncrease(baseline, head, { percent: limit, minUsd: minIncreaseUsd }), level, { ...facts, message, actual });
}
function describe(baseline, head, change, limit) {
    if (head === baseline)
        return `${(0,format/* usd */.dR)(head)}, the same as the baseline`;
    if (baseline === 0 || change === null)
        return `${(0,format/* usd */.dR)(head, baseline)}, and the baseline is ${(0,format/* usd */.dR)(baseline, head)}`;
    const size = (0,format/* percent */.KN)(Math.abs(change), limit);
    return `${(0,format/* usd */.dR)(head, baseline)} is ${size} ${change > 0 ? 'more' : 'less'} than the baseline of ${(0,format/* usd */.dR)(baseline, head)}`;
}

;// CONCATENATED MODULE: ./build/judge/run-budget.js



/** Judges the dearest run of each agent that has a limit per run. */
function judgeRunBudgets(rules, head) {
    return judgeEach(rules, () => head.agent_stats, (rule, agent, { run_costs }) => run_budget_judgeDearest(rule, agent, run_costs));
}
/** Judges the dearest run of all by the alert thresholds; the subject is that run. */
function judgeThresholds(rules, head) {
    return rules.map((rule) => run_budget_judgeDearest(rule, null, head.run_costs));
}
function run_budget_judgeDearest(rule, agent, costs) {
    const { limit, level } = rule;
    const { max_usd: actual, max_run_id: runId } = costs;
    const prefix = agent === null ? '' : `${agent}: `;
    if (actual === null) {
        return leaveUnmatched({ ...cite(rule, agent), message: `${prefix}no call names a run, so there is no cost per run` });
    }
    const run = runId === null ? 'the dearest run' : `run ${runId}`;
    const message = `${prefix}${run} cost ${(0,format/* usd */.dR)(actual, limit)}, limit ${(0,format/* usd */.dR)(limit, actual)} per run${countOver(costs, limit)}`;
    return decide(actual > limit, level, { ...cite(rule, agent ?? runId), message, actual, run_id: runId });
}
function countOver({ costs_usd: listed, count: runs }, limit) {
    const over = Object.values(listed ?? {}).filter((cost) => cost > limit).length;
    return over > 1 ? ` (${over} of ${(0,format/* count */.U9)(runs, 'run')} are over)` : '';
}

;// CONCATENATED MODULE: ./build/judge/verdict.js
/** fail: at least one error. warn: at least one warning and no error. pass: neither; notices change nothing. */
function decideVerdict(findings) {
    if (findings.some((finding) => finding.level === 'error'))
        return 'fail';
    return findings.some((finding) => finding.level === 'warning') ? 'warn' : 'pass';
}

;// CONCATENATED MODULE: ./build/judge/weight.js
const ORDER = ['error', 'warning', 'notice', 'passed', 'unmatched'];
/** Sorts the worst first: by level, then the furthest beyond its limit, then rule and name. */
function byWeight(a, b) {
    return (ORDER.indexOf(state(a)) - ORDER.indexOf(state(b)) ||
        weight_compare(weight_share(b), weight_share(a)) ||
        weight_compare(a.rule, b.rule) ||
        weight_compare(a.subject.name ?? '', b.subject.name ?? ''));
}
function state(ruling) {
    return 'level' in ruling ? ruling.level : ruling.outcome;
}
/** Anything is infinitely far beyond a limit or a baseline of 0; rules without a limit come last. */
function weight_share(ruling) {
    const { percent_of_limit, limit } = ruling;
    if (state(ruling) === 'unmatched')
        return 0;
    return percent_of_limit ?? (limit === null ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}
/** By code units: the same order on every machine. */
function weight_compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/judge/judge.js










/** Applies every rule, always: one broken rule never hides another. */
function judge({ policy, head, comparison, settings }) {
    const rules = policy?.rules ?? [];
    const increases = rules.filter((rule) => rule.key === 'max_increase_percent');
    const runBudgets = rules.filter((rule) => rule.key === 'max_cost_per_run_usd');
    const thresholds = rules.filter((rule) => rule.kind === 'run');
    const approvals = rules.filter((rule) => rule.key === 'require_approval');
    const rulings = [
        judgeUsage(head),
        judgeBaseline(comparison, settings.onMissingBaseline),
        judgeTotal(regressionLimits(settings, policy), comparison),
        ...judgeIncreases(increases, comparison),
        ...judgeRunBudgets(runBudgets, head),
        ...judgePeriodBudgets(rules.filter(judge_rule/* isPeriodBudget */.ZU), head),
        ...judgeThresholds(thresholds, head),
        ...judgeApprovals(approvals, head),
        ...judgePrices(head.unpriced, settings.unknownModel),
        ...judgeQuality(head.quality, settings),
    ];
    const findings = rulings.filter(isFinding).sort(byWeight);
    const checks = rulings.filter(isCheck).sort(byWeight);
    return { findings, checks, verdict: decideVerdict(findings) };
}

;// CONCATENATED MODULE: ./build/policy.js



/** Where the guides keep the policy. */
const USUAL = 'catalog/policies/cost_governance.yaml';
/** A policy is a page of YAML. Bytes. */
const LARGEST = 256 << 10;
/** The policy file; null where none was named and the usual one does not exist. YAML is loaded only when there is one. */
async function loadPolicy(cwd, named) {
    const file = named ?? USUAL;
    const path = (0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(cwd, file);
    if (named === null && !(await exists(path)))
        return null;
    const text = await (0,read_text/* readText */.yR)(path, file, LARGEST);
    const { readPolicy } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(357)]).then(__webpack_require__.bind(__webpack_require__, 2357));
    return { file, rules: readPolicy(file, text) };
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, (error) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR');
}

// EXTERNAL MODULE: ./build/summary.js + 28 modules
var summary = __webpack_require__(7260);
// EXTERNAL MODULE: ./build/time.js
var time = __webpack_require__(4131);
;// CONCATENATED MODULE: ./build/gate.js










/**
 * The gate, from settings to report: read -> price -> summarize -> baseline -> compare -> judge.
 * Publishes nothing. Throws an InputError for what the user can fix; then there is no verdict.
 */
async function runGate(settings, context) {
    const cwd = settings['working-directory'];
    const policy = await loadPolicy(cwd, settings['policy-path']);
    const baseline = await readBaseline(cwd, settings['baseline-path']);
    const { summary: head, unknownModel } = await (0,summary/* summarizeWorkspace */.l)(settings, context);
    const headSide = sideOfSummary(head);
    const comparison = baseline.side && compare(baseline.side, headSide);
    const explanation = baseline.side && explain(baseline.side, headSide);
    const judgeSettings = {
        maxIncreasePercent: settings['max-increase-percent'],
        minIncreaseUsd: settings['min-increase-usd'],
        onMissingBaseline: settings['on-missing-baseline'],
        onInvalid: settings['on-invalid'],
        unknownModel,
    };
    const { findings, checks, verdict } = judge({ policy: policy?.rules ?? null, head, comparison, settings: judgeSettings });
    const limits = regressionLimits(judgeSettings, policy?.rules ?? null);
    return {
        schema_version: 1,
        tool: { name: 'llm-cost-gate', version: version/* VERSION */.x },
        created_at: (0,time/* isoTime */.Ly)(context.nowMs),
        verdict,
        blocked: isBlocked(settings, findings),
        settings: {
            max_increase_percent: limits.maxIncreasePercent,
            min_increase_usd: limits.minIncreaseUsd,
            fail_on: settings['fail-on'],
            on_missing_baseline: settings['on-missing-baseline'],
            on_invalid: settings['on-invalid'],
            timezone: settings.timezone,
            since: settings.since === null ? null : (0,time/* isoTime */.Ly)(settings.since),
            dry_run: settings['dry-run'],
            comment_key: settings['comment-key'],
        },
        policy: { path: policy?.file ?? null },
        baseline: baseline.used,
        head,
        comparison,
        explanation,
        findings,
        checks,
    };
}
/** Whether the step fails: on findings of the level in fail-on, never in a dry run. */
function isBlocked(settings, findings) {
    if (settings['dry-run'] || settings['fail-on'] === 'never')
        return false;
    return findings.some(({ level }) => level === 'error' || (level === 'warning' && settings['fail-on'] === 'warning'));
}


/***/ }),

/***/ 9117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
// Generated from action.yml by `npm run generate`. Do not edit.
const INPUTS = {
    "usage-path": {
        "description": "Newline-separated globs of files that record usage. The format of each file is detected from its content.",
        "default": ".runs/costs/costs.jsonl\n.runs/costs.db\n.runs/agents/*/summary.json\n.runs/agents/*/mcp_calls.jsonl\n.runs/*/summary.json\n.runs/*/runs.jsonl\n.runs/*/mcp_calls.jsonl\n"
    },
    "since": {
        "description": "ISO 8601 time. Earlier records count for daily and monthly budgets only, not for the comparison (for a ledger restored from earlier jobs).",
        "default": ""
    },
    "on-invalid": {
        "description": "What records or documents that break their schema mean: `fail`, or `skip` with a warning and a count.",
        "default": "fail"
    },
    "policy-path": {
        "description": "Governance policy (YAML). Empty means `catalog/policies/cost_governance.yaml` where that file exists.",
        "default": ""
    },
    "baseline-path": {
        "description": "Baseline file: a cost summary (`llm-cost-gate summarize`), a bare `{ \"total_cost_usd\": … }`, or a flow summary.",
        "default": ""
    },
    "on-missing-baseline": {
        "description": "What it means that there is no baseline file: `pass`, `warn` or `fail`.",
        "default": "warn"
    },
    "max-increase-percent": {
        "description": "A larger increase of the total over the baseline, in percent, is an error. Empty means the policy's `regression.max_increase_percent`, or 20.",
        "default": ""
    },
    "min-increase-usd": {
        "description": "And only if the increase is at least this many US dollars. Empty means the policy's `regression.min_increase_usd`, or 0.",
        "default": ""
    },
    "fail-on": {
        "description": "Findings of which level fail the step: `error`, `warning` or `never`.",
        "default": "error"
    },
    "comment-mode": {
        "description": "When to comment on the pull request: `always`, `on-change`, `on-failure` or `never`. A comment that exists is always brought up to date.",
        "default": "always"
    },
    "comment-key": {
        "description": "One sticky comment per key, for several gates in one pull request.",
        "default": "default"
    },
    "pricing-path": {
        "description": "Price overrides (YAML) on top of the bundled catalog, for records without a trustworthy cost.",
        "default": ""
    },
    "timezone": {
        "description": "IANA time zone in which a day begins, for daily and monthly budgets.",
        "default": "UTC"
    },
    "dry-run": {
        "description": "Judge and print. Write nothing to GitHub and never fail.",
        "default": "false"
    },
    "github-token": {
        "description": "Token that reads and writes the comment (`pull-requests: write`).",
        "default": "${{ github.token }}"
    },
    "working-directory": {
        "description": "Folder that all paths start from.",
        "default": "."
    }
};


/***/ }),

/***/ 9594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ PRICE_LIST_VERSION),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// Generated from package.json by `npm run generate`. Do not edit.
const VERSION = '0.1.0';
const PRICE_LIST_VERSION = '0.1.8';


/***/ }),

/***/ 1540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ isLimit),
/* harmony export */   ZU: () => (/* binding */ isPeriodBudget),
/* harmony export */   zV: () => (/* binding */ PERIOD_KEYS)
/* harmony export */ });
/** Limits on the dearest day or month. */
const PERIOD_KEYS = [
    'max_cost_per_day_usd',
    'max_cost_per_month_usd',
    'max_daily_spend_usd',
];
function isPeriodBudget(rule) {
    return PERIOD_KEYS.some((key) => key === rule.key);
}
/** Whether the rule limits anything: one that only frees a name from a wider pattern does not. */
function isLimit(rule) {
    return rule.key !== 'require_approval' || rule.required;
}


/***/ }),

/***/ 7658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** The name that differs least from what was written, to answer a slip of the pen; null where none is close. */
function nearestName(written, names) {
    // A long name is no slip of the pen, and measuring it takes time.
    if (written.length > 100)
        return null;
    let nearest = null;
    let least = Math.max(written.length > 3 ? 2 : 1, Math.floor(written.length / 3)) + 1;
    for (const name of names) {
        const distance = editDistance(written.toLowerCase(), name.toLowerCase());
        if (distance < least)
            [nearest, least] = [name, distance];
    }
    return nearest;
}
/** Levenshtein distance: characters to add, drop or replace. */
function editDistance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (const character of from) {
        let left = (row[0] ?? 0) + 1;
        const next = [left];
        for (const [column, other] of [...to].entries()) {
            const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
            left = Math.min(left + 1, (row[column + 1] ?? 0) + 1, replaced);
            next.push(left);
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 7806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ describeProblem),
/* harmony export */   y: () => (/* binding */ describeProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7658);


/** Every problem once, from the errors of one validation; alternatives (`anyOf`) are told as one: `must be a number or null`. */
function describeProblems(data, errors) {
    const told = errors.filter(({ keyword }) => keyword !== 'anyOf');
    const types = new Map();
    // A wrong type says less than what is wrong inside the alternative that has the right type.
    const outdone = new Set();
    for (const { keyword, instancePath, params } of told) {
        if (keyword === 'type')
            types.set(instancePath, [...(types.get(instancePath) ?? []), params.type].flat());
        else
            outdone.add(instancePath);
        for (let end = instancePath.lastIndexOf('/'); end >= 0; end = instancePath.lastIndexOf('/', end - 1)) {
            outdone.add(instancePath.slice(0, end));
            if (end === 0)
                break;
        }
    }
    const problems = new Map();
    for (const error of told) {
        if (error.keyword === 'type' && outdone.has(error.instancePath))
            continue;
        const problem = describe(data, error, types.get(error.instancePath) ?? []);
        problems.set(`${problem.path}: ${problem.message}`, problem);
    }
    return [...problems.values()];
}
/** The first problem, where one is enough. */
function describeProblem(data, error) {
    return describe(data, error, [error.params.type].flat());
}
function describe(data, error, types) {
    const { keys, value } = locate(data, error.instancePath);
    if (error.keyword === 'required') {
        return { path: jsonPath([...keys, error.params.missingProperty]), message: 'is missing', keys };
    }
    if (error.keyword === 'additionalProperties') {
        const key = error.params.additionalProperty;
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(key, Object.keys(error.parentSchema?.properties ?? {}));
        const hint = near === null ? '' : `, did you mean ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(near)}?`;
        return { path: jsonPath(keys), message: `unknown key ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(key)}${hint}`, keys: [...keys, key] };
    }
    return { path: jsonPath(keys), message: `${demand(error, types)}, got ${found(value)}`, keys };
}
const TYPES = new Map([
    ['array', 'a list'],
    ['boolean', 'true or false'],
    ['integer', 'an integer'],
    ['number', 'a number'],
    ['object', 'an object'],
    ['string', 'a string'],
]);
function demand(error, types) {
    const { limit, allowedValue, allowedValues } = error.params;
    switch (error.keyword) {
        case 'type':
            return `must be ${oneOf([...new Set(types)].map((type) => TYPES.get(type) ?? type))}`;
        case 'const':
            return `must be ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(allowedValue)}`;
        case 'enum':
            return `must be ${oneOf(allowedValues.map(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S))}`;
        case 'pattern':
            return examplesOf(error) ?? `must match ${error.params.pattern}`;
        case 'minimum':
            return `must be ${limit} or more`;
        case 'maximum':
            return `must be ${limit} or less`;
        case 'minLength':
        case 'minItems':
        case 'minProperties':
            return limit === 1 ? 'must not be empty' : `must have at least ${limit} ${ELEMENTS.get(error.keyword)}`;
        case 'maxLength':
        case 'maxItems':
            return `must have at most ${limit} ${ELEMENTS.get(error.keyword)}`;
        default:
            return error.message ?? `breaks the rule ${error.keyword}`;
    }
}
const ELEMENTS = new Map([
    ['minLength', 'characters'],
    ['maxLength', 'characters'],
    ['minItems', 'entries'],
    ['maxItems', 'entries'],
    ['minProperties', 'keys'],
]);
function examplesOf(error) {
    const examples = error.parentSchema?.examples ?? [];
    return examples.length === 0 ? null : `must look like ${oneOf(examples.map(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S))}`;
}
function found(value) {
    // JSON turns NaN and Infinity, which YAML can write, into null.
    return typeof value === 'number' ? String(value) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(value);
}
function oneOf(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
/** Follows a JSON pointer (RFC 6901); only the document tells an index from a key that looks like one. */
function locate(data, pointer) {
    const keys = [];
    let value = data;
    for (const part of pointer.split('/').slice(1)) {
        const key = Array.isArray(value) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
        keys.push(key);
        value = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === String(key))?.[1] : undefined;
    }
    return { keys, value };
}
function jsonPath(keys) {
    const parts = keys.map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(key)}]`));
    return `$${parts.join('')}`;
}


/***/ }),

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cP: () => (/* binding */ recordsOfFlow),
/* harmony export */   mr: () => (/* binding */ modelsOfBare),
/* harmony export */   o7: () => (/* binding */ recordsOfBare)
/* harmony export */ });
/** Calls of a flow summary, one record per model. */
function recordsOfFlow(flow) {
    const records = flow.models
        .map(({ name, calls, errors, tokens, cost_usd }) => aggregate(name, calls, { errors, input: tokens?.input, output: tokens?.output, total: tokens?.total, costUsd: cost_usd }))
        .filter(isSpend);
    return { records, tasks: { successes: flow.successes, failures: Math.max(0, flow.runs - flow.successes) } };
}
/** Spend of a bare summary, one record per model; what no model accounts for is of an unknown one. */
function recordsOfBare(bare) {
    const records = modelsOfBare(bare).map(({ name, stats }) => aggregate(name, stats.calls ?? 1, { input: stats.input_tokens, output: stats.output_tokens, total: stats.total_tokens, costUsd: stats.cost_usd }));
    const rest = bare.total_cost_usd - records.reduce((sum, record) => sum + (record.costUsd ?? 0), 0);
    if (rest > 1e-9) {
        const alone = records.length === 0;
        const tokens = alone ? { input: bare.input_tokens, output: bare.output_tokens, total: bare.total_tokens } : {};
        records.push(aggregate('unknown', alone ? (bare.calls ?? 1) : 1, { ...tokens, costUsd: rest }));
    }
    return records.filter(isSpend);
}
/** Figures per model, whether they stand as an object or as a list. */
function modelsOfBare(bare) {
    const { model_stats } = bare;
    if (Array.isArray(model_stats))
        return model_stats.map((stats) => ({ name: stats.model, stats }));
    return Object.entries(model_stats ?? {}).map(([name, stats]) => ({ name, stats }));
}
function aggregate(model, calls, figures) {
    const known = figures.input !== undefined || figures.output !== undefined;
    return {
        timeMs: null,
        model,
        provider: null,
        calls,
        errors: figures.errors ?? 0,
        inputTokens: known ? (figures.input ?? 0) : (figures.total ?? 0),
        outputTokens: figures.output ?? 0,
        cachedTokens: 0,
        cacheWriteTokens: 0,
        reasoningTokens: 0,
        costUsd: figures.costUsd ?? null,
        runId: null,
        step: null,
        agent: null,
        customer: null,
        batch: false,
    };
}
/** Entries without tokens and cost are calls of tools, not of models. */
function isSpend(record) {
    return record.inputTokens + record.outputTokens > 0 || (record.costUsd ?? 0) > 0;
}


/***/ }),

/***/ 7370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ formatOfDocument),
/* harmony export */   o: () => (/* binding */ detect)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5942);


/** Enough to hold the first records of any ledger. Bytes. */
const HEAD = 256 << 10;
const SQLITE_MAGIC = 'SQLite format 3\0';
/** Looks into the beginning of a file; its name does not matter. */
async function detect(path, file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path).catch((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fileFault */ .bT)(file));
    try {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0).catch((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .fileFault */ .bT)(file));
        const head = buffer.subarray(0, bytesRead);
        if (head.toString('latin1', 0, SQLITE_MAGIC.length) === SQLITE_MAGIC)
            return { kind: 'database' };
        if (head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
            (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(head, file);
        const lines = head.toString('utf8').replace(/^\uFEFF/, '').split('\n').filter((line) => line.trim() !== '');
        if (lines.length === 0)
            return { kind: 'empty' };
        return detectLines(lines);
    }
    finally {
        await handle.close();
    }
}
/** The first line that is a whole record tells. One line alone may also be a document without line breaks. */
function detectLines(lines) {
    for (const line of lines) {
        const value = parse(line);
        if (value === null)
            continue;
        const format = formatOfRecord(value);
        if (format !== null)
            return { kind: 'lines', format };
        if (formatOfDocument(value) !== null)
            return { kind: 'document' };
    }
    return { kind: 'document' };
}
function parse(line) {
    if (!line.startsWith('{'))
        return null;
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' ? value : null;
    }
    catch {
        return null;
    }
}
function formatOfRecord(record) {
    if ('event' in record && !('model' in record))
        return 'run-events';
    if (formatOfDocument(record) !== null && !('timestamp' in record))
        return null;
    if ('tool' in record || 'server' in record || 'ts' in record)
        return 'mcp-calls';
    if ('timestamp' in record || ('model' in record && 'input_tokens' in record))
        return 'ledger';
    return null;
}
/** Which document of usage this is; null where it is none that we know. */
function formatOfDocument(document) {
    if ('schema_version' in document && 'step_model_stats' in document)
        return 'cost-summary';
    if ('runs' in document && 'success_rate' in document && 'models' in document)
        return 'flow-summary';
    if ('run_id' in document)
        return 'run-summary';
    if (('agent' in document || 'slug' in document) && ('status' in document || 'start_time' in document || 'cost_usd' in document))
        return 'run-summary';
    if ('total_cost_usd' in document)
        return 'bare-summary';
    return null;
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ readDocument)
});

// EXTERNAL MODULE: ./node_modules/ajv/dist/runtime/ucs2length.js
var ucs2length = __webpack_require__(6214);
;// CONCATENATED MODULE: ./build/generated/validate/bare-summary.js

const func1 = ucs2length["default"] ?? ucs2length
"use strict";const validate = (/* unused pure expression or super */ null && (validate43));/* harmony default export */ const bare_summary = (validate43);const schema101 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:bare-summary","type":"object","required":["total_cost_usd"],"properties":{"total_cost_usd":{"type":"number","minimum":0,"maximum":1000000000},"calls":{"type":"integer","minimum":0},"input_tokens":{"type":"integer","minimum":0},"output_tokens":{"type":"integer","minimum":0},"total_tokens":{"type":"integer","minimum":0},"model_stats":{"anyOf":[{"type":"object","additionalProperties":{"$ref":"#/$defs/stats"}},{"type":"array","items":{"allOf":[{"$ref":"#/$defs/stats"},{"type":"object","required":["model"],"properties":{"model":{"type":"string","minLength":1,"maxLength":512}}}]}}]}},"$defs":{"stats":{"type":"object","required":["cost_usd"],"properties":{"calls":{"type":"integer","minimum":0},"input_tokens":{"type":"integer","minimum":0},"output_tokens":{"type":"integer","minimum":0},"total_tokens":{"type":"integer","minimum":0},"cost_usd":{"type":"number","minimum":0,"maximum":1000000000}}}}};const schema102 = {"type":"object","required":["cost_usd"],"properties":{"calls":{"type":"integer","minimum":0},"input_tokens":{"type":"integer","minimum":0},"output_tokens":{"type":"integer","minimum":0},"total_tokens":{"type":"integer","minimum":0},"cost_usd":{"type":"number","minimum":0,"maximum":1000000000}}};function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:bare-summary" */;let vErrors = null;let errors = 0;const evaluated0 = validate43.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.total_cost_usd === undefined) && (missing0 = "total_cost_usd")){validate43.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema101.required,parentSchema:schema101,data}];return false;}else {if(data.total_cost_usd !== undefined){let data0 = data.total_cost_usd;const _errs1 = errors;if(errors === _errs1){if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 1000000000 || isNaN(data0)){validate43.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema101.properties.total_cost_usd,data:data0}];return false;}else {if(data0 < 0 || isNaN(data0)){validate43.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema101.properties.total_cost_usd,data:data0}];return false;}}}else {validate43.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema101.properties.total_cost_usd.type,parentSchema:schema101.properties.total_cost_usd,data:data0}];return false;}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.calls !== undefined){let data1 = data.calls;const _errs3 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate43.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema101.properties.calls.type,parentSchema:schema101.properties.calls,data:data1}];return false;}if(errors === _errs3){if((typeof data1 == "number") && (isFinite(data1))){if(data1 < 0 || isNaN(data1)){validate43.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema101.properties.calls,data:data1}];return false;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data2 = data.input_tokens;const _errs5 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){validate43.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/properties/input_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema101.properties.input_tokens.type,parentSchema:schema101.properties.input_tokens,data:data2}];return false;}if(errors === _errs5){if((typeof data2 == "number") && (isFinite(data2))){if(data2 < 0 || isNaN(data2)){validate43.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/properties/input_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema101.properties.input_tokens,data:data2}];return false;}}}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data3 = data.output_tokens;const _errs7 = errors;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){validate43.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/properties/output_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema101.properties.output_tokens.type,parentSchema:schema101.properties.output_tokens,data:data3}];return false;}if(errors === _errs7){if((typeof data3 == "number") && (isFinite(data3))){if(data3 < 0 || isNaN(data3)){validate43.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/properties/output_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema101.properties.output_tokens,data:data3}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data4 = data.total_tokens;const _errs9 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){validate43.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/properties/total_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema101.properties.total_tokens.type,parentSchema:schema101.properties.total_tokens,data:data4}];return false;}if(errors === _errs9){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){validate43.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/properties/total_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema101.properties.total_tokens,data:data4}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.model_stats !== undefined){let data5 = data.model_stats;const _errs11 = errors;const _errs12 = errors;let valid1 = false;const _errs13 = errors;if(errors === _errs13){if(data5 && typeof data5 == "object" && !Array.isArray(data5)){for(const key0 in data5){let data6 = data5[key0];const _errs16 = errors;const _errs17 = errors;if(errors === _errs17){if(data6 && typeof data6 == "object" && !Array.isArray(data6)){let missing1;if((data6.cost_usd === undefined) && (missing1 = "cost_usd")){const err0 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/stats/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema102.required,parentSchema:schema102,data:data6};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data6.calls !== undefined){let data7 = data6.calls;const _errs19 = errors;if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){const err1 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/calls",schemaPath:"#/$defs/stats/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.calls.type,parentSchema:schema102.properties.calls,data:data7};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(errors === _errs19){if((typeof data7 == "number") && (isFinite(data7))){if(data7 < 0 || isNaN(data7)){const err2 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/calls",schemaPath:"#/$defs/stats/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.calls,data:data7};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}var valid4 = _errs19 === errors;}else {var valid4 = true;}if(valid4){if(data6.input_tokens !== undefined){let data8 = data6.input_tokens;const _errs21 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){const err3 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/input_tokens",schemaPath:"#/$defs/stats/properties/input_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.input_tokens.type,parentSchema:schema102.properties.input_tokens,data:data8};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}if(errors === _errs21){if((typeof data8 == "number") && (isFinite(data8))){if(data8 < 0 || isNaN(data8)){const err4 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/input_tokens",schemaPath:"#/$defs/stats/properties/input_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.input_tokens,data:data8};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}}var valid4 = _errs21 === errors;}else {var valid4 = true;}if(valid4){if(data6.output_tokens !== undefined){let data9 = data6.output_tokens;const _errs23 = errors;if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){const err5 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/output_tokens",schemaPath:"#/$defs/stats/properties/output_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.output_tokens.type,parentSchema:schema102.properties.output_tokens,data:data9};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(errors === _errs23){if((typeof data9 == "number") && (isFinite(data9))){if(data9 < 0 || isNaN(data9)){const err6 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/output_tokens",schemaPath:"#/$defs/stats/properties/output_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.output_tokens,data:data9};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}}var valid4 = _errs23 === errors;}else {var valid4 = true;}if(valid4){if(data6.total_tokens !== undefined){let data10 = data6.total_tokens;const _errs25 = errors;if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){const err7 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/total_tokens",schemaPath:"#/$defs/stats/properties/total_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.total_tokens.type,parentSchema:schema102.properties.total_tokens,data:data10};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if(errors === _errs25){if((typeof data10 == "number") && (isFinite(data10))){if(data10 < 0 || isNaN(data10)){const err8 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/total_tokens",schemaPath:"#/$defs/stats/properties/total_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.total_tokens,data:data10};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}}var valid4 = _errs25 === errors;}else {var valid4 = true;}if(valid4){if(data6.cost_usd !== undefined){let data11 = data6.cost_usd;const _errs27 = errors;if(errors === _errs27){if((typeof data11 == "number") && (isFinite(data11))){if(data11 > 1000000000 || isNaN(data11)){const err9 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema102.properties.cost_usd,data:data11};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}else {if(data11 < 0 || isNaN(data11)){const err10 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.cost_usd,data:data11};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}}else {const err11 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.cost_usd.type,parentSchema:schema102.properties.cost_usd,data:data11};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}var valid4 = _errs27 === errors;}else {var valid4 = true;}}}}}}}else {const err12 = {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data:data6};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}var valid2 = _errs16 === errors;if(!valid2){break;}}}else {const err13 = {instancePath:instancePath+"/model_stats",schemaPath:"#/properties/model_stats/anyOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.properties.model_stats.anyOf[0].type,parentSchema:schema101.properties.model_stats.anyOf[0],data:data5};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}var _valid0 = _errs13 === errors;valid1 = valid1 || _valid0;const _errs29 = errors;if(errors === _errs29){if(Array.isArray(data5)){var valid5 = true;const len0 = data5.length;for(let i0=0; i0<len0; i0++){let data12 = data5[i0];const _errs31 = errors;const _errs32 = errors;const _errs33 = errors;if(errors === _errs33){if(data12 && typeof data12 == "object" && !Array.isArray(data12)){let missing2;if((data12.cost_usd === undefined) && (missing2 = "cost_usd")){const err14 = {instancePath:instancePath+"/model_stats/" + i0,schemaPath:"#/$defs/stats/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema102.required,parentSchema:schema102,data:data12};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}else {if(data12.calls !== undefined){let data13 = data12.calls;const _errs35 = errors;if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){const err15 = {instancePath:instancePath+"/model_stats/" + i0+"/calls",schemaPath:"#/$defs/stats/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.calls.type,parentSchema:schema102.properties.calls,data:data13};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}if(errors === _errs35){if((typeof data13 == "number") && (isFinite(data13))){if(data13 < 0 || isNaN(data13)){const err16 = {instancePath:instancePath+"/model_stats/" + i0+"/calls",schemaPath:"#/$defs/stats/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.calls,data:data13};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}}var valid8 = _errs35 === errors;}else {var valid8 = true;}if(valid8){if(data12.input_tokens !== undefined){let data14 = data12.input_tokens;const _errs37 = errors;if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){const err17 = {instancePath:instancePath+"/model_stats/" + i0+"/input_tokens",schemaPath:"#/$defs/stats/properties/input_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.input_tokens.type,parentSchema:schema102.properties.input_tokens,data:data14};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}if(errors === _errs37){if((typeof data14 == "number") && (isFinite(data14))){if(data14 < 0 || isNaN(data14)){const err18 = {instancePath:instancePath+"/model_stats/" + i0+"/input_tokens",schemaPath:"#/$defs/stats/properties/input_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.input_tokens,data:data14};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}}var valid8 = _errs37 === errors;}else {var valid8 = true;}if(valid8){if(data12.output_tokens !== undefined){let data15 = data12.output_tokens;const _errs39 = errors;if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){const err19 = {instancePath:instancePath+"/model_stats/" + i0+"/output_tokens",schemaPath:"#/$defs/stats/properties/output_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.output_tokens.type,parentSchema:schema102.properties.output_tokens,data:data15};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}if(errors === _errs39){if((typeof data15 == "number") && (isFinite(data15))){if(data15 < 0 || isNaN(data15)){const err20 = {instancePath:instancePath+"/model_stats/" + i0+"/output_tokens",schemaPath:"#/$defs/stats/properties/output_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.output_tokens,data:data15};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}}var valid8 = _errs39 === errors;}else {var valid8 = true;}if(valid8){if(data12.total_tokens !== undefined){let data16 = data12.total_tokens;const _errs41 = errors;if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){const err21 = {instancePath:instancePath+"/model_stats/" + i0+"/total_tokens",schemaPath:"#/$defs/stats/properties/total_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema102.properties.total_tokens.type,parentSchema:schema102.properties.total_tokens,data:data16};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}if(errors === _errs41){if((typeof data16 == "number") && (isFinite(data16))){if(data16 < 0 || isNaN(data16)){const err22 = {instancePath:instancePath+"/model_stats/" + i0+"/total_tokens",schemaPath:"#/$defs/stats/properties/total_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.total_tokens,data:data16};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}}var valid8 = _errs41 === errors;}else {var valid8 = true;}if(valid8){if(data12.cost_usd !== undefined){let data17 = data12.cost_usd;const _errs43 = errors;if(errors === _errs43){if((typeof data17 == "number") && (isFinite(data17))){if(data17 > 1000000000 || isNaN(data17)){const err23 = {instancePath:instancePath+"/model_stats/" + i0+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema102.properties.cost_usd,data:data17};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}else {if(data17 < 0 || isNaN(data17)){const err24 = {instancePath:instancePath+"/model_stats/" + i0+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema102.properties.cost_usd,data:data17};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}}}else {const err25 = {instancePath:instancePath+"/model_stats/" + i0+"/cost_usd",schemaPath:"#/$defs/stats/properties/cost_usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema102.properties.cost_usd.type,parentSchema:schema102.properties.cost_usd,data:data17};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}}var valid8 = _errs43 === errors;}else {var valid8 = true;}}}}}}}else {const err26 = {instancePath:instancePath+"/model_stats/" + i0,schemaPath:"#/$defs/stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema102.type,parentSchema:schema102,data:data12};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}var valid6 = _errs32 === errors;if(valid6){const _errs45 = errors;if(errors === _errs45){if(data12 && typeof data12 == "object" && !Array.isArray(data12)){let missing3;if((data12.model === undefined) && (missing3 = "model")){const err27 = {instancePath:instancePath+"/model_stats/" + i0,schemaPath:"#/properties/model_stats/anyOf/1/items/allOf/1/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema101.properties.model_stats.anyOf[1].items.allOf[1].required,parentSchema:schema101.properties.model_stats.anyOf[1].items.allOf[1],data:data12};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}else {if(data12.model !== undefined){let data18 = data12.model;const _errs47 = errors;if(errors === _errs47){if(typeof data18 === "string"){if(func1(data18) > 512){const err28 = {instancePath:instancePath+"/model_stats/" + i0+"/model",schemaPath:"#/properties/model_stats/anyOf/1/items/allOf/1/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema101.properties.model_stats.anyOf[1].items.allOf[1].properties.model,data:data18};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}else {if(func1(data18) < 1){const err29 = {instancePath:instancePath+"/model_stats/" + i0+"/model",schemaPath:"#/properties/model_stats/anyOf/1/items/allOf/1/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema101.properties.model_stats.anyOf[1].items.allOf[1].properties.model,data:data18};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}}else {const err30 = {instancePath:instancePath+"/model_stats/" + i0+"/model",schemaPath:"#/properties/model_stats/anyOf/1/items/allOf/1/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.properties.model_stats.anyOf[1].items.allOf[1].properties.model.type,parentSchema:schema101.properties.model_stats.anyOf[1].items.allOf[1].properties.model,data:data18};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}}}}}else {const err31 = {instancePath:instancePath+"/model_stats/" + i0,schemaPath:"#/properties/model_stats/anyOf/1/items/allOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.properties.model_stats.anyOf[1].items.allOf[1].type,parentSchema:schema101.properties.model_stats.anyOf[1].items.allOf[1],data:data12};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}}var valid6 = _errs45 === errors;}var valid5 = _errs31 === errors;if(!valid5){break;}}}else {const err32 = {instancePath:instancePath+"/model_stats",schemaPath:"#/properties/model_stats/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema101.properties.model_stats.anyOf[1].type,parentSchema:schema101.properties.model_stats.anyOf[1],data:data5};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}}var _valid0 = _errs29 === errors;valid1 = valid1 || _valid0;if(!valid1){const err33 = {instancePath:instancePath+"/model_stats",schemaPath:"#/properties/model_stats/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema101.properties.model_stats.anyOf,parentSchema:schema101.properties.model_stats,data:data5};if(vErrors === null){vErrors = [err33];}else {vErrors.push(err33);}errors++;validate43.errors = vErrors;return false;}else {errors = _errs12;if(vErrors !== null){if(_errs12){vErrors.length = _errs12;}else {vErrors = null;}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}}}}}}}}else {validate43.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.type,parentSchema:schema101,data}];return false;}}validate43.errors = vErrors;return errors === 0;}validate43.evaluated = {"props":{"total_cost_usd":true,"calls":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"model_stats":true},"dynamicProps":false,"dynamicItems":false};

;// CONCATENATED MODULE: ./build/generated/validate/cost-summary.js

const cost_summary_func1 = ucs2length["default"] ?? ucs2length
"use strict";const cost_summary_validate = (/* unused pure expression or super */ null && (validate23));/* harmony default export */ const cost_summary = (validate23);const schema51 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:cost-summary","type":"object","required":["schema_version","tool","commit","created_at","timezone","period","total_cost_usd","calls","failed_calls","input_tokens","output_tokens","total_tokens","unpriced_calls","runs","successful_tasks","failed_tasks","cost_per_successful_task","cost_per_1k_tokens","token_efficiency","model_stats","agent_stats","step_stats","customer_stats","step_model_stats","daily_cost_usd","monthly_cost_usd","run_costs","unpriced","sources","quality","pricing"],"properties":{"schema_version":{"type":"integer","minimum":1},"tool":{"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"}}},"commit":{"type":["string","null"],"maxLength":64},"created_at":{"type":["string","null"],"maxLength":40},"timezone":{"type":"string","maxLength":64},"period":{"type":"object","required":["from","to"],"properties":{"from":{"type":["string","null"],"maxLength":40},"to":{"type":["string","null"],"maxLength":40}}},"total_cost_usd":{"$ref":"#/$defs/usd"},"calls":{"$ref":"#/$defs/count"},"failed_calls":{"$ref":"#/$defs/count"},"input_tokens":{"$ref":"#/$defs/count"},"output_tokens":{"$ref":"#/$defs/count"},"total_tokens":{"$ref":"#/$defs/count"},"cached_input_tokens":{"$ref":"#/$defs/count"},"cache_write_tokens":{"$ref":"#/$defs/count"},"reasoning_tokens":{"$ref":"#/$defs/count"},"unpriced_calls":{"$ref":"#/$defs/count"},"runs":{"$ref":"#/$defs/count"},"successful_tasks":{"type":["integer","null"],"minimum":0},"failed_tasks":{"type":["integer","null"],"minimum":0},"cost_per_successful_task":{"type":["number","null"],"minimum":0},"cost_per_1k_tokens":{"type":["number","null"],"minimum":0},"token_efficiency":{"type":["number","null"],"minimum":0},"model_stats":{"type":"object","additionalProperties":{"$ref":"#/$defs/datedStats"}},"agent_stats":{"type":"object","additionalProperties":{"$ref":"#/$defs/agentStats"}},"step_stats":{"type":"object","additionalProperties":{"$ref":"#/$defs/stats"}},"customer_stats":{"type":"object","additionalProperties":{"$ref":"#/$defs/stats"}},"step_model_stats":{"type":"array","items":{"allOf":[{"$ref":"#/$defs/stats"},{"type":"object","required":["step","agent","model"],"properties":{"step":{"$ref":"#/$defs/optionalName"},"agent":{"$ref":"#/$defs/optionalName"},"model":{"type":"string","minLength":1,"maxLength":512}}}]}},"daily_cost_usd":{"$ref":"#/$defs/amounts"},"monthly_cost_usd":{"$ref":"#/$defs/amounts"},"run_costs":{"$ref":"#/$defs/runCosts"},"unpriced":{"type":"array","items":{"type":"object","required":["model","calls","input_tokens","output_tokens"],"properties":{"model":{"type":"string","maxLength":512},"calls":{"$ref":"#/$defs/count"},"input_tokens":{"$ref":"#/$defs/count"},"output_tokens":{"$ref":"#/$defs/count"}}}},"sources":{"type":"array","items":{"type":"object","required":["path","format","files","records","cost_usd","role"],"properties":{"path":{"type":"string","maxLength":4096},"format":{"type":"string","enum":["ledger","costs-db","run-summary","flow-summary","cost-summary","bare-summary","mcp-calls","run-events"]},"files":{"$ref":"#/$defs/count"},"records":{"$ref":"#/$defs/count"},"cost_usd":{"$ref":"#/$defs/usd"},"role":{"type":"string","enum":["counted","cross-check","not-counted"]}}}},"quality":{"type":"object","required":["invalid_records","invalid_examples","duplicate_records","placeholder_records","earlier_records","records_without_run","disagreements","overlaps"],"properties":{"invalid_records":{"$ref":"#/$defs/count"},"invalid_examples":{"type":"array","maxItems":10,"items":{"type":"string","maxLength":1000}},"duplicate_records":{"$ref":"#/$defs/count"},"placeholder_records":{"$ref":"#/$defs/count"},"earlier_records":{"$ref":"#/$defs/count"},"records_without_run":{"$ref":"#/$defs/count"},"disagreements":{"type":"array","items":{"type":"object","required":["run_id","counted_cost_usd","summary_cost_usd","path"],"properties":{"run_id":{"type":"string","maxLength":512},"counted_cost_usd":{"$ref":"#/$defs/usd"},"summary_cost_usd":{"$ref":"#/$defs/usd"},"path":{"type":"string","maxLength":4096}}}},"overlaps":{"type":"array","items":{"type":"string","maxLength":4096}}}},"pricing":{"type":"object","required":["priced_calls","as_of","catalog","models"],"properties":{"priced_calls":{"$ref":"#/$defs/count"},"as_of":{"type":["string","null"],"maxLength":40},"catalog":{"type":["string","null"],"maxLength":200},"models":{"type":"object","additionalProperties":{"type":"object","required":["priced_as","calls"],"properties":{"priced_as":{"type":"string","maxLength":512},"calls":{"$ref":"#/$defs/count"}}}}}}},"$defs":{"usd":{"type":"number","minimum":0,"maximum":1000000000000},"count":{"type":"integer","minimum":0,"maximum":9007199254740991},"optionalName":{"type":["string","null"],"maxLength":512},"amounts":{"type":"object","additionalProperties":{"$ref":"#/$defs/usd"}},"stats":{"type":"object","required":["calls","errors","input_tokens","output_tokens","total_tokens","cost_usd"],"properties":{"calls":{"$ref":"#/$defs/count"},"errors":{"$ref":"#/$defs/count"},"input_tokens":{"$ref":"#/$defs/count"},"output_tokens":{"$ref":"#/$defs/count"},"total_tokens":{"$ref":"#/$defs/count"},"cached_input_tokens":{"$ref":"#/$defs/count"},"cache_write_tokens":{"$ref":"#/$defs/count"},"reasoning_tokens":{"$ref":"#/$defs/count"},"unpriced_calls":{"$ref":"#/$defs/count"},"cost_usd":{"$ref":"#/$defs/usd"}}},"datedStats":{"allOf":[{"$ref":"#/$defs/stats"},{"type":"object","required":["daily_cost_usd","monthly_cost_usd"],"properties":{"daily_cost_usd":{"$ref":"#/$defs/amounts"},"monthly_cost_usd":{"$ref":"#/$defs/amounts"}}}]},"agentStats":{"allOf":[{"$ref":"#/$defs/datedStats"},{"type":"object","required":["run_costs"],"properties":{"run_costs":{"$ref":"#/$defs/runCosts"}}}]},"runCosts":{"type":"object","required":["count","total_usd","mean_usd","stddev_usd","p50_usd","p95_usd","max_usd","max_run_id"],"properties":{"count":{"$ref":"#/$defs/count"},"total_usd":{"$ref":"#/$defs/usd"},"mean_usd":{"type":["number","null"],"minimum":0},"stddev_usd":{"type":["number","null"],"minimum":0},"p50_usd":{"type":["number","null"],"minimum":0},"p95_usd":{"type":["number","null"],"minimum":0},"max_usd":{"type":["number","null"],"minimum":0},"max_run_id":{"$ref":"#/$defs/optionalName"},"costs_usd":{"$ref":"#/$defs/amounts"},"sketch":{"type":"object","required":["zeros","buckets"],"properties":{"zeros":{"$ref":"#/$defs/count"},"buckets":{"type":"object","additionalProperties":{"$ref":"#/$defs/count"}}}}}}}};const schema52 = {"type":"number","minimum":0,"maximum":1000000000000};const schema53 = {"type":"integer","minimum":0,"maximum":9007199254740991};const schema81 = {"type":["string","null"],"maxLength":512};const schema63 = {"allOf":[{"$ref":"#/$defs/stats"},{"type":"object","required":["daily_cost_usd","monthly_cost_usd"],"properties":{"daily_cost_usd":{"$ref":"#/$defs/amounts"},"monthly_cost_usd":{"$ref":"#/$defs/amounts"}}}]};const schema64 = {"type":"object","required":["calls","errors","input_tokens","output_tokens","total_tokens","cost_usd"],"properties":{"calls":{"$ref":"#/$defs/count"},"errors":{"$ref":"#/$defs/count"},"input_tokens":{"$ref":"#/$defs/count"},"output_tokens":{"$ref":"#/$defs/count"},"total_tokens":{"$ref":"#/$defs/count"},"cached_input_tokens":{"$ref":"#/$defs/count"},"cache_write_tokens":{"$ref":"#/$defs/count"},"reasoning_tokens":{"$ref":"#/$defs/count"},"unpriced_calls":{"$ref":"#/$defs/count"},"cost_usd":{"$ref":"#/$defs/usd"}}};function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate25.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((data.calls === undefined) && (missing0 = "calls")) || ((data.errors === undefined) && (missing0 = "errors"))) || ((data.input_tokens === undefined) && (missing0 = "input_tokens"))) || ((data.output_tokens === undefined) && (missing0 = "output_tokens"))) || ((data.total_tokens === undefined) && (missing0 = "total_tokens"))) || ((data.cost_usd === undefined) && (missing0 = "cost_usd"))){validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema64.required,parentSchema:schema64,data}];return false;}else {if(data.calls !== undefined){let data0 = data.calls;const _errs1 = errors;const _errs2 = errors;if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){validate25.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data0}];return false;}if(errors === _errs2){if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 9007199254740991 || isNaN(data0)){validate25.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data0}];return false;}else {if(data0 < 0 || isNaN(data0)){validate25.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data0}];return false;}}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.errors !== undefined){let data1 = data.errors;const _errs4 = errors;const _errs5 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate25.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data1}];return false;}if(errors === _errs5){if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 9007199254740991 || isNaN(data1)){validate25.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data1}];return false;}else {if(data1 < 0 || isNaN(data1)){validate25.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data1}];return false;}}}}var valid0 = _errs4 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data2 = data.input_tokens;const _errs7 = errors;const _errs8 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){validate25.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data2}];return false;}if(errors === _errs8){if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 9007199254740991 || isNaN(data2)){validate25.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data2}];return false;}else {if(data2 < 0 || isNaN(data2)){validate25.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data2}];return false;}}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data3 = data.output_tokens;const _errs10 = errors;const _errs11 = errors;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){validate25.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data3}];return false;}if(errors === _errs11){if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 9007199254740991 || isNaN(data3)){validate25.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data3}];return false;}else {if(data3 < 0 || isNaN(data3)){validate25.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data3}];return false;}}}}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data4 = data.total_tokens;const _errs13 = errors;const _errs14 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){validate25.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data4}];return false;}if(errors === _errs14){if((typeof data4 == "number") && (isFinite(data4))){if(data4 > 9007199254740991 || isNaN(data4)){validate25.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data4}];return false;}else {if(data4 < 0 || isNaN(data4)){validate25.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data4}];return false;}}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.cached_input_tokens !== undefined){let data5 = data.cached_input_tokens;const _errs16 = errors;const _errs17 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate25.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data5}];return false;}if(errors === _errs17){if((typeof data5 == "number") && (isFinite(data5))){if(data5 > 9007199254740991 || isNaN(data5)){validate25.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data5}];return false;}else {if(data5 < 0 || isNaN(data5)){validate25.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data5}];return false;}}}}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.cache_write_tokens !== undefined){let data6 = data.cache_write_tokens;const _errs19 = errors;const _errs20 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){validate25.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data6}];return false;}if(errors === _errs20){if((typeof data6 == "number") && (isFinite(data6))){if(data6 > 9007199254740991 || isNaN(data6)){validate25.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data6}];return false;}else {if(data6 < 0 || isNaN(data6)){validate25.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data6}];return false;}}}}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.reasoning_tokens !== undefined){let data7 = data.reasoning_tokens;const _errs22 = errors;const _errs23 = errors;if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){validate25.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data7}];return false;}if(errors === _errs23){if((typeof data7 == "number") && (isFinite(data7))){if(data7 > 9007199254740991 || isNaN(data7)){validate25.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data7}];return false;}else {if(data7 < 0 || isNaN(data7)){validate25.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data7}];return false;}}}}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.unpriced_calls !== undefined){let data8 = data.unpriced_calls;const _errs25 = errors;const _errs26 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){validate25.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data8}];return false;}if(errors === _errs26){if((typeof data8 == "number") && (isFinite(data8))){if(data8 > 9007199254740991 || isNaN(data8)){validate25.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data8}];return false;}else {if(data8 < 0 || isNaN(data8)){validate25.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data8}];return false;}}}}var valid0 = _errs25 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_usd !== undefined){let data9 = data.cost_usd;const _errs28 = errors;const _errs29 = errors;if(errors === _errs29){if((typeof data9 == "number") && (isFinite(data9))){if(data9 > 1000000000000 || isNaN(data9)){validate25.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data9}];return false;}else {if(data9 < 0 || isNaN(data9)){validate25.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data9}];return false;}}}else {validate25.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data9}];return false;}}var valid0 = _errs28 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema64.type,parentSchema:schema64,data}];return false;}}validate25.errors = vErrors;return errors === 0;}validate25.evaluated = {"props":{"calls":true,"errors":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cached_input_tokens":true,"cache_write_tokens":true,"reasoning_tokens":true,"unpriced_calls":true,"cost_usd":true},"dynamicProps":false,"dynamicItems":false};const schema75 = {"type":"object","additionalProperties":{"$ref":"#/$defs/usd"}};function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate27.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){let data0 = data[key0];const _errs2 = errors;const _errs3 = errors;if(errors === _errs3){if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 1000000000000 || isNaN(data0)){validate27.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data0}];return false;}else {if(data0 < 0 || isNaN(data0)){validate27.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data0}];return false;}}}else {validate27.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data0}];return false;}}var valid0 = _errs2 === errors;if(!valid0){break;}}}else {validate27.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.type,parentSchema:schema75,data}];return false;}}validate27.errors = vErrors;return errors === 0;}validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate24.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}const _errs0 = errors;if(!(validate25(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}var valid0 = _errs0 === errors;if(valid0){const _errs1 = errors;if(errors === _errs1){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((data.daily_cost_usd === undefined) && (missing0 = "daily_cost_usd")) || ((data.monthly_cost_usd === undefined) && (missing0 = "monthly_cost_usd"))){validate24.errors = [{instancePath,schemaPath:"#/allOf/1/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema63.allOf[1].required,parentSchema:schema63.allOf[1],data}];return false;}else {if(data.daily_cost_usd !== undefined){const _errs3 = errors;if(!(validate27(data.daily_cost_usd, {instancePath:instancePath+"/daily_cost_usd",parentData:data,parentDataProperty:"daily_cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid1 = _errs3 === errors;}else {var valid1 = true;}if(valid1){if(data.monthly_cost_usd !== undefined){const _errs4 = errors;if(!(validate27(data.monthly_cost_usd, {instancePath:instancePath+"/monthly_cost_usd",parentData:data,parentDataProperty:"monthly_cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid1 = _errs4 === errors;}else {var valid1 = true;}}}}else {validate24.errors = [{instancePath,schemaPath:"#/allOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.allOf[1].type,parentSchema:schema63.allOf[1],data}];return false;}}var valid0 = _errs1 === errors;}validate24.errors = vErrors;return errors === 0;}validate24.evaluated = {"props":{"daily_cost_usd":true,"monthly_cost_usd":true,"calls":true,"errors":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cached_input_tokens":true,"cache_write_tokens":true,"reasoning_tokens":true,"unpriced_calls":true,"cost_usd":true},"dynamicProps":false,"dynamicItems":false};const schema77 = {"allOf":[{"$ref":"#/$defs/datedStats"},{"type":"object","required":["run_costs"],"properties":{"run_costs":{"$ref":"#/$defs/runCosts"}}}]};const schema78 = {"type":"object","required":["count","total_usd","mean_usd","stddev_usd","p50_usd","p95_usd","max_usd","max_run_id"],"properties":{"count":{"$ref":"#/$defs/count"},"total_usd":{"$ref":"#/$defs/usd"},"mean_usd":{"type":["number","null"],"minimum":0},"stddev_usd":{"type":["number","null"],"minimum":0},"p50_usd":{"type":["number","null"],"minimum":0},"p95_usd":{"type":["number","null"],"minimum":0},"max_usd":{"type":["number","null"],"minimum":0},"max_run_id":{"$ref":"#/$defs/optionalName"},"costs_usd":{"$ref":"#/$defs/amounts"},"sketch":{"type":"object","required":["zeros","buckets"],"properties":{"zeros":{"$ref":"#/$defs/count"},"buckets":{"type":"object","additionalProperties":{"$ref":"#/$defs/count"}}}}}};function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate33.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((((((data.count === undefined) && (missing0 = "count")) || ((data.total_usd === undefined) && (missing0 = "total_usd"))) || ((data.mean_usd === undefined) && (missing0 = "mean_usd"))) || ((data.stddev_usd === undefined) && (missing0 = "stddev_usd"))) || ((data.p50_usd === undefined) && (missing0 = "p50_usd"))) || ((data.p95_usd === undefined) && (missing0 = "p95_usd"))) || ((data.max_usd === undefined) && (missing0 = "max_usd"))) || ((data.max_run_id === undefined) && (missing0 = "max_run_id"))){validate33.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema78.required,parentSchema:schema78,data}];return false;}else {if(data.count !== undefined){let data0 = data.count;const _errs1 = errors;const _errs2 = errors;if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){validate33.errors = [{instancePath:instancePath+"/count",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data0}];return false;}if(errors === _errs2){if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 9007199254740991 || isNaN(data0)){validate33.errors = [{instancePath:instancePath+"/count",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data0}];return false;}else {if(data0 < 0 || isNaN(data0)){validate33.errors = [{instancePath:instancePath+"/count",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data0}];return false;}}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.total_usd !== undefined){let data1 = data.total_usd;const _errs4 = errors;const _errs5 = errors;if(errors === _errs5){if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000000000 || isNaN(data1)){validate33.errors = [{instancePath:instancePath+"/total_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data1}];return false;}else {if(data1 < 0 || isNaN(data1)){validate33.errors = [{instancePath:instancePath+"/total_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data1}];return false;}}}else {validate33.errors = [{instancePath:instancePath+"/total_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data1}];return false;}}var valid0 = _errs4 === errors;}else {var valid0 = true;}if(valid0){if(data.mean_usd !== undefined){let data2 = data.mean_usd;const _errs7 = errors;if((!((typeof data2 == "number") && (isFinite(data2)))) && (data2 !== null)){validate33.errors = [{instancePath:instancePath+"/mean_usd",schemaPath:"#/properties/mean_usd/type",keyword:"type",params:{type: schema78.properties.mean_usd.type},message:"must be number,null",schema:schema78.properties.mean_usd.type,parentSchema:schema78.properties.mean_usd,data:data2}];return false;}if(errors === _errs7){if((typeof data2 == "number") && (isFinite(data2))){if(data2 < 0 || isNaN(data2)){validate33.errors = [{instancePath:instancePath+"/mean_usd",schemaPath:"#/properties/mean_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema78.properties.mean_usd,data:data2}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.stddev_usd !== undefined){let data3 = data.stddev_usd;const _errs9 = errors;if((!((typeof data3 == "number") && (isFinite(data3)))) && (data3 !== null)){validate33.errors = [{instancePath:instancePath+"/stddev_usd",schemaPath:"#/properties/stddev_usd/type",keyword:"type",params:{type: schema78.properties.stddev_usd.type},message:"must be number,null",schema:schema78.properties.stddev_usd.type,parentSchema:schema78.properties.stddev_usd,data:data3}];return false;}if(errors === _errs9){if((typeof data3 == "number") && (isFinite(data3))){if(data3 < 0 || isNaN(data3)){validate33.errors = [{instancePath:instancePath+"/stddev_usd",schemaPath:"#/properties/stddev_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema78.properties.stddev_usd,data:data3}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.p50_usd !== undefined){let data4 = data.p50_usd;const _errs11 = errors;if((!((typeof data4 == "number") && (isFinite(data4)))) && (data4 !== null)){validate33.errors = [{instancePath:instancePath+"/p50_usd",schemaPath:"#/properties/p50_usd/type",keyword:"type",params:{type: schema78.properties.p50_usd.type},message:"must be number,null",schema:schema78.properties.p50_usd.type,parentSchema:schema78.properties.p50_usd,data:data4}];return false;}if(errors === _errs11){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){validate33.errors = [{instancePath:instancePath+"/p50_usd",schemaPath:"#/properties/p50_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema78.properties.p50_usd,data:data4}];return false;}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.p95_usd !== undefined){let data5 = data.p95_usd;const _errs13 = errors;if((!((typeof data5 == "number") && (isFinite(data5)))) && (data5 !== null)){validate33.errors = [{instancePath:instancePath+"/p95_usd",schemaPath:"#/properties/p95_usd/type",keyword:"type",params:{type: schema78.properties.p95_usd.type},message:"must be number,null",schema:schema78.properties.p95_usd.type,parentSchema:schema78.properties.p95_usd,data:data5}];return false;}if(errors === _errs13){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){validate33.errors = [{instancePath:instancePath+"/p95_usd",schemaPath:"#/properties/p95_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema78.properties.p95_usd,data:data5}];return false;}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.max_usd !== undefined){let data6 = data.max_usd;const _errs15 = errors;if((!((typeof data6 == "number") && (isFinite(data6)))) && (data6 !== null)){validate33.errors = [{instancePath:instancePath+"/max_usd",schemaPath:"#/properties/max_usd/type",keyword:"type",params:{type: schema78.properties.max_usd.type},message:"must be number,null",schema:schema78.properties.max_usd.type,parentSchema:schema78.properties.max_usd,data:data6}];return false;}if(errors === _errs15){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){validate33.errors = [{instancePath:instancePath+"/max_usd",schemaPath:"#/properties/max_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema78.properties.max_usd,data:data6}];return false;}}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.max_run_id !== undefined){let data7 = data.max_run_id;const _errs17 = errors;const _errs18 = errors;if((typeof data7 !== "string") && (data7 !== null)){validate33.errors = [{instancePath:instancePath+"/max_run_id",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema81.type},message:"must be string,null",schema:schema81.type,parentSchema:schema81,data:data7}];return false;}if(errors === _errs18){if(typeof data7 === "string"){if(cost_summary_func1(data7) > 512){validate33.errors = [{instancePath:instancePath+"/max_run_id",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema81,data:data7}];return false;}}}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.costs_usd !== undefined){const _errs20 = errors;if(!(validate27(data.costs_usd, {instancePath:instancePath+"/costs_usd",parentData:data,parentDataProperty:"costs_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid0 = _errs20 === errors;}else {var valid0 = true;}if(valid0){if(data.sketch !== undefined){let data9 = data.sketch;const _errs21 = errors;if(errors === _errs21){if(data9 && typeof data9 == "object" && !Array.isArray(data9)){let missing1;if(((data9.zeros === undefined) && (missing1 = "zeros")) || ((data9.buckets === undefined) && (missing1 = "buckets"))){validate33.errors = [{instancePath:instancePath+"/sketch",schemaPath:"#/properties/sketch/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema78.properties.sketch.required,parentSchema:schema78.properties.sketch,data:data9}];return false;}else {if(data9.zeros !== undefined){let data10 = data9.zeros;const _errs23 = errors;const _errs24 = errors;if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){validate33.errors = [{instancePath:instancePath+"/sketch/zeros",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data10}];return false;}if(errors === _errs24){if((typeof data10 == "number") && (isFinite(data10))){if(data10 > 9007199254740991 || isNaN(data10)){validate33.errors = [{instancePath:instancePath+"/sketch/zeros",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data10}];return false;}else {if(data10 < 0 || isNaN(data10)){validate33.errors = [{instancePath:instancePath+"/sketch/zeros",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data10}];return false;}}}}var valid4 = _errs23 === errors;}else {var valid4 = true;}if(valid4){if(data9.buckets !== undefined){let data11 = data9.buckets;const _errs26 = errors;if(errors === _errs26){if(data11 && typeof data11 == "object" && !Array.isArray(data11)){for(const key0 in data11){let data12 = data11[key0];const _errs29 = errors;const _errs30 = errors;if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){validate33.errors = [{instancePath:instancePath+"/sketch/buckets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data12}];return false;}if(errors === _errs30){if((typeof data12 == "number") && (isFinite(data12))){if(data12 > 9007199254740991 || isNaN(data12)){validate33.errors = [{instancePath:instancePath+"/sketch/buckets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data12}];return false;}else {if(data12 < 0 || isNaN(data12)){validate33.errors = [{instancePath:instancePath+"/sketch/buckets/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data12}];return false;}}}}var valid6 = _errs29 === errors;if(!valid6){break;}}}else {validate33.errors = [{instancePath:instancePath+"/sketch/buckets",schemaPath:"#/properties/sketch/properties/buckets/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema78.properties.sketch.properties.buckets.type,parentSchema:schema78.properties.sketch.properties.buckets,data:data11}];return false;}}var valid4 = _errs26 === errors;}else {var valid4 = true;}}}}else {validate33.errors = [{instancePath:instancePath+"/sketch",schemaPath:"#/properties/sketch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema78.properties.sketch.type,parentSchema:schema78.properties.sketch,data:data9}];return false;}}var valid0 = _errs21 === errors;}else {var valid0 = true;}}}}}}}}}}}}else {validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema78.type,parentSchema:schema78,data}];return false;}}validate33.errors = vErrors;return errors === 0;}validate33.evaluated = {"props":{"count":true,"total_usd":true,"mean_usd":true,"stddev_usd":true,"p50_usd":true,"p95_usd":true,"max_usd":true,"max_run_id":true,"costs_usd":true,"sketch":true},"dynamicProps":false,"dynamicItems":false};function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate31.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}const _errs0 = errors;if(!(validate24(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);errors = vErrors.length;}var valid0 = _errs0 === errors;if(valid0){const _errs1 = errors;if(errors === _errs1){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.run_costs === undefined) && (missing0 = "run_costs")){validate31.errors = [{instancePath,schemaPath:"#/allOf/1/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema77.allOf[1].required,parentSchema:schema77.allOf[1],data}];return false;}else {if(data.run_costs !== undefined){if(!(validate33(data.run_costs, {instancePath:instancePath+"/run_costs",parentData:data,parentDataProperty:"run_costs",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);errors = vErrors.length;}}}}else {validate31.errors = [{instancePath,schemaPath:"#/allOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema77.allOf[1].type,parentSchema:schema77.allOf[1],data}];return false;}}var valid0 = _errs1 === errors;}validate31.errors = vErrors;return errors === 0;}validate31.evaluated = {"props":{"run_costs":true,"daily_cost_usd":true,"monthly_cost_usd":true,"calls":true,"errors":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cached_input_tokens":true,"cache_write_tokens":true,"reasoning_tokens":true,"unpriced_calls":true,"cost_usd":true},"dynamicProps":false,"dynamicItems":false};function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:cost-summary" */;let vErrors = null;let errors = 0;const evaluated0 = validate23.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((((((((((((((((((((((((((((((((data.schema_version === undefined) && (missing0 = "schema_version")) || ((data.tool === undefined) && (missing0 = "tool"))) || ((data.commit === undefined) && (missing0 = "commit"))) || ((data.created_at === undefined) && (missing0 = "created_at"))) || ((data.timezone === undefined) && (missing0 = "timezone"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.total_cost_usd === undefined) && (missing0 = "total_cost_usd"))) || ((data.calls === undefined) && (missing0 = "calls"))) || ((data.failed_calls === undefined) && (missing0 = "failed_calls"))) || ((data.input_tokens === undefined) && (missing0 = "input_tokens"))) || ((data.output_tokens === undefined) && (missing0 = "output_tokens"))) || ((data.total_tokens === undefined) && (missing0 = "total_tokens"))) || ((data.unpriced_calls === undefined) && (missing0 = "unpriced_calls"))) || ((data.runs === undefined) && (missing0 = "runs"))) || ((data.successful_tasks === undefined) && (missing0 = "successful_tasks"))) || ((data.failed_tasks === undefined) && (missing0 = "failed_tasks"))) || ((data.cost_per_successful_task === undefined) && (missing0 = "cost_per_successful_task"))) || ((data.cost_per_1k_tokens === undefined) && (missing0 = "cost_per_1k_tokens"))) || ((data.token_efficiency === undefined) && (missing0 = "token_efficiency"))) || ((data.model_stats === undefined) && (missing0 = "model_stats"))) || ((data.agent_stats === undefined) && (missing0 = "agent_stats"))) || ((data.step_stats === undefined) && (missing0 = "step_stats"))) || ((data.customer_stats === undefined) && (missing0 = "customer_stats"))) || ((data.step_model_stats === undefined) && (missing0 = "step_model_stats"))) || ((data.daily_cost_usd === undefined) && (missing0 = "daily_cost_usd"))) || ((data.monthly_cost_usd === undefined) && (missing0 = "monthly_cost_usd"))) || ((data.run_costs === undefined) && (missing0 = "run_costs"))) || ((data.unpriced === undefined) && (missing0 = "unpriced"))) || ((data.sources === undefined) && (missing0 = "sources"))) || ((data.quality === undefined) && (missing0 = "quality"))) || ((data.pricing === undefined) && (missing0 = "pricing"))){validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema51.required,parentSchema:schema51,data}];return false;}else {if(data.schema_version !== undefined){let data0 = data.schema_version;const _errs1 = errors;if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){validate23.errors = [{instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema51.properties.schema_version.type,parentSchema:schema51.properties.schema_version,data:data0}];return false;}if(errors === _errs1){if((typeof data0 == "number") && (isFinite(data0))){if(data0 < 1 || isNaN(data0)){validate23.errors = [{instancePath:instancePath+"/schema_version",schemaPath:"#/properties/schema_version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema51.properties.schema_version,data:data0}];return false;}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.tool !== undefined){let data1 = data.tool;const _errs3 = errors;if(errors === _errs3){if(data1 && typeof data1 == "object" && !Array.isArray(data1)){let missing1;if(((data1.name === undefined) && (missing1 = "name")) || ((data1.version === undefined) && (missing1 = "version"))){validate23.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema51.properties.tool.required,parentSchema:schema51.properties.tool,data:data1}];return false;}else {if(data1.name !== undefined){let data2 = data1.name;const _errs5 = errors;if(typeof data2 !== "string"){validate23.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.tool.properties.name.type,parentSchema:schema51.properties.tool.properties.name,data:data2}];return false;}var valid1 = _errs5 === errors;}else {var valid1 = true;}if(valid1){if(data1.version !== undefined){let data3 = data1.version;const _errs7 = errors;if(typeof data3 !== "string"){validate23.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.tool.properties.version.type,parentSchema:schema51.properties.tool.properties.version,data:data3}];return false;}var valid1 = _errs7 === errors;}else {var valid1 = true;}}}}else {validate23.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.tool.type,parentSchema:schema51.properties.tool,data:data1}];return false;}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.commit !== undefined){let data4 = data.commit;const _errs9 = errors;if((typeof data4 !== "string") && (data4 !== null)){validate23.errors = [{instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/type",keyword:"type",params:{type: schema51.properties.commit.type},message:"must be string,null",schema:schema51.properties.commit.type,parentSchema:schema51.properties.commit,data:data4}];return false;}if(errors === _errs9){if(typeof data4 === "string"){if(cost_summary_func1(data4) > 64){validate23.errors = [{instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema51.properties.commit,data:data4}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.created_at !== undefined){let data5 = data.created_at;const _errs11 = errors;if((typeof data5 !== "string") && (data5 !== null)){validate23.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/type",keyword:"type",params:{type: schema51.properties.created_at.type},message:"must be string,null",schema:schema51.properties.created_at.type,parentSchema:schema51.properties.created_at,data:data5}];return false;}if(errors === _errs11){if(typeof data5 === "string"){if(cost_summary_func1(data5) > 40){validate23.errors = [{instancePath:instancePath+"/created_at",schemaPath:"#/properties/created_at/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema51.properties.created_at,data:data5}];return false;}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.timezone !== undefined){let data6 = data.timezone;const _errs13 = errors;if(errors === _errs13){if(typeof data6 === "string"){if(cost_summary_func1(data6) > 64){validate23.errors = [{instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema51.properties.timezone,data:data6}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.timezone.type,parentSchema:schema51.properties.timezone,data:data6}];return false;}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.period !== undefined){let data7 = data.period;const _errs15 = errors;if(errors === _errs15){if(data7 && typeof data7 == "object" && !Array.isArray(data7)){let missing2;if(((data7.from === undefined) && (missing2 = "from")) || ((data7.to === undefined) && (missing2 = "to"))){validate23.errors = [{instancePath:instancePath+"/period",schemaPath:"#/properties/period/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'",schema:schema51.properties.period.required,parentSchema:schema51.properties.period,data:data7}];return false;}else {if(data7.from !== undefined){let data8 = data7.from;const _errs17 = errors;if((typeof data8 !== "string") && (data8 !== null)){validate23.errors = [{instancePath:instancePath+"/period/from",schemaPath:"#/properties/period/properties/from/type",keyword:"type",params:{type: schema51.properties.period.properties.from.type},message:"must be string,null",schema:schema51.properties.period.properties.from.type,parentSchema:schema51.properties.period.properties.from,data:data8}];return false;}if(errors === _errs17){if(typeof data8 === "string"){if(cost_summary_func1(data8) > 40){validate23.errors = [{instancePath:instancePath+"/period/from",schemaPath:"#/properties/period/properties/from/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema51.properties.period.properties.from,data:data8}];return false;}}}var valid2 = _errs17 === errors;}else {var valid2 = true;}if(valid2){if(data7.to !== undefined){let data9 = data7.to;const _errs19 = errors;if((typeof data9 !== "string") && (data9 !== null)){validate23.errors = [{instancePath:instancePath+"/period/to",schemaPath:"#/properties/period/properties/to/type",keyword:"type",params:{type: schema51.properties.period.properties.to.type},message:"must be string,null",schema:schema51.properties.period.properties.to.type,parentSchema:schema51.properties.period.properties.to,data:data9}];return false;}if(errors === _errs19){if(typeof data9 === "string"){if(cost_summary_func1(data9) > 40){validate23.errors = [{instancePath:instancePath+"/period/to",schemaPath:"#/properties/period/properties/to/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema51.properties.period.properties.to,data:data9}];return false;}}}var valid2 = _errs19 === errors;}else {var valid2 = true;}}}}else {validate23.errors = [{instancePath:instancePath+"/period",schemaPath:"#/properties/period/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.period.type,parentSchema:schema51.properties.period,data:data7}];return false;}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.total_cost_usd !== undefined){let data10 = data.total_cost_usd;const _errs21 = errors;const _errs22 = errors;if(errors === _errs22){if((typeof data10 == "number") && (isFinite(data10))){if(data10 > 1000000000000 || isNaN(data10)){validate23.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data10}];return false;}else {if(data10 < 0 || isNaN(data10)){validate23.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data10}];return false;}}}else {validate23.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data10}];return false;}}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.calls !== undefined){let data11 = data.calls;const _errs24 = errors;const _errs25 = errors;if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){validate23.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data11}];return false;}if(errors === _errs25){if((typeof data11 == "number") && (isFinite(data11))){if(data11 > 9007199254740991 || isNaN(data11)){validate23.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data11}];return false;}else {if(data11 < 0 || isNaN(data11)){validate23.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data11}];return false;}}}}var valid0 = _errs24 === errors;}else {var valid0 = true;}if(valid0){if(data.failed_calls !== undefined){let data12 = data.failed_calls;const _errs27 = errors;const _errs28 = errors;if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){validate23.errors = [{instancePath:instancePath+"/failed_calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data12}];return false;}if(errors === _errs28){if((typeof data12 == "number") && (isFinite(data12))){if(data12 > 9007199254740991 || isNaN(data12)){validate23.errors = [{instancePath:instancePath+"/failed_calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data12}];return false;}else {if(data12 < 0 || isNaN(data12)){validate23.errors = [{instancePath:instancePath+"/failed_calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data12}];return false;}}}}var valid0 = _errs27 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data13 = data.input_tokens;const _errs30 = errors;const _errs31 = errors;if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){validate23.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data13}];return false;}if(errors === _errs31){if((typeof data13 == "number") && (isFinite(data13))){if(data13 > 9007199254740991 || isNaN(data13)){validate23.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data13}];return false;}else {if(data13 < 0 || isNaN(data13)){validate23.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data13}];return false;}}}}var valid0 = _errs30 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data14 = data.output_tokens;const _errs33 = errors;const _errs34 = errors;if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){validate23.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data14}];return false;}if(errors === _errs34){if((typeof data14 == "number") && (isFinite(data14))){if(data14 > 9007199254740991 || isNaN(data14)){validate23.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data14}];return false;}else {if(data14 < 0 || isNaN(data14)){validate23.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data14}];return false;}}}}var valid0 = _errs33 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data15 = data.total_tokens;const _errs36 = errors;const _errs37 = errors;if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){validate23.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data15}];return false;}if(errors === _errs37){if((typeof data15 == "number") && (isFinite(data15))){if(data15 > 9007199254740991 || isNaN(data15)){validate23.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data15}];return false;}else {if(data15 < 0 || isNaN(data15)){validate23.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data15}];return false;}}}}var valid0 = _errs36 === errors;}else {var valid0 = true;}if(valid0){if(data.cached_input_tokens !== undefined){let data16 = data.cached_input_tokens;const _errs39 = errors;const _errs40 = errors;if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){validate23.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data16}];return false;}if(errors === _errs40){if((typeof data16 == "number") && (isFinite(data16))){if(data16 > 9007199254740991 || isNaN(data16)){validate23.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data16}];return false;}else {if(data16 < 0 || isNaN(data16)){validate23.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data16}];return false;}}}}var valid0 = _errs39 === errors;}else {var valid0 = true;}if(valid0){if(data.cache_write_tokens !== undefined){let data17 = data.cache_write_tokens;const _errs42 = errors;const _errs43 = errors;if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){validate23.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data17}];return false;}if(errors === _errs43){if((typeof data17 == "number") && (isFinite(data17))){if(data17 > 9007199254740991 || isNaN(data17)){validate23.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data17}];return false;}else {if(data17 < 0 || isNaN(data17)){validate23.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data17}];return false;}}}}var valid0 = _errs42 === errors;}else {var valid0 = true;}if(valid0){if(data.reasoning_tokens !== undefined){let data18 = data.reasoning_tokens;const _errs45 = errors;const _errs46 = errors;if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){validate23.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data18}];return false;}if(errors === _errs46){if((typeof data18 == "number") && (isFinite(data18))){if(data18 > 9007199254740991 || isNaN(data18)){validate23.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data18}];return false;}else {if(data18 < 0 || isNaN(data18)){validate23.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data18}];return false;}}}}var valid0 = _errs45 === errors;}else {var valid0 = true;}if(valid0){if(data.unpriced_calls !== undefined){let data19 = data.unpriced_calls;const _errs48 = errors;const _errs49 = errors;if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){validate23.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data19}];return false;}if(errors === _errs49){if((typeof data19 == "number") && (isFinite(data19))){if(data19 > 9007199254740991 || isNaN(data19)){validate23.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data19}];return false;}else {if(data19 < 0 || isNaN(data19)){validate23.errors = [{instancePath:instancePath+"/unpriced_calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data19}];return false;}}}}var valid0 = _errs48 === errors;}else {var valid0 = true;}if(valid0){if(data.runs !== undefined){let data20 = data.runs;const _errs51 = errors;const _errs52 = errors;if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){validate23.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data20}];return false;}if(errors === _errs52){if((typeof data20 == "number") && (isFinite(data20))){if(data20 > 9007199254740991 || isNaN(data20)){validate23.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data20}];return false;}else {if(data20 < 0 || isNaN(data20)){validate23.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data20}];return false;}}}}var valid0 = _errs51 === errors;}else {var valid0 = true;}if(valid0){if(data.successful_tasks !== undefined){let data21 = data.successful_tasks;const _errs54 = errors;if((!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))) && (data21 !== null)){validate23.errors = [{instancePath:instancePath+"/successful_tasks",schemaPath:"#/properties/successful_tasks/type",keyword:"type",params:{type: schema51.properties.successful_tasks.type},message:"must be integer,null",schema:schema51.properties.successful_tasks.type,parentSchema:schema51.properties.successful_tasks,data:data21}];return false;}if(errors === _errs54){if((typeof data21 == "number") && (isFinite(data21))){if(data21 < 0 || isNaN(data21)){validate23.errors = [{instancePath:instancePath+"/successful_tasks",schemaPath:"#/properties/successful_tasks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.successful_tasks,data:data21}];return false;}}}var valid0 = _errs54 === errors;}else {var valid0 = true;}if(valid0){if(data.failed_tasks !== undefined){let data22 = data.failed_tasks;const _errs56 = errors;if((!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))) && (data22 !== null)){validate23.errors = [{instancePath:instancePath+"/failed_tasks",schemaPath:"#/properties/failed_tasks/type",keyword:"type",params:{type: schema51.properties.failed_tasks.type},message:"must be integer,null",schema:schema51.properties.failed_tasks.type,parentSchema:schema51.properties.failed_tasks,data:data22}];return false;}if(errors === _errs56){if((typeof data22 == "number") && (isFinite(data22))){if(data22 < 0 || isNaN(data22)){validate23.errors = [{instancePath:instancePath+"/failed_tasks",schemaPath:"#/properties/failed_tasks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.failed_tasks,data:data22}];return false;}}}var valid0 = _errs56 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_per_successful_task !== undefined){let data23 = data.cost_per_successful_task;const _errs58 = errors;if((!((typeof data23 == "number") && (isFinite(data23)))) && (data23 !== null)){validate23.errors = [{instancePath:instancePath+"/cost_per_successful_task",schemaPath:"#/properties/cost_per_successful_task/type",keyword:"type",params:{type: schema51.properties.cost_per_successful_task.type},message:"must be number,null",schema:schema51.properties.cost_per_successful_task.type,parentSchema:schema51.properties.cost_per_successful_task,data:data23}];return false;}if(errors === _errs58){if((typeof data23 == "number") && (isFinite(data23))){if(data23 < 0 || isNaN(data23)){validate23.errors = [{instancePath:instancePath+"/cost_per_successful_task",schemaPath:"#/properties/cost_per_successful_task/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.cost_per_successful_task,data:data23}];return false;}}}var valid0 = _errs58 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_per_1k_tokens !== undefined){let data24 = data.cost_per_1k_tokens;const _errs60 = errors;if((!((typeof data24 == "number") && (isFinite(data24)))) && (data24 !== null)){validate23.errors = [{instancePath:instancePath+"/cost_per_1k_tokens",schemaPath:"#/properties/cost_per_1k_tokens/type",keyword:"type",params:{type: schema51.properties.cost_per_1k_tokens.type},message:"must be number,null",schema:schema51.properties.cost_per_1k_tokens.type,parentSchema:schema51.properties.cost_per_1k_tokens,data:data24}];return false;}if(errors === _errs60){if((typeof data24 == "number") && (isFinite(data24))){if(data24 < 0 || isNaN(data24)){validate23.errors = [{instancePath:instancePath+"/cost_per_1k_tokens",schemaPath:"#/properties/cost_per_1k_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.cost_per_1k_tokens,data:data24}];return false;}}}var valid0 = _errs60 === errors;}else {var valid0 = true;}if(valid0){if(data.token_efficiency !== undefined){let data25 = data.token_efficiency;const _errs62 = errors;if((!((typeof data25 == "number") && (isFinite(data25)))) && (data25 !== null)){validate23.errors = [{instancePath:instancePath+"/token_efficiency",schemaPath:"#/properties/token_efficiency/type",keyword:"type",params:{type: schema51.properties.token_efficiency.type},message:"must be number,null",schema:schema51.properties.token_efficiency.type,parentSchema:schema51.properties.token_efficiency,data:data25}];return false;}if(errors === _errs62){if((typeof data25 == "number") && (isFinite(data25))){if(data25 < 0 || isNaN(data25)){validate23.errors = [{instancePath:instancePath+"/token_efficiency",schemaPath:"#/properties/token_efficiency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema51.properties.token_efficiency,data:data25}];return false;}}}var valid0 = _errs62 === errors;}else {var valid0 = true;}if(valid0){if(data.model_stats !== undefined){let data26 = data.model_stats;const _errs64 = errors;if(errors === _errs64){if(data26 && typeof data26 == "object" && !Array.isArray(data26)){for(const key0 in data26){const _errs67 = errors;if(!(validate24(data26[key0], {instancePath:instancePath+"/model_stats/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data26,parentDataProperty:key0,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);errors = vErrors.length;}var valid14 = _errs67 === errors;if(!valid14){break;}}}else {validate23.errors = [{instancePath:instancePath+"/model_stats",schemaPath:"#/properties/model_stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.model_stats.type,parentSchema:schema51.properties.model_stats,data:data26}];return false;}}var valid0 = _errs64 === errors;}else {var valid0 = true;}if(valid0){if(data.agent_stats !== undefined){let data28 = data.agent_stats;const _errs68 = errors;if(errors === _errs68){if(data28 && typeof data28 == "object" && !Array.isArray(data28)){for(const key1 in data28){const _errs71 = errors;if(!(validate31(data28[key1], {instancePath:instancePath+"/agent_stats/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data28,parentDataProperty:key1,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);errors = vErrors.length;}var valid15 = _errs71 === errors;if(!valid15){break;}}}else {validate23.errors = [{instancePath:instancePath+"/agent_stats",schemaPath:"#/properties/agent_stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.agent_stats.type,parentSchema:schema51.properties.agent_stats,data:data28}];return false;}}var valid0 = _errs68 === errors;}else {var valid0 = true;}if(valid0){if(data.step_stats !== undefined){let data30 = data.step_stats;const _errs72 = errors;if(errors === _errs72){if(data30 && typeof data30 == "object" && !Array.isArray(data30)){for(const key2 in data30){const _errs75 = errors;if(!(validate25(data30[key2], {instancePath:instancePath+"/step_stats/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data30,parentDataProperty:key2,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}var valid16 = _errs75 === errors;if(!valid16){break;}}}else {validate23.errors = [{instancePath:instancePath+"/step_stats",schemaPath:"#/properties/step_stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.step_stats.type,parentSchema:schema51.properties.step_stats,data:data30}];return false;}}var valid0 = _errs72 === errors;}else {var valid0 = true;}if(valid0){if(data.customer_stats !== undefined){let data32 = data.customer_stats;const _errs76 = errors;if(errors === _errs76){if(data32 && typeof data32 == "object" && !Array.isArray(data32)){for(const key3 in data32){const _errs79 = errors;if(!(validate25(data32[key3], {instancePath:instancePath+"/customer_stats/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data32,parentDataProperty:key3,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}var valid17 = _errs79 === errors;if(!valid17){break;}}}else {validate23.errors = [{instancePath:instancePath+"/customer_stats",schemaPath:"#/properties/customer_stats/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.customer_stats.type,parentSchema:schema51.properties.customer_stats,data:data32}];return false;}}var valid0 = _errs76 === errors;}else {var valid0 = true;}if(valid0){if(data.step_model_stats !== undefined){let data34 = data.step_model_stats;const _errs80 = errors;if(errors === _errs80){if(Array.isArray(data34)){var valid18 = true;const len0 = data34.length;for(let i0=0; i0<len0; i0++){let data35 = data34[i0];const _errs82 = errors;const _errs83 = errors;if(!(validate25(data35, {instancePath:instancePath+"/step_model_stats/" + i0,parentData:data34,parentDataProperty:i0,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}var valid19 = _errs83 === errors;if(valid19){const _errs84 = errors;if(errors === _errs84){if(data35 && typeof data35 == "object" && !Array.isArray(data35)){let missing3;if((((data35.step === undefined) && (missing3 = "step")) || ((data35.agent === undefined) && (missing3 = "agent"))) || ((data35.model === undefined) && (missing3 = "model"))){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0,schemaPath:"#/properties/step_model_stats/items/allOf/1/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'",schema:schema51.properties.step_model_stats.items.allOf[1].required,parentSchema:schema51.properties.step_model_stats.items.allOf[1],data:data35}];return false;}else {if(data35.step !== undefined){let data36 = data35.step;const _errs86 = errors;const _errs87 = errors;if((typeof data36 !== "string") && (data36 !== null)){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/step",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema81.type},message:"must be string,null",schema:schema81.type,parentSchema:schema81,data:data36}];return false;}if(errors === _errs87){if(typeof data36 === "string"){if(cost_summary_func1(data36) > 512){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/step",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema81,data:data36}];return false;}}}var valid20 = _errs86 === errors;}else {var valid20 = true;}if(valid20){if(data35.agent !== undefined){let data37 = data35.agent;const _errs89 = errors;const _errs90 = errors;if((typeof data37 !== "string") && (data37 !== null)){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/agent",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema81.type},message:"must be string,null",schema:schema81.type,parentSchema:schema81,data:data37}];return false;}if(errors === _errs90){if(typeof data37 === "string"){if(cost_summary_func1(data37) > 512){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/agent",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema81,data:data37}];return false;}}}var valid20 = _errs89 === errors;}else {var valid20 = true;}if(valid20){if(data35.model !== undefined){let data38 = data35.model;const _errs92 = errors;if(errors === _errs92){if(typeof data38 === "string"){if(cost_summary_func1(data38) > 512){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/model",schemaPath:"#/properties/step_model_stats/items/allOf/1/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema51.properties.step_model_stats.items.allOf[1].properties.model,data:data38}];return false;}else {if(cost_summary_func1(data38) < 1){validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/model",schemaPath:"#/properties/step_model_stats/items/allOf/1/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema51.properties.step_model_stats.items.allOf[1].properties.model,data:data38}];return false;}}}else {validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0+"/model",schemaPath:"#/properties/step_model_stats/items/allOf/1/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.step_model_stats.items.allOf[1].properties.model.type,parentSchema:schema51.properties.step_model_stats.items.allOf[1].properties.model,data:data38}];return false;}}var valid20 = _errs92 === errors;}else {var valid20 = true;}}}}}else {validate23.errors = [{instancePath:instancePath+"/step_model_stats/" + i0,schemaPath:"#/properties/step_model_stats/items/allOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.step_model_stats.items.allOf[1].type,parentSchema:schema51.properties.step_model_stats.items.allOf[1],data:data35}];return false;}}var valid19 = _errs84 === errors;}var valid18 = _errs82 === errors;if(!valid18){break;}}}else {validate23.errors = [{instancePath:instancePath+"/step_model_stats",schemaPath:"#/properties/step_model_stats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.step_model_stats.type,parentSchema:schema51.properties.step_model_stats,data:data34}];return false;}}var valid0 = _errs80 === errors;}else {var valid0 = true;}if(valid0){if(data.daily_cost_usd !== undefined){const _errs94 = errors;if(!(validate27(data.daily_cost_usd, {instancePath:instancePath+"/daily_cost_usd",parentData:data,parentDataProperty:"daily_cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid0 = _errs94 === errors;}else {var valid0 = true;}if(valid0){if(data.monthly_cost_usd !== undefined){const _errs95 = errors;if(!(validate27(data.monthly_cost_usd, {instancePath:instancePath+"/monthly_cost_usd",parentData:data,parentDataProperty:"monthly_cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);errors = vErrors.length;}var valid0 = _errs95 === errors;}else {var valid0 = true;}if(valid0){if(data.run_costs !== undefined){const _errs96 = errors;if(!(validate33(data.run_costs, {instancePath:instancePath+"/run_costs",parentData:data,parentDataProperty:"run_costs",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);errors = vErrors.length;}var valid0 = _errs96 === errors;}else {var valid0 = true;}if(valid0){if(data.unpriced !== undefined){let data42 = data.unpriced;const _errs97 = errors;if(errors === _errs97){if(Array.isArray(data42)){var valid23 = true;const len1 = data42.length;for(let i1=0; i1<len1; i1++){let data43 = data42[i1];const _errs99 = errors;if(errors === _errs99){if(data43 && typeof data43 == "object" && !Array.isArray(data43)){let missing4;if(((((data43.model === undefined) && (missing4 = "model")) || ((data43.calls === undefined) && (missing4 = "calls"))) || ((data43.input_tokens === undefined) && (missing4 = "input_tokens"))) || ((data43.output_tokens === undefined) && (missing4 = "output_tokens"))){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1,schemaPath:"#/properties/unpriced/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'",schema:schema51.properties.unpriced.items.required,parentSchema:schema51.properties.unpriced.items,data:data43}];return false;}else {if(data43.model !== undefined){let data44 = data43.model;const _errs101 = errors;if(errors === _errs101){if(typeof data44 === "string"){if(cost_summary_func1(data44) > 512){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/model",schemaPath:"#/properties/unpriced/items/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema51.properties.unpriced.items.properties.model,data:data44}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/model",schemaPath:"#/properties/unpriced/items/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.unpriced.items.properties.model.type,parentSchema:schema51.properties.unpriced.items.properties.model,data:data44}];return false;}}var valid24 = _errs101 === errors;}else {var valid24 = true;}if(valid24){if(data43.calls !== undefined){let data45 = data43.calls;const _errs103 = errors;const _errs104 = errors;if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data45}];return false;}if(errors === _errs104){if((typeof data45 == "number") && (isFinite(data45))){if(data45 > 9007199254740991 || isNaN(data45)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data45}];return false;}else {if(data45 < 0 || isNaN(data45)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data45}];return false;}}}}var valid24 = _errs103 === errors;}else {var valid24 = true;}if(valid24){if(data43.input_tokens !== undefined){let data46 = data43.input_tokens;const _errs106 = errors;const _errs107 = errors;if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/input_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data46}];return false;}if(errors === _errs107){if((typeof data46 == "number") && (isFinite(data46))){if(data46 > 9007199254740991 || isNaN(data46)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/input_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data46}];return false;}else {if(data46 < 0 || isNaN(data46)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/input_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data46}];return false;}}}}var valid24 = _errs106 === errors;}else {var valid24 = true;}if(valid24){if(data43.output_tokens !== undefined){let data47 = data43.output_tokens;const _errs109 = errors;const _errs110 = errors;if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/output_tokens",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data47}];return false;}if(errors === _errs110){if((typeof data47 == "number") && (isFinite(data47))){if(data47 > 9007199254740991 || isNaN(data47)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/output_tokens",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data47}];return false;}else {if(data47 < 0 || isNaN(data47)){validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1+"/output_tokens",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data47}];return false;}}}}var valid24 = _errs109 === errors;}else {var valid24 = true;}}}}}}else {validate23.errors = [{instancePath:instancePath+"/unpriced/" + i1,schemaPath:"#/properties/unpriced/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.unpriced.items.type,parentSchema:schema51.properties.unpriced.items,data:data43}];return false;}}var valid23 = _errs99 === errors;if(!valid23){break;}}}else {validate23.errors = [{instancePath:instancePath+"/unpriced",schemaPath:"#/properties/unpriced/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.unpriced.type,parentSchema:schema51.properties.unpriced,data:data42}];return false;}}var valid0 = _errs97 === errors;}else {var valid0 = true;}if(valid0){if(data.sources !== undefined){let data48 = data.sources;const _errs112 = errors;if(errors === _errs112){if(Array.isArray(data48)){var valid28 = true;const len2 = data48.length;for(let i2=0; i2<len2; i2++){let data49 = data48[i2];const _errs114 = errors;if(errors === _errs114){if(data49 && typeof data49 == "object" && !Array.isArray(data49)){let missing5;if(((((((data49.path === undefined) && (missing5 = "path")) || ((data49.format === undefined) && (missing5 = "format"))) || ((data49.files === undefined) && (missing5 = "files"))) || ((data49.records === undefined) && (missing5 = "records"))) || ((data49.cost_usd === undefined) && (missing5 = "cost_usd"))) || ((data49.role === undefined) && (missing5 = "role"))){validate23.errors = [{instancePath:instancePath+"/sources/" + i2,schemaPath:"#/properties/sources/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'",schema:schema51.properties.sources.items.required,parentSchema:schema51.properties.sources.items,data:data49}];return false;}else {if(data49.path !== undefined){let data50 = data49.path;const _errs116 = errors;if(errors === _errs116){if(typeof data50 === "string"){if(cost_summary_func1(data50) > 4096){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/path",schemaPath:"#/properties/sources/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema51.properties.sources.items.properties.path,data:data50}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/path",schemaPath:"#/properties/sources/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.sources.items.properties.path.type,parentSchema:schema51.properties.sources.items.properties.path,data:data50}];return false;}}var valid29 = _errs116 === errors;}else {var valid29 = true;}if(valid29){if(data49.format !== undefined){let data51 = data49.format;const _errs118 = errors;if(typeof data51 !== "string"){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/format",schemaPath:"#/properties/sources/items/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.sources.items.properties.format.type,parentSchema:schema51.properties.sources.items.properties.format,data:data51}];return false;}if(!((((((((data51 === "ledger") || (data51 === "costs-db")) || (data51 === "run-summary")) || (data51 === "flow-summary")) || (data51 === "cost-summary")) || (data51 === "bare-summary")) || (data51 === "mcp-calls")) || (data51 === "run-events"))){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/format",schemaPath:"#/properties/sources/items/properties/format/enum",keyword:"enum",params:{allowedValues: schema51.properties.sources.items.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.sources.items.properties.format.enum,parentSchema:schema51.properties.sources.items.properties.format,data:data51}];return false;}var valid29 = _errs118 === errors;}else {var valid29 = true;}if(valid29){if(data49.files !== undefined){let data52 = data49.files;const _errs120 = errors;const _errs121 = errors;if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/files",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data52}];return false;}if(errors === _errs121){if((typeof data52 == "number") && (isFinite(data52))){if(data52 > 9007199254740991 || isNaN(data52)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/files",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data52}];return false;}else {if(data52 < 0 || isNaN(data52)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/files",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data52}];return false;}}}}var valid29 = _errs120 === errors;}else {var valid29 = true;}if(valid29){if(data49.records !== undefined){let data53 = data49.records;const _errs123 = errors;const _errs124 = errors;if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/records",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data53}];return false;}if(errors === _errs124){if((typeof data53 == "number") && (isFinite(data53))){if(data53 > 9007199254740991 || isNaN(data53)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/records",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data53}];return false;}else {if(data53 < 0 || isNaN(data53)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/records",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data53}];return false;}}}}var valid29 = _errs123 === errors;}else {var valid29 = true;}if(valid29){if(data49.cost_usd !== undefined){let data54 = data49.cost_usd;const _errs126 = errors;const _errs127 = errors;if(errors === _errs127){if((typeof data54 == "number") && (isFinite(data54))){if(data54 > 1000000000000 || isNaN(data54)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data54}];return false;}else {if(data54 < 0 || isNaN(data54)){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data54}];return false;}}}else {validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data54}];return false;}}var valid29 = _errs126 === errors;}else {var valid29 = true;}if(valid29){if(data49.role !== undefined){let data55 = data49.role;const _errs129 = errors;if(typeof data55 !== "string"){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/role",schemaPath:"#/properties/sources/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.sources.items.properties.role.type,parentSchema:schema51.properties.sources.items.properties.role,data:data55}];return false;}if(!(((data55 === "counted") || (data55 === "cross-check")) || (data55 === "not-counted"))){validate23.errors = [{instancePath:instancePath+"/sources/" + i2+"/role",schemaPath:"#/properties/sources/items/properties/role/enum",keyword:"enum",params:{allowedValues: schema51.properties.sources.items.properties.role.enum},message:"must be equal to one of the allowed values",schema:schema51.properties.sources.items.properties.role.enum,parentSchema:schema51.properties.sources.items.properties.role,data:data55}];return false;}var valid29 = _errs129 === errors;}else {var valid29 = true;}}}}}}}}else {validate23.errors = [{instancePath:instancePath+"/sources/" + i2,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.sources.items.type,parentSchema:schema51.properties.sources.items,data:data49}];return false;}}var valid28 = _errs114 === errors;if(!valid28){break;}}}else {validate23.errors = [{instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.sources.type,parentSchema:schema51.properties.sources,data:data48}];return false;}}var valid0 = _errs112 === errors;}else {var valid0 = true;}if(valid0){if(data.quality !== undefined){let data56 = data.quality;const _errs131 = errors;if(errors === _errs131){if(data56 && typeof data56 == "object" && !Array.isArray(data56)){let missing6;if(((((((((data56.invalid_records === undefined) && (missing6 = "invalid_records")) || ((data56.invalid_examples === undefined) && (missing6 = "invalid_examples"))) || ((data56.duplicate_records === undefined) && (missing6 = "duplicate_records"))) || ((data56.placeholder_records === undefined) && (missing6 = "placeholder_records"))) || ((data56.earlier_records === undefined) && (missing6 = "earlier_records"))) || ((data56.records_without_run === undefined) && (missing6 = "records_without_run"))) || ((data56.disagreements === undefined) && (missing6 = "disagreements"))) || ((data56.overlaps === undefined) && (missing6 = "overlaps"))){validate23.errors = [{instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'",schema:schema51.properties.quality.required,parentSchema:schema51.properties.quality,data:data56}];return false;}else {if(data56.invalid_records !== undefined){let data57 = data56.invalid_records;const _errs133 = errors;const _errs134 = errors;if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){validate23.errors = [{instancePath:instancePath+"/quality/invalid_records",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data57}];return false;}if(errors === _errs134){if((typeof data57 == "number") && (isFinite(data57))){if(data57 > 9007199254740991 || isNaN(data57)){validate23.errors = [{instancePath:instancePath+"/quality/invalid_records",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data57}];return false;}else {if(data57 < 0 || isNaN(data57)){validate23.errors = [{instancePath:instancePath+"/quality/invalid_records",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data57}];return false;}}}}var valid33 = _errs133 === errors;}else {var valid33 = true;}if(valid33){if(data56.invalid_examples !== undefined){let data58 = data56.invalid_examples;const _errs136 = errors;if(errors === _errs136){if(Array.isArray(data58)){if(data58.length > 10){validate23.errors = [{instancePath:instancePath+"/quality/invalid_examples",schemaPath:"#/properties/quality/properties/invalid_examples/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items",schema:10,parentSchema:schema51.properties.quality.properties.invalid_examples,data:data58}];return false;}else {var valid35 = true;const len3 = data58.length;for(let i3=0; i3<len3; i3++){let data59 = data58[i3];const _errs138 = errors;if(errors === _errs138){if(typeof data59 === "string"){if(cost_summary_func1(data59) > 1000){validate23.errors = [{instancePath:instancePath+"/quality/invalid_examples/" + i3,schemaPath:"#/properties/quality/properties/invalid_examples/items/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema51.properties.quality.properties.invalid_examples.items,data:data59}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/quality/invalid_examples/" + i3,schemaPath:"#/properties/quality/properties/invalid_examples/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.quality.properties.invalid_examples.items.type,parentSchema:schema51.properties.quality.properties.invalid_examples.items,data:data59}];return false;}}var valid35 = _errs138 === errors;if(!valid35){break;}}}}else {validate23.errors = [{instancePath:instancePath+"/quality/invalid_examples",schemaPath:"#/properties/quality/properties/invalid_examples/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.quality.properties.invalid_examples.type,parentSchema:schema51.properties.quality.properties.invalid_examples,data:data58}];return false;}}var valid33 = _errs136 === errors;}else {var valid33 = true;}if(valid33){if(data56.duplicate_records !== undefined){let data60 = data56.duplicate_records;const _errs140 = errors;const _errs141 = errors;if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){validate23.errors = [{instancePath:instancePath+"/quality/duplicate_records",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data60}];return false;}if(errors === _errs141){if((typeof data60 == "number") && (isFinite(data60))){if(data60 > 9007199254740991 || isNaN(data60)){validate23.errors = [{instancePath:instancePath+"/quality/duplicate_records",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data60}];return false;}else {if(data60 < 0 || isNaN(data60)){validate23.errors = [{instancePath:instancePath+"/quality/duplicate_records",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data60}];return false;}}}}var valid33 = _errs140 === errors;}else {var valid33 = true;}if(valid33){if(data56.placeholder_records !== undefined){let data61 = data56.placeholder_records;const _errs143 = errors;const _errs144 = errors;if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){validate23.errors = [{instancePath:instancePath+"/quality/placeholder_records",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data61}];return false;}if(errors === _errs144){if((typeof data61 == "number") && (isFinite(data61))){if(data61 > 9007199254740991 || isNaN(data61)){validate23.errors = [{instancePath:instancePath+"/quality/placeholder_records",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data61}];return false;}else {if(data61 < 0 || isNaN(data61)){validate23.errors = [{instancePath:instancePath+"/quality/placeholder_records",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data61}];return false;}}}}var valid33 = _errs143 === errors;}else {var valid33 = true;}if(valid33){if(data56.earlier_records !== undefined){let data62 = data56.earlier_records;const _errs146 = errors;const _errs147 = errors;if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){validate23.errors = [{instancePath:instancePath+"/quality/earlier_records",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data62}];return false;}if(errors === _errs147){if((typeof data62 == "number") && (isFinite(data62))){if(data62 > 9007199254740991 || isNaN(data62)){validate23.errors = [{instancePath:instancePath+"/quality/earlier_records",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data62}];return false;}else {if(data62 < 0 || isNaN(data62)){validate23.errors = [{instancePath:instancePath+"/quality/earlier_records",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data62}];return false;}}}}var valid33 = _errs146 === errors;}else {var valid33 = true;}if(valid33){if(data56.records_without_run !== undefined){let data63 = data56.records_without_run;const _errs149 = errors;const _errs150 = errors;if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){validate23.errors = [{instancePath:instancePath+"/quality/records_without_run",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data63}];return false;}if(errors === _errs150){if((typeof data63 == "number") && (isFinite(data63))){if(data63 > 9007199254740991 || isNaN(data63)){validate23.errors = [{instancePath:instancePath+"/quality/records_without_run",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data63}];return false;}else {if(data63 < 0 || isNaN(data63)){validate23.errors = [{instancePath:instancePath+"/quality/records_without_run",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data63}];return false;}}}}var valid33 = _errs149 === errors;}else {var valid33 = true;}if(valid33){if(data56.disagreements !== undefined){let data64 = data56.disagreements;const _errs152 = errors;if(errors === _errs152){if(Array.isArray(data64)){var valid40 = true;const len4 = data64.length;for(let i4=0; i4<len4; i4++){let data65 = data64[i4];const _errs154 = errors;if(errors === _errs154){if(data65 && typeof data65 == "object" && !Array.isArray(data65)){let missing7;if(((((data65.run_id === undefined) && (missing7 = "run_id")) || ((data65.counted_cost_usd === undefined) && (missing7 = "counted_cost_usd"))) || ((data65.summary_cost_usd === undefined) && (missing7 = "summary_cost_usd"))) || ((data65.path === undefined) && (missing7 = "path"))){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4,schemaPath:"#/properties/quality/properties/disagreements/items/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'",schema:schema51.properties.quality.properties.disagreements.items.required,parentSchema:schema51.properties.quality.properties.disagreements.items,data:data65}];return false;}else {if(data65.run_id !== undefined){let data66 = data65.run_id;const _errs156 = errors;if(errors === _errs156){if(typeof data66 === "string"){if(cost_summary_func1(data66) > 512){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/run_id",schemaPath:"#/properties/quality/properties/disagreements/items/properties/run_id/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema51.properties.quality.properties.disagreements.items.properties.run_id,data:data66}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/run_id",schemaPath:"#/properties/quality/properties/disagreements/items/properties/run_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.quality.properties.disagreements.items.properties.run_id.type,parentSchema:schema51.properties.quality.properties.disagreements.items.properties.run_id,data:data66}];return false;}}var valid41 = _errs156 === errors;}else {var valid41 = true;}if(valid41){if(data65.counted_cost_usd !== undefined){let data67 = data65.counted_cost_usd;const _errs158 = errors;const _errs159 = errors;if(errors === _errs159){if((typeof data67 == "number") && (isFinite(data67))){if(data67 > 1000000000000 || isNaN(data67)){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/counted_cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data67}];return false;}else {if(data67 < 0 || isNaN(data67)){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/counted_cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data67}];return false;}}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/counted_cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data67}];return false;}}var valid41 = _errs158 === errors;}else {var valid41 = true;}if(valid41){if(data65.summary_cost_usd !== undefined){let data68 = data65.summary_cost_usd;const _errs161 = errors;const _errs162 = errors;if(errors === _errs162){if((typeof data68 == "number") && (isFinite(data68))){if(data68 > 1000000000000 || isNaN(data68)){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/summary_cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema52,data:data68}];return false;}else {if(data68 < 0 || isNaN(data68)){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/summary_cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema52,data:data68}];return false;}}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/summary_cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema52.type,parentSchema:schema52,data:data68}];return false;}}var valid41 = _errs161 === errors;}else {var valid41 = true;}if(valid41){if(data65.path !== undefined){let data69 = data65.path;const _errs164 = errors;if(errors === _errs164){if(typeof data69 === "string"){if(cost_summary_func1(data69) > 4096){validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/path",schemaPath:"#/properties/quality/properties/disagreements/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema51.properties.quality.properties.disagreements.items.properties.path,data:data69}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4+"/path",schemaPath:"#/properties/quality/properties/disagreements/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.quality.properties.disagreements.items.properties.path.type,parentSchema:schema51.properties.quality.properties.disagreements.items.properties.path,data:data69}];return false;}}var valid41 = _errs164 === errors;}else {var valid41 = true;}}}}}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements/" + i4,schemaPath:"#/properties/quality/properties/disagreements/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.quality.properties.disagreements.items.type,parentSchema:schema51.properties.quality.properties.disagreements.items,data:data65}];return false;}}var valid40 = _errs154 === errors;if(!valid40){break;}}}else {validate23.errors = [{instancePath:instancePath+"/quality/disagreements",schemaPath:"#/properties/quality/properties/disagreements/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.quality.properties.disagreements.type,parentSchema:schema51.properties.quality.properties.disagreements,data:data64}];return false;}}var valid33 = _errs152 === errors;}else {var valid33 = true;}if(valid33){if(data56.overlaps !== undefined){let data70 = data56.overlaps;const _errs166 = errors;if(errors === _errs166){if(Array.isArray(data70)){var valid44 = true;const len5 = data70.length;for(let i5=0; i5<len5; i5++){let data71 = data70[i5];const _errs168 = errors;if(errors === _errs168){if(typeof data71 === "string"){if(cost_summary_func1(data71) > 4096){validate23.errors = [{instancePath:instancePath+"/quality/overlaps/" + i5,schemaPath:"#/properties/quality/properties/overlaps/items/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema51.properties.quality.properties.overlaps.items,data:data71}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/quality/overlaps/" + i5,schemaPath:"#/properties/quality/properties/overlaps/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.quality.properties.overlaps.items.type,parentSchema:schema51.properties.quality.properties.overlaps.items,data:data71}];return false;}}var valid44 = _errs168 === errors;if(!valid44){break;}}}else {validate23.errors = [{instancePath:instancePath+"/quality/overlaps",schemaPath:"#/properties/quality/properties/overlaps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema51.properties.quality.properties.overlaps.type,parentSchema:schema51.properties.quality.properties.overlaps,data:data70}];return false;}}var valid33 = _errs166 === errors;}else {var valid33 = true;}}}}}}}}}}else {validate23.errors = [{instancePath:instancePath+"/quality",schemaPath:"#/properties/quality/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.quality.type,parentSchema:schema51.properties.quality,data:data56}];return false;}}var valid0 = _errs131 === errors;}else {var valid0 = true;}if(valid0){if(data.pricing !== undefined){let data72 = data.pricing;const _errs170 = errors;if(errors === _errs170){if(data72 && typeof data72 == "object" && !Array.isArray(data72)){let missing8;if(((((data72.priced_calls === undefined) && (missing8 = "priced_calls")) || ((data72.as_of === undefined) && (missing8 = "as_of"))) || ((data72.catalog === undefined) && (missing8 = "catalog"))) || ((data72.models === undefined) && (missing8 = "models"))){validate23.errors = [{instancePath:instancePath+"/pricing",schemaPath:"#/properties/pricing/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'",schema:schema51.properties.pricing.required,parentSchema:schema51.properties.pricing,data:data72}];return false;}else {if(data72.priced_calls !== undefined){let data73 = data72.priced_calls;const _errs172 = errors;const _errs173 = errors;if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){validate23.errors = [{instancePath:instancePath+"/pricing/priced_calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data73}];return false;}if(errors === _errs173){if((typeof data73 == "number") && (isFinite(data73))){if(data73 > 9007199254740991 || isNaN(data73)){validate23.errors = [{instancePath:instancePath+"/pricing/priced_calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data73}];return false;}else {if(data73 < 0 || isNaN(data73)){validate23.errors = [{instancePath:instancePath+"/pricing/priced_calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data73}];return false;}}}}var valid45 = _errs172 === errors;}else {var valid45 = true;}if(valid45){if(data72.as_of !== undefined){let data74 = data72.as_of;const _errs175 = errors;if((typeof data74 !== "string") && (data74 !== null)){validate23.errors = [{instancePath:instancePath+"/pricing/as_of",schemaPath:"#/properties/pricing/properties/as_of/type",keyword:"type",params:{type: schema51.properties.pricing.properties.as_of.type},message:"must be string,null",schema:schema51.properties.pricing.properties.as_of.type,parentSchema:schema51.properties.pricing.properties.as_of,data:data74}];return false;}if(errors === _errs175){if(typeof data74 === "string"){if(cost_summary_func1(data74) > 40){validate23.errors = [{instancePath:instancePath+"/pricing/as_of",schemaPath:"#/properties/pricing/properties/as_of/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema51.properties.pricing.properties.as_of,data:data74}];return false;}}}var valid45 = _errs175 === errors;}else {var valid45 = true;}if(valid45){if(data72.catalog !== undefined){let data75 = data72.catalog;const _errs177 = errors;if((typeof data75 !== "string") && (data75 !== null)){validate23.errors = [{instancePath:instancePath+"/pricing/catalog",schemaPath:"#/properties/pricing/properties/catalog/type",keyword:"type",params:{type: schema51.properties.pricing.properties.catalog.type},message:"must be string,null",schema:schema51.properties.pricing.properties.catalog.type,parentSchema:schema51.properties.pricing.properties.catalog,data:data75}];return false;}if(errors === _errs177){if(typeof data75 === "string"){if(cost_summary_func1(data75) > 200){validate23.errors = [{instancePath:instancePath+"/pricing/catalog",schemaPath:"#/properties/pricing/properties/catalog/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema51.properties.pricing.properties.catalog,data:data75}];return false;}}}var valid45 = _errs177 === errors;}else {var valid45 = true;}if(valid45){if(data72.models !== undefined){let data76 = data72.models;const _errs179 = errors;if(errors === _errs179){if(data76 && typeof data76 == "object" && !Array.isArray(data76)){for(const key4 in data76){let data77 = data76[key4];const _errs182 = errors;if(errors === _errs182){if(data77 && typeof data77 == "object" && !Array.isArray(data77)){let missing9;if(((data77.priced_as === undefined) && (missing9 = "priced_as")) || ((data77.calls === undefined) && (missing9 = "calls"))){validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pricing/properties/models/additionalProperties/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'",schema:schema51.properties.pricing.properties.models.additionalProperties.required,parentSchema:schema51.properties.pricing.properties.models.additionalProperties,data:data77}];return false;}else {if(data77.priced_as !== undefined){let data78 = data77.priced_as;const _errs184 = errors;if(errors === _errs184){if(typeof data78 === "string"){if(cost_summary_func1(data78) > 512){validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/priced_as",schemaPath:"#/properties/pricing/properties/models/additionalProperties/properties/priced_as/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema51.properties.pricing.properties.models.additionalProperties.properties.priced_as,data:data78}];return false;}}else {validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/priced_as",schemaPath:"#/properties/pricing/properties/models/additionalProperties/properties/priced_as/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.pricing.properties.models.additionalProperties.properties.priced_as.type,parentSchema:schema51.properties.pricing.properties.models.additionalProperties.properties.priced_as,data:data78}];return false;}}var valid48 = _errs184 === errors;}else {var valid48 = true;}if(valid48){if(data77.calls !== undefined){let data79 = data77.calls;const _errs186 = errors;const _errs187 = errors;if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/calls",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema53.type,parentSchema:schema53,data:data79}];return false;}if(errors === _errs187){if((typeof data79 == "number") && (isFinite(data79))){if(data79 > 9007199254740991 || isNaN(data79)){validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/calls",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema53,data:data79}];return false;}else {if(data79 < 0 || isNaN(data79)){validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/calls",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema53,data:data79}];return false;}}}}var valid48 = _errs186 === errors;}else {var valid48 = true;}}}}else {validate23.errors = [{instancePath:instancePath+"/pricing/models/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/pricing/properties/models/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.pricing.properties.models.additionalProperties.type,parentSchema:schema51.properties.pricing.properties.models.additionalProperties,data:data77}];return false;}}var valid47 = _errs182 === errors;if(!valid47){break;}}}else {validate23.errors = [{instancePath:instancePath+"/pricing/models",schemaPath:"#/properties/pricing/properties/models/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.pricing.properties.models.type,parentSchema:schema51.properties.pricing.properties.models,data:data76}];return false;}}var valid45 = _errs179 === errors;}else {var valid45 = true;}}}}}}else {validate23.errors = [{instancePath:instancePath+"/pricing",schemaPath:"#/properties/pricing/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.properties.pricing.type,parentSchema:schema51.properties.pricing,data:data72}];return false;}}var valid0 = _errs170 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}else {validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data}];return false;}}validate23.errors = vErrors;return errors === 0;}validate23.evaluated = {"props":{"schema_version":true,"tool":true,"commit":true,"created_at":true,"timezone":true,"period":true,"total_cost_usd":true,"calls":true,"failed_calls":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cached_input_tokens":true,"cache_write_tokens":true,"reasoning_tokens":true,"unpriced_calls":true,"runs":true,"successful_tasks":true,"failed_tasks":true,"cost_per_successful_task":true,"cost_per_1k_tokens":true,"token_efficiency":true,"model_stats":true,"agent_stats":true,"step_stats":true,"customer_stats":true,"step_model_stats":true,"daily_cost_usd":true,"monthly_cost_usd":true,"run_costs":true,"unpriced":true,"sources":true,"quality":true,"pricing":true},"dynamicProps":false,"dynamicItems":false};

;// CONCATENATED MODULE: ./build/generated/validate/flow-summary.js

const flow_summary_func1 = ucs2length["default"] ?? ucs2length
"use strict";const flow_summary_validate = (/* unused pure expression or super */ null && (validate22));/* harmony default export */ const flow_summary = (validate22);const schema48 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:flow-summary","type":"object","required":["runs","successes","success_rate","models"],"properties":{"runs":{"type":"integer","minimum":0},"successes":{"type":"integer","minimum":0},"success_rate":{"type":"number","minimum":0,"maximum":1},"avg_latency_ms":{"type":["number","null"],"minimum":0},"mcp":{"type":"object","properties":{"calls":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"type":["number","null"],"minimum":0,"maximum":1000000}}},"models":{"type":"array","items":{"type":"object","required":["name","calls"],"properties":{"name":{"type":"string","minLength":1,"maxLength":512},"calls":{"type":"integer","minimum":0},"errors":{"type":"integer","minimum":0},"tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"type":["number","null"],"minimum":0,"maximum":1000000}}}}},"$defs":{"tokens":{"type":"object","properties":{"input":{"type":"integer","minimum":0,"maximum":1000000000000},"output":{"type":"integer","minimum":0,"maximum":1000000000000},"total":{"type":"integer","minimum":0,"maximum":1000000000000}}}}};const schema49 = {"type":"object","properties":{"input":{"type":"integer","minimum":0,"maximum":1000000000000},"output":{"type":"integer","minimum":0,"maximum":1000000000000},"total":{"type":"integer","minimum":0,"maximum":1000000000000}}};function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:flow-summary" */;let vErrors = null;let errors = 0;const evaluated0 = validate22.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((data.runs === undefined) && (missing0 = "runs")) || ((data.successes === undefined) && (missing0 = "successes"))) || ((data.success_rate === undefined) && (missing0 = "success_rate"))) || ((data.models === undefined) && (missing0 = "models"))){validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema48.required,parentSchema:schema48,data}];return false;}else {if(data.runs !== undefined){let data0 = data.runs;const _errs1 = errors;if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){validate22.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/properties/runs/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.runs.type,parentSchema:schema48.properties.runs,data:data0}];return false;}if(errors === _errs1){if((typeof data0 == "number") && (isFinite(data0))){if(data0 < 0 || isNaN(data0)){validate22.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/properties/runs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.runs,data:data0}];return false;}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.successes !== undefined){let data1 = data.successes;const _errs3 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){validate22.errors = [{instancePath:instancePath+"/successes",schemaPath:"#/properties/successes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.successes.type,parentSchema:schema48.properties.successes,data:data1}];return false;}if(errors === _errs3){if((typeof data1 == "number") && (isFinite(data1))){if(data1 < 0 || isNaN(data1)){validate22.errors = [{instancePath:instancePath+"/successes",schemaPath:"#/properties/successes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.successes,data:data1}];return false;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.success_rate !== undefined){let data2 = data.success_rate;const _errs5 = errors;if(errors === _errs5){if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1 || isNaN(data2)){validate22.errors = [{instancePath:instancePath+"/success_rate",schemaPath:"#/properties/success_rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema48.properties.success_rate,data:data2}];return false;}else {if(data2 < 0 || isNaN(data2)){validate22.errors = [{instancePath:instancePath+"/success_rate",schemaPath:"#/properties/success_rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.success_rate,data:data2}];return false;}}}else {validate22.errors = [{instancePath:instancePath+"/success_rate",schemaPath:"#/properties/success_rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema48.properties.success_rate.type,parentSchema:schema48.properties.success_rate,data:data2}];return false;}}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.avg_latency_ms !== undefined){let data3 = data.avg_latency_ms;const _errs7 = errors;if((!((typeof data3 == "number") && (isFinite(data3)))) && (data3 !== null)){validate22.errors = [{instancePath:instancePath+"/avg_latency_ms",schemaPath:"#/properties/avg_latency_ms/type",keyword:"type",params:{type: schema48.properties.avg_latency_ms.type},message:"must be number,null",schema:schema48.properties.avg_latency_ms.type,parentSchema:schema48.properties.avg_latency_ms,data:data3}];return false;}if(errors === _errs7){if((typeof data3 == "number") && (isFinite(data3))){if(data3 < 0 || isNaN(data3)){validate22.errors = [{instancePath:instancePath+"/avg_latency_ms",schemaPath:"#/properties/avg_latency_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.avg_latency_ms,data:data3}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.mcp !== undefined){let data4 = data.mcp;const _errs9 = errors;if(errors === _errs9){if(data4 && typeof data4 == "object" && !Array.isArray(data4)){if(data4.calls !== undefined){let data5 = data4.calls;const _errs11 = errors;if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){validate22.errors = [{instancePath:instancePath+"/mcp/calls",schemaPath:"#/properties/mcp/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.mcp.properties.calls.type,parentSchema:schema48.properties.mcp.properties.calls,data:data5}];return false;}if(errors === _errs11){if((typeof data5 == "number") && (isFinite(data5))){if(data5 < 0 || isNaN(data5)){validate22.errors = [{instancePath:instancePath+"/mcp/calls",schemaPath:"#/properties/mcp/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.mcp.properties.calls,data:data5}];return false;}}}var valid1 = _errs11 === errors;}else {var valid1 = true;}if(valid1){if(data4.errors !== undefined){let data6 = data4.errors;const _errs13 = errors;if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){validate22.errors = [{instancePath:instancePath+"/mcp/errors",schemaPath:"#/properties/mcp/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.mcp.properties.errors.type,parentSchema:schema48.properties.mcp.properties.errors,data:data6}];return false;}if(errors === _errs13){if((typeof data6 == "number") && (isFinite(data6))){if(data6 < 0 || isNaN(data6)){validate22.errors = [{instancePath:instancePath+"/mcp/errors",schemaPath:"#/properties/mcp/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.mcp.properties.errors,data:data6}];return false;}}}var valid1 = _errs13 === errors;}else {var valid1 = true;}if(valid1){if(data4.tokens !== undefined){let data7 = data4.tokens;const _errs15 = errors;const _errs16 = errors;if(errors === _errs16){if(data7 && typeof data7 == "object" && !Array.isArray(data7)){if(data7.input !== undefined){let data8 = data7.input;const _errs18 = errors;if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/input",schemaPath:"#/$defs/tokens/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.input.type,parentSchema:schema49.properties.input,data:data8}];return false;}if(errors === _errs18){if((typeof data8 == "number") && (isFinite(data8))){if(data8 > 1000000000000 || isNaN(data8)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/input",schemaPath:"#/$defs/tokens/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.input,data:data8}];return false;}else {if(data8 < 0 || isNaN(data8)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/input",schemaPath:"#/$defs/tokens/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.input,data:data8}];return false;}}}}var valid3 = _errs18 === errors;}else {var valid3 = true;}if(valid3){if(data7.output !== undefined){let data9 = data7.output;const _errs20 = errors;if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/output",schemaPath:"#/$defs/tokens/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.output.type,parentSchema:schema49.properties.output,data:data9}];return false;}if(errors === _errs20){if((typeof data9 == "number") && (isFinite(data9))){if(data9 > 1000000000000 || isNaN(data9)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/output",schemaPath:"#/$defs/tokens/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.output,data:data9}];return false;}else {if(data9 < 0 || isNaN(data9)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/output",schemaPath:"#/$defs/tokens/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.output,data:data9}];return false;}}}}var valid3 = _errs20 === errors;}else {var valid3 = true;}if(valid3){if(data7.total !== undefined){let data10 = data7.total;const _errs22 = errors;if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/total",schemaPath:"#/$defs/tokens/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.total.type,parentSchema:schema49.properties.total,data:data10}];return false;}if(errors === _errs22){if((typeof data10 == "number") && (isFinite(data10))){if(data10 > 1000000000000 || isNaN(data10)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/total",schemaPath:"#/$defs/tokens/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.total,data:data10}];return false;}else {if(data10 < 0 || isNaN(data10)){validate22.errors = [{instancePath:instancePath+"/mcp/tokens/total",schemaPath:"#/$defs/tokens/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.total,data:data10}];return false;}}}}var valid3 = _errs22 === errors;}else {var valid3 = true;}}}}else {validate22.errors = [{instancePath:instancePath+"/mcp/tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data7}];return false;}}var valid1 = _errs15 === errors;}else {var valid1 = true;}if(valid1){if(data4.cost_usd !== undefined){let data11 = data4.cost_usd;const _errs24 = errors;if((!((typeof data11 == "number") && (isFinite(data11)))) && (data11 !== null)){validate22.errors = [{instancePath:instancePath+"/mcp/cost_usd",schemaPath:"#/properties/mcp/properties/cost_usd/type",keyword:"type",params:{type: schema48.properties.mcp.properties.cost_usd.type},message:"must be number,null",schema:schema48.properties.mcp.properties.cost_usd.type,parentSchema:schema48.properties.mcp.properties.cost_usd,data:data11}];return false;}if(errors === _errs24){if((typeof data11 == "number") && (isFinite(data11))){if(data11 > 1000000 || isNaN(data11)){validate22.errors = [{instancePath:instancePath+"/mcp/cost_usd",schemaPath:"#/properties/mcp/properties/cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema48.properties.mcp.properties.cost_usd,data:data11}];return false;}else {if(data11 < 0 || isNaN(data11)){validate22.errors = [{instancePath:instancePath+"/mcp/cost_usd",schemaPath:"#/properties/mcp/properties/cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.mcp.properties.cost_usd,data:data11}];return false;}}}}var valid1 = _errs24 === errors;}else {var valid1 = true;}}}}}else {validate22.errors = [{instancePath:instancePath+"/mcp",schemaPath:"#/properties/mcp/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.mcp.type,parentSchema:schema48.properties.mcp,data:data4}];return false;}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.models !== undefined){let data12 = data.models;const _errs26 = errors;if(errors === _errs26){if(Array.isArray(data12)){var valid4 = true;const len0 = data12.length;for(let i0=0; i0<len0; i0++){let data13 = data12[i0];const _errs28 = errors;if(errors === _errs28){if(data13 && typeof data13 == "object" && !Array.isArray(data13)){let missing1;if(((data13.name === undefined) && (missing1 = "name")) || ((data13.calls === undefined) && (missing1 = "calls"))){validate22.errors = [{instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'",schema:schema48.properties.models.items.required,parentSchema:schema48.properties.models.items,data:data13}];return false;}else {if(data13.name !== undefined){let data14 = data13.name;const _errs30 = errors;if(errors === _errs30){if(typeof data14 === "string"){if(flow_summary_func1(data14) > 512){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/name",schemaPath:"#/properties/models/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema48.properties.models.items.properties.name,data:data14}];return false;}else {if(flow_summary_func1(data14) < 1){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/name",schemaPath:"#/properties/models/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema48.properties.models.items.properties.name,data:data14}];return false;}}}else {validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/name",schemaPath:"#/properties/models/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.models.items.properties.name.type,parentSchema:schema48.properties.models.items.properties.name,data:data14}];return false;}}var valid5 = _errs30 === errors;}else {var valid5 = true;}if(valid5){if(data13.calls !== undefined){let data15 = data13.calls;const _errs32 = errors;if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/calls",schemaPath:"#/properties/models/items/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.models.items.properties.calls.type,parentSchema:schema48.properties.models.items.properties.calls,data:data15}];return false;}if(errors === _errs32){if((typeof data15 == "number") && (isFinite(data15))){if(data15 < 0 || isNaN(data15)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/calls",schemaPath:"#/properties/models/items/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.models.items.properties.calls,data:data15}];return false;}}}var valid5 = _errs32 === errors;}else {var valid5 = true;}if(valid5){if(data13.errors !== undefined){let data16 = data13.errors;const _errs34 = errors;if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/errors",schemaPath:"#/properties/models/items/properties/errors/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.models.items.properties.errors.type,parentSchema:schema48.properties.models.items.properties.errors,data:data16}];return false;}if(errors === _errs34){if((typeof data16 == "number") && (isFinite(data16))){if(data16 < 0 || isNaN(data16)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/errors",schemaPath:"#/properties/models/items/properties/errors/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.models.items.properties.errors,data:data16}];return false;}}}var valid5 = _errs34 === errors;}else {var valid5 = true;}if(valid5){if(data13.tokens !== undefined){let data17 = data13.tokens;const _errs36 = errors;const _errs37 = errors;if(errors === _errs37){if(data17 && typeof data17 == "object" && !Array.isArray(data17)){if(data17.input !== undefined){let data18 = data17.input;const _errs39 = errors;if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/input",schemaPath:"#/$defs/tokens/properties/input/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.input.type,parentSchema:schema49.properties.input,data:data18}];return false;}if(errors === _errs39){if((typeof data18 == "number") && (isFinite(data18))){if(data18 > 1000000000000 || isNaN(data18)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/input",schemaPath:"#/$defs/tokens/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.input,data:data18}];return false;}else {if(data18 < 0 || isNaN(data18)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/input",schemaPath:"#/$defs/tokens/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.input,data:data18}];return false;}}}}var valid7 = _errs39 === errors;}else {var valid7 = true;}if(valid7){if(data17.output !== undefined){let data19 = data17.output;const _errs41 = errors;if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/output",schemaPath:"#/$defs/tokens/properties/output/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.output.type,parentSchema:schema49.properties.output,data:data19}];return false;}if(errors === _errs41){if((typeof data19 == "number") && (isFinite(data19))){if(data19 > 1000000000000 || isNaN(data19)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/output",schemaPath:"#/$defs/tokens/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.output,data:data19}];return false;}else {if(data19 < 0 || isNaN(data19)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/output",schemaPath:"#/$defs/tokens/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.output,data:data19}];return false;}}}}var valid7 = _errs41 === errors;}else {var valid7 = true;}if(valid7){if(data17.total !== undefined){let data20 = data17.total;const _errs43 = errors;if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/total",schemaPath:"#/$defs/tokens/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema49.properties.total.type,parentSchema:schema49.properties.total,data:data20}];return false;}if(errors === _errs43){if((typeof data20 == "number") && (isFinite(data20))){if(data20 > 1000000000000 || isNaN(data20)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/total",schemaPath:"#/$defs/tokens/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema49.properties.total,data:data20}];return false;}else {if(data20 < 0 || isNaN(data20)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens/total",schemaPath:"#/$defs/tokens/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49.properties.total,data:data20}];return false;}}}}var valid7 = _errs43 === errors;}else {var valid7 = true;}}}}else {validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema49.type,parentSchema:schema49,data:data17}];return false;}}var valid5 = _errs36 === errors;}else {var valid5 = true;}if(valid5){if(data13.cost_usd !== undefined){let data21 = data13.cost_usd;const _errs45 = errors;if((!((typeof data21 == "number") && (isFinite(data21)))) && (data21 !== null)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/cost_usd",schemaPath:"#/properties/models/items/properties/cost_usd/type",keyword:"type",params:{type: schema48.properties.models.items.properties.cost_usd.type},message:"must be number,null",schema:schema48.properties.models.items.properties.cost_usd.type,parentSchema:schema48.properties.models.items.properties.cost_usd,data:data21}];return false;}if(errors === _errs45){if((typeof data21 == "number") && (isFinite(data21))){if(data21 > 1000000 || isNaN(data21)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/cost_usd",schemaPath:"#/properties/models/items/properties/cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema48.properties.models.items.properties.cost_usd,data:data21}];return false;}else {if(data21 < 0 || isNaN(data21)){validate22.errors = [{instancePath:instancePath+"/models/" + i0+"/cost_usd",schemaPath:"#/properties/models/items/properties/cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema48.properties.models.items.properties.cost_usd,data:data21}];return false;}}}}var valid5 = _errs45 === errors;}else {var valid5 = true;}}}}}}}else {validate22.errors = [{instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.models.items.type,parentSchema:schema48.properties.models.items,data:data13}];return false;}}var valid4 = _errs28 === errors;if(!valid4){break;}}}else {validate22.errors = [{instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.models.type,parentSchema:schema48.properties.models,data:data12}];return false;}}var valid0 = _errs26 === errors;}else {var valid0 = true;}}}}}}}}else {validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data}];return false;}}validate22.errors = vErrors;return errors === 0;}validate22.evaluated = {"props":{"runs":true,"successes":true,"success_rate":true,"avg_latency_ms":true,"mcp":true,"models":true},"dynamicProps":false,"dynamicItems":false};

;// CONCATENATED MODULE: ./build/generated/validate/run-summary.js

const run_summary_func1 = ucs2length["default"] ?? ucs2length
"use strict";const run_summary_validate = (/* unused pure expression or super */ null && (validate21));/* harmony default export */ const run_summary = (validate21);const schema47 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:run-summary","type":"object","properties":{"run_id":{"type":["string","null"],"maxLength":512},"slug":{"type":["string","null"],"maxLength":512},"agent":{"type":["string","null"],"maxLength":512},"status":{"type":["string","null"],"maxLength":64},"cost_usd":{"type":["number","null"],"minimum":0,"maximum":1000000},"total_cost_usd":{"type":["number","null"],"minimum":0,"maximum":1000000},"token_count":{"type":["integer","null"],"minimum":0,"maximum":1000000000000},"start_time":{"type":["string","number","null"]},"end_time":{"type":["string","number","null"]},"duration_ms":{"type":["number","null"],"minimum":0},"metrics":{"type":["object","null"],"properties":{"cost_usd":{"type":["array","null"],"items":{"type":"object","properties":{"value":{"type":["number","null"]},"timestamp":{"type":["number","string","null"]}}}}}},"failures":{"type":["array","null"]},"llm_plan":{"type":["object","null"],"properties":{"model":{"type":["string","null"],"maxLength":512},"provider":{"type":["string","null"],"maxLength":512}}}}};function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:run-summary" */;let vErrors = null;let errors = 0;const evaluated0 = validate21.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){if(data.run_id !== undefined){let data0 = data.run_id;const _errs1 = errors;if((typeof data0 !== "string") && (data0 !== null)){validate21.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: schema47.properties.run_id.type},message:"must be string,null",schema:schema47.properties.run_id.type,parentSchema:schema47.properties.run_id,data:data0}];return false;}if(errors === _errs1){if(typeof data0 === "string"){if(run_summary_func1(data0) > 512){validate21.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema47.properties.run_id,data:data0}];return false;}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.slug !== undefined){let data1 = data.slug;const _errs3 = errors;if((typeof data1 !== "string") && (data1 !== null)){validate21.errors = [{instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/type",keyword:"type",params:{type: schema47.properties.slug.type},message:"must be string,null",schema:schema47.properties.slug.type,parentSchema:schema47.properties.slug,data:data1}];return false;}if(errors === _errs3){if(typeof data1 === "string"){if(run_summary_func1(data1) > 512){validate21.errors = [{instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema47.properties.slug,data:data1}];return false;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.agent !== undefined){let data2 = data.agent;const _errs5 = errors;if((typeof data2 !== "string") && (data2 !== null)){validate21.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: schema47.properties.agent.type},message:"must be string,null",schema:schema47.properties.agent.type,parentSchema:schema47.properties.agent,data:data2}];return false;}if(errors === _errs5){if(typeof data2 === "string"){if(run_summary_func1(data2) > 512){validate21.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema47.properties.agent,data:data2}];return false;}}}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.status !== undefined){let data3 = data.status;const _errs7 = errors;if((typeof data3 !== "string") && (data3 !== null)){validate21.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: schema47.properties.status.type},message:"must be string,null",schema:schema47.properties.status.type,parentSchema:schema47.properties.status,data:data3}];return false;}if(errors === _errs7){if(typeof data3 === "string"){if(run_summary_func1(data3) > 64){validate21.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema47.properties.status,data:data3}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_usd !== undefined){let data4 = data.cost_usd;const _errs9 = errors;if((!((typeof data4 == "number") && (isFinite(data4)))) && (data4 !== null)){validate21.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/properties/cost_usd/type",keyword:"type",params:{type: schema47.properties.cost_usd.type},message:"must be number,null",schema:schema47.properties.cost_usd.type,parentSchema:schema47.properties.cost_usd,data:data4}];return false;}if(errors === _errs9){if((typeof data4 == "number") && (isFinite(data4))){if(data4 > 1000000 || isNaN(data4)){validate21.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/properties/cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema47.properties.cost_usd,data:data4}];return false;}else {if(data4 < 0 || isNaN(data4)){validate21.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/properties/cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.cost_usd,data:data4}];return false;}}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.total_cost_usd !== undefined){let data5 = data.total_cost_usd;const _errs11 = errors;if((!((typeof data5 == "number") && (isFinite(data5)))) && (data5 !== null)){validate21.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/type",keyword:"type",params:{type: schema47.properties.total_cost_usd.type},message:"must be number,null",schema:schema47.properties.total_cost_usd.type,parentSchema:schema47.properties.total_cost_usd,data:data5}];return false;}if(errors === _errs11){if((typeof data5 == "number") && (isFinite(data5))){if(data5 > 1000000 || isNaN(data5)){validate21.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema47.properties.total_cost_usd,data:data5}];return false;}else {if(data5 < 0 || isNaN(data5)){validate21.errors = [{instancePath:instancePath+"/total_cost_usd",schemaPath:"#/properties/total_cost_usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.total_cost_usd,data:data5}];return false;}}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.token_count !== undefined){let data6 = data.token_count;const _errs13 = errors;if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){validate21.errors = [{instancePath:instancePath+"/token_count",schemaPath:"#/properties/token_count/type",keyword:"type",params:{type: schema47.properties.token_count.type},message:"must be integer,null",schema:schema47.properties.token_count.type,parentSchema:schema47.properties.token_count,data:data6}];return false;}if(errors === _errs13){if((typeof data6 == "number") && (isFinite(data6))){if(data6 > 1000000000000 || isNaN(data6)){validate21.errors = [{instancePath:instancePath+"/token_count",schemaPath:"#/properties/token_count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema47.properties.token_count,data:data6}];return false;}else {if(data6 < 0 || isNaN(data6)){validate21.errors = [{instancePath:instancePath+"/token_count",schemaPath:"#/properties/token_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.token_count,data:data6}];return false;}}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.start_time !== undefined){let data7 = data.start_time;const _errs15 = errors;if(((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))) && (data7 !== null)){validate21.errors = [{instancePath:instancePath+"/start_time",schemaPath:"#/properties/start_time/type",keyword:"type",params:{type: schema47.properties.start_time.type},message:"must be string,number,null",schema:schema47.properties.start_time.type,parentSchema:schema47.properties.start_time,data:data7}];return false;}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.end_time !== undefined){let data8 = data.end_time;const _errs17 = errors;if(((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (data8 !== null)){validate21.errors = [{instancePath:instancePath+"/end_time",schemaPath:"#/properties/end_time/type",keyword:"type",params:{type: schema47.properties.end_time.type},message:"must be string,number,null",schema:schema47.properties.end_time.type,parentSchema:schema47.properties.end_time,data:data8}];return false;}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.duration_ms !== undefined){let data9 = data.duration_ms;const _errs19 = errors;if((!((typeof data9 == "number") && (isFinite(data9)))) && (data9 !== null)){validate21.errors = [{instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: schema47.properties.duration_ms.type},message:"must be number,null",schema:schema47.properties.duration_ms.type,parentSchema:schema47.properties.duration_ms,data:data9}];return false;}if(errors === _errs19){if((typeof data9 == "number") && (isFinite(data9))){if(data9 < 0 || isNaN(data9)){validate21.errors = [{instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.duration_ms,data:data9}];return false;}}}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.metrics !== undefined){let data10 = data.metrics;const _errs21 = errors;if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){validate21.errors = [{instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: schema47.properties.metrics.type},message:"must be object,null",schema:schema47.properties.metrics.type,parentSchema:schema47.properties.metrics,data:data10}];return false;}if(errors === _errs21){if(data10 && typeof data10 == "object" && !Array.isArray(data10)){if(data10.cost_usd !== undefined){let data11 = data10.cost_usd;const _errs23 = errors;if((!(Array.isArray(data11))) && (data11 !== null)){validate21.errors = [{instancePath:instancePath+"/metrics/cost_usd",schemaPath:"#/properties/metrics/properties/cost_usd/type",keyword:"type",params:{type: schema47.properties.metrics.properties.cost_usd.type},message:"must be array,null",schema:schema47.properties.metrics.properties.cost_usd.type,parentSchema:schema47.properties.metrics.properties.cost_usd,data:data11}];return false;}if(errors === _errs23){if(Array.isArray(data11)){var valid2 = true;const len0 = data11.length;for(let i0=0; i0<len0; i0++){let data12 = data11[i0];const _errs25 = errors;if(errors === _errs25){if(data12 && typeof data12 == "object" && !Array.isArray(data12)){if(data12.value !== undefined){let data13 = data12.value;const _errs27 = errors;if((!((typeof data13 == "number") && (isFinite(data13)))) && (data13 !== null)){validate21.errors = [{instancePath:instancePath+"/metrics/cost_usd/" + i0+"/value",schemaPath:"#/properties/metrics/properties/cost_usd/items/properties/value/type",keyword:"type",params:{type: schema47.properties.metrics.properties.cost_usd.items.properties.value.type},message:"must be number,null",schema:schema47.properties.metrics.properties.cost_usd.items.properties.value.type,parentSchema:schema47.properties.metrics.properties.cost_usd.items.properties.value,data:data13}];return false;}var valid3 = _errs27 === errors;}else {var valid3 = true;}if(valid3){if(data12.timestamp !== undefined){let data14 = data12.timestamp;const _errs29 = errors;if(((!((typeof data14 == "number") && (isFinite(data14)))) && (typeof data14 !== "string")) && (data14 !== null)){validate21.errors = [{instancePath:instancePath+"/metrics/cost_usd/" + i0+"/timestamp",schemaPath:"#/properties/metrics/properties/cost_usd/items/properties/timestamp/type",keyword:"type",params:{type: schema47.properties.metrics.properties.cost_usd.items.properties.timestamp.type},message:"must be number,string,null",schema:schema47.properties.metrics.properties.cost_usd.items.properties.timestamp.type,parentSchema:schema47.properties.metrics.properties.cost_usd.items.properties.timestamp,data:data14}];return false;}var valid3 = _errs29 === errors;}else {var valid3 = true;}}}else {validate21.errors = [{instancePath:instancePath+"/metrics/cost_usd/" + i0,schemaPath:"#/properties/metrics/properties/cost_usd/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.properties.metrics.properties.cost_usd.items.type,parentSchema:schema47.properties.metrics.properties.cost_usd.items,data:data12}];return false;}}var valid2 = _errs25 === errors;if(!valid2){break;}}}}}}}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.failures !== undefined){let data15 = data.failures;const _errs31 = errors;if((!(Array.isArray(data15))) && (data15 !== null)){validate21.errors = [{instancePath:instancePath+"/failures",schemaPath:"#/properties/failures/type",keyword:"type",params:{type: schema47.properties.failures.type},message:"must be array,null",schema:schema47.properties.failures.type,parentSchema:schema47.properties.failures,data:data15}];return false;}var valid0 = _errs31 === errors;}else {var valid0 = true;}if(valid0){if(data.llm_plan !== undefined){let data16 = data.llm_plan;const _errs33 = errors;if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){validate21.errors = [{instancePath:instancePath+"/llm_plan",schemaPath:"#/properties/llm_plan/type",keyword:"type",params:{type: schema47.properties.llm_plan.type},message:"must be object,null",schema:schema47.properties.llm_plan.type,parentSchema:schema47.properties.llm_plan,data:data16}];return false;}if(errors === _errs33){if(data16 && typeof data16 == "object" && !Array.isArray(data16)){if(data16.model !== undefined){let data17 = data16.model;const _errs35 = errors;if((typeof data17 !== "string") && (data17 !== null)){validate21.errors = [{instancePath:instancePath+"/llm_plan/model",schemaPath:"#/properties/llm_plan/properties/model/type",keyword:"type",params:{type: schema47.properties.llm_plan.properties.model.type},message:"must be string,null",schema:schema47.properties.llm_plan.properties.model.type,parentSchema:schema47.properties.llm_plan.properties.model,data:data17}];return false;}if(errors === _errs35){if(typeof data17 === "string"){if(run_summary_func1(data17) > 512){validate21.errors = [{instancePath:instancePath+"/llm_plan/model",schemaPath:"#/properties/llm_plan/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema47.properties.llm_plan.properties.model,data:data17}];return false;}}}var valid4 = _errs35 === errors;}else {var valid4 = true;}if(valid4){if(data16.provider !== undefined){let data18 = data16.provider;const _errs37 = errors;if((typeof data18 !== "string") && (data18 !== null)){validate21.errors = [{instancePath:instancePath+"/llm_plan/provider",schemaPath:"#/properties/llm_plan/properties/provider/type",keyword:"type",params:{type: schema47.properties.llm_plan.properties.provider.type},message:"must be string,null",schema:schema47.properties.llm_plan.properties.provider.type,parentSchema:schema47.properties.llm_plan.properties.provider,data:data18}];return false;}if(errors === _errs37){if(typeof data18 === "string"){if(run_summary_func1(data18) > 512){validate21.errors = [{instancePath:instancePath+"/llm_plan/provider",schemaPath:"#/properties/llm_plan/properties/provider/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema47.properties.llm_plan.properties.provider,data:data18}];return false;}}}var valid4 = _errs37 === errors;}else {var valid4 = true;}}}}var valid0 = _errs33 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}else {validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data}];return false;}}validate21.errors = vErrors;return errors === 0;}validate21.evaluated = {"props":{"run_id":true,"slug":true,"agent":true,"status":true,"cost_usd":true,"total_cost_usd":true,"token_count":true,"start_time":true,"end_time":true,"duration_ms":true,"metrics":true,"failures":true,"llm_plan":true},"dynamicProps":false,"dynamicItems":false};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/problems.js
var problems = __webpack_require__(7806);
// EXTERNAL MODULE: ./build/read/detect.js
var detect = __webpack_require__(7370);
// EXTERNAL MODULE: ./build/read/json.js
var json = __webpack_require__(9815);
;// CONCATENATED MODULE: ./build/read/document.js








/** The newest version of our own cost summary that this version reads. */
const NEWEST = 1;
/** Reads a JSON document of usage: its format is detected from its keys, then its schema is checked. */
function readDocument(text) {
    const parsed = (0,json/* parseDocument */.T)(text);
    if (parsed.fault !== null)
        return { fault: parsed.fault, line: parsed.line };
    const { value } = parsed;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { fault: `must be a JSON object, got ${(0,errors/* shown */.S)(value)}`, path: '$' };
    const format = (0,detect/* formatOfDocument */.S)(value);
    if (format === null)
        return { fault: `has no usage in a known format, got the keys ${Object.keys(value).slice(0, 8).map(errors/* shown */.S).join(', ') || 'of an empty object'}` };
    return check(format, value);
}
function check(format, value) {
    switch (format) {
        case 'cost-summary':
            if ('schema_version' in value && typeof value.schema_version === 'number' && value.schema_version > NEWEST)
                return { fault: `was written by a newer version (schema_version ${value.schema_version}). Upgrade llm-cost-gate`, path: '$.schema_version' };
            return isCost(value) ? { format, content: value } : firstFault(value, cost_summary.errors);
        case 'flow-summary':
            return isFlow(value) ? { format, content: value } : firstFault(value, flow_summary.errors);
        case 'bare-summary':
            return isBare(value) ? { format, content: value } : firstFault(value, bare_summary.errors);
        case 'run-summary':
            return isRun(value) ? { format, content: value } : firstFault(value, run_summary.errors);
    }
}
const isCost = (value) => cost_summary(value);
const isFlow = (value) => flow_summary(value);
const isBare = (value) => bare_summary(value);
const isRun = (value) => run_summary(value);
function firstFault(value, errors) {
    const error = errors?.[0];
    if (!error)
        return { fault: 'breaks its schema' };
    const { path, message } = (0,problems/* describeProblem */.B)(value, error);
    return { fault: message, path };
}


/***/ }),

/***/ 9815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLine),
/* harmony export */   T: () => (/* binding */ parseDocument)
/* harmony export */ });
/** A whole document. */
function parseDocument(text) {
    if (text.trim() === '')
        return { fault: 'is empty', line: undefined };
    try {
        return { value: JSON.parse(text), fault: null };
    }
    catch (error) {
        const position = Number(/at position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
        const cut = /Unexpected end|Unterminated/.test(String(error)) || position >= text.trimEnd().length;
        const line = Number.isNaN(position) || cut ? undefined : text.slice(0, position).split('\n').length;
        return { fault: cut ? 'is not valid JSON: it is cut off at the end' : 'is not valid JSON', line };
    }
}
/** One line of a JSONL file. */
function parseLine(line) {
    if (line.fault !== null)
        return { fault: line.fault, line: line.number };
    try {
        return { value: JSON.parse(line.text), fault: null };
    }
    catch {
        return { fault: line.open ? 'the last line is cut off (no newline at its end): its writer was probably killed' : 'is not valid JSON', line: line.number };
    }
}


/***/ }),

/***/ 5942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   bT: () => (/* binding */ fileFault),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** A document is held in memory whole; a ledger is not. Bytes. */
const LARGEST_DOCUMENT = 64 << 20;
/** Turns an error of the file system into one line for the user. */
function fileFault(file) {
    return (error) => {
        const reasons = { ENOENT: 'does not exist', EACCES: 'may not be read (permission denied)', EISDIR: 'is a folder, not a file', ENOTDIR: 'does not exist' };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: ${reasons[error.code ?? ''] ?? `cannot be read (${error.code ?? error.message})`}`);
    };
}
/** Text of a whole UTF-8 file, without a byte order mark. */
async function readText(path, file, largest = LARGEST_DOCUMENT) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(fileFault(file));
    if (info.isDirectory())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: is a folder, not a file`);
    if (!info.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: is no regular file`);
    if (info.size > largest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: is larger than ${largest >> 20} MiB`);
    return decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path).catch(fileFault(file)), file);
}
/** Bytes as text; anything but UTF-8 is an InputError that names the encoding where it can be told. */
function decode(bytes, file) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : null;
    if (encoding !== null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: is ${encoding}; save it as UTF-8`);
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${file}: is not UTF-8`);
    const text = bytes.toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}


/***/ }),

/***/ 2973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ drivingParts),
/* harmony export */   V$: () => (/* binding */ describeCause),
/* harmony export */   W8: () => (/* binding */ nameDriver),
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   qz: () => (/* binding */ explainDriver)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4246);

const DRIVERS = {
    activity: 'number of calls',
    mix: 'model mix',
    tokens_per_call: 'tokens per call',
    price: 'price per token',
    unattributed: 'not attributed',
};
/** `model mix`: what a driver is called. */
function nameDriver(driver) {
    return DRIVERS[driver];
}
const NOTES = {
    activity: 'more, fewer or new calls',
    mix: 'calls moved between models',
    tokens_per_call: 'longer or shorter prompts and answers',
    price: 'rates, cache use, share of output tokens',
    unattributed: 'no model is known for it',
};
/** `calls moved between models`: what a driver means. */
function explainDriver(driver) {
    return NOTES[driver];
}
/** Drivers that moved the total, the strongest first. */
function drivingParts({ drivers }) {
    return drivers.filter((part) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedUsd */ .NT)(part.delta_usd) !== (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedUsd */ .NT)(0)).sort((a, b) => Math.abs(b.delta_usd) - Math.abs(a.delta_usd));
}
/** Causes of one driver, the largest first. */
function causesOf({ causes }, driver) {
    return causes.filter((cause) => cause.driver === driver);
}
/** A cause in words, without its amount: `classify moved from gpt-4o-mini to gpt-4o`. */
function describeCause(cause, voice) {
    const { driver, baseline_value: before, head_value: after } = cause;
    if (driver === 'unattributed')
        return 'a part of the total that the file gives no model for';
    const group = cause.group === null ? null : `${cause.group_by === 'agent' ? 'agent ' : ''}${voice.name(cause.group)}`;
    const model = cause.model === null ? null : voice.name(cause.model);
    if (driver === 'mix')
        return describeMove(cause, group ?? 'calls', voice);
    if (driver === 'activity')
        return describeCalls(before ?? 0, after ?? 0, group, model);
    const where = [group, model].filter((part) => part !== null).join(' on ');
    const values = driver === 'price' ? fromTo(before, after, _format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR) : fromTo(before, after, (tokens) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(Math.round(tokens)));
    return `${where === '' ? 'calls' : where}: ${values} ${driver === 'price' ? 'per 1M tokens' : 'tokens per call'}`;
}
function describeMove(cause, group, voice) {
    const { model, from_model: from, baseline_value: before, head_value: after } = cause;
    if (model === null)
        return from === null ? `${group}: other models` : `${group} moved away from ${voice.name(from)}`;
    const isWhole = (before ?? 0) === 0 && (after ?? 1) === 1;
    const share = isWhole ? '' : `, ${fromTo(before, after, (part) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(part * 100))} of its calls`;
    return from === null
        ? `${group}: ${voice.name(model)}${share}`
        : `${group} moved from ${voice.name(from)} to ${voice.name(model)}${share}`;
}
function describeCalls(before, after, group, model) {
    const subject = group ?? model ?? 'calls';
    const on = group === null || model === null ? '' : ` on ${model}`;
    if (before === 0)
        return `${subject} is new: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(after, 'call')}${on}`;
    if (after === 0)
        return `${subject} is gone: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(before, 'call')}${on} less`;
    return `${subject}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(before)} → ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(after, 'call')}${on}`;
}
function fromTo(before, after, write) {
    const left = before === null ? '–' : write(before, after ?? undefined);
    const right = after === null ? '–' : write(after, before ?? undefined);
    return `${left} → ${right}`;
}


/***/ }),

/***/ 7864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ renderChanges),
/* harmony export */   q: () => (/* binding */ changeCells)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4246);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5120);



const NONE = '–';
const FIGURES = [
    { title: 'Baseline', right: true },
    { title: 'This PR', right: true },
    { title: 'Change', right: true },
    { title: '', right: true },
    { title: 'Calls', right: true },
];
/** One row per subject in the order given, the rest as one sum, and the total in bold where there is one. */
function renderChanges(title, changes, total, room) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .limit */ .AB)(changes, room);
    const rows = shown.map((change) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(change.name), ...changeCells(change)]);
    if (hidden.length > 0)
        rows.push([`_and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(hidden.length)} more_`, ...writeSum(hidden)]);
    if (total !== null)
        rows.push(['Total', ...changeCells(total)].map((cell) => (cell === '' ? cell : `**${cell}**`)));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)([{ title }, ...FIGURES], rows);
}
/** Baseline, head, change, percent or `new` or `removed`, and calls of one subject. */
function changeCells(change) {
    const { baseline_cost_usd: before, head_cost_usd: after, delta_usd: delta } = change;
    return [writeAmount(before, after), writeAmount(after, before), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .signedUsd */ .NT)(delta), writeStatus(change), writeCalls(change)];
}
function writeAmount(amount, like) {
    return amount === null ? NONE : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(amount, like ?? undefined);
}
function writeStatus({ status, percent }) {
    if (status === 'added')
        return 'new';
    if (status === 'removed')
        return 'removed';
    return percent === null ? NONE : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .signedPercent */ .wu)(percent);
}
function writeCalls({ status, baseline_calls: before, head_calls: after }) {
    const from = status === 'added' ? (before ?? 0) : before;
    const to = status === 'removed' ? (after ?? 0) : after;
    if (to === null)
        return NONE;
    return from === null || from === to ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(to) : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(from)} → ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(to)}`;
}
/** Keeps the table adding up where rows are cut. */
function writeSum(changes) {
    const sum = (amountOf) => changes.reduce((total, change) => total + (amountOf(change) ?? 0), 0);
    const before = sum((change) => change.baseline_cost_usd);
    const after = sum((change) => change.head_cost_usd);
    return [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(before, after), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(after, before), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .signedUsd */ .NT)(sum((change) => change.delta_usd)), '', ''];
}


/***/ }),

/***/ 830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ alignColumns)
/* harmony export */ });
/* unused harmony export widthOf */
const GAP = '  ';
/** Characters that take two cells of a terminal: East Asian wide and full-width ones, and most emoji. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const NARROWEST = /\p{M}/u;
/** A table of aligned columns, one line per row, the titles first. Cells have no colours: paint whole lines. */
function alignColumns(columns, rows) {
    const lines = [columns.map((column) => column.title), ...rows];
    const widths = columns.map((_, index) => lines.reduce((widest, cells) => Math.max(widest, widthOf(cells[index] ?? '')), 0));
    return lines.map((cells) => columns
        .map(({ right }, index) => pad(cells[index] ?? '', widths[index] ?? 0, right === true))
        .join(GAP)
        .trimEnd());
}
/** Cells of a terminal that a text takes. */
function widthOf(text) {
    let width = 0;
    for (const character of text)
        width += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    return width;
}
function pad(cell, width, right) {
    const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
    return right ? `${space}${cell}` : `${cell}${space}`;
}


/***/ }),

/***/ 2721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ renderComment)
});

// EXTERNAL MODULE: ./build/render/changes.js
var render_changes = __webpack_require__(7864);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/render/models.js
var models = __webpack_require__(1671);
;// CONCATENATED MODULE: ./build/render/breakdown.js



const DIMENSIONS = [
    { title: 'Agent', changes: 'agents', stats: 'agent_stats' },
    { title: 'Step', changes: 'steps', stats: 'step_stats' },
    { title: 'Customer', changes: 'customers', stats: 'customer_stats' },
];
/** Cost per agent, step and customer, folded; dimensions that no record names are left out. */
function renderBreakdown({ comparison, head }, room) {
    const parts = DIMENSIONS.flatMap(({ title, changes, stats }) => {
        const list = comparison?.[changes] ?? null;
        if (list !== null && list.length > 0)
            return [{ title, body: (0,render_changes/* renderChanges */.O)(title, list, null, room.folded) }];
        return Object.keys(head[stats]).length > 0 ? [{ title, body: (0,models/* renderSpent */.fA)(title, head[stats], room.folded) }] : [];
    });
    if (parts.length === 0)
        return '';
    const [first = '', ...others] = parts.map((part) => part.title.toLowerCase());
    const last = others.pop();
    const names = last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`;
    return (0,markdown/* details */.zH)(`By ${names}`, (0,markdown/* stack */.t$)(parts.map((part) => part.body)));
}

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(4246);
// EXTERNAL MODULE: ./build/render/rules.js
var rules = __webpack_require__(7426);
// EXTERNAL MODULE: ./build/render/verdict.js
var verdict = __webpack_require__(5724);
;// CONCATENATED MODULE: ./build/render/findings.js





const ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
const COLUMNS = [
    { title: '' },
    { title: 'Finding' },
    { title: 'Actual', right: true },
    { title: 'Limit', right: true },
    { title: 'Of limit', right: true },
    { title: 'Rule' },
];
/** Errors, then warnings, the worst first; notices folded. */
function renderFindings(report, room) {
    const findings = report.findings.filter((finding) => finding.rule !== verdict/* MISSING_BASELINE */.dh);
    const serious = [...only(findings, 'error'), ...only(findings, 'warning')];
    const notices = only(findings, 'notice');
    return (0,markdown/* stack */.t$)([
        serious.length === 0 ? null : renderTable(serious, room.findings),
        notices.length === 0 || room.folded === 0 ? null : (0,markdown/* details */.zH)((0,format/* count */.U9)(notices.length, 'notice'), renderTable(notices, room.folded)),
    ]);
}
/** Cells of a rule for a table of results. */
function ruleCells(icon, result) {
    return [icon, (0,rules/* describeRule */.IO)(result, render_escape/* MARKDOWN */.yQ), (0,rules/* writeActual */.cA)(result), (0,rules/* writeLimit */.Dq)(result), (0,rules/* writeShare */.f)(result), (0,rules/* writePlace */.VH)(result, render_escape/* MARKDOWN */.yQ)];
}
function renderTable(findings, room) {
    const { shown, hidden } = (0,markdown/* limit */.AB)(findings, room);
    const rows = shown.map((finding) => ruleCells(ICONS[finding.level], finding));
    const errors = only(hidden, 'error').length;
    const more = errors > 0 ? ` (${(0,format/* count */.U9)(errors, 'error')})` : '';
    return (0,markdown/* table */.tp)(COLUMNS, hidden.length === 0 ? rows : [...rows, ['', `_and ${hidden.length} more${more}_`, '', '', '', '']]);
}
function only(findings, level) {
    return findings.filter((finding) => finding.level === level);
}

;// CONCATENATED MODULE: ./build/render/checks.js




const checks_COLUMNS = [
    { title: '' },
    { title: 'Check' },
    { title: 'Actual', right: true },
    { title: 'Limit', right: true },
    { title: 'Of limit', right: true },
    { title: 'Rule' },
];
/** Every limit that was applied, folded: what failed, warned, passed, or had nothing to judge. */
function renderChecks({ findings, checks, policy }, room) {
    const groups = [
        { icon: '❌', word: 'failed', results: findings.filter((finding) => finding.level === 'error') },
        { icon: '⚠️', word: 'warned', results: findings.filter((finding) => finding.level === 'warning') },
        { icon: '✅', word: 'passed', results: checks.filter((check) => check.outcome === 'passed') },
        { icon: '➖', word: 'unmatched', results: checks.filter((check) => check.outcome === 'unmatched') },
    ].map((group) => ({ ...group, results: group.results.filter(isLimit) }));
    const counts = groups.filter(({ results }) => results.length > 0).map(({ word, results }) => `${(0,format/* integer */.nd)(results.length)} ${word}`);
    if (counts.length === 0)
        return '';
    const rows = groups.flatMap(({ icon, results }) => results.map((result) => ({ icon, result })));
    const { shown, hidden } = (0,markdown/* limit */.AB)(rows, room.folded);
    const cells = shown.map(({ icon, result }) => ruleCells(icon, result));
    if (hidden.length > 0)
        cells.push(['', `_and ${(0,format/* integer */.nd)(hidden.length)} more_`, '', '', '', '']);
    const source = policy.path === null ? 'No policy file: inputs and defaults apply.' : `Policy: ${(0,render_escape/* code */.aY)(policy.path)}`;
    return (0,markdown/* details */.zH)(`Limits: ${counts.join(', ')}`, (0,markdown/* stack */.t$)([source, (0,markdown/* table */.tp)(checks_COLUMNS, cells)]));
}
/** Rules about the data are told under the data. */
function isLimit(result) {
    return result.subject.kind !== 'data';
}

;// CONCATENATED MODULE: ./build/render/figures.js



const NONE = '–';
const figures_COLUMNS = ['Baseline', 'This PR', 'Change'].map((title) => ({ title, right: true }));
/** Calls, tokens, cost per run and efficiency, folded. */
function renderFigures({ comparison, head }) {
    const { run_costs: runs } = head;
    const dearest = runs.max_run_id === null ? 'Cost of the dearest run' : `Cost of the dearest run, ${(0,render_escape/* code */.aY)(runs.max_run_id)}`;
    const rows = [
        ['Calls', comparison?.calls ?? figures_only(head.calls), format/* integer */.nd],
        ['Failed calls', figures_only(head.failed_calls), format/* integer */.nd],
        ['Input tokens', comparison?.input_tokens ?? figures_only(head.input_tokens), format/* integer */.nd],
        ...optional('… read from cache', head.cached_input_tokens),
        ...optional('… written to cache', head.cache_write_tokens),
        ['Output tokens', comparison?.output_tokens ?? figures_only(head.output_tokens), format/* integer */.nd],
        ...optional('… for reasoning', head.reasoning_tokens),
        ['Output tokens per input token', figures_only(head.token_efficiency), (ratio) => (0,format/* percent */.KN)(ratio * 100)],
        ['Runs', figures_only(head.runs), format/* integer */.nd],
        ['Successful runs', figures_only(head.successful_tasks), format/* integer */.nd],
        ['Cost per run, mean', comparison?.cost_per_run_usd ?? figures_only(runs.mean_usd), format/* usd */.dR],
        ['Cost per run, median', figures_only(runs.p50_usd), format/* usd */.dR],
        ['Cost per run, 95th percentile', figures_only(runs.p95_usd), format/* usd */.dR],
        [dearest, figures_only(runs.max_usd), format/* usd */.dR],
        ['Cost per successful run', figures_only(head.cost_per_successful_task), format/* usd */.dR],
        ['Cost per 1,000 tokens', figures_only(head.cost_per_1k_tokens), format/* usd */.dR],
    ];
    const cells = rows.map(([name, figure, write]) => [name, ...writeFigure(figure, write)]);
    return (0,markdown/* details */.zH)('Calls, tokens and cost per run', (0,markdown/* table */.tp)([{ title: '' }, ...figures_COLUMNS], cells));
}
/** A figure that the comparison does not have. */
function figures_only(value) {
    return { baseline: null, head: value, percent: null };
}
/** A row only where a record says. */
function optional(name, tokens) {
    return tokens === undefined ? [] : [[name, figures_only(tokens), format/* integer */.nd]];
}
function writeFigure({ baseline, head, percent: change }, write) {
    return [
        baseline === null ? NONE : write(baseline, head ?? undefined),
        head === null ? NONE : write(head, baseline ?? undefined),
        change === null ? NONE : (0,format/* signedPercent */.wu)(change),
    ];
}

// EXTERNAL MODULE: ./build/render/headline.js + 1 modules
var headline = __webpack_require__(7077);
// EXTERNAL MODULE: ./build/render/quality.js
var quality = __webpack_require__(8728);
;// CONCATENATED MODULE: ./build/render/room.js
/** From generous to tight: what matters least shrinks first, findings last. */
const ROOMS = [
    { findings: 30, models: 15, causes: 3, folded: 50 },
    { findings: 30, models: 15, causes: 3, folded: 20 },
    { findings: 30, models: 15, causes: 3, folded: 8 },
    { findings: 20, models: 10, causes: 2, folded: 3 },
    { findings: 15, models: 8, causes: 1, folded: 0 },
    { findings: 8, models: 3, causes: 1, folded: 0 },
    { findings: 3, models: 1, causes: 0, folded: 0 },
];
/** The most generous rendering of at most `maxLength` characters, or the bare `fallback`, cut. */
function fit(render, maxLength, fallback) {
    for (const room of ROOMS) {
        const body = render(room);
        if (body.length <= maxLength)
            return body;
    }
    return fallback.slice(0, maxLength);
}

// EXTERNAL MODULE: ./build/render/causes.js
var causes = __webpack_require__(2973);
;// CONCATENATED MODULE: ./build/render/why.js




const why_COLUMNS = [{ title: 'Why it changed' }, { title: 'Change', right: true }, { title: 'Largest causes' }];
/** The change of the total as a sum of drivers, each with its largest causes. */
function renderWhy({ comparison, explanation }, room) {
    if (comparison === null || explanation === null)
        return '';
    const drivers = (0,causes/* drivingParts */.QQ)(explanation);
    if (drivers.length === 0)
        return '';
    const rows = drivers.map(({ driver, delta_usd }) => [
        `${capitalize((0,causes/* nameDriver */.W8)(driver))}<br><sub>${(0,causes/* explainDriver */.qz)(driver)}</sub>`,
        (0,format/* signedUsd */.NT)(delta_usd),
        (0,causes/* causesOf */.cZ)(explanation, driver).slice(0, room.causes).map(renderCause).join('<br>'),
    ]);
    return (0,markdown/* table */.tp)(why_COLUMNS, [...rows, ['**Together**', `**${(0,format/* signedUsd */.NT)(comparison.total.delta_usd)}**`, '']]);
}
function renderCause(cause) {
    return `${(0,causes/* describeCause */.V$)(cause, render_escape/* MARKDOWN */.yQ)} (${(0,format/* signedUsd */.NT)(cause.delta_usd)})`;
}
function capitalize(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}

;// CONCATENATED MODULE: ./build/render/comment.js











/** The report as GitHub Markdown for comment and job summary, at most `maxLength` characters, without the marker of the comment. */
function renderComment(report, { maxLength }) {
    return fit((room) => renderBody(report, room), maxLength, `### ${report.blocked ? 'Blocked: ' : ''}LLM cost: ${report.verdict}`);
}
function renderBody(report, room) {
    const isFolded = room.folded > 0;
    return (0,markdown/* stack */.t$)([
        (0,headline/* renderHeadline */.Lf)(report),
        renderFindings(report, room),
        (0,models/* renderModels */.Ds)(report, room),
        renderWhy(report, room),
        isFolded ? renderBreakdown(report, room) : null,
        isFolded ? renderFigures(report) : null,
        isFolded ? renderChecks(report, room) : null,
        isFolded ? (0,quality/* renderQuality */.e)(report, room) : 'Further details do not fit here: they are in the report.',
        `<sub>${(0,render_escape/* code */.aY)(`${report.tool.name} ${report.tool.version}`)}</sub>`,
    ]);
}


/***/ }),

/***/ 6082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   yQ: () => (/* binding */ MARKDOWN)
/* harmony export */ });
const NAME_LENGTH = 80;
const TEXT_LENGTH = 600;
/** Controls, bidirectional overrides, zero-width and other characters that show as nothing, or as nobody knows what. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** All ASCII that can mean something in Markdown, HTML, a link, a mention or a reference; not `-`, which means nothing inside a line. */
const ACTIVE = /[!-,./:-@[-`{-~]/g;
/** English and small numbers, with the punctuation that stands around them. */
const PLAIN_WORD = /^["'(]{0,2}(?:[A-Za-z]{1,30}(?:[-'’][A-Za-z]{1,30}){0,3}|[$+\u2212]?\$?\d{1,6}(?:[.,]\d{1,6})?)[.,;:!?)"']{0,2}$/;
const PLAIN_MARK = /^[%–—→]$/;
/**
 * A name as inline code in Markdown. Entities inside `<code>` cannot end a cell, a tag or the code, nor start a link; GitHub looks for
 * mentions and references outside code only.
 */
function code(name, length = NAME_LENGTH) {
    return `<code>${plain(name, length).replace(ACTIVE, toEntity)}</code>`;
}
/**
 * A sentence in Markdown. Only plain words stand as they are: an entity would not stop a mention, because GitHub looks for
 * mentions after it has decoded entities. Everything else becomes inline code.
 */
function text(message, length = TEXT_LENGTH) {
    const parts = [];
    for (const word of cut(clean(message.replace(/\s+/gu, ' ').trim()), length).split(' ')) {
        const isPlain = PLAIN_WORD.test(word) || PLAIN_MARK.test(word);
        const last = parts.at(-1);
        if (last?.plain === isPlain)
            last.words.push(word);
        else
            parts.push({ plain: isPlain, words: [word] });
    }
    return parts.map((part) => (part.plain ? escapeMarks(part.words.join(' ')) : code(part.words.join(' '), length))).join(' ');
}
/** A name on a terminal or in an annotation: nothing invisible, at most `length` characters, one line. */
function plain(name, length = NAME_LENGTH) {
    // Two units per character at most: the rest of a name of megabytes need not be looked at.
    const shown = cut(clean(name.slice(0, 2 * length + 2)), length).replace(/^ | $|(?<= ) /g, '␣');
    return shown === '' ? '(no name)' : shown;
}
const MARKDOWN = { name: (raw) => code(raw), text: (raw) => text(raw) };
const PLAIN = { name: (raw) => plain(raw), text: (raw) => plain(raw, TEXT_LENGTH) };
function clean(raw) {
    return raw
        .replace(UNSEEN, '\uFFFD')
        .replace(/\p{Zs}/gu, ' ')
        .replace(/(\p{M}\p{M})\p{M}+/gu, '$1\uFFFD');
}
/** Counts characters, so that no pair of surrogates is cut in two. */
function cut(shown, length) {
    const characters = Array.from(shown);
    return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : shown;
}
function toEntity(character) {
    // The break keeps an address like a@b.example from becoming a link: cmark-gfm looks for them after decoding entities.
    return `&#${character.charCodeAt(0)};${character === '@' ? '<wbr>' : ''}`;
}
function escapeMarks(words) {
    return words.replace(/["'!]/g, toEntity);
}


/***/ }),

/***/ 4246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   NT: () => (/* binding */ signedUsd),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   dR: () => (/* binding */ usd),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   wu: () => (/* binding */ signedPercent)
/* harmony export */ });
/* unused harmony export signedInteger */
// Numbers are written by hand, not by Intl: the same report gives the same bytes on every machine.
const MINUS = '\u2212';
/** Amounts are exact to 1e-12 dollars; anything below is rounding dust. */
const MAX_DECIMALS = 12;
const DUST = 0.5 * 10 ** -MAX_DECIMALS;
/** A change of a baseline of next to nothing: beyond this a percentage tells no one anything. */
const MAX_PERCENT = 1_000_000;
/**
 * An amount of US dollars: cents from $10, four decimals below, three significant digits below $0.001; a round amount
 * is short (`$0.50`). With `like` both amounts get as many decimals as tell them apart.
 */
function usd(amount, like) {
    return `${sign(amount, '')}$${usdDigits(amount, like)}`;
}
/** A change of an amount: `+$0.7037`, `−$0.10`, `$0.00`. */
function signedUsd(amount, like) {
    return `${sign(amount, '+')}$${usdDigits(amount, like)}`;
}
/** `122.9 %`; with `like`, for example a limit, as many decimals as tell the two apart. Unit: percent. */
function percent(value, like) {
    return percentWith(sign(value, ''), value, like);
}
/** A change in percent: `+122.9 %`, `−3.1 %`, `0 %`. */
function signedPercent(value, like) {
    return percentWith(sign(value, '+'), value, like);
}
/** `1 call`, `1,234 calls`. */
function count(n, noun, plural = `${noun}s`) {
    return `${integer(n)} ${n === 1 ? noun : plural}`;
}
/** `1,234`. */
function integer(n) {
    return `${n <= -0.5 ? MINUS : ''}${write(n, 0, 0)}`;
}
/** `+1,234`, `−5`, `0`. */
function signedInteger(n) {
    return `${n >= 0.5 ? '+' : ''}${integer(n)}`;
}
function usdDigits(amount, like) {
    return isNothing(amount) ? '0.00' : write(amount, tellApart(amount, like, usdDecimals), 2);
}
function percentWith(signed, value, like) {
    if (isNothing(value))
        return '0 %';
    if (Math.abs(value) >= MAX_PERCENT)
        return `over ${signed}${write(MAX_PERCENT, 0, 0)} %`;
    return `${signed}${write(value, tellApart(value, like, percentDecimals), 0)} %`;
}
function usdDecimals(amount) {
    const size = Math.abs(amount);
    if (size >= 10)
        return 2;
    return size >= 0.001 || isNothing(size) ? 4 : significant(size, 3);
}
function percentDecimals(value) {
    const size = Math.abs(value);
    if (size >= 1000)
        return 0;
    return size >= 0.1 || isNothing(size) ? 1 : significant(size, 1);
}
function significant(size, digits) {
    return Math.min(MAX_DECIMALS, digits - 1 - Math.floor(Math.log10(size)));
}
/** Decimals for `value`: its own, and more while it would read the same as `like` although it is not. */
function tellApart(value, like, decimalsOf) {
    let decimals = decimalsOf(value);
    if (like === undefined || value === like)
        return decimals;
    let others = decimalsOf(like);
    while (decimals < MAX_DECIMALS && Number(value.toFixed(decimals)) === Number(like.toFixed(others))) {
        decimals += 1;
        others += 1;
    }
    return decimals;
}
/** Digits with thousands separators and no sign; zeros beyond `minimum` go where nothing was rounded away. */
function write(value, decimals, minimum) {
    const size = Math.abs(value);
    let digits = size.toFixed(decimals);
    if (isNothing(Number(digits) - size))
        while (decimals > minimum && digits.endsWith('0'))
            digits = size.toFixed(--decimals);
    const [whole = '', fraction] = digits.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
function sign(value, plus) {
    if (isNothing(value))
        return '';
    return value < 0 ? MINUS : plus;
}
function isNothing(value) {
    return Math.abs(value) < DUST;
}


/***/ }),

/***/ 7077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FT: () => (/* binding */ describeBaseline),
  Lf: () => (/* binding */ renderHeadline),
  GE: () => (/* binding */ writeMainCause)
});

// EXTERNAL MODULE: ./build/time.js
var time = __webpack_require__(4131);
// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(4246);
;// CONCATENATED MODULE: ./build/render/age.js


const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** `2 days old`: how old something of `created` was at `now`, both ISO 8601; null where a time is missing or in the future. */
function describeAge(created, now) {
    const from = (0,time/* parseLooseTime */.pj)(created);
    const to = (0,time/* parseLooseTime */.pj)(now);
    if (from === null || to === null || from > to)
        return null;
    const age = to - from;
    if (age >= 2 * DAY_MS)
        return `${(0,format/* count */.U9)(Math.floor(age / DAY_MS), 'day')} old`;
    if (age >= HOUR_MS)
        return `${(0,format/* count */.U9)(Math.floor(age / HOUR_MS), 'hour')} old`;
    return `${(0,format/* count */.U9)(Math.floor(age / 60_000), 'minute')} old`;
}

// EXTERNAL MODULE: ./build/render/causes.js
var causes = __webpack_require__(2973);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/render/unpriced.js
var unpriced = __webpack_require__(2381);
// EXTERNAL MODULE: ./build/render/verdict.js
var verdict = __webpack_require__(5724);
;// CONCATENATED MODULE: ./build/render/headline.js







const ICONS = { pass: '✅', warn: '⚠️', fail: '❌' };
/** What a reader with ten seconds needs: the verdict, how much, compared with what, and mostly why. */
function renderHeadline(report) {
    const reprieve = (0,verdict/* writeReprieve */.YF)(report);
    return (0,markdown/* stack */.t$)([
        `### ${ICONS[(0,verdict/* toneOf */.YV)(report)]} ${(0,verdict/* writeVerdict */.P1)(report, render_escape/* MARKDOWN */.yQ)}`,
        [writeTotal(report), writeMainCause(report, render_escape/* MARKDOWN */.yQ, bold)].filter((line) => line !== null).join('<br>\n'),
        (0,unpriced/* describeUnpriced */.e)(report.head, render_escape/* MARKDOWN */.yQ),
        reprieve === null ? null : `_${reprieve}_`,
    ]);
}
/** `Mostly model mix (+$0.41): classify moved from …`; null where the cause is not known or nothing changed. */
function writeMainCause({ explanation }, voice, strong) {
    const cause = explanation?.main_cause ?? null;
    if (cause === null)
        return null;
    const whole = explanation?.drivers.find((part) => part.driver === cause.driver)?.delta_usd ?? cause.delta_usd;
    const part = whole === cause.delta_usd ? '' : ` (${(0,format/* signedUsd */.NT)(cause.delta_usd)})`;
    return `Mostly ${strong((0,causes/* nameDriver */.W8)(cause.driver))} ${(0,format/* signedUsd */.NT)(whole)}: ${(0,causes/* describeCause */.V$)(cause, voice)}${part}`;
}
/** `baseline of commit 8899ac1, 2 days old, from baseline_summary.json`. */
function describeBaseline({ baseline, created_at }, voice) {
    const commit = baseline.commit === null ? '' : ` of commit ${voice.name(baseline.commit.slice(0, 7))}`;
    const age = describeAge(baseline.created_at, created_at);
    const from = baseline.path === null ? null : `from ${voice.name(baseline.path)}`;
    return `baseline${[commit, ...[age, from].filter((part) => part !== null)].join(', ')}`;
}
function writeTotal(report) {
    const total = (0,verdict/* totalOf */.e6)(report);
    if (total === null)
        return writeFirst(report);
    const { before, after, delta } = total;
    const amounts = delta === 0 ? (0,format/* usd */.dR)(after) : `${(0,format/* usd */.dR)(before, after)} → ${(0,format/* usd */.dR)(after, before)}`;
    return `${bold(amounts)} (${(0,format/* signedUsd */.NT)(delta)}) against the ${describeBaseline(report, render_escape/* MARKDOWN */.yQ)}`;
}
function writeFirst({ head, baseline }) {
    const calls = (0,format/* count */.U9)(head.calls, 'call');
    const looked = baseline.path === null ? '' : ` (looked for ${render_escape/* MARKDOWN */.yQ.name(baseline.path)})`;
    const first = `${bold((0,format/* usd */.dR)(head.total_cost_usd))} in ${calls}. There is no baseline to compare with yet${looked}, so a regression cannot be seen.`;
    const how = 'To get one: keep the cost summary that a run on the base branch writes (output `summary-path`) and name it in `baseline-path`.';
    return `${first}<br>\n${how}`;
}
function bold(words) {
    return `**${words}**`;
}


/***/ }),

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ limit),
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   t$: () => (/* binding */ stack),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
const NO_BREAK_SPACE = '\u00A0';
/** A table. Cells are Markdown: names in them are escaped already. */
function table(columns, rows) {
    const lines = [
        columns.map((column) => column.title),
        columns.map((column) => (column.right ? '--:' : ':--')),
        ...rows.map((cells) => cells.map((cell, index) => (columns[index]?.right ? cell.replaceAll(' ', NO_BREAK_SPACE) : cell))),
    ];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** A folded section; `summary` is its visible line. */
function details(summary, body) {
    return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function bullets(items) {
    return items.map((item) => `- ${item}`).join('\n');
}
/** Paragraphs with an empty line between them; empty ones are left out. */
function stack(blocks) {
    return blocks.filter((block) => block !== null && block !== '').join('\n\n');
}
/** The first `room` items and how many more there are. */
function limit(items, room) {
    return { shown: items.slice(0, room), hidden: items.slice(room) };
}


/***/ }),

/***/ 1671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ renderModels),
/* harmony export */   Lb: () => (/* binding */ byCost),
/* harmony export */   fA: () => (/* binding */ renderSpent)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7864);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4246);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5120);




/** Cost per model: the change where the baseline has it, else what this run spent. */
function renderModels({ comparison, head }, room) {
    if (comparison?.models)
        return (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .renderChanges */ .O)('Model', comparison.models, comparison.total, room.models);
    const note = comparison === null ? null : 'The baseline has no figures per model, so only the totals can be compared.';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .stack */ .t$)([Object.keys(head.model_stats).length === 0 ? null : renderSpent('Model', head.model_stats, room.models), note]);
}
/** What each subject spent, the dearest first. */
function renderSpent(title, stats, room) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .limit */ .AB)(byCost(stats), room);
    const rows = shown.map(([name, stat]) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name), (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .usd */ .dR)(stat.cost_usd), (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(stat.calls), (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(stat.total_tokens)]);
    if (hidden.length > 0) {
        const sum = (figureOf) => hidden.reduce((total, [, stat]) => total + figureOf(stat), 0);
        const figures = [(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .usd */ .dR)(sum((stat) => stat.cost_usd)), (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(sum((stat) => stat.calls)), (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(sum((stat) => stat.total_tokens))];
        rows.push([`_and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(hidden.length)} more_`, ...figures]);
    }
    const figures = ['Cost', 'Calls', 'Tokens'].map((figure) => ({ title: figure, right: true }));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([{ title }, ...figures], rows);
}
/** Name and figures, the dearest first, equals by name. */
function byCost(stats) {
    return Object.entries(stats).sort(([a, left], [b, right]) => right.cost_usd - left.cost_usd || (a < b ? -1 : 1));
}


/***/ }),

/***/ 8728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary),
/* harmony export */   e: () => (/* binding */ renderQuality)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4246);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5120);



const ROLES = { counted: 'counted', 'cross-check': 'cross-check', 'not-counted': 'not counted' };
const COLUMNS = [
    { title: 'Source' },
    { title: 'Format' },
    { title: 'Role' },
    { title: 'Files', right: true },
    { title: 'Calls', right: true },
    { title: 'Cost', right: true },
];
const EXAMPLE_LENGTH = 300;
/** What was read and what was found about it, folded. */
function renderQuality({ head }, room) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .limit */ .AB)(head.sources, room.folded);
    const rows = shown.map(({ path, format, role, files, records, cost_usd }) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path),
        format,
        ROLES[role],
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(files),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(records),
        role === 'counted' ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(cost_usd) : '–',
    ]);
    if (hidden.length > 0)
        rows.push([`_and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(hidden.length)} more_`, '', '', '', '', '']);
    const facts = [...writeCounts(head), ...writeNamed(head, room.folded)];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(writeSummary(head), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .stack */ .t$)([rows.length === 0 ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(COLUMNS, rows), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bullets */ .e5)(facts)]));
}
/** `78 calls from 13 files; 1 invalid, 2 duplicates`: the data in one line. */
function writeSummary({ calls, sources, quality, unpriced_calls: unpriced }) {
    const files = sources.reduce((sum, source) => sum + source.files, 0);
    const problems = [
        quality.invalid_records > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(quality.invalid_records)} invalid` : null,
        quality.duplicate_records > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(quality.duplicate_records, 'duplicate') : null,
        unpriced > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(unpriced)} without a price` : null,
        quality.disagreements.length > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(quality.disagreements.length, 'disagreement') : null,
        quality.overlaps.length > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(quality.overlaps.length, 'overlap') : null,
    ].filter((problem) => problem !== null);
    return `Data: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(calls, 'call')} from ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(files, 'file')}${problems.length === 0 ? '' : `; ${problems.join(', ')}`}`;
}
function writeCounts({ period, timezone, quality }) {
    const { duplicate_records: duplicates, placeholder_records: placeholders, earlier_records: earlier, records_without_run: loose } = quality;
    return [
        period.from === null || period.to === null
            ? null
            : `Calls from ${writeTime(period.from)} to ${writeTime(period.to)} UTC. A day begins at midnight in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(timezone)}.`,
        duplicates > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(duplicates, 'byte-identical duplicate')} left out.` : null,
        placeholders > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(placeholders, 'placeholder row')} left out: no tokens, no cost, no call.` : null,
        earlier > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(earlier, 'earlier record')}: in the sums per day and month only.` : null,
        loose > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(loose, 'call')} without a run.` : null,
    ].filter((fact) => fact !== null);
}
function writeNamed({ quality, unpriced, pricing }, room) {
    const { invalid_records: invalid, invalid_examples: examples, disagreements, overlaps } = quality;
    const priced = Object.entries(pricing.models);
    const by = [pricing.catalog, pricing.as_of].filter((part) => part !== null).map((part) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(part));
    return [
        ...(invalid > 0
            ? [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(invalid, 'invalid record')} left out${list(examples, room, (example) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(example, EXAMPLE_LENGTH))}`]
            : []),
        ...(unpriced.length > 0
            ? [
                `No known price, so in no amount${list(unpriced, room, (model) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(model.model)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(model.calls, 'call')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(model.input_tokens + model.output_tokens, 'token')}`)}`,
            ]
            : []),
        ...(disagreements.length > 0
            ? [
                `Run summaries that disagree with the records, which were counted${list(disagreements, room, (run) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(run.run_id)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(run.counted_cost_usd, run.summary_cost_usd)} counted, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(run.summary_cost_usd, run.counted_cost_usd)} in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(run.path)}`)}`,
            ]
            : []),
        ...(overlaps.length > 0
            ? [`Counted although another source describes the same runs${list(overlaps, room, (path) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path))}`]
            : []),
        ...(priced.length > 0
            ? [
                `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(pricing.priced_calls, 'call')} priced from the catalog (${by.join(', ')})${list(priced, room, ([model, { priced_as, calls }]) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(model)} as ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(priced_as)}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(calls, 'call')}`)}`,
            ]
            : []),
    ];
}
/** A nested list below a bullet. */
function list(items, room, write) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .limit */ .AB)(items, room);
    const lines = [...shown.map(write), ...(hidden.length > 0 ? [`_and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(hidden.length)} more_`] : [])];
    return lines.length === 0 ? '.' : `:\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}
/** `2026-11-03 15:00` of a time in ISO 8601. */
function writeTime(iso) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(iso.slice(0, 16).replace('T', ' '));
}


/***/ }),

/***/ 7426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ writeLimit),
/* harmony export */   IO: () => (/* binding */ describeRule),
/* harmony export */   VH: () => (/* binding */ writePlace),
/* harmony export */   cA: () => (/* binding */ writeActual),
/* harmony export */   f: () => (/* binding */ writeShare)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4246);

const NONE = '–';
/** Their messages begin with a name, which is quoted as it is. */
const STARTS_WITH_NAME = new Set(['unpriced_model', 'overlapping_sources']);
/** What was judged, in words: `Dearest day of agent planner: 2026-11-03`. Rules about the data speak for themselves. */
function describeRule(result, voice) {
    const { rule, run_id: run, period, message } = result;
    const subject = nameSubject(result, voice);
    const when = period === null ? '' : `: ${voice.name(period)}`;
    if (subject === null)
        return STARTS_WITH_NAME.has(rule) ? voice.text(message) : capitalize(voice.text(message));
    switch (rule) {
        case 'max_increase_percent':
            return `Increase of ${subject}`;
        case 'require_approval':
            return `Approval of ${subject}`;
        case 'max_cost_per_run_usd':
            return `Dearest run of ${subject}${run === null ? '' : `: ${voice.name(run)}`}`;
        case 'max_cost_per_day_usd':
        case 'max_daily_spend_usd':
            return `Dearest day of ${subject}${when}`;
        case 'max_cost_per_month_usd':
            return `Dearest month of ${subject}${when}`;
        case 'warn_cost_per_run_usd':
        case 'error_cost_per_run_usd':
            return run === null ? 'Dearest run' : `Dearest run: ${voice.name(run)}`;
        case 'unpriced_model':
            return `No known price for ${subject}: its calls are in no amount`;
        default:
            return voice.text(message);
    }
}
/** `122.9 %`, `$1.20`, `3 calls`, or `–`; figures of a broken limit always read differently from it. */
function writeActual({ actual, limit, unit, subject }) {
    return subject.kind === 'data' ? NONE : writeFigure(actual, limit, unit);
}
/** The limit, written like the actual figure. */
function writeLimit({ actual, limit, unit, rule }) {
    return rule === 'require_approval' ? 'needs approval' : writeFigure(limit, actual, unit);
}
/** How much of the limit is used; enough digits not to read as the limit itself. */
function writeShare({ percent_of_limit: share }) {
    return share === null ? NONE : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(share, 100);
}
/** `cost_governance.yaml:12`, or `default` where no policy says so. */
function writePlace({ policy, subject }, voice) {
    if (subject.kind === 'data')
        return NONE;
    return policy === null ? 'default' : voice.name(`${baseName(policy.path)}:${policy.line}`);
}
function nameSubject({ subject }, voice) {
    if (subject.kind === 'total')
        return 'the total';
    if (subject.kind === 'data')
        return null;
    return subject.name === null ? `any ${subject.kind}` : `${subject.kind} ${voice.name(subject.name)}`;
}
function writeFigure(value, like, unit) {
    if (value === null)
        return NONE;
    const other = like ?? undefined;
    if (unit === 'percent')
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedPercent */ .wu)(value, other);
    return unit === 'calls' ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(value, 'call') : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(value, other);
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function capitalize(sentence) {
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}


/***/ }),

/***/ 4453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   k: () => (/* binding */ spentLines)
/* harmony export */ });
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(830);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4246);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5120);
/* harmony import */ var _models_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1671);
/* harmony import */ var _quality_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8728);
/* harmony import */ var _unpriced_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2381);







const ROWS = 20;
/** A cost summary for a terminal: totals, then cost per model and agent, the dearest first. */
function renderSummary(summary, paint) {
    const { total_cost_usd: cost, calls, total_tokens: tokens, runs } = summary;
    const total = `${paint('bold', (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(cost))} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(calls, 'call')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tokens, 'token')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(runs, 'run')}`;
    const sections = [
        [total, (0,_unpriced_js__WEBPACK_IMPORTED_MODULE_4__/* .describeUnpriced */ .e)(summary, _escape_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .tZ)].filter((line) => line !== null),
        spentLines('Model', summary.model_stats, paint),
        spentLines('Agent', summary.agent_stats, paint),
        [paint('dim', (0,_quality_js__WEBPACK_IMPORTED_MODULE_3__/* .writeSummary */ .S)(summary))],
    ];
    return `${sections
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
/** A table of what each subject spent, the dearest first; no lines without subjects. */
function spentLines(title, stats, paint) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .limit */ .AB)((0,_models_js__WEBPACK_IMPORTED_MODULE_2__/* .byCost */ .Lb)(stats), ROWS);
    if (shown.length === 0)
        return [];
    const columns = [{ title }, ...['Cost', 'Calls', 'Tokens'].map((figure) => ({ title: figure, right: true }))];
    const rows = shown.map(([name, stat]) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(name), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(stat.cost_usd), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(stat.calls), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(stat.total_tokens)]);
    const [head = '', ...lines] = (0,_columns_js__WEBPACK_IMPORTED_MODULE_6__/* .alignColumns */ .R)(columns, rows);
    return [paint('dim', head), ...lines, ...(hidden.length > 0 ? [`and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(hidden.length)} more`] : [])];
}


/***/ }),

/***/ 4425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2973);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7864);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(830);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4246);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7077);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5120);
/* harmony import */ var _quality_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8728);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7426);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4453);
/* harmony import */ var _unpriced_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2381);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5724);












const STYLES = {
    pass: 'green',
    warn: 'yellow',
    fail: 'red',
    error: 'red',
    warning: 'yellow',
    notice: 'cyan',
};
const WORDS = { pass: 'PASS', warn: 'WARN', fail: 'FAIL' };
const ROWS = 20;
const RIGHT = { right: true };
/** The report for a terminal: verdict, total, findings, models, why, and the data in one line. */
function renderTerminal(report, paint) {
    const tone = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .toneOf */ .YV)(report);
    const verdict = `${paint(STYLES[tone], WORDS[tone])}  ${paint('bold', (0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .writeVerdict */ .P1)(report, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ))}`;
    const notes = [
        writeTotal(report),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .writeMainCause */ .GE)(report, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ, (words) => paint('bold', words)),
        (0,_unpriced_js__WEBPACK_IMPORTED_MODULE_8__/* .describeUnpriced */ .e)(report.head, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ),
        (0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .writeReprieve */ .YF)(report),
    ].filter((line) => line !== null);
    const sections = [
        [verdict, ...notes],
        findingLines(report, paint),
        modelLines(report, paint),
        whyLines(report, paint),
        [paint('dim', (0,_quality_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSummary */ .S)(report.head))],
    ];
    return `${sections
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
function writeTotal(report) {
    const total = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .totalOf */ .e6)(report);
    if (total === null)
        return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .usd */ .dR)(report.head.total_cost_usd)} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.head.calls, 'call')}; there is no baseline to compare with yet`;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .usd */ .dR)(total.before, total.after)} → ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .usd */ .dR)(total.after, total.before)} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .signedUsd */ .NT)(total.delta)}) against the ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .describeBaseline */ .FT)(report, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ)}`;
}
function findingLines({ findings }, paint) {
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .limit */ .AB)(findings, ROWS);
    const columns = [{ title: '' }, { title: 'Finding' }, { title: 'Actual', ...RIGHT }, { title: 'Limit', ...RIGHT }, { title: 'Rule' }];
    const rows = shown.map((finding) => [
        finding.level,
        (0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .describeRule */ .IO)(finding, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ),
        (0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .writeActual */ .cA)(finding),
        (0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .writeLimit */ .Dq)(finding),
        (0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .writePlace */ .VH)(finding, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ),
    ]);
    if (rows.length === 0)
        return [];
    const [title = '', ...lines] = (0,_columns_js__WEBPACK_IMPORTED_MODULE_11__/* .alignColumns */ .R)(columns, rows);
    const painted = lines.map((line, index) => paint(STYLES[shown[index]?.level ?? 'notice'], line));
    return [paint('dim', title), ...painted, ...(hidden.length > 0 ? [`and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .nd)(hidden.length)} more`] : [])];
}
function modelLines({ comparison, head }, paint) {
    const models = comparison?.models ?? null;
    if (comparison === null || models === null)
        return (0,_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .spentLines */ .k)('Model', head.model_stats, paint);
    const titles = ['Baseline', 'Now', 'Change', '', 'Calls'].map((title) => ({ title, ...RIGHT }));
    const { shown, hidden } = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_10__/* .limit */ .AB)(models, ROWS);
    const row = (name, change) => [name, ...(0,_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .changeCells */ .q)(change)];
    const rows = [
        ...shown.map((change) => row((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(change.name), change)),
        ...(hidden.length > 0 ? [[`and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .nd)(hidden.length)} more`]] : []),
    ];
    const [title = '', ...lines] = (0,_columns_js__WEBPACK_IMPORTED_MODULE_11__/* .alignColumns */ .R)([{ title: 'Model' }, ...titles], [...rows, row('Total', comparison.total)]);
    return [paint('dim', title), ...lines.slice(0, -1), paint('bold', lines.at(-1) ?? '')];
}
function whyLines({ comparison, explanation }, paint) {
    if (comparison === null || explanation === null)
        return [];
    const drivers = (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .drivingParts */ .QQ)(explanation);
    if (drivers.length === 0)
        return [];
    const rows = drivers.map(({ driver, delta_usd }) => {
        const [cause] = (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .cZ)(explanation, driver);
        return [(0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .nameDriver */ .W8)(driver), (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .signedUsd */ .NT)(delta_usd), cause === undefined ? '' : (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCause */ .V$)(cause, _escape_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAIN */ .tZ)];
    });
    const columns = [{ title: 'Why it changed' }, { title: 'Change', ...RIGHT }, { title: 'Largest cause' }];
    const [title = '', ...lines] = (0,_columns_js__WEBPACK_IMPORTED_MODULE_11__/* .alignColumns */ .R)(columns, [...rows, ['together', (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .signedUsd */ .NT)(comparison.total.delta_usd)]]);
    return [paint('dim', title), ...lines.slice(0, -1), paint('bold', lines.at(-1) ?? '')];
}


/***/ }),

/***/ 2381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describeUnpriced)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4246);

/** Models that are named; all of them are listed under the data. */
const NAMED = 3;
/** What is missing from every amount; null where every call has a price. */
function describeUnpriced({ unpriced_calls: calls, unpriced }, voice) {
    if (calls === 0)
        return null;
    const names = unpriced.slice(0, NAMED).map(({ model }) => voice.name(model));
    const more = unpriced.length > NAMED ? [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(unpriced.length - NAMED)} more`] : [];
    const list = names.length === 0 ? '' : `: ${[...names, ...more].join(', ')}`;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(calls, 'call')} without a known price ${calls === 1 ? 'is' : 'are'} in no amount${list}`;
}


/***/ }),

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ writeVerdict),
/* harmony export */   YF: () => (/* binding */ writeReprieve),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   dh: () => (/* binding */ MISSING_BASELINE),
/* harmony export */   e6: () => (/* binding */ totalOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4246);

/** Said by the headline, so no list of findings repeats it. */
const MISSING_BASELINE = 'missing_baseline';
/** The change of the total, or null where there is no baseline to compare with. */
function totalOf({ comparison, head }) {
    const before = comparison?.total.baseline_cost_usd ?? null;
    if (comparison === null || before === null)
        return null;
    const { delta_usd: delta, percent } = comparison.total;
    return { before, after: head.total_cost_usd, delta, percent };
}
/** A step that fails is never shown as a mere warning. */
function toneOf(report) {
    return report.blocked ? 'fail' : report.verdict;
}
/** The verdict in one line: `LLM cost +122.9 % — limit +20 %`. */
function writeVerdict(report, voice) {
    const { comment_key: key } = report.settings;
    const subject = key === 'default' ? 'LLM cost' : `LLM cost of ${voice.name(key)}`;
    return `${wouldFail(report) ? 'Would fail: ' : ''}${subject} ${writeChange(report)} — ${writeReason(report)}`;
}
/** Why a bad verdict blocks nothing; null where there is nothing to say. */
function writeReprieve(report) {
    if (report.settings.dry_run)
        return 'Dry run: nothing is blocked.';
    return wouldFail(report) ? 'Nothing is blocked: fail-on is never.' : null;
}
function wouldFail({ blocked, verdict, settings }) {
    return !blocked && (verdict === 'fail' || (verdict === 'warn' && settings.fail_on === 'warning'));
}
function writeChange(report) {
    const total = totalOf(report);
    if (total === null)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(report.head.total_cost_usd);
    if (total.delta === 0)
        return 'unchanged';
    if (total.percent === null)
        return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(total.before, total.after)} → ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(total.after, total.before)}`;
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedPercent */ .wu)(total.percent, report.settings.max_increase_percent);
}
function writeReason(report) {
    const { findings, settings } = report;
    const total = totalOf(report);
    const others = findings.filter((finding) => finding.rule !== MISSING_BASELINE && !isTotalIncrease(finding));
    const limit = `limit ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .signedPercent */ .wu)(settings.max_increase_percent)}`;
    if (total === null)
        return ['no baseline yet', ...countWorst(others, '')].join(', ');
    if (findings.some(isTotalIncrease))
        return [limit, ...countWorst(others, 'more ')].join(', ');
    const [worst] = countWorst(others, '');
    if (worst !== undefined)
        return worst;
    const { percent, delta } = total;
    const { max_increase_percent: max, min_increase_usd: min } = settings;
    return delta > 0 && delta < min && (percent === null || percent > max) ? `less than ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(min, delta)} more` : limit;
}
function countWorst(findings, more) {
    for (const level of ['error', 'warning']) {
        const found = findings.filter((finding) => finding.level === level).length;
        if (found > 0)
            return [(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(found, `${more}${level}`)];
    }
    return [];
}
function isTotalIncrease({ rule, subject }) {
    return rule === 'max_increase_percent' && subject.kind === 'total';
}


/***/ }),

/***/ 1423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3305);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3945);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _generated_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9117);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4131);





/** An input that must be a number in a range; empty is null, for "not given". */
const amount = (most) => zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB((text) => text === '' || (/^\d+(\.\d+)?$/.test(text) && Number(text) <= most), { error: `must be a number from 0 to ${most}` })), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => (text === '' ? null : Number(text))));
const optionalPath = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => (text === '' ? null : text)));
const schema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    'usage-path': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB((text) => text.trim() !== '', { error: 'must name at least one file or glob' })), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))),
    since: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB((text) => text === '' || (0,_time_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLooseTime */ .pj)(text) !== null, { error: 'must be an ISO 8601 date or time' })), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => (0,_time_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLooseTime */ .pj)(text))),
    'on-invalid': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fail', 'skip']),
    'policy-path': optionalPath,
    'baseline-path': optionalPath,
    'on-missing-baseline': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['pass', 'warn', 'fail']),
    'max-increase-percent': amount(1_000_000),
    'min-increase-usd': amount(1_000_000_000),
    'fail-on': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['error', 'warning', 'never']),
    'comment-mode': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['always', 'on-change', 'on-failure', 'never']),
    'comment-key': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._regex */ .Fk(/^[A-Za-z0-9._-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, dots, dashes or underscores' })),
    'pricing-path': optionalPath,
    timezone: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .refine */ .YPB(isTimezone, { error: 'must be an IANA time zone' })),
    'dry-run': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['true', 'false']), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => text === 'true')),
    'github-token': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    'working-directory': zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(text || '.'))),
});
const EXAMPLES = {
    'usage-path': '.runs/costs/costs.jsonl',
    since: '2026-11-01T00:00:00Z',
    'on-invalid': 'skip',
    'on-missing-baseline': 'warn',
    'max-increase-percent': '20',
    'min-increase-usd': '0.05',
    'fail-on': 'error',
    'comment-mode': 'on-change',
    'comment-key': 'evals',
    timezone: 'Europe/Berlin',
    'dry-run': 'true',
};
/**
 * Checks inputs; defaults come from action.yml alone.
 * @param prefix is what stands before a name where the user wrote it: nothing in a workflow, `--` in a terminal.
 * @throws InputError that names every wrong input, its value and an example.
 */
function readSettings(raw, prefix) {
    const defaults = Object.fromEntries(Object.entries(_generated_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .m).map(([name, input]) => [name, input.default]));
    const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
    const values = { ...defaults, ...given };
    const result = zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .safeParse */ .xL(schema, values);
    if (result.success)
        return Object.freeze(result.data);
    const lines = result.error.issues.map((issue) => describe(prefix, String(issue.path[0]), issue.code === 'invalid_value' ? oneOf(issue.values) : issue.message, values));
    throw lines.length === 1 ? new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(lines.join('')) : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(`${lines.length} inputs are wrong`, lines);
}
function describe(prefix, name, demand, values) {
    const example = Object.entries(EXAMPLES).find(([key]) => key === name)?.[1];
    const hint = example === undefined ? '' : prefix === '--' ? `. Example: --${name} ${example}` : `. Example: ${name}: ${example}`;
    return `${prefix}${name} ${demand}, got ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .S)(values[name])}${hint}`;
}
function oneOf(values) {
    return `must be one of ${values.join(', ')}`;
}
function isTimezone(name) {
    try {
        return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ summarizeWorkspace)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundled.js
var bundled = __webpack_require__(7568);
// EXTERNAL MODULE: ./build/generated/version.js
var version = __webpack_require__(9594);
// EXTERNAL MODULE: ./build/read/text.js
var read_text = __webpack_require__(5942);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/read/aggregate.js
var aggregate = __webpack_require__(7982);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/ajv/dist/runtime/ucs2length.js
var ucs2length = __webpack_require__(6214);
;// CONCATENATED MODULE: ./build/generated/validate/cost-record.js

const func1 = ucs2length["default"] ?? ucs2length
"use strict";const validate = (/* unused pure expression or super */ null && (validate20));/* harmony default export */ const cost_record = (validate20);const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:cost-record","type":"object","required":["timestamp","model","input_tokens","output_tokens"],"properties":{"timestamp":{"$ref":"#/$defs/timestamp"},"model":{"$ref":"#/$defs/name"},"input_tokens":{"$ref":"#/$defs/tokens"},"output_tokens":{"$ref":"#/$defs/tokens"},"total_tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"$ref":"#/$defs/usd"},"run_id":{"$ref":"#/$defs/optionalName"},"step":{"$ref":"#/$defs/optionalName"},"agent":{"$ref":"#/$defs/optionalName"},"status":{"$ref":"#/$defs/optionalName"},"calls":{"type":"integer","minimum":1,"maximum":1000000000000},"cached_input_tokens":{"$ref":"#/$defs/tokens"},"cache_write_tokens":{"$ref":"#/$defs/tokens"},"reasoning_tokens":{"$ref":"#/$defs/tokens"},"metadata":{"type":["object","null"],"properties":{"provider":{"$ref":"#/$defs/optionalName"},"customer_id":{"$ref":"#/$defs/optionalName"},"batch":{"type":["boolean","null"]},"use_batch":{"type":["boolean","null"]},"placeholder":{"type":["boolean","null"]},"llm_plan":{"type":["object","null"],"properties":{"use_batch":{"type":["boolean","null"]}}}}}},"$defs":{"timestamp":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$","examples":["2026-11-02T09:00:00.123456+00:00"]},"name":{"type":"string","minLength":1,"maxLength":512},"optionalName":{"type":["string","null"],"maxLength":512},"tokens":{"type":"integer","minimum":0,"maximum":1000000000000},"usd":{"type":["number","null"],"minimum":0,"maximum":1000000}}};const schema32 = {"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$","examples":["2026-11-02T09:00:00.123456+00:00"]};const schema33 = {"type":"string","minLength":1,"maxLength":512};const schema34 = {"type":"integer","minimum":0,"maximum":1000000000000};const schema37 = {"type":["number","null"],"minimum":0,"maximum":1000000};const schema38 = {"type":["string","null"],"maxLength":512};const pattern4 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$", "u");function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:cost-record" */;let vErrors = null;let errors = 0;const evaluated0 = validate20.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if(((((data.timestamp === undefined) && (missing0 = "timestamp")) || ((data.model === undefined) && (missing0 = "model"))) || ((data.input_tokens === undefined) && (missing0 = "input_tokens"))) || ((data.output_tokens === undefined) && (missing0 = "output_tokens"))){validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema31.required,parentSchema:schema31,data}];return false;}else {if(data.timestamp !== undefined){let data0 = data.timestamp;const _errs1 = errors;const _errs2 = errors;if(errors === _errs2){if(typeof data0 === "string"){if(!pattern4.test(data0)){validate20.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$"+"\"",schema:"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$",parentSchema:schema32,data:data0}];return false;}}else {validate20.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/$defs/timestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data0}];return false;}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.model !== undefined){let data1 = data.model;const _errs4 = errors;const _errs5 = errors;if(errors === _errs5){if(typeof data1 === "string"){if(func1(data1) > 512){validate20.errors = [{instancePath:instancePath+"/model",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema33,data:data1}];return false;}else {if(func1(data1) < 1){validate20.errors = [{instancePath:instancePath+"/model",schemaPath:"#/$defs/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data1}];return false;}}}else {validate20.errors = [{instancePath:instancePath+"/model",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data1}];return false;}}var valid0 = _errs4 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data2 = data.input_tokens;const _errs7 = errors;const _errs8 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){validate20.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data2}];return false;}if(errors === _errs8){if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1000000000000 || isNaN(data2)){validate20.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data2}];return false;}else {if(data2 < 0 || isNaN(data2)){validate20.errors = [{instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data2}];return false;}}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data3 = data.output_tokens;const _errs10 = errors;const _errs11 = errors;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){validate20.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data3}];return false;}if(errors === _errs11){if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 1000000000000 || isNaN(data3)){validate20.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data3}];return false;}else {if(data3 < 0 || isNaN(data3)){validate20.errors = [{instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data3}];return false;}}}}var valid0 = _errs10 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data4 = data.total_tokens;const _errs13 = errors;const _errs14 = errors;if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){validate20.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data4}];return false;}if(errors === _errs14){if((typeof data4 == "number") && (isFinite(data4))){if(data4 > 1000000000000 || isNaN(data4)){validate20.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data4}];return false;}else {if(data4 < 0 || isNaN(data4)){validate20.errors = [{instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data4}];return false;}}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_usd !== undefined){let data5 = data.cost_usd;const _errs16 = errors;const _errs17 = errors;if((!((typeof data5 == "number") && (isFinite(data5)))) && (data5 !== null)){validate20.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: schema37.type},message:"must be number,null",schema:schema37.type,parentSchema:schema37,data:data5}];return false;}if(errors === _errs17){if((typeof data5 == "number") && (isFinite(data5))){if(data5 > 1000000 || isNaN(data5)){validate20.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema37,data:data5}];return false;}else {if(data5 < 0 || isNaN(data5)){validate20.errors = [{instancePath:instancePath+"/cost_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37,data:data5}];return false;}}}}var valid0 = _errs16 === errors;}else {var valid0 = true;}if(valid0){if(data.run_id !== undefined){let data6 = data.run_id;const _errs19 = errors;const _errs20 = errors;if((typeof data6 !== "string") && (data6 !== null)){validate20.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data6}];return false;}if(errors === _errs20){if(typeof data6 === "string"){if(func1(data6) > 512){validate20.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data6}];return false;}}}var valid0 = _errs19 === errors;}else {var valid0 = true;}if(valid0){if(data.step !== undefined){let data7 = data.step;const _errs22 = errors;const _errs23 = errors;if((typeof data7 !== "string") && (data7 !== null)){validate20.errors = [{instancePath:instancePath+"/step",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data7}];return false;}if(errors === _errs23){if(typeof data7 === "string"){if(func1(data7) > 512){validate20.errors = [{instancePath:instancePath+"/step",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data7}];return false;}}}var valid0 = _errs22 === errors;}else {var valid0 = true;}if(valid0){if(data.agent !== undefined){let data8 = data.agent;const _errs25 = errors;const _errs26 = errors;if((typeof data8 !== "string") && (data8 !== null)){validate20.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data8}];return false;}if(errors === _errs26){if(typeof data8 === "string"){if(func1(data8) > 512){validate20.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data8}];return false;}}}var valid0 = _errs25 === errors;}else {var valid0 = true;}if(valid0){if(data.status !== undefined){let data9 = data.status;const _errs28 = errors;const _errs29 = errors;if((typeof data9 !== "string") && (data9 !== null)){validate20.errors = [{instancePath:instancePath+"/status",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data9}];return false;}if(errors === _errs29){if(typeof data9 === "string"){if(func1(data9) > 512){validate20.errors = [{instancePath:instancePath+"/status",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data9}];return false;}}}var valid0 = _errs28 === errors;}else {var valid0 = true;}if(valid0){if(data.calls !== undefined){let data10 = data.calls;const _errs31 = errors;if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){validate20.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.calls.type,parentSchema:schema31.properties.calls,data:data10}];return false;}if(errors === _errs31){if((typeof data10 == "number") && (isFinite(data10))){if(data10 > 1000000000000 || isNaN(data10)){validate20.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema31.properties.calls,data:data10}];return false;}else {if(data10 < 1 || isNaN(data10)){validate20.errors = [{instancePath:instancePath+"/calls",schemaPath:"#/properties/calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.calls,data:data10}];return false;}}}}var valid0 = _errs31 === errors;}else {var valid0 = true;}if(valid0){if(data.cached_input_tokens !== undefined){let data11 = data.cached_input_tokens;const _errs33 = errors;const _errs34 = errors;if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){validate20.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data11}];return false;}if(errors === _errs34){if((typeof data11 == "number") && (isFinite(data11))){if(data11 > 1000000000000 || isNaN(data11)){validate20.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data11}];return false;}else {if(data11 < 0 || isNaN(data11)){validate20.errors = [{instancePath:instancePath+"/cached_input_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data11}];return false;}}}}var valid0 = _errs33 === errors;}else {var valid0 = true;}if(valid0){if(data.cache_write_tokens !== undefined){let data12 = data.cache_write_tokens;const _errs36 = errors;const _errs37 = errors;if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){validate20.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data12}];return false;}if(errors === _errs37){if((typeof data12 == "number") && (isFinite(data12))){if(data12 > 1000000000000 || isNaN(data12)){validate20.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data12}];return false;}else {if(data12 < 0 || isNaN(data12)){validate20.errors = [{instancePath:instancePath+"/cache_write_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data12}];return false;}}}}var valid0 = _errs36 === errors;}else {var valid0 = true;}if(valid0){if(data.reasoning_tokens !== undefined){let data13 = data.reasoning_tokens;const _errs39 = errors;const _errs40 = errors;if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){validate20.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema34.type,parentSchema:schema34,data:data13}];return false;}if(errors === _errs40){if((typeof data13 == "number") && (isFinite(data13))){if(data13 > 1000000000000 || isNaN(data13)){validate20.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema34,data:data13}];return false;}else {if(data13 < 0 || isNaN(data13)){validate20.errors = [{instancePath:instancePath+"/reasoning_tokens",schemaPath:"#/$defs/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema34,data:data13}];return false;}}}}var valid0 = _errs39 === errors;}else {var valid0 = true;}if(valid0){if(data.metadata !== undefined){let data14 = data.metadata;const _errs42 = errors;if((!(data14 && typeof data14 == "object" && !Array.isArray(data14))) && (data14 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema31.properties.metadata.type},message:"must be object,null",schema:schema31.properties.metadata.type,parentSchema:schema31.properties.metadata,data:data14}];return false;}if(errors === _errs42){if(data14 && typeof data14 == "object" && !Array.isArray(data14)){if(data14.provider !== undefined){let data15 = data14.provider;const _errs44 = errors;const _errs45 = errors;if((typeof data15 !== "string") && (data15 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/provider",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data15}];return false;}if(errors === _errs45){if(typeof data15 === "string"){if(func1(data15) > 512){validate20.errors = [{instancePath:instancePath+"/metadata/provider",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data15}];return false;}}}var valid14 = _errs44 === errors;}else {var valid14 = true;}if(valid14){if(data14.customer_id !== undefined){let data16 = data14.customer_id;const _errs47 = errors;const _errs48 = errors;if((typeof data16 !== "string") && (data16 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/customer_id",schemaPath:"#/$defs/optionalName/type",keyword:"type",params:{type: schema38.type},message:"must be string,null",schema:schema38.type,parentSchema:schema38,data:data16}];return false;}if(errors === _errs48){if(typeof data16 === "string"){if(func1(data16) > 512){validate20.errors = [{instancePath:instancePath+"/metadata/customer_id",schemaPath:"#/$defs/optionalName/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema38,data:data16}];return false;}}}var valid14 = _errs47 === errors;}else {var valid14 = true;}if(valid14){if(data14.batch !== undefined){let data17 = data14.batch;const _errs50 = errors;if((typeof data17 !== "boolean") && (data17 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/batch",schemaPath:"#/properties/metadata/properties/batch/type",keyword:"type",params:{type: schema31.properties.metadata.properties.batch.type},message:"must be boolean,null",schema:schema31.properties.metadata.properties.batch.type,parentSchema:schema31.properties.metadata.properties.batch,data:data17}];return false;}var valid14 = _errs50 === errors;}else {var valid14 = true;}if(valid14){if(data14.use_batch !== undefined){let data18 = data14.use_batch;const _errs52 = errors;if((typeof data18 !== "boolean") && (data18 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/use_batch",schemaPath:"#/properties/metadata/properties/use_batch/type",keyword:"type",params:{type: schema31.properties.metadata.properties.use_batch.type},message:"must be boolean,null",schema:schema31.properties.metadata.properties.use_batch.type,parentSchema:schema31.properties.metadata.properties.use_batch,data:data18}];return false;}var valid14 = _errs52 === errors;}else {var valid14 = true;}if(valid14){if(data14.placeholder !== undefined){let data19 = data14.placeholder;const _errs54 = errors;if((typeof data19 !== "boolean") && (data19 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/placeholder",schemaPath:"#/properties/metadata/properties/placeholder/type",keyword:"type",params:{type: schema31.properties.metadata.properties.placeholder.type},message:"must be boolean,null",schema:schema31.properties.metadata.properties.placeholder.type,parentSchema:schema31.properties.metadata.properties.placeholder,data:data19}];return false;}var valid14 = _errs54 === errors;}else {var valid14 = true;}if(valid14){if(data14.llm_plan !== undefined){let data20 = data14.llm_plan;const _errs56 = errors;if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/llm_plan",schemaPath:"#/properties/metadata/properties/llm_plan/type",keyword:"type",params:{type: schema31.properties.metadata.properties.llm_plan.type},message:"must be object,null",schema:schema31.properties.metadata.properties.llm_plan.type,parentSchema:schema31.properties.metadata.properties.llm_plan,data:data20}];return false;}if(errors === _errs56){if(data20 && typeof data20 == "object" && !Array.isArray(data20)){if(data20.use_batch !== undefined){let data21 = data20.use_batch;if((typeof data21 !== "boolean") && (data21 !== null)){validate20.errors = [{instancePath:instancePath+"/metadata/llm_plan/use_batch",schemaPath:"#/properties/metadata/properties/llm_plan/properties/use_batch/type",keyword:"type",params:{type: schema31.properties.metadata.properties.llm_plan.properties.use_batch.type},message:"must be boolean,null",schema:schema31.properties.metadata.properties.llm_plan.properties.use_batch.type,parentSchema:schema31.properties.metadata.properties.llm_plan.properties.use_batch,data:data21}];return false;}}}}var valid14 = _errs56 === errors;}else {var valid14 = true;}}}}}}}}var valid0 = _errs42 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}}}else {validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data}];return false;}}validate20.errors = vErrors;return errors === 0;}validate20.evaluated = {"props":{"timestamp":true,"model":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cost_usd":true,"run_id":true,"step":true,"agent":true,"status":true,"calls":true,"cached_input_tokens":true,"cache_write_tokens":true,"reasoning_tokens":true,"metadata":true},"dynamicProps":false,"dynamicItems":false};

// EXTERNAL MODULE: ./build/time.js
var time = __webpack_require__(4131);
// EXTERNAL MODULE: ./build/read/json.js
var json = __webpack_require__(9815);
;// CONCATENATED MODULE: ./build/read/outcome.js
const SUCCESS = new Set(['ok', 'success', 'succeeded', 'successful', 'completed', 'passed']);
const FAILURE = new Set(['error', 'failed', 'failure', 'timeout', 'cancelled', 'canceled', 'aborted', 'partial']);
function isSuccess(status) {
    return SUCCESS.has(status.toLowerCase());
}
/** How a run ended, by its status; null for one that says nothing about the end, such as `running`. */
function outcomeOf(status) {
    if (!status)
        return null;
    if (isSuccess(status))
        return 'success';
    return FAILURE.has(status.toLowerCase()) ? 'failure' : null;
}

;// CONCATENATED MODULE: ./build/read/ledger.js




/** Records of some ledger lines; a byte-identical line that was there before is left out and counted. */
function readLedger(lines, file, repeats, invalid, counts) {
    const records = [];
    for (const line of lines) {
        const parsed = (0,json/* parseLine */.A)(line);
        if (parsed.fault !== null) {
            invalid.add(file, parsed.line, parsed.fault);
            continue;
        }
        if (repeats.seen(line.text))
            counts.duplicates += 1;
        else {
            const record = readRow(parsed.value, file, line.number, invalid, counts);
            if (record)
                records.push(record);
        }
    }
    return records;
}
/** One row of the ledger or of costs.db; null where it is invalid or stands for no call. */
function readRow(row, file, line, invalid, counts) {
    if (!isRow(row)) {
        invalid.addErrors(file, line, row, cost_record.errors);
        return null;
    }
    const timeMs = (0,time/* parseTimestamp */.EH)(row.timestamp);
    if (timeMs === null) {
        invalid.add(file, line, `must be a day of the calendar, got "${row.timestamp}"`, '$.timestamp');
        return null;
    }
    const calls = row.calls ?? 1;
    const status = row.status ?? null;
    if (row.input_tokens + row.output_tokens === 0 && !row.cost_usd && (status === null || isSuccess(status))) {
        counts.placeholders += 1;
        return null;
    }
    const cached = row.cached_input_tokens ?? 0;
    const cacheWrite = row.cache_write_tokens ?? 0;
    if (cached + cacheWrite > row.input_tokens) {
        invalid.add(file, line, `must include cached_input_tokens and cache_write_tokens (${cached + cacheWrite}), got ${row.input_tokens}`, '$.input_tokens');
        return null;
    }
    const metadata = row.metadata;
    return {
        timeMs,
        model: row.model,
        provider: metadata?.provider ?? null,
        calls,
        errors: status === null || isSuccess(status) ? 0 : calls,
        inputTokens: row.input_tokens,
        outputTokens: row.output_tokens,
        cachedTokens: cached,
        cacheWriteTokens: cacheWrite,
        reasoningTokens: row.reasoning_tokens ?? 0,
        costUsd: row.cost_usd ?? null,
        runId: row.run_id || null,
        step: row.step || null,
        agent: row.agent || null,
        customer: metadata?.customer_id || null,
        batch: (metadata?.batch ?? metadata?.use_batch ?? metadata?.llm_plan?.use_batch) === true,
    };
}
function isRow(row) {
    return cost_record(row);
}

;// CONCATENATED MODULE: ./build/read/database.js






const TABLE = 'cost_records';
const NEEDED = ['timestamp', 'model', 'input_tokens', 'output_tokens'];
const WANTED = [...NEEDED, 'cost_usd', 'run_id', 'step', 'agent', 'metadata'];
const BATCH = 5000;
/** A longer text in a cell is no name and no metadata. Characters. */
const LONGEST_CELL = 1 << 20;
/** Streams the rows of a costs.db. Needs Node 22.13 or newer, whose SQLite is built in. */
async function* readDatabase(path, file, invalid, counts) {
    // A copy, because SQLite writes side files next to a database in WAL mode even when it only reads.
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'llm-cost-gate-'));
    try {
        const copy = (0,external_node_path_.join)(folder, 'costs.db');
        await (0,promises_.copyFile)(path, copy).catch((0,read_text/* fileFault */.bT)(file));
        const hasLog = await (0,promises_.copyFile)(`${path}-wal`, `${copy}-wal`).then(() => true, () => false);
        const database = await openDatabase(copy, file);
        try {
            const columns = findColumns(database, file, hasLog || !(await usesLog(copy)));
            yield* readRows(database, columns, file, invalid, counts);
        }
        catch (error) {
            throw error instanceof errors/* InputError */.d ? error : new errors/* InputError */.d(`${file}: is a damaged SQLite database (${error instanceof Error ? error.message : error})`);
        }
        finally {
            database.close();
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function openDatabase(path, file) {
    // Node 20 prints a warning instead of loading, so the import itself must not be static.
    const sqlite = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19)).catch(() => {
        throw new errors/* InputError */.d(`${file}: reading SQLite needs Node 24, this is Node ${process.versions.node}. Use Node 24, or give usage-path a JSONL ledger`);
    });
    return new sqlite.DatabaseSync(path, { readOnly: true, allowExtension: false });
}
/** Bytes 18 and 19 of the header are 2 where a write-ahead log belongs to the database (sqlite.org/fileformat2.html). */
async function usesLog(path) {
    const handle = await (0,promises_.open)(path);
    try {
        const { buffer } = await handle.read(Buffer.alloc(20), 0, 20, 0);
        return buffer[18] === 2;
    }
    finally {
        await handle.close();
    }
}
/** The stored columns that the table has. A view or a computed column could run any query, also one that never ends. */
function findColumns(database, file, complete) {
    const kind = database.prepare('SELECT type FROM sqlite_schema WHERE name = ?').get(TABLE)?.type;
    if (kind === undefined) {
        const hint = complete ? '' : '. Its write-ahead log (-wal) is missing: close the database before copying it, or copy the log too';
        throw new errors/* InputError */.d(`${file}: has no table ${TABLE}${hint}`);
    }
    if (kind !== 'table')
        throw new errors/* InputError */.d(`${file}: ${TABLE} must be a table, got a ${kind}`);
    const stored = database.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').all(TABLE).map(({ name }) => String(name));
    const missing = NEEDED.filter((name) => !stored.includes(name));
    if (missing.length > 0)
        throw new errors/* InputError */.d(`${file}: table ${TABLE} has no column ${missing.join(', ')}`);
    return WANTED.filter((name) => stored.includes(name));
}
function* readRows(database, columns, file, invalid, counts) {
    const guarded = columns.map((name) => `CASE WHEN typeof(${name}) = 'blob' OR length(${name}) > ${LONGEST_CELL} THEN 'too long or binary' ELSE ${name} END AS ${name}`);
    const select = database.prepare(`SELECT ${guarded.join(', ')} FROM ${TABLE}`);
    select.setReadBigInts(true);
    let batch = [];
    let number = 0;
    for (const cells of select.iterate()) {
        number += 1;
        const record = readRow(toRow(cells), `${file} row`, number, invalid, counts);
        if (record)
            batch.push(record);
        if (batch.length < BATCH)
            continue;
        yield batch;
        batch = [];
    }
    if (batch.length > 0)
        yield batch;
}
/** Cells as the JSON of a ledger row would hold them. */
function toRow(cells) {
    return Object.fromEntries(Object.entries(cells).map(([name, cell]) => {
        if (typeof cell === 'bigint')
            return [name, Number(cell)];
        return [name, name === 'metadata' && typeof cell === 'string' ? parseMetadata(cell) : cell];
    }));
}
function parseMetadata(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/read/detect.js
var detect = __webpack_require__(7370);
// EXTERNAL MODULE: ./build/read/document.js + 4 modules
var read_document = __webpack_require__(947);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
;// CONCATENATED MODULE: ./build/read/find.js




/**
 * The files that patterns match, in order of name. Hidden folders are searched, links to folders are not followed,
 * and a link that leads out of the working directory is an InputError: the usage files come from the code being judged.
 */
async function findFiles(cwd, patterns) {
    const found = new Map();
    for (const pattern of patterns) {
        if (/[{}]/.test(pattern))
            throw new errors/* InputError */.d(`usage-path does not take braces, got "${pattern}". Write one pattern per line`);
        for (const path of await match(cwd, pattern)) {
            if (found.has(path))
                continue;
            const size = await sizeOf(cwd, path);
            if (size !== null)
                found.set(path, { path, file: show(cwd, path), pattern, size });
        }
    }
    return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
async function match(cwd, pattern) {
    if (/[*?[\]!]/.test(pattern))
        return (0,dist/* glob */.TI)(pattern, { cwd, absolute: true, dot: true, followSymbolicLinks: false, expandDirectories: false, onlyFiles: false });
    const path = (0,external_node_path_.isAbsolute)(pattern) ? pattern : (0,external_node_path_.join)(cwd, pattern);
    return (await exists(path)) ? [path] : [];
}
async function exists(path) {
    return (0,promises_.lstat)(path).then(() => true, (error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return false;
        throw error;
    });
}
/** Size of a regular file; null for a folder. Devices and pipes would block or never end. */
async function sizeOf(cwd, path) {
    const file = show(cwd, path);
    const info = await (0,promises_.stat)(path).catch((error) => {
        throw new errors/* InputError */.d(`${file}: cannot be read (${error.code})`);
    });
    if (info.isDirectory())
        return null;
    if (!info.isFile())
        throw new errors/* InputError */.d(`${file}: is no regular file`);
    if ((await (0,promises_.lstat)(path)).isSymbolicLink() || file.startsWith('.'))
        await refuseEscape(cwd, path, file);
    return info.size;
}
async function refuseEscape(cwd, path, file) {
    if (!isInside(cwd, path))
        return;
    const [root, real] = [await (0,promises_.realpath)(cwd), await (0,promises_.realpath)(path)];
    if (!isInside(root, real))
        throw new errors/* InputError */.d(`${file}: is a link that leads out of the working directory`);
}
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way === '' || !(way.startsWith(`..${external_node_path_.sep}`) || way === '..' || (0,external_node_path_.isAbsolute)(way));
}
/** The path as users know it. */
function show(cwd, path) {
    return (isInside(cwd, path) ? (0,external_node_path_.relative)(cwd, path) : path).split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./build/problems.js
var problems = __webpack_require__(7806);
;// CONCATENATED MODULE: ./build/read/invalid.js


/** Problems that are shown one by one; the rest is a number. */
const SHOWN = 10;
/** Collects records and documents that break their schema, so that one bad row does not hide the others. */
class InvalidLog {
    count = 0;
    examples = [];
    add(file, line, what, path) {
        this.count += 1;
        if (this.examples.length < SHOWN)
            this.examples.push((0,errors.at)({ file, line, path }, what));
    }
    /** The first problem that a validator found in a record or document. */
    addErrors(file, line, data, errors) {
        const error = errors?.[0];
        if (!error)
            return this.add(file, line, 'breaks its schema');
        const { path, message } = (0,problems/* describeProblem */.B)(data, error);
        this.add(file, line, message, path);
    }
    /** Throws an InputError that lists the first problems, where there are any. */
    throwIfAny() {
        if (this.count === 0)
            return;
        const more = this.count - this.examples.length;
        const subject = this.count === 1 ? '1 usage record is' : `${this.count} usage records are`;
        throw new errors/* InputError */.d(`${subject} invalid. Mend what writes them, or set on-invalid: skip to judge without them`, [
            ...this.examples,
            ...(more > 0 ? [`and ${more} more`] : []),
        ]);
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/read/lines.js



/** Large enough that a system call per chunk costs nothing, small enough that memory stays flat. */
const CHUNK = 1 << 20;
/** A longer line is no record; reading on would hold it whole. Bytes. */
const LONGEST_LINE = 4 << 20;
/**
 * Streams the lines of a file, chunk by chunk, as far as it reached when it was opened.
 * @param onBytes is told how many bytes were read.
 */
async function* readLines(path, file, onBytes) {
    const handle = await (0,promises_.open)(path).catch((0,read_text/* fileFault */.bT)(file));
    try {
        const { size } = await handle.stat();
        let buffer = Buffer.allocUnsafe(Math.min(CHUNK, size) + 1);
        let kept = 0;
        let position = 0;
        let number = 1;
        while (position < size) {
            if (buffer.length - kept < CHUNK && buffer.length < size)
                buffer = Buffer.concat([buffer.subarray(0, kept)], Math.min(kept + CHUNK, size) + 1);
            const { bytesRead } = await handle.read(buffer, kept, Math.min(buffer.length - kept, size - position), position).catch((0,read_text/* fileFault */.bT)(file));
            if (bytesRead === 0)
                break;
            position += bytesRead;
            onBytes(bytesRead);
            const filled = kept + bytesRead;
            const last = position >= size;
            const end = last ? filled : buffer.lastIndexOf(10, filled - 1) + 1;
            if (end === 0 && filled > LONGEST_LINE) {
                yield [{ number, text: '', fault: `is longer than ${LONGEST_LINE} bytes; the rest of the file was not read`, open: false }];
                return;
            }
            const { lines, next } = split(buffer.subarray(0, end), number);
            number = next;
            if (lines.length > 0)
                yield lines;
            buffer.copyWithin(0, end, filled);
            kept = filled - end;
        }
    }
    finally {
        await handle.close();
    }
}
function split(bytes, first) {
    const lines = [];
    const ascii = (0,external_node_buffer_.isAscii)(bytes);
    const sound = ascii || (0,external_node_buffer_.isUtf8)(bytes);
    let number = first;
    for (let start = first === 1 && hasMark(bytes) ? 3 : 0; start < bytes.length; number++) {
        const found = bytes.indexOf(10, start);
        const end = found < 0 ? bytes.length : found;
        const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end;
        if (stop > start) {
            const line = sound ? null : bytes.subarray(start, stop);
            const fault = line && !(0,external_node_buffer_.isUtf8)(line) ? 'is not UTF-8' : null;
            const text = ascii ? bytes.toString('latin1', start, stop) : bytes.toString('utf8', start, stop);
            if (fault !== null || text.trim() !== '')
                lines.push({ number, text, fault, open: found < 0 });
        }
        start = end + 1;
    }
    return { lines, next: number };
}
/** A byte order mark, as some editors write it. */
function hasMark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

;// CONCATENATED MODULE: ./build/generated/validate/mcp-call.js

const mcp_call_func1 = ucs2length["default"] ?? ucs2length
"use strict";const mcp_call_validate = (/* unused pure expression or super */ null && (validate44));/* harmony default export */ const mcp_call = (validate44);const schema104 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:mcp-call","type":"object","properties":{"ts":{"type":["string","number","null"]},"timestamp":{"type":["string","number","null"]},"server":{"type":["string","null"],"maxLength":512},"tool":{"type":["string","null"],"maxLength":512},"step":{"type":["string","null"],"maxLength":512},"status":{"type":["string","null"],"maxLength":64},"model":{"type":["string","null"],"maxLength":512},"model_name":{"type":["string","null"],"maxLength":512},"config":{"type":["object","null"],"properties":{"model":{"type":["string","null"],"maxLength":512}}},"usage":{"anyOf":[{"$ref":"#/$defs/usage"},{"type":"null"}]},"input_tokens":{"$ref":"#/$defs/tokens"},"output_tokens":{"$ref":"#/$defs/tokens"},"total_tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"$ref":"#/$defs/usd"}},"$defs":{"numeric":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$","examples":["200"]},"tokens":{"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}$"},{"type":"null"}]},"usd":{"anyOf":[{"type":"number","minimum":0,"maximum":1000000},{"$ref":"#/$defs/numeric"},{"type":"null"}]},"usage":{"type":"object","properties":{"model":{"type":["string","null"],"maxLength":512},"input_tokens":{"$ref":"#/$defs/tokens"},"output_tokens":{"$ref":"#/$defs/tokens"},"total_tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"$ref":"#/$defs/usd"}}}}};const schema106 = {"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}$"},{"type":"null"}]};const schema105 = {"type":"object","properties":{"model":{"type":["string","null"],"maxLength":512},"input_tokens":{"$ref":"#/$defs/tokens"},"output_tokens":{"$ref":"#/$defs/tokens"},"total_tokens":{"$ref":"#/$defs/tokens"},"cost_usd":{"$ref":"#/$defs/usd"}}};const pattern5 = new RegExp("^[0-9]{1,12}$", "u");const schema109 = {"anyOf":[{"type":"number","minimum":0,"maximum":1000000},{"$ref":"#/$defs/numeric"},{"type":"null"}]};const schema110 = {"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$","examples":["200"]};const pattern8 = new RegExp("^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$", "u");function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate46.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}const _errs0 = errors;let valid0 = false;const _errs1 = errors;if(errors === _errs1){if((typeof data == "number") && (isFinite(data))){if(data > 1000000 || isNaN(data)){const err0 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema109.anyOf[0],data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}else {if(data < 0 || isNaN(data)){const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema109.anyOf[0],data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}}else {const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema109.anyOf[0].type,parentSchema:schema109.anyOf[0],data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}var _valid0 = _errs1 === errors;valid0 = valid0 || _valid0;const _errs3 = errors;const _errs4 = errors;if(errors === _errs4){if(typeof data === "string"){if(!pattern8.test(data)){const err3 = {instancePath,schemaPath:"#/$defs/numeric/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$",parentSchema:schema110,data};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath,schemaPath:"#/$defs/numeric/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.type,parentSchema:schema110,data};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}var _valid0 = _errs3 === errors;valid0 = valid0 || _valid0;const _errs6 = errors;if(data !== null){const err5 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema109.anyOf[2].type,parentSchema:schema109.anyOf[2],data};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}var _valid0 = _errs6 === errors;valid0 = valid0 || _valid0;if(!valid0){const err6 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema109.anyOf,parentSchema:schema109,data};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;validate46.errors = vErrors;return false;}else {errors = _errs0;if(vErrors !== null){if(_errs0){vErrors.length = _errs0;}else {vErrors = null;}}}validate46.errors = vErrors;return errors === 0;}validate46.evaluated = {"dynamicProps":false,"dynamicItems":false};function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate45.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){if(data.model !== undefined){let data0 = data.model;const _errs1 = errors;if((typeof data0 !== "string") && (data0 !== null)){validate45.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: schema105.properties.model.type},message:"must be string,null",schema:schema105.properties.model.type,parentSchema:schema105.properties.model,data:data0}];return false;}if(errors === _errs1){if(typeof data0 === "string"){if(mcp_call_func1(data0) > 512){validate45.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema105.properties.model,data:data0}];return false;}}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data1 = data.input_tokens;const _errs3 = errors;const _errs5 = errors;let valid2 = false;const _errs6 = errors;if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){const err0 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data1};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(errors === _errs6){if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000000000 || isNaN(data1)){const err1 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data1};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}else {if(data1 < 0 || isNaN(data1)){const err2 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data1};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}}}var _valid0 = _errs6 === errors;valid2 = valid2 || _valid0;const _errs8 = errors;if(errors === _errs8){if(typeof data1 === "string"){if(!pattern5.test(data1)){const err3 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data1};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data1};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}var _valid0 = _errs8 === errors;valid2 = valid2 || _valid0;const _errs10 = errors;if(data1 !== null){const err5 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data1};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}var _valid0 = _errs10 === errors;valid2 = valid2 || _valid0;if(!valid2){const err6 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;validate45.errors = vErrors;return false;}else {errors = _errs5;if(vErrors !== null){if(_errs5){vErrors.length = _errs5;}else {vErrors = null;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data2 = data.output_tokens;const _errs12 = errors;const _errs14 = errors;let valid4 = false;const _errs15 = errors;if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){const err7 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data2};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if(errors === _errs15){if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1000000000000 || isNaN(data2)){const err8 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data2};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}else {if(data2 < 0 || isNaN(data2)){const err9 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data2};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}}}var _valid1 = _errs15 === errors;valid4 = valid4 || _valid1;const _errs17 = errors;if(errors === _errs17){if(typeof data2 === "string"){if(!pattern5.test(data2)){const err10 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data2};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}else {const err11 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data2};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}var _valid1 = _errs17 === errors;valid4 = valid4 || _valid1;const _errs19 = errors;if(data2 !== null){const err12 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data2};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}var _valid1 = _errs19 === errors;valid4 = valid4 || _valid1;if(!valid4){const err13 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data2};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;validate45.errors = vErrors;return false;}else {errors = _errs14;if(vErrors !== null){if(_errs14){vErrors.length = _errs14;}else {vErrors = null;}}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data3 = data.total_tokens;const _errs21 = errors;const _errs23 = errors;let valid6 = false;const _errs24 = errors;if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){const err14 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data3};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}if(errors === _errs24){if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 1000000000000 || isNaN(data3)){const err15 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data3};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}else {if(data3 < 0 || isNaN(data3)){const err16 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data3};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}}}var _valid2 = _errs24 === errors;valid6 = valid6 || _valid2;const _errs26 = errors;if(errors === _errs26){if(typeof data3 === "string"){if(!pattern5.test(data3)){const err17 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data3};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}else {const err18 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data3};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}var _valid2 = _errs26 === errors;valid6 = valid6 || _valid2;const _errs28 = errors;if(data3 !== null){const err19 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data3};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}var _valid2 = _errs28 === errors;valid6 = valid6 || _valid2;if(!valid6){const err20 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data3};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;validate45.errors = vErrors;return false;}else {errors = _errs23;if(vErrors !== null){if(_errs23){vErrors.length = _errs23;}else {vErrors = null;}}}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_usd !== undefined){const _errs30 = errors;if(!(validate46(data.cost_usd, {instancePath:instancePath+"/cost_usd",parentData:data,parentDataProperty:"cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);errors = vErrors.length;}var valid0 = _errs30 === errors;}else {var valid0 = true;}}}}}}else {validate45.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.type,parentSchema:schema105,data}];return false;}}validate45.errors = vErrors;return errors === 0;}validate45.evaluated = {"props":{"model":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cost_usd":true},"dynamicProps":false,"dynamicItems":false};function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:mcp-call" */;let vErrors = null;let errors = 0;const evaluated0 = validate44.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){if(data.ts !== undefined){let data0 = data.ts;const _errs1 = errors;if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (data0 !== null)){validate44.errors = [{instancePath:instancePath+"/ts",schemaPath:"#/properties/ts/type",keyword:"type",params:{type: schema104.properties.ts.type},message:"must be string,number,null",schema:schema104.properties.ts.type,parentSchema:schema104.properties.ts,data:data0}];return false;}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.timestamp !== undefined){let data1 = data.timestamp;const _errs3 = errors;if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (data1 !== null)){validate44.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/type",keyword:"type",params:{type: schema104.properties.timestamp.type},message:"must be string,number,null",schema:schema104.properties.timestamp.type,parentSchema:schema104.properties.timestamp,data:data1}];return false;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.server !== undefined){let data2 = data.server;const _errs5 = errors;if((typeof data2 !== "string") && (data2 !== null)){validate44.errors = [{instancePath:instancePath+"/server",schemaPath:"#/properties/server/type",keyword:"type",params:{type: schema104.properties.server.type},message:"must be string,null",schema:schema104.properties.server.type,parentSchema:schema104.properties.server,data:data2}];return false;}if(errors === _errs5){if(typeof data2 === "string"){if(mcp_call_func1(data2) > 512){validate44.errors = [{instancePath:instancePath+"/server",schemaPath:"#/properties/server/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.server,data:data2}];return false;}}}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.tool !== undefined){let data3 = data.tool;const _errs7 = errors;if((typeof data3 !== "string") && (data3 !== null)){validate44.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: schema104.properties.tool.type},message:"must be string,null",schema:schema104.properties.tool.type,parentSchema:schema104.properties.tool,data:data3}];return false;}if(errors === _errs7){if(typeof data3 === "string"){if(mcp_call_func1(data3) > 512){validate44.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.tool,data:data3}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.step !== undefined){let data4 = data.step;const _errs9 = errors;if((typeof data4 !== "string") && (data4 !== null)){validate44.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/type",keyword:"type",params:{type: schema104.properties.step.type},message:"must be string,null",schema:schema104.properties.step.type,parentSchema:schema104.properties.step,data:data4}];return false;}if(errors === _errs9){if(typeof data4 === "string"){if(mcp_call_func1(data4) > 512){validate44.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.step,data:data4}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}if(valid0){if(data.status !== undefined){let data5 = data.status;const _errs11 = errors;if((typeof data5 !== "string") && (data5 !== null)){validate44.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: schema104.properties.status.type},message:"must be string,null",schema:schema104.properties.status.type,parentSchema:schema104.properties.status,data:data5}];return false;}if(errors === _errs11){if(typeof data5 === "string"){if(mcp_call_func1(data5) > 64){validate44.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema104.properties.status,data:data5}];return false;}}}var valid0 = _errs11 === errors;}else {var valid0 = true;}if(valid0){if(data.model !== undefined){let data6 = data.model;const _errs13 = errors;if((typeof data6 !== "string") && (data6 !== null)){validate44.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: schema104.properties.model.type},message:"must be string,null",schema:schema104.properties.model.type,parentSchema:schema104.properties.model,data:data6}];return false;}if(errors === _errs13){if(typeof data6 === "string"){if(mcp_call_func1(data6) > 512){validate44.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.model,data:data6}];return false;}}}var valid0 = _errs13 === errors;}else {var valid0 = true;}if(valid0){if(data.model_name !== undefined){let data7 = data.model_name;const _errs15 = errors;if((typeof data7 !== "string") && (data7 !== null)){validate44.errors = [{instancePath:instancePath+"/model_name",schemaPath:"#/properties/model_name/type",keyword:"type",params:{type: schema104.properties.model_name.type},message:"must be string,null",schema:schema104.properties.model_name.type,parentSchema:schema104.properties.model_name,data:data7}];return false;}if(errors === _errs15){if(typeof data7 === "string"){if(mcp_call_func1(data7) > 512){validate44.errors = [{instancePath:instancePath+"/model_name",schemaPath:"#/properties/model_name/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.model_name,data:data7}];return false;}}}var valid0 = _errs15 === errors;}else {var valid0 = true;}if(valid0){if(data.config !== undefined){let data8 = data.config;const _errs17 = errors;if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){validate44.errors = [{instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: schema104.properties.config.type},message:"must be object,null",schema:schema104.properties.config.type,parentSchema:schema104.properties.config,data:data8}];return false;}if(errors === _errs17){if(data8 && typeof data8 == "object" && !Array.isArray(data8)){if(data8.model !== undefined){let data9 = data8.model;const _errs19 = errors;if((typeof data9 !== "string") && (data9 !== null)){validate44.errors = [{instancePath:instancePath+"/config/model",schemaPath:"#/properties/config/properties/model/type",keyword:"type",params:{type: schema104.properties.config.properties.model.type},message:"must be string,null",schema:schema104.properties.config.properties.model.type,parentSchema:schema104.properties.config.properties.model,data:data9}];return false;}if(errors === _errs19){if(typeof data9 === "string"){if(mcp_call_func1(data9) > 512){validate44.errors = [{instancePath:instancePath+"/config/model",schemaPath:"#/properties/config/properties/model/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema104.properties.config.properties.model,data:data9}];return false;}}}}}}var valid0 = _errs17 === errors;}else {var valid0 = true;}if(valid0){if(data.usage !== undefined){let data10 = data.usage;const _errs21 = errors;const _errs22 = errors;let valid2 = false;const _errs23 = errors;if(!(validate45(data10, {instancePath:instancePath+"/usage",parentData:data,parentDataProperty:"usage",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);errors = vErrors.length;}var _valid0 = _errs23 === errors;valid2 = valid2 || _valid0;if(_valid0){var props0 = {};props0.model = true;props0.input_tokens = true;props0.output_tokens = true;props0.total_tokens = true;props0.cost_usd = true;}const _errs24 = errors;if(data10 !== null){const err0 = {instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema104.properties.usage.anyOf[1].type,parentSchema:schema104.properties.usage.anyOf[1],data:data10};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}var _valid0 = _errs24 === errors;valid2 = valid2 || _valid0;if(!valid2){const err1 = {instancePath:instancePath+"/usage",schemaPath:"#/properties/usage/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema104.properties.usage.anyOf,parentSchema:schema104.properties.usage,data:data10};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs22;if(vErrors !== null){if(_errs22){vErrors.length = _errs22;}else {vErrors = null;}}}var valid0 = _errs21 === errors;}else {var valid0 = true;}if(valid0){if(data.input_tokens !== undefined){let data11 = data.input_tokens;const _errs26 = errors;const _errs28 = errors;let valid4 = false;const _errs29 = errors;if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){const err2 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data11};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(errors === _errs29){if((typeof data11 == "number") && (isFinite(data11))){if(data11 > 1000000000000 || isNaN(data11)){const err3 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data11};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}else {if(data11 < 0 || isNaN(data11)){const err4 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data11};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}}}var _valid1 = _errs29 === errors;valid4 = valid4 || _valid1;const _errs31 = errors;if(errors === _errs31){if(typeof data11 === "string"){if(!pattern5.test(data11)){const err5 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data11};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}else {const err6 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data11};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}var _valid1 = _errs31 === errors;valid4 = valid4 || _valid1;const _errs33 = errors;if(data11 !== null){const err7 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data11};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}var _valid1 = _errs33 === errors;valid4 = valid4 || _valid1;if(!valid4){const err8 = {instancePath:instancePath+"/input_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data11};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs28;if(vErrors !== null){if(_errs28){vErrors.length = _errs28;}else {vErrors = null;}}}var valid0 = _errs26 === errors;}else {var valid0 = true;}if(valid0){if(data.output_tokens !== undefined){let data12 = data.output_tokens;const _errs35 = errors;const _errs37 = errors;let valid6 = false;const _errs38 = errors;if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){const err9 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data12};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if(errors === _errs38){if((typeof data12 == "number") && (isFinite(data12))){if(data12 > 1000000000000 || isNaN(data12)){const err10 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data12};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}else {if(data12 < 0 || isNaN(data12)){const err11 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data12};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}}}var _valid2 = _errs38 === errors;valid6 = valid6 || _valid2;const _errs40 = errors;if(errors === _errs40){if(typeof data12 === "string"){if(!pattern5.test(data12)){const err12 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data12};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}else {const err13 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data12};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}var _valid2 = _errs40 === errors;valid6 = valid6 || _valid2;const _errs42 = errors;if(data12 !== null){const err14 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data12};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}var _valid2 = _errs42 === errors;valid6 = valid6 || _valid2;if(!valid6){const err15 = {instancePath:instancePath+"/output_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data12};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs37;if(vErrors !== null){if(_errs37){vErrors.length = _errs37;}else {vErrors = null;}}}var valid0 = _errs35 === errors;}else {var valid0 = true;}if(valid0){if(data.total_tokens !== undefined){let data13 = data.total_tokens;const _errs44 = errors;const _errs46 = errors;let valid8 = false;const _errs47 = errors;if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){const err16 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema106.anyOf[0].type,parentSchema:schema106.anyOf[0],data:data13};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}if(errors === _errs47){if((typeof data13 == "number") && (isFinite(data13))){if(data13 > 1000000000000 || isNaN(data13)){const err17 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},message:"must be <= 1000000000000",schema:1000000000000,parentSchema:schema106.anyOf[0],data:data13};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}else {if(data13 < 0 || isNaN(data13)){const err18 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema106.anyOf[0],data:data13};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}}}var _valid3 = _errs47 === errors;valid8 = valid8 || _valid3;const _errs49 = errors;if(errors === _errs49){if(typeof data13 === "string"){if(!pattern5.test(data13)){const err19 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}$"},message:"must match pattern \""+"^[0-9]{1,12}$"+"\"",schema:"^[0-9]{1,12}$",parentSchema:schema106.anyOf[1],data:data13};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}else {const err20 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema106.anyOf[1].type,parentSchema:schema106.anyOf[1],data:data13};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}var _valid3 = _errs49 === errors;valid8 = valid8 || _valid3;const _errs51 = errors;if(data13 !== null){const err21 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema106.anyOf[2].type,parentSchema:schema106.anyOf[2],data:data13};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}var _valid3 = _errs51 === errors;valid8 = valid8 || _valid3;if(!valid8){const err22 = {instancePath:instancePath+"/total_tokens",schemaPath:"#/$defs/tokens/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema106.anyOf,parentSchema:schema106,data:data13};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs46;if(vErrors !== null){if(_errs46){vErrors.length = _errs46;}else {vErrors = null;}}}var valid0 = _errs44 === errors;}else {var valid0 = true;}if(valid0){if(data.cost_usd !== undefined){const _errs53 = errors;if(!(validate46(data.cost_usd, {instancePath:instancePath+"/cost_usd",parentData:data,parentDataProperty:"cost_usd",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);errors = vErrors.length;}var valid0 = _errs53 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}}else {validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.type,parentSchema:schema104,data}];return false;}}validate44.errors = vErrors;return errors === 0;}validate44.evaluated = {"props":{"ts":true,"timestamp":true,"server":true,"tool":true,"step":true,"status":true,"model":true,"model_name":true,"config":true,"usage":true,"input_tokens":true,"output_tokens":true,"total_tokens":true,"cost_usd":true},"dynamicProps":false,"dynamicItems":false};

;// CONCATENATED MODULE: ./build/read/mcp-calls.js




/** LLM calls of one run from its mcp_calls.jsonl; calls of other tools name no model and use no tokens. */
function readMcpCalls(lines, file, runId, invalid) {
    const records = [];
    for (const line of lines) {
        const parsed = (0,json/* parseLine */.A)(line);
        if (parsed.fault !== null)
            invalid.add(file, parsed.line, parsed.fault);
        else if (!isCall(parsed.value))
            invalid.addErrors(file, line.number, parsed.value, mcp_call.errors);
        else {
            const record = toRecord(parsed.value, runId);
            if (record)
                records.push(record);
        }
    }
    return records;
}
function isCall(value) {
    return mcp_call(value);
}
function toRecord(call, runId) {
    const usage = call.usage ?? {};
    // A writer may give the same figure under usage and at the top level: it is one figure.
    const input = number(usage.input_tokens ?? call.input_tokens);
    const output = number(usage.output_tokens ?? call.output_tokens);
    const sum = number(usage.total_tokens ?? call.total_tokens);
    const cost = number(usage.cost_usd ?? call.cost_usd);
    const model = call.model || call.model_name || usage.model || call.config?.model || null;
    if (model === null && !input && !output && !sum && !cost)
        return null;
    const known = input !== null || output !== null;
    return {
        timeMs: (0,time/* parseLooseTime */.pj)(call.ts ?? call.timestamp),
        model: model ?? 'unknown',
        provider: null,
        calls: 1,
        errors: !call.status || isSuccess(call.status) ? 0 : 1,
        inputTokens: known ? (input ?? 0) : (sum ?? 0),
        outputTokens: output ?? 0,
        cachedTokens: 0,
        cacheWriteTokens: 0,
        reasoningTokens: 0,
        costUsd: cost,
        runId,
        step: call.step || null,
        agent: null,
        customer: null,
        batch: false,
    };
}
/** The framework also accepts numbers written as text. */
function number(value) {
    return value === null || value === undefined ? null : Number(value);
}

;// CONCATENATED MODULE: ./build/read/repeats.js
/**
 * Recognises lines that were there before, by a 64-bit fingerprint of each: 16 bytes of memory or less per line, where the
 * lines themselves would be hundreds. Among a million lines the chance of taking two different ones for the same is 1 in 18 million.
 */
class Repeats {
    table = new Uint32Array(2 * 4096);
    used = 0;
    /** Whether the line was seen before; it is, from now on. */
    seen(line) {
        let low = 0x811c9dc5;
        let high = 0x9747b28c;
        for (let index = 0; index < line.length; index++) {
            const code = line.charCodeAt(index);
            low = Math.imul(low ^ code, 0x01000193);
            high = Math.imul(high ^ code, 0x85ebca6b);
            high ^= high >>> 13;
        }
        low ^= line.length;
        return this.insert(low >>> 0, (high >>> 0) | 1);
    }
    /** `high` is never 0: a 0 there marks a free place. */
    insert(low, high) {
        if (2 * (this.used + 1) > this.table.length / 2)
            this.grow();
        const mask = this.table.length / 2 - 1;
        let slot = (low ^ high) & mask;
        while (this.table[2 * slot + 1] !== 0) {
            if (this.table[2 * slot] === low && this.table[2 * slot + 1] === high)
                return true;
            slot = (slot + 1) & mask;
        }
        this.table[2 * slot] = low;
        this.table[2 * slot + 1] = high;
        this.used += 1;
        return false;
    }
    grow() {
        const old = this.table;
        this.table = new Uint32Array(2 * old.length);
        this.used = 0;
        for (let at = 0; at < old.length; at += 2)
            if (old[at + 1] !== 0)
                this.insert(old[at] ?? 0, old[at + 1] ?? 0);
    }
}

;// CONCATENATED MODULE: ./build/generated/validate/run-event.js

const run_event_func1 = ucs2length["default"] ?? ucs2length
"use strict";const run_event_validate = (/* unused pure expression or super */ null && (validate50));/* harmony default export */ const run_event = (validate50);const schema114 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:run-event","type":"object","required":["event"],"properties":{"event":{"type":"string","maxLength":64},"run_id":{"type":["string","null"],"maxLength":512},"step":{"type":["string","null"],"maxLength":512},"status":{"type":["string","null"],"maxLength":64},"latency_ms":{"type":["number","null"],"minimum":0}}};function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:run-event" */;let vErrors = null;let errors = 0;const evaluated0 = validate50.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.event === undefined) && (missing0 = "event")){validate50.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'",schema:schema114.required,parentSchema:schema114,data}];return false;}else {if(data.event !== undefined){let data0 = data.event;const _errs1 = errors;if(errors === _errs1){if(typeof data0 === "string"){if(run_event_func1(data0) > 64){validate50.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema114.properties.event,data:data0}];return false;}}else {validate50.errors = [{instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.properties.event.type,parentSchema:schema114.properties.event,data:data0}];return false;}}var valid0 = _errs1 === errors;}else {var valid0 = true;}if(valid0){if(data.run_id !== undefined){let data1 = data.run_id;const _errs3 = errors;if((typeof data1 !== "string") && (data1 !== null)){validate50.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/type",keyword:"type",params:{type: schema114.properties.run_id.type},message:"must be string,null",schema:schema114.properties.run_id.type,parentSchema:schema114.properties.run_id,data:data1}];return false;}if(errors === _errs3){if(typeof data1 === "string"){if(run_event_func1(data1) > 512){validate50.errors = [{instancePath:instancePath+"/run_id",schemaPath:"#/properties/run_id/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema114.properties.run_id,data:data1}];return false;}}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.step !== undefined){let data2 = data.step;const _errs5 = errors;if((typeof data2 !== "string") && (data2 !== null)){validate50.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/type",keyword:"type",params:{type: schema114.properties.step.type},message:"must be string,null",schema:schema114.properties.step.type,parentSchema:schema114.properties.step,data:data2}];return false;}if(errors === _errs5){if(typeof data2 === "string"){if(run_event_func1(data2) > 512){validate50.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema114.properties.step,data:data2}];return false;}}}var valid0 = _errs5 === errors;}else {var valid0 = true;}if(valid0){if(data.status !== undefined){let data3 = data.status;const _errs7 = errors;if((typeof data3 !== "string") && (data3 !== null)){validate50.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: schema114.properties.status.type},message:"must be string,null",schema:schema114.properties.status.type,parentSchema:schema114.properties.status,data:data3}];return false;}if(errors === _errs7){if(typeof data3 === "string"){if(run_event_func1(data3) > 64){validate50.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema114.properties.status,data:data3}];return false;}}}var valid0 = _errs7 === errors;}else {var valid0 = true;}if(valid0){if(data.latency_ms !== undefined){let data4 = data.latency_ms;const _errs9 = errors;if((!((typeof data4 == "number") && (isFinite(data4)))) && (data4 !== null)){validate50.errors = [{instancePath:instancePath+"/latency_ms",schemaPath:"#/properties/latency_ms/type",keyword:"type",params:{type: schema114.properties.latency_ms.type},message:"must be number,null",schema:schema114.properties.latency_ms.type,parentSchema:schema114.properties.latency_ms,data:data4}];return false;}if(errors === _errs9){if((typeof data4 == "number") && (isFinite(data4))){if(data4 < 0 || isNaN(data4)){validate50.errors = [{instancePath:instancePath+"/latency_ms",schemaPath:"#/properties/latency_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema114.properties.latency_ms,data:data4}];return false;}}}var valid0 = _errs9 === errors;}else {var valid0 = true;}}}}}}}else {validate50.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema114.type,parentSchema:schema114,data}];return false;}}validate50.errors = vErrors;return errors === 0;}validate50.evaluated = {"props":{"event":true,"run_id":true,"step":true,"status":true,"latency_ms":true},"dynamicProps":false,"dynamicItems":false};

;// CONCATENATED MODULE: ./build/read/run-events.js



/** How each run of some lines of a runs.jsonl ended so far: it failed where a step failed. */
function readRunEvents(lines, file, folderRunId, invalid, outcomes) {
    for (const line of lines) {
        const parsed = (0,json/* parseLine */.A)(line);
        if (parsed.fault !== null)
            invalid.add(file, parsed.line, parsed.fault);
        else if (!isEvent(parsed.value))
            invalid.addErrors(file, line.number, parsed.value, run_event.errors);
        else if (parsed.value.event === 'end') {
            const runId = parsed.value.run_id || folderRunId;
            const outcome = outcomeOf(parsed.value.status);
            if (outcomes.get(runId) !== 'failure' && outcome !== null)
                outcomes.set(runId, outcome);
        }
    }
}
function isEvent(value) {
    return run_event(value);
}

;// CONCATENATED MODULE: ./build/read/run-summary.js


/** A run summary in any of its shapes. Where it names no run, its folder does. */
function readRunSummary(summary, folderRunId) {
    const runId = summary.run_id || folderRunId;
    const costUsd = summary.cost_usd ?? summary.total_cost_usd ?? null;
    const tokens = summary.token_count ?? 0;
    const outcome = outcomeOf(summary.status) ?? (summary.failures && summary.failures.length > 0 ? 'failure' : null);
    if (!costUsd && tokens === 0)
        return { runId, outcome, spend: null };
    return {
        runId,
        outcome,
        spend: {
            timeMs: (0,time/* parseLooseTime */.pj)(summary.end_time) ?? (0,time/* parseLooseTime */.pj)(summary.start_time) ?? lastMetricTime(summary),
            model: summary.llm_plan?.model || 'unknown',
            provider: summary.llm_plan?.provider ?? null,
            calls: Math.max(1, summary.metrics?.cost_usd?.length ?? 1),
            errors: 0,
            // Only the sum is known: as the framework does, it counts as input.
            inputTokens: tokens,
            outputTokens: 0,
            cachedTokens: 0,
            cacheWriteTokens: 0,
            reasoningTokens: 0,
            costUsd,
            runId,
            step: null,
            agent: summary.slug || summary.agent || null,
            customer: null,
            batch: false,
        },
    };
}
function lastMetricTime(summary) {
    return (0,time/* parseLooseTime */.pj)(summary.metrics?.cost_usd?.at(-1)?.timestamp);
}

;// CONCATENATED MODULE: ./build/read/usage.js
















/**
 * Reads all usage in the order of trust: ledgers first, then what stands in for a missing ledger, then logs and aggregates
 * that may describe the same spend again, last what runs say of themselves.
 * @throws InputError where nothing matches, a file cannot be read, or (with onInvalid `fail`) a record is invalid.
 */
async function* readUsage(settings) {
    const reader = new Reader(settings);
    const jobs = [];
    for (const found of await findFiles(settings.cwd, settings.usagePath))
        jobs.push({ found, detected: await (0,detect/* detect */.o)(found.path, found.file) });
    if (jobs.length === 0) {
        throw new errors/* InputError */.d(`no usage files found: nothing in ${settings.cwd} matches ${settings.usagePath.join(', ')}. Run the agents before the gate, or set usage-path`);
    }
    reader.total = jobs.reduce((sum, { found }) => sum + found.size, 0);
    yield* reader.ledgers(jobs);
    yield* reader.databases(jobs);
    const documents = await reader.documents(jobs);
    yield* reader.costSummaries(documents);
    yield* reader.callLogs(jobs);
    yield* reader.aggregates(documents);
    yield* reader.runs(documents);
    yield* reader.events(jobs);
    yield reader.quality();
}
class Reader {
    total = 0;
    done = 0;
    rows = 0;
    settings;
    invalid = new InvalidLog();
    counts = { duplicates: 0, placeholders: 0 };
    constructor(settings) {
        this.settings = settings;
    }
    async *ledgers(jobs) {
        const repeats = new Repeats();
        for (const { found } of jobs.filter(isLines('ledger'))) {
            for await (const lines of readLines(found.path, found.file, this.progress)) {
                this.rows += lines.length;
                const records = readLedger(lines, found.file, repeats, this.invalid, this.counts);
                yield { type: 'records', origin: origin(found, 'ledger'), records };
            }
        }
        // An empty file has no format to detect; it is shown, so that nobody wonders whether it was read.
        for (const { found } of jobs.filter(({ detected }) => detected.kind === 'empty'))
            yield { type: 'unread', origin: origin(found, 'ledger') };
    }
    async *databases(jobs) {
        for (const { found } of jobs.filter(({ detected }) => detected.kind === 'database')) {
            const place = origin(found, 'costs-db');
            if (this.rows > 0)
                yield { type: 'unread', origin: place };
            else
                for await (const records of readDatabase(found.path, found.file, this.invalid, this.counts))
                    yield { type: 'records', origin: place, records };
            this.progress(found.size);
        }
    }
    /** All documents, whole: they are summaries, not logs. */
    async documents(jobs) {
        const documents = [];
        const seen = new Set();
        for (const { found } of jobs.filter(({ detected }) => detected.kind === 'document')) {
            const text = await (0,read_text/* readText */.yR)(found.path, found.file);
            this.progress(found.size);
            const document = (0,read_document/* readDocument */.u)(text);
            if ('fault' in document) {
                this.invalid.add(found.file, document.line, document.fault, document.path);
                continue;
            }
            const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
            documents.push({ found, document, repeated: seen.has(digest) });
            seen.add(digest);
        }
        return documents;
    }
    *costSummaries(jobs) {
        for (const { found, document, repeated } of jobs) {
            if (document.format !== 'cost-summary')
                continue;
            const place = origin(found, 'cost-summary');
            yield repeated ? { type: 'unread', origin: place } : { type: 'summary', origin: place, summary: document.content };
        }
    }
    async *callLogs(jobs) {
        for (const { found } of jobs.filter(isLines('mcp-calls'))) {
            for await (const lines of readLines(found.path, found.file, this.progress)) {
                const records = readMcpCalls(lines, found.file, folderOf(found), this.invalid);
                yield { type: 'records', origin: origin(found, 'mcp-calls'), records };
            }
        }
    }
    *aggregates(jobs) {
        for (const { found, document, repeated } of jobs) {
            if (document.format !== 'flow-summary' && document.format !== 'bare-summary')
                continue;
            const place = origin(found, document.format);
            if (repeated)
                yield { type: 'unread', origin: place };
            else if (document.format === 'flow-summary')
                yield { type: 'records', origin: place, ...(0,aggregate/* recordsOfFlow */.cP)(document.content) };
            else
                yield { type: 'records', origin: place, records: (0,aggregate/* recordsOfBare */.o7)(document.content) };
        }
    }
    *runs(jobs) {
        for (const { found, document } of jobs)
            if (document.format === 'run-summary')
                yield { type: 'run', origin: origin(found, 'run-summary'), run: readRunSummary(document.content, folderOf(found)) };
    }
    async *events(jobs) {
        for (const { found } of jobs.filter(isLines('run-events'))) {
            const outcomes = new Map();
            for await (const lines of readLines(found.path, found.file, this.progress))
                readRunEvents(lines, found.file, folderOf(found), this.invalid, outcomes);
            for (const [runId, outcome] of outcomes) {
                const run = { runId, outcome, spend: null };
                yield { type: 'run', origin: origin(found, 'run-events'), run };
            }
        }
    }
    quality() {
        if (this.settings.onInvalid === 'fail')
            this.invalid.throwIfAny();
        return { type: 'quality', quality: { invalid: this.invalid.count, examples: this.invalid.examples, ...this.counts } };
    }
    progress = (bytes) => {
        this.done += bytes;
        this.settings.onProgress(this.done, this.total);
    };
}
function isLines(format) {
    return ({ detected }) => detected.kind === 'lines' && detected.format === format;
}
function origin(found, format) {
    return { format, file: found.file, pattern: found.pattern };
}
/** A run's files stand in a folder that has its name. */
function folderOf(found) {
    return (0,external_node_path_.basename)((0,external_node_path_.dirname)(found.path));
}

;// CONCATENATED MODULE: ./build/usage.js
/** The record has no cost, or a cost of 0 although tokens were used: only a catalog can tell what it cost. */
function needsPrice(record) {
    return record.costUsd === null || (record.costUsd === 0 && record.inputTokens + record.outputTokens > 0);
}

;// CONCATENATED MODULE: ./build/summarize/money.js
const PICO = 1_000_000_000_000;
/**
 * A sum of US dollars, exact to 1e-12 and independent of the order of its parts:
 * whole dollars and picodollars are both integers, so that adding never rounds.
 */
class Money {
    dollars = 0;
    picos = 0;
    /** Adds an amount ≥ 0, rounded to 1e-12. */
    add(usd) {
        const whole = Math.floor(usd);
        this.addParts(whole, Math.round((usd - whole) * PICO));
    }
    plus(other) {
        this.addParts(other.dollars, other.picos);
    }
    addParts(dollars, picos) {
        this.dollars += dollars;
        this.picos += picos;
        if (this.picos >= PICO) {
            this.picos -= PICO;
            this.dollars += 1;
        }
    }
    /** The nearest double, so that it prints as the decimal it stands for. */
    toNumber() {
        return Number(`${this.dollars}.${String(this.picos).padStart(12, '0')}`);
    }
}
/** A sum that starts with one amount. */
function money(usd) {
    const sum = new Money();
    sum.add(usd);
    return sum;
}

;// CONCATENATED MODULE: ./build/summarize/tally.js

/** Figures of one subject while they grow. */
class Tally {
    calls = 0;
    errors = 0;
    input = 0;
    output = 0;
    cached = 0;
    cacheWrite = 0;
    reasoning = 0;
    unpriced = 0;
    cost = new Money();
    /** Adds a record; null is an unknown cost, which is in no amount. */
    add(record, costUsd) {
        this.calls += record.calls;
        this.errors += record.errors;
        this.input += record.inputTokens;
        this.output += record.outputTokens;
        this.cached += record.cachedTokens;
        this.cacheWrite += record.cacheWriteTokens;
        this.reasoning += record.reasoningTokens;
        if (costUsd === null)
            this.unpriced += record.calls;
        else
            this.cost.add(costUsd);
    }
    plus(other) {
        this.calls += other.calls;
        this.errors += other.errors;
        this.input += other.input;
        this.output += other.output;
        this.cached += other.cached;
        this.cacheWrite += other.cacheWrite;
        this.reasoning += other.reasoning;
        this.unpriced += other.unpriced;
        this.cost.plus(other.cost);
    }
    addStats(stats) {
        this.calls += stats.calls;
        this.errors += stats.errors;
        this.input += stats.input_tokens;
        this.output += stats.output_tokens;
        this.cached += stats.cached_input_tokens ?? 0;
        this.cacheWrite += stats.cache_write_tokens ?? 0;
        this.reasoning += stats.reasoning_tokens ?? 0;
        this.unpriced += stats.unpriced_calls ?? 0;
        this.cost.add(stats.cost_usd);
    }
    /** As it stands in a cost summary; figures that no record gave are left out. */
    toStats() {
        return {
            calls: this.calls,
            errors: this.errors,
            input_tokens: this.input,
            output_tokens: this.output,
            total_tokens: this.input + this.output,
            ...this.optionalTokens(),
            ...(this.unpriced > 0 && { unpriced_calls: this.unpriced }),
            cost_usd: this.cost.toNumber(),
        };
    }
    optionalTokens() {
        return {
            ...(this.cached > 0 && { cached_input_tokens: this.cached }),
            ...(this.cacheWrite > 0 && { cache_write_tokens: this.cacheWrite }),
            ...(this.reasoning > 0 && { reasoning_tokens: this.reasoning }),
        };
    }
}

;// CONCATENATED MODULE: ./build/summarize/cells.js

/** Finds the cell of a record. Consecutive records mostly share one, so the last is asked first. */
class Cells {
    cells = new Map();
    last = null;
    get(record, day) {
        const last = this.last;
        if (last !== null &&
            last.model === record.model &&
            last.agent === record.agent &&
            last.step === record.step &&
            last.customer === record.customer &&
            last.day === day)
            return last;
        const key = `${key1(record.model)}${key1(record.agent)}${key1(record.step)}${key1(record.customer)}${day ?? ''}`;
        let cell = this.cells.get(key);
        if (!cell) {
            cell = { model: record.model, agent: record.agent, step: record.step, customer: record.customer, day, tally: new Tally() };
            this.cells.set(key, cell);
        }
        this.last = cell;
        return cell;
    }
    all() {
        return this.cells.values();
    }
}
/** A part of the key that cannot run into the next part, whatever the name contains. */
function key1(name) {
    return name === null ? '-' : `${name.length}:${name}`;
}

;// CONCATENATED MODULE: ./build/summarize/amounts.js

/** Sums of money per key (a day, a month, a run). */
class MoneyMap {
    sums = new Map();
    add(key, amount) {
        const sum = this.sums.get(key);
        if (sum)
            sum.plus(amount);
        else {
            const first = new Money();
            first.plus(amount);
            this.sums.set(key, first);
        }
    }
    addAll(amounts) {
        for (const [key, usd] of Object.entries(amounts))
            this.add(key, money(usd));
    }
    toAmounts() {
        return Object.fromEntries(sortedEntries(this.sums).map(([key, sum]) => [key, sum.toNumber()]));
    }
}
/** Entries by key in code-unit order, so that the order of input never shows. */
function sortedEntries(map) {
    return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
/** Sums per calendar day and month. */
class Calendar {
    daily = new MoneyMap();
    monthly = new MoneyMap();
    add(day, amount) {
        this.daily.add(day, amount);
        this.monthly.add(day.slice(0, 7), amount);
    }
    addAmounts(amounts) {
        this.daily.addAll(amounts.daily_cost_usd);
        this.monthly.addAll(amounts.monthly_cost_usd);
    }
    toAmounts() {
        return { daily_cost_usd: this.daily.toAmounts(), monthly_cost_usd: this.monthly.toAmounts() };
    }
}

;// CONCATENATED MODULE: ./build/summarize/sketch.js
/** Two costs in one bucket differ by less than 2 %, so that its middle is within 1 % of both. */
const GROWTH = 1.01 / 0.99;
const LOG_GROWTH = Math.log(GROWTH);
/** Counts of costs per logarithmic bucket (Masson, Rim, Lee 2019, "DDSketch"): adding and merging commute, so order never matters. */
class Sketch {
    zeros = 0;
    buckets = new Map();
    add(usd) {
        if (usd === 0)
            this.zeros += 1;
        else
            this.count(Math.ceil(Math.log(usd) / LOG_GROWTH), 1);
    }
    absorb(sketch) {
        this.zeros += sketch.zeros;
        for (const [index, count] of Object.entries(sketch.buckets))
            this.count(Number(index), count);
    }
    count(index, runs) {
        this.buckets.set(index, (this.buckets.get(index) ?? 0) + runs);
    }
    /** Costs in rising order with the number of runs that have them, each within 1 %. */
    steps() {
        const steps = [...this.buckets].sort(([a], [b]) => a - b).map(([index, runs]) => ({ usd: (2 * GROWTH ** index) / (GROWTH + 1), runs }));
        return this.zeros > 0 ? [{ usd: 0, runs: this.zeros }, ...steps] : steps;
    }
    toJson() {
        const sorted = [...this.buckets].sort(([a], [b]) => a - b);
        return { zeros: this.zeros, buckets: Object.fromEntries(sorted.map(([index, runs]) => [String(index), runs])) };
    }
}

;// CONCATENATED MODULE: ./build/summarize/distribution.js



/** Runs that are listed one by one; with more, a sketch takes their place. */
const LISTED = 1000;
/** Cost of a run: every run while there are few, a sketch of them when there are many. */
class Distribution {
    runs = new MoneyMap();
    sketched = [];
    add(runId, cost) {
        this.runs.add(runId, cost);
    }
    /** Takes in another summary's runs. A run that both list is one run; runs in a sketch have no names and count as others. */
    absorb(costs) {
        if (costs.sketch)
            this.sketched.push(costs);
        else
            this.runs.addAll(costs.costs_usd ?? {});
    }
    has(runId) {
        return this.runs.sums.has(runId);
    }
    toRunCosts() {
        const listed = [...this.runs.sums].map(([id, sum]) => ({ id, usd: sum.toNumber() }));
        const total = new Money();
        for (const sum of this.runs.sums.values())
            total.plus(sum);
        for (const costs of this.sketched)
            total.plus(money(costs.total_usd));
        const count = this.sketched.reduce((sum, costs) => sum + costs.count, listed.length);
        const dearest = this.dearest(listed);
        const exact = this.sketched.length === 0 && count <= LISTED;
        const steps = exact ? listed.map(({ usd }) => ({ usd, runs: 1 })).sort((a, b) => a.usd - b.usd) : this.sketch(listed).steps();
        return {
            count,
            total_usd: total.toNumber(),
            mean_usd: count > 0 ? total.toNumber() / count : null,
            stddev_usd: deviation(steps, count, total.toNumber()),
            p50_usd: percentile(steps, count, 0.5, dearest),
            p95_usd: percentile(steps, count, 0.95, dearest),
            max_usd: dearest?.usd ?? null,
            max_run_id: dearest?.id ?? null,
            ...(exact ? { costs_usd: this.runs.toAmounts() } : { sketch: this.sketch(listed).toJson() }),
        };
    }
    dearest(listed) {
        const tops = this.sketched.flatMap((costs) => (costs.max_usd === null || costs.max_run_id === null ? [] : [{ id: costs.max_run_id, usd: costs.max_usd }]));
        return [...listed, ...tops].reduce((top, run) => (top === null || run.usd > top.usd || (run.usd === top.usd && run.id < top.id) ? run : top), null);
    }
    sketch(listed) {
        const sketch = new Sketch();
        for (const { usd } of listed)
            sketch.add(usd);
        for (const costs of this.sketched)
            if (costs.sketch)
                sketch.absorb(costs.sketch);
        return sketch;
    }
}
/** Nearest rank; never above the dearest run, whose cost is exact. */
function percentile(steps, count, part, dearest) {
    if (dearest === null)
        return null;
    const rank = Math.max(1, Math.ceil(part * count));
    let seen = 0;
    for (const step of steps) {
        seen += step.runs;
        if (seen >= rank)
            return Math.min(step.usd, dearest.usd);
    }
    return dearest.usd;
}
/** Sample standard deviation. */
function deviation(steps, count, totalUsd) {
    if (count < 2)
        return null;
    const mean = totalUsd / count;
    return Math.sqrt(steps.reduce((sum, step) => sum + step.runs * (step.usd - mean) ** 2, 0) / (count - 1));
}

;// CONCATENATED MODULE: ./build/summarize/dimensions.js



/** Figures of one name, with the days they fell on. */
class Dated {
    tally = new Tally();
    calendar = new Calendar();
    toStats() {
        return { ...this.tally.toStats(), ...this.calendar.toAmounts() };
    }
}
/** The totals, and the figures per model, agent, step, customer, and step with model. */
class Dimensions {
    total = new Dated();
    models = new Map();
    agents = new Map();
    steps = new Map();
    customers = new Map();
    groups = new Map();
    unpriced = new Map();
    addCell(cell) {
        const dated = [this.total, of(this.models, cell.model, Dated), ...(cell.agent === null ? [] : [of(this.agents, cell.agent, Dated)])];
        for (const { tally, calendar } of dated) {
            tally.plus(cell.tally);
            if (cell.day !== null)
                calendar.add(cell.day, cell.tally.cost);
        }
        if (cell.step !== null)
            of(this.steps, cell.step, Tally).plus(cell.tally);
        if (cell.customer !== null)
            of(this.customers, cell.customer, Tally).plus(cell.tally);
        this.group(cell.step, cell.agent, cell.model).tally.plus(cell.tally);
    }
    /** Spend from before `since`: it counts for the budgets of its day and month, and for nothing else. */
    addEarlier(cell) {
        if (cell.day === null)
            return;
        for (const { calendar } of [this.total, of(this.models, cell.model, Dated), ...(cell.agent === null ? [] : [of(this.agents, cell.agent, Dated)])])
            calendar.add(cell.day, cell.tally.cost);
    }
    addUnpriced(model, tally) {
        of(this.unpriced, model, Tally).plus(tally);
    }
    addSummary(summary) {
        this.total.tally.addStats({ ...summary, errors: summary.failed_calls, cost_usd: summary.total_cost_usd });
        this.total.calendar.addAmounts(summary);
        for (const [name, stats] of Object.entries(summary.model_stats))
            addDated(of(this.models, name, Dated), stats);
        for (const [name, stats] of Object.entries(summary.agent_stats))
            addDated(of(this.agents, name, Dated), stats);
        for (const [name, stats] of Object.entries(summary.step_stats))
            of(this.steps, name, Tally).addStats(stats);
        for (const [name, stats] of Object.entries(summary.customer_stats))
            of(this.customers, name, Tally).addStats(stats);
        for (const group of summary.step_model_stats)
            this.group(group.step, group.agent, group.model).tally.addStats(group);
        for (const { model, calls, input_tokens, output_tokens } of summary.unpriced)
            of(this.unpriced, model, Tally).addStats({ calls, errors: 0, input_tokens, output_tokens, total_tokens: input_tokens + output_tokens, cost_usd: 0 });
    }
    /** Where the step is not known, the agent takes its place. */
    group(step, agent, model) {
        const known = step === null ? agent : null;
        const key = JSON.stringify([step, known, model]);
        const group = this.groups.get(key) ?? { step, agent: known, model, tally: new Tally() };
        this.groups.set(key, group);
        return group;
    }
    toJson(perAgent) {
        const none = new Distribution().toRunCosts();
        return {
            model_stats: object(this.models, (dated) => dated.toStats()),
            agent_stats: object(this.agents, (dated, agent) => ({ ...dated.toStats(), run_costs: perAgent.get(agent) ?? none })),
            step_stats: object(this.steps, (tally) => tally.toStats()),
            customer_stats: object(this.customers, (tally) => tally.toStats()),
            step_model_stats: sortedEntries(this.groups).map(([, { step, agent, model, tally }]) => ({ step, agent, model, ...tally.toStats() })),
            unpriced: sortedEntries(this.unpriced).map(([model, { calls, input, output }]) => ({ model, calls, input_tokens: input, output_tokens: output })),
        };
    }
}
function addDated(dated, stats) {
    dated.tally.addStats(stats);
    dated.calendar.addAmounts(stats);
}
function of(map, name, Kind) {
    let value = map.get(name);
    if (value === undefined) {
        value = new Kind();
        map.set(name, value);
    }
    return value;
}
function object(map, toStats) {
    return Object.fromEntries(sortedEntries(map).map(([name, value]) => [name, toStats(value, name)]));
}

;// CONCATENATED MODULE: ./build/summarize/efficiency.js
/** The guides' efficiency figures. Null, not infinity, where undefined. Units: US dollars, US dollars, tokens per token. */
function efficiency(totalUsd, inputTokens, outputTokens, successes) {
    const tokens = inputTokens + outputTokens;
    return {
        cost_per_successful_task: successes !== null && successes > 0 ? totalUsd / successes : null,
        cost_per_1k_tokens: tokens > 0 ? totalUsd / (tokens / 1000) : null,
        token_efficiency: inputTokens > 0 ? outputTokens / inputTokens : null,
    };
}

;// CONCATENATED MODULE: ./build/summarize/pricing.js

/** Which calls were priced from the catalog, and as what. */
class PricingLog {
    asOf = new Set();
    catalogs = new Set();
    models = new Map();
    add(record, priced, pricer) {
        this.asOf.add(pricer.asOf);
        this.catalogs.add(pricer.catalog);
        this.count(record.model, priced.pricedAs, record.calls);
    }
    absorb(pricing) {
        if (pricing.as_of !== null)
            this.asOf.add(pricing.as_of);
        if (pricing.catalog !== null)
            this.catalogs.add(pricing.catalog);
        for (const [model, { priced_as, calls }] of Object.entries(pricing.models))
            for (const one of priced_as.split(', '))
                this.count(model, one, calls);
    }
    count(model, pricedAs, calls) {
        const entry = this.models.get(model) ?? { pricedAs: new Set(), calls: 0 };
        this.models.set(model, entry);
        entry.pricedAs.add(pricedAs);
        entry.calls += calls;
    }
    toJson() {
        return {
            priced_calls: [...this.models.values()].reduce((sum, { calls }) => sum + calls, 0),
            as_of: joined(this.asOf),
            catalog: joined(this.catalogs),
            models: Object.fromEntries(sortedEntries(this.models).map(([model, { pricedAs, calls }]) => [model, { priced_as: joined(pricedAs) ?? '', calls }])),
        };
    }
}
/** Legs of a matrix may have used different catalogs: all are named. */
function joined(values) {
    return values.size > 0 ? [...values].sort().join(', ') : null;
}

;// CONCATENATED MODULE: ./build/summarize/quality.js
const EXAMPLES = 10;
const DISAGREEMENTS = 100;
/** What is found about the data itself, while it is found. */
class QualityLog {
    invalid = 0;
    examples = [];
    duplicates = 0;
    placeholders = 0;
    disagreements = [];
    overlaps = [];
    earlier = 0;
    withoutRun = 0;
    add(quality) {
        this.invalid += quality.invalid;
        this.examples = first([...this.examples, ...quality.examples]);
        this.duplicates += quality.duplicates;
        this.placeholders += quality.placeholders;
    }
    disagree(disagreement) {
        this.disagreements.push(disagreement);
        if (this.disagreements.length >= 2 * DISAGREEMENTS)
            this.disagreements = largest(this.disagreements);
    }
    overlap(file) {
        this.overlaps.push(file);
    }
    absorb(quality) {
        this.add({
            invalid: quality.invalid_records,
            examples: quality.invalid_examples,
            duplicates: quality.duplicate_records,
            placeholders: quality.placeholder_records,
        });
        this.earlier += quality.earlier_records;
        this.withoutRun += quality.records_without_run;
        for (const disagreement of quality.disagreements)
            this.disagree(disagreement);
        this.overlaps.push(...quality.overlaps);
    }
    toJson() {
        return {
            invalid_records: this.invalid,
            invalid_examples: this.examples,
            duplicate_records: this.duplicates,
            placeholder_records: this.placeholders,
            earlier_records: this.earlier,
            records_without_run: this.withoutRun,
            disagreements: largest(this.disagreements),
            overlaps: [...new Set(this.overlaps)].sort(),
        };
    }
}
/** The first by file and line: merging in another order gives the same ones. */
function first(examples) {
    return examples.sort(new Intl.Collator('en', { numeric: true }).compare).slice(0, EXAMPLES);
}
function largest(disagreements) {
    const size = (one) => Math.abs(one.counted_cost_usd - one.summary_cost_usd);
    return disagreements.sort((a, b) => size(b) - size(a) || (a.run_id < b.run_id ? -1 : 1)).slice(0, DISAGREEMENTS);
}

;// CONCATENATED MODULE: ./build/summarize/runs.js



/** Runs by name: what each cost, and how it ended. */
class Runs {
    runs = new Map();
    outcomes = new Map();
    /** Distributions: of merged summaries while records come in, of everything at the end. */
    all = new Distribution();
    perAgent = new Map();
    known = { successes: 0, failures: 0 };
    add(runId, record, costUsd, reported) {
        let run = this.runs.get(runId);
        if (!run) {
            run = { agent: record.agent, cost: new Money(), others: new Map(), reported: true };
            this.runs.set(runId, run);
        }
        if (!reported)
            run.reported = false;
        if (costUsd === null)
            return;
        if (run.agent === record.agent)
            run.cost.add(costUsd);
        else {
            const other = run.others.get(record.agent) ?? new Money();
            run.others.set(record.agent, other);
            other.add(costUsd);
        }
    }
    /** Whether the spend of this run is counted already. */
    has(runId) {
        return this.hasRecords(runId) || this.all.has(runId);
    }
    /** Whether records of this run were counted, one by one. */
    hasRecords(runId) {
        return this.runs.has(runId);
    }
    /** Cost of a counted run, US dollars; null where it is not known, or was not reported by the writers of its records. */
    reportedCost(runId) {
        const run = this.runs.get(runId);
        return run?.reported ? total(run).toNumber() : null;
    }
    end(runId, outcome) {
        if (outcome !== null)
            this.outcomes.set(runId, this.outcomes.get(runId) ?? outcome);
    }
    endMany(tasks) {
        this.known = { successes: this.known.successes + tasks.successes, failures: this.known.failures + tasks.failures };
    }
    absorb(costs, agents) {
        this.all.absorb(costs);
        for (const [agent, agentCosts] of agents)
            this.agent(agent).absorb(agentCosts);
    }
    toRunCosts() {
        for (const [runId, run] of this.runs) {
            this.all.add(runId, total(run));
            this.addToAgent(run.agent, runId, run.cost);
            for (const [agent, cost] of run.others)
                this.addToAgent(agent, runId, cost);
        }
        this.runs.clear();
        return { all: this.all.toRunCosts(), perAgent: new Map(sortedEntries(this.perAgent).map(([agent, costs]) => [agent, costs.toRunCosts()])) };
    }
    addToAgent(agent, runId, cost) {
        if (agent !== null)
            this.agent(agent).add(runId, cost);
    }
    agent(name) {
        const distribution = this.perAgent.get(name) ?? new Distribution();
        this.perAgent.set(name, distribution);
        return distribution;
    }
    /** Runs known to have succeeded and failed; null where no outcome is known at all. */
    toTasks() {
        const ended = [...this.outcomes.values()];
        const successes = this.known.successes + ended.filter((outcome) => outcome === 'success').length;
        const failures = this.known.failures + ended.filter((outcome) => outcome === 'failure').length;
        return successes + failures > 0 ? { successful_tasks: successes, failed_tasks: failures } : { successful_tasks: null, failed_tasks: null };
    }
}
function total(run) {
    const sum = money(0);
    sum.plus(run.cost);
    for (const cost of run.others.values())
        sum.plus(cost);
    return sum;
}

;// CONCATENATED MODULE: ./build/summarize/sources.js


/** What was read and what it contributed, one entry per pattern, format and role. */
class Sources {
    entries = new Map();
    add(origin, role, calls = 0, cost) {
        const entry = this.entry(origin.pattern, origin.format, role);
        entry.files.add(origin.file);
        entry.records += calls;
        if (cost)
            entry.cost.plus(cost);
    }
    absorb(source) {
        const entry = this.entry(source.path, source.format, source.role);
        entry.merged += source.files;
        entry.records += source.records;
        entry.cost.add(source.cost_usd);
    }
    entry(path, format, role) {
        const key = JSON.stringify([path, format, role]);
        const entry = this.entries.get(key) ?? { path, format, role, files: new Set(), merged: 0, records: 0, cost: new Money() };
        this.entries.set(key, entry);
        return entry;
    }
    toJson() {
        return sortedEntries(this.entries).map(([, entry]) => ({
            path: entry.path,
            format: entry.format,
            files: entry.files.size + entry.merged,
            records: entry.records,
            cost_usd: entry.cost.toNumber(),
            role: entry.role,
        }));
    }
}

;// CONCATENATED MODULE: ./build/summarize/summarizer.js











/** Counts usage once and sums it up. Feed it the pieces in the order `readUsage` gives them. */
class Summarizer {
    settings;
    dayOf;
    cells = new Cells();
    earlierCells = new Cells();
    dimensions = new Dimensions();
    runs = new Runs();
    sources = new Sources();
    quality = new QualityLog();
    pricing = new PricingLog();
    /** Runs whose own call log is being counted: later pieces of the same log belong to them. */
    counting = new Map();
    countedSpend = false;
    fromMs = Number.POSITIVE_INFINITY;
    toMs = Number.NEGATIVE_INFINITY;
    constructor(settings) {
        this.settings = settings;
        this.dayOf = (0,time/* calendar */.BJ)(settings.timezone);
    }
    /** Counts one piece; `pricer` is needed only for records that need a price. */
    add(usage, pricer) {
        if (usage.type === 'quality')
            this.quality.add(usage.quality);
        else if (usage.type === 'unread')
            this.sources.add(usage.origin, 'not-counted');
        else if (usage.type === 'summary')
            this.addSummary(usage.origin, usage.summary);
        else if (usage.type === 'run')
            this.addRun(usage.origin, usage.run, pricer);
        else if (this.covered(usage.origin, usage.records))
            this.sources.add(usage.origin, 'not-counted');
        else {
            this.count(usage.origin, usage.records, pricer);
            if (usage.tasks)
                this.runs.endMany(usage.tasks);
        }
    }
    /** Whether the spend is counted already: a call log describes runs of the ledger again, a flow summary describes all of it. */
    covered(origin, records) {
        if (origin.format === 'flow-summary')
            return this.countedSpend;
        if (origin.format !== 'mcp-calls')
            return false;
        const runId = records[0]?.runId;
        if (runId === null || runId === undefined)
            return false;
        if (this.counting.get(runId) === origin.file)
            return false;
        if (this.runs.has(runId))
            return true;
        this.counting.set(runId, origin.file);
        return false;
    }
    count(origin, records, pricer) {
        const cost = new Money();
        let calls = 0;
        for (const record of records) {
            const unknown = needsPrice(record);
            const priced = unknown ? (pricer?.price(record) ?? null) : null;
            const costUsd = unknown ? (priced?.costUsd ?? null) : record.costUsd;
            if (this.countOne(record, costUsd, !unknown)) {
                calls += record.calls;
                if (costUsd !== null)
                    cost.add(costUsd);
                if (priced && pricer)
                    this.pricing.add(record, priced, pricer);
            }
        }
        if (calls > 0 && origin.format !== 'flow-summary')
            this.countedSpend = true;
        this.sources.add(origin, 'counted', calls, cost);
    }
    /** Whether the record counts for the comparison, not only for its day and month. */
    countOne(record, costUsd, reported) {
        const { timeMs } = record;
        const day = timeMs === null ? null : this.dayOf(timeMs);
        if (timeMs !== null && this.settings.sinceMs !== null && timeMs < this.settings.sinceMs) {
            this.earlierCells.get(record, day).tally.add(record, costUsd);
            this.quality.earlier += record.calls;
            return false;
        }
        if (timeMs !== null) {
            if (timeMs < this.fromMs)
                this.fromMs = timeMs;
            if (timeMs > this.toMs)
                this.toMs = timeMs;
        }
        this.cells.get(record, day).tally.add(record, costUsd);
        if (costUsd === null)
            this.addUnpriced(record);
        if (record.runId === null)
            this.quality.withoutRun += record.calls;
        else
            this.runs.add(record.runId, record, costUsd, reported);
        return true;
    }
    addUnpriced(record) {
        const tally = new Tally();
        tally.add(record, null);
        this.dimensions.addUnpriced(record.model, tally);
    }
    /** A run summary checks what its records cost; only a run that nothing else covers is counted by it. */
    addRun(origin, run, pricer) {
        this.runs.end(run.runId, run.outcome);
        const { spend } = run;
        if (spend === null || !this.runs.has(run.runId)) {
            if (spend === null)
                this.sources.add(origin, 'cross-check');
            else
                this.count(origin, [spend], pricer);
            return;
        }
        this.sources.add(origin, 'cross-check');
        const counted = this.runs.reportedCost(run.runId);
        if (counted !== null && spend.costUsd !== null && differ(counted, spend.costUsd))
            this.quality.disagree({ run_id: run.runId, counted_cost_usd: counted, summary_cost_usd: spend.costUsd, path: origin.file });
    }
    addSummary(origin, summary) {
        if (Object.keys(summary.run_costs.costs_usd ?? {}).some((runId) => this.runs.hasRecords(runId)))
            this.quality.overlap(origin.file);
        if (summary.calls > 0)
            this.countedSpend = true;
        this.dimensions.addSummary(summary);
        const perAgent = Object.entries(summary.agent_stats).map(([agent, stats]) => [agent, stats.run_costs]);
        this.runs.absorb(summary.run_costs, perAgent);
        this.runs.endMany({ successes: summary.successful_tasks ?? 0, failures: summary.failed_tasks ?? 0 });
        for (const source of summary.sources)
            this.sources.absorb(source);
        this.quality.absorb(summary.quality);
        this.pricing.absorb(summary.pricing);
        this.fromMs = Math.min(this.fromMs, (0,time/* parseLooseTime */.pj)(summary.period.from) ?? this.fromMs);
        this.toMs = Math.max(this.toMs, (0,time/* parseLooseTime */.pj)(summary.period.to) ?? this.toMs);
    }
    /** The summary of all that was added. Call it once. */
    finish(identity) {
        for (const cell of this.cells.all())
            this.dimensions.addCell(cell);
        for (const cell of this.earlierCells.all())
            this.dimensions.addEarlier(cell);
        const { tally, calendar } = this.dimensions.total;
        const { all, perAgent } = this.runs.toRunCosts();
        const tasks = this.runs.toTasks();
        const total = tally.cost.toNumber();
        const [from, to] = Number.isFinite(this.fromMs) ? [(0,time/* isoTime */.Ly)(this.fromMs), (0,time/* isoTime */.Ly)(this.toMs)] : [null, null];
        return {
            schema_version: 1,
            tool: identity.tool,
            commit: identity.commit,
            created_at: identity.createdAt,
            timezone: this.settings.timezone,
            period: { from, to },
            total_cost_usd: total,
            calls: tally.calls,
            failed_calls: tally.errors,
            input_tokens: tally.input,
            output_tokens: tally.output,
            total_tokens: tally.input + tally.output,
            ...tally.optionalTokens(),
            unpriced_calls: tally.unpriced,
            runs: all.count,
            ...tasks,
            ...efficiency(total, tally.input, tally.output, tasks.successful_tasks),
            ...this.dimensions.toJson(perAgent),
            ...calendar.toAmounts(),
            run_costs: all,
            sources: this.sources.toJson(),
            quality: this.quality.toJson(),
            pricing: this.pricing.toJson(),
        };
    }
}
/** The logger sums doubles, so the last digits may differ. */
function differ(counted, reported) {
    return Math.abs(counted - reported) > Math.max(1e-6, 1e-6 * counted);
}

;// CONCATENATED MODULE: ./build/summary.js








/** Reads all usage of a workspace, prices what has no trustworthy cost, and sums it up. */
async function summarizeWorkspace(settings, context) {
    const cwd = settings['working-directory'];
    const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since });
    const overrides = settings['pricing-path'];
    let pricer = overrides === null ? null : await loadPrices(cwd, overrides);
    const usage = readUsage({ cwd, usagePath: settings['usage-path'], onInvalid: settings['on-invalid'], onProgress: context.onProgress });
    for await (const piece of usage) {
        if (pricer === null && wantsPrices(piece))
            pricer = await loadPrices(cwd, overrides);
        summarizer.add(piece, pricer);
    }
    const summary = summarizer.finish({ tool: { name: 'llm-cost-gate', version: version/* VERSION */.x }, commit: context.commit, createdAt: (0,time/* isoTime */.Ly)(context.nowMs) });
    return { summary, unknownModel: pricer?.unknownModel ?? 'warn' };
}
function wantsPrices(piece) {
    if (piece.type === 'records')
        return piece.records.some(needsPrice);
    return piece.type === 'run' && piece.run.spend !== null && needsPrice(piece.run.spend);
}
/** Prices are half a megabyte: they are loaded when the first record needs one. */
async function loadPrices(cwd, overrides) {
    const { loadPricer } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(206)]).then(__webpack_require__.bind(__webpack_require__, 6206));
    return loadPricer({
        bundled: { path: 'catalog/pricing.yaml', text: await (0,read_text/* readText */.yR)((0,bundled/* bundled */.v)('catalog/pricing.yaml'), 'catalog/pricing.yaml') },
        overrides: overrides === null ? null : { path: overrides, text: await (0,read_text/* readText */.yR)((0,external_node_path_.isAbsolute)(overrides) ? overrides : (0,external_node_path_.join)(cwd, overrides), overrides) },
    });
}


/***/ }),

/***/ 4131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ calendar),
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   pj: () => (/* binding */ parseLooseTime)
/* harmony export */ });
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Two digits at `at`, as a number. */
function two(text, at) {
    return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
/**
 * Milliseconds since 1970 of a timestamp that matches the ledger's pattern (ISO 8601; without a zone it is UTC),
 * or null where the calendar has no such day. Reads digits itself: a ledger has a timestamp in every row.
 */
function parseTimestamp(text) {
    const year = two(text, 0) * 100 + two(text, 2);
    const month = two(text, 5);
    const day = two(text, 8);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    if (day > (DAYS[month - 1] ?? 0) || (month === 2 && day === 29 && !leap))
        return null;
    let end = 16;
    let milliseconds = 0;
    if (text.charCodeAt(16) === 58) {
        milliseconds = two(text, 17) * 1000;
        end = 19;
        if (text.charCodeAt(19) === 46) {
            end = 20;
            for (let scale = 100; isDigit(text.charCodeAt(end)); end++, scale = Math.floor(scale / 10))
                milliseconds += (text.charCodeAt(end) - 48) * scale;
        }
    }
    return Date.UTC(year, month - 1, day, two(text, 11), two(text, 14)) + milliseconds - zoneMs(text, end);
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Offset from UTC that stands at the end of the timestamp: nothing, Z, +hh:mm or +hhmm. */
function zoneMs(text, at) {
    const sign = text.charCodeAt(at);
    if (sign !== 43 && sign !== 45)
        return 0;
    const minutes = two(text, at + 1) * 60 + two(text, text.charCodeAt(at + 3) === 58 ? at + 4 : at + 3);
    return (sign === 43 ? minutes : -minutes) * 60_000;
}
const TIMESTAMP = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Milliseconds since 1970 of a date, a timestamp, or a number of seconds since 1970; null where it is none of them. */
function parseLooseTime(value) {
    if (typeof value === 'number')
        return value > 0 && value < 1e11 ? Math.round(value * 1000) : null;
    if (typeof value !== 'string' || !TIMESTAMP.test(value))
        return null;
    return parseTimestamp(value.length === 10 ? `${value}T00:00` : value);
}
/** ISO 8601 UTC with milliseconds. */
function isoTime(timeMs) {
    return new Date(timeMs).toISOString();
}
const QUARTER_HOUR = 900_000;
/** Calendar day (YYYY-MM-DD) of a time in a zone. Zones change their offset on quarter hours at the finest, so days are remembered per quarter hour. */
function calendar(timezone) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const days = new Map();
    const step = timezone === 'UTC' ? 96 * QUARTER_HOUR : QUARTER_HOUR;
    return (timeMs) => {
        const key = Math.floor(timeMs / step);
        let day = days.get(key);
        if (day === undefined) {
            day = format.format(timeMs);
            days.set(key, day);
        }
        return day;
    };
}


/***/ }),

/***/ 3340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard),
/* harmony export */   j: () => (/* binding */ specificity)
/* harmony export */ });
/**
 * Whether the whole name matches a pattern of literal characters, `*` (any characters, or none) and `?` (one character).
 * Case counts. Takes at most pattern × name steps, so that a hostile name or pattern cannot stall it as it could a regular expression.
 */
function matchesWildcard(pattern, name) {
    // Characters, not UTF-16 units: `?` stands for what a person sees as one.
    const wanted = [...pattern];
    const given = [...name];
    let at = 0;
    let star = -1;
    let resume = 0;
    for (let next = 0; next < given.length;) {
        if (wanted[at] === '*') {
            star = at++;
            resume = next;
        }
        else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[next])) {
            at++;
            next++;
        }
        else if (star >= 0) {
            // Only the last star needs another try: whatever an earlier one could take, the last one can take as well.
            at = star + 1;
            next = ++resume;
        }
        else
            return false;
    }
    return wanted.slice(at).every((character) => character === '*');
}
/** How specific a pattern is: more literal characters win, and a name without wildcards beats every pattern. */
function specificity(pattern) {
    const literal = pattern.replace(/[*?]/g, '');
    return literal === pattern ? Number.POSITIVE_INFINITY : literal.length;
}


/***/ }),

/***/ 9827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ writeJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** Writes a document as JSON, with folders as needed. */
async function writeJson(path, document) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(document, null, 2)}\n`);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`${path}: cannot be written (${error instanceof Error && 'code' in error ? error.code : error})`);
    }
}


/***/ })

};

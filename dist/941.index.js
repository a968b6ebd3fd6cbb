export const id = 941;
export const ids = [941];
export const modules = {

/***/ 4941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/gate.js + 21 modules
var gate = __webpack_require__(1953);
// EXTERNAL MODULE: ./build/generated/inputs.js
var inputs = __webpack_require__(9117);
;// CONCATENATED MODULE: ./build/github/event.js

/** The pull request from a runner's environment and event file; null on any other event, and with a warning where the file cannot be used. */
async function readEvent(env, warn) {
    if (env.GITHUB_EVENT_NAME !== 'pull_request' && env.GITHUB_EVENT_NAME !== 'pull_request_target')
        return null;
    try {
        return parseEvent(JSON.parse(await (0,promises_.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8')), env);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warn(`could not tell which pull request this is: GITHUB_EVENT_PATH: ${reason}. There will be no comment.`);
        return null;
    }
}
function parseEvent(payload, env) {
    const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
    if (!owner || !repo)
        throw new Error('GITHUB_REPOSITORY is not owner/name');
    const pullRequest = pick(payload, 'pull_request');
    const number = pick(pullRequest, 'number');
    const headSha = pick(pullRequest, 'head', 'sha');
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
        throw new Error('pull_request.number is not a number');
    if (typeof headSha !== 'string')
        throw new Error('pull_request.head.sha is missing');
    const author = pick(pullRequest, 'user', 'login');
    return {
        owner,
        repo,
        number,
        headSha,
        fromFork: isFork(pullRequest),
        author: typeof author === 'string' ? author : null,
        runUrl: env.GITHUB_SERVER_URL && env.GITHUB_RUN_ID ? `${env.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
    };
}
// Ids, not names: a repository can be renamed between the event and the run. `head.repo` is null once a fork was deleted.
function isFork(pullRequest) {
    const head = pick(pullRequest, 'head', 'repo', 'id');
    return typeof head !== 'number' || head !== pick(pullRequest, 'base', 'repo', 'id');
}
function pick(value, ...keys) {
    let found = value;
    for (const key of keys)
        found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
    return found;
}

;// CONCATENATED MODULE: ./build/github/log.js
// Controls and characters that show as nothing: they hide text from a reader, move the cursor, or vanish in the runner's comparison of `##[`,
// which follows the rules of a language (String.IndexOf without StringComparison.Ordinal) and so skips them.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The text as a reader sees it: controls and invisible characters become U+FFFD, line ends become `\n`, tabs stay. */
function cleanText(text) {
    return text.replace(/\r\n?/g, '\n').replace(unseen, (character) => (character === '\n' || character === '\t' ? character : '\uFFFD'));
}
/**
 * Lines for a runner's log in which nothing is a workflow command, whatever the text says.
 * The runner reads `::command::` after any white space at the start of a line and `##[command]` anywhere in it (runner, ActionCommand.cs).
 */
function toLogLines(text) {
    const lines = cleanText(text).replaceAll('##[', '## [').split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines.map((line) => `| ${line}\n`).join('');
}
/** Prints text that may come from files or names of a pull request. On a runner all such text goes through here. */
function writeLog(text) {
    process.stdout.write(toLogLines(text));
}

;// CONCATENATED MODULE: ./build/github/annotations.js

/** Annotates the run; the toolkit escapes what would be a command. GitHub shows at most 10 of each level per step. */
async function annotate(annotations) {
    if (annotations.length === 0)
        return;
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
    for (const { level, message, title, file, startLine } of annotations) {
        core[level](cleanText(message), {
            ...(title === undefined ? {} : { title: cleanText(title) }),
            ...(file === undefined ? {} : { file: cleanText(file) }),
            ...(startLine === undefined ? {} : { startLine }),
        });
    }
}

// EXTERNAL MODULE: ./build/generated/version.js
var version = __webpack_require__(9594);
;// CONCATENATED MODULE: ./build/github/client.js


/** Creates a client that gives up on a silent server and prints nothing on its own. Rejects where the token is empty. */
async function createClient({ token, apiUrl, deadlineMs = 10_000 }) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const log = { debug: () => { }, info: () => { }, warn: writeLog, error: writeLog };
    const client = getOctokit(token, { baseUrl: apiUrl, userAgent: `llm-cost-gate/${version/* VERSION */.x}`, log });
    // Per request, in a hook: the `request` option of the constructor would replace the toolkit's own, and with it the proxy.
    client.hook.before('request', (options) => {
        Object.assign(options.request, { signal: AbortSignal.timeout(deadlineMs), log });
    });
    return client;
}

;// CONCATENATED MODULE: ./build/github/comment-list.js
// GitHub closes a conversation at 2,500 comments: 30 pages of 100 are more than there can be.
const maxPages = 30;
/** All comments of a pull request, the oldest first. Rejects where an answer is cut: half a list would read as "no comment yet". */
async function listComments(client, { owner, repo, number }) {
    const comments = [];
    // Not client.paginate: it reads an answer that broke off as an empty list.
    for (let page = 1; page <= maxPages; page++) {
        const { data, headers } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            owner,
            repo,
            issue_number: number,
            per_page: 100,
            page,
        });
        if (!Array.isArray(data))
            throw new Error('the list of comments did not arrive whole');
        comments.push(...data.map(parseComment));
        if (!/;\s*rel="?next"?/.test(headers.link ?? ''))
            return comments;
    }
    throw new Error(`the pull request has more than ${maxPages * 100} comments`);
}
/** Checks one comment of an answer; throws where it is not what GitHub documents. */
function parseComment(value) {
    if (!isObject(value) || typeof value.id !== 'number' || typeof value.html_url !== 'string') {
        throw new Error('an answer about a comment did not arrive whole');
    }
    const { user } = value;
    return {
        id: value.id,
        url: value.html_url,
        body: typeof value.body === 'string' ? value.body : '',
        author: isObject(user) && typeof user.login === 'string' ? { login: user.login, isBot: user.type === 'Bot' } : null,
    };
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./build/github/own.js
/**
 * The comments that this token's holder wrote. Anyone can write a comment that looks like ours: the author decides, not the text.
 * An installation token (the job's own, or a GitHub App's) may not ask for its user; then it is one of a bot, which no person can post as.
 */
async function selectOwn(client, comments) {
    if (comments.length === 0)
        return [];
    const login = await readLogin(client);
    return comments.filter(({ author }) => author !== null && (login === null ? author.isBot : author.login === login));
}
async function readLogin(client) {
    try {
        const { data } = await client.request('GET /user');
        if (typeof data?.login !== 'string')
            throw new Error('the answer about the token did not arrive whole');
        return data.login;
    }
    catch (error) {
        if (isRefusal(error))
            return null;
        throw error;
    }
}
function isRefusal(error) {
    return error instanceof Error && 'status' in error && (error.status === 401 || error.status === 403);
}

;// CONCATENATED MODULE: ./build/github/comment.js


// GitHub rejects comment bodies over 65,536 characters.
const maxBodyLength = 65_536;
/** How many UTF-16 units a comment's body may have beside the marker. */
function roomFor(key) {
    return maxBodyLength - markerOf(key).length - 1;
}
/** Finds the comment with this key that we wrote and updates it, or creates it. Rejects where GitHub refuses or answers in part. */
async function upsertComment(client, target, { key, body, create }) {
    const marker = markerOf(key);
    const text = `${marker}\n${body}`;
    const marked = (await listComments(client, target)).filter((comment) => comment.body.startsWith(marker));
    const [own] = await selectOwn(client, marked);
    const { owner, repo, number } = target;
    if (own !== undefined) {
        if (isSame(own.body, text))
            return { url: own.url, action: 'unchanged' };
        const path = { owner, repo, comment_id: own.id };
        const { data } = await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...path, body: text });
        return { url: parseComment(data).url, action: 'updated' };
    }
    if (!create)
        return { url: null, action: 'skipped' };
    const path = { owner, repo, issue_number: number };
    const { data } = await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...path, body: text });
    return { url: parseComment(data).url, action: 'created' };
}
function markerOf(key) {
    return `<!-- llm-cost-gate:${key} -->`;
}
// An editor on the web may leave other line ends and cut white space at the end: not worth a request.
function isSame(one, other) {
    return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}

;// CONCATENATED MODULE: ./build/github/outputs.js

/** Names of the step's outputs, as in action.yml. Fixed: a name taken from data could forge another output. */
const outputNames = (/* unused pure expression or super */ null && ([
    'verdict',
    'total-cost-usd',
    'baseline-cost-usd',
    'increase-usd',
    'increase-percent',
    'findings',
    'report-path',
    'summary-path',
    'comment-url',
]));
/** Sets outputs of the step. Rejects with an InputError where they cannot be written: a verdict that nobody can read must not look like a pass. */
async function writeOutputs(outputs) {
    // Without the file the toolkit prints a command that runners no longer obey.
    if (!process.env.GITHUB_OUTPUT)
        throw new errors/* InputError */.d('could not set the outputs of the step: GITHUB_OUTPUT is not set. Run this as a step of a workflow.');
    const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
    try {
        for (const [name, value] of outputs)
            setOutput(name, value);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new errors/* InputError */.d(`could not set the outputs of the step: ${reason}. Is the runner's disk full?`);
    }
}

;// CONCATENATED MODULE: ./build/github/refusal.js

const permission = 'Give the job `permissions: pull-requests: write`.';
const readOnly = 'Pull requests from forks and Dependabot get a read-only token: the job summary has the full report.';
const elsewhere = 'The job summary has the full report.';
/** One line on why there is no comment, with the permission that is missing. */
function describeRefusal(error) {
    return `could not comment on the pull request: ${explain(error)}`;
}
function explain(error) {
    const said = shorten(error instanceof Error ? error.message : String(error));
    const status = statusOf(error);
    if (status === null)
        return `${said}. ${elsewhere}`;
    const answer = `(${status} ${said})`;
    if (status === 401)
        return `GitHub does not accept the token ${answer}. Check the input \`github-token\`. ${elsewhere}`;
    if (status === 429 || (status === 403 && /rate limit|abuse/i.test(said))) {
        return `GitHub takes no more requests for now ${answer}. Run the job again later. ${elsewhere}`;
    }
    if (status === 403 && /locked/i.test(said))
        return `the conversation is locked ${answer}. ${elsewhere}`;
    if (status === 403)
        return `the token may not ${answer}. ${permission} ${readOnly}`;
    if (status === 404)
        return `GitHub does not show it to this token ${answer}. ${permission} ${elsewhere}`;
    return `GitHub refused ${answer}. ${elsewhere}`;
}
// Octokit gives a request that got no answer the status 500: only an error with a response has a status of GitHub's.
function statusOf(error) {
    if (!(error instanceof Error && 'status' in error && typeof error.status === 'number'))
        return null;
    return 'response' in error && error.response !== undefined ? error.status : null;
}
// Octokit appends the address of the documentation, and takes a whole HTML page as the message.
function shorten(message) {
    const line = cleanText(message)
        .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
        .replace(/\s+/g, ' ')
        .trim();
    return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

;// CONCATENATED MODULE: ./build/github/summary.js
// A runner drops a job summary over 1 MiB as a whole, with an error on the run: stay well below.
const maxBytes = 900 * 1024;
const cutNote = '\n\n_The job summary ends here: GitHub shows no more than 1 MiB. The report file has everything._\n';
/** Adds to the job summary. Where that does not work it warns: the verdict does not depend on it. */
async function writeSummary(markdown, warn) {
    try {
        const { summary } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
        await summary.addRaw(fitSummary(markdown), true).write();
    }
    catch (error) {
        warn(`could not write the job summary: ${error instanceof Error ? error.message : String(error)}`);
    }
}
/** The Markdown, cut after a whole line where it is longer than a runner takes. */
function fitSummary(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= maxBytes)
        return markdown;
    const room = maxBytes - Buffer.byteLength(cutNote);
    const lineEnd = bytes.lastIndexOf('\n', room);
    // Without a line end, back to the first byte of a character: further bytes of it are 10xxxxxx.
    let end = lineEnd > 0 ? lineEnd : room;
    while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80)
        end--;
    return bytes.toString('utf8', 0, end) + cutNote;
}

;// CONCATENATED MODULE: ./build/github/publish.js







/**
 * Publishes a settled verdict: outputs first, then what people read. `env` is the runner's environment.
 * Rejects with an InputError where the outputs cannot be written. All else that fails is a warning: GitHub refusing never changes a verdict.
 */
async function publish(publication, env, token, warn) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
    if (token !== '')
        core.setSecret(token);
    await writeOutputs(new Map([...publication.outputs, ['comment-url', '']]));
    await annotate(publication.annotations);
    await writeSummary(publication.summaryMarkdown, warn);
    if (publication.comment === null)
        return;
    const url = await publishComment(publication.comment, env, token, warn);
    if (url !== null)
        await writeOutputs(new Map([['comment-url', url]]));
}
async function publishComment(comment, env, token, warn) {
    const event = await readEvent(env, warn);
    if (event === null)
        return null;
    try {
        const client = await createClient({ token, apiUrl: env.GITHUB_API_URL || 'https://api.github.com' });
        return (await upsertComment(client, event, comment)).url;
    }
    catch (error) {
        warn(describeRefusal(error));
        return null;
    }
}

;// CONCATENATED MODULE: ./build/github/comment-mode.js
/** Whether to write a comment where there is none yet. */
function mayCreate(mode, { verdict, blocked, totalChanged, findingCount }) {
    switch (mode) {
        case 'always':
            return true;
        case 'on-change':
            return totalChanged || findingCount > 0;
        case 'on-failure':
            return verdict === 'fail' || blocked;
        case 'never':
            return false;
    }
}

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(4246);
// EXTERNAL MODULE: ./build/render/rules.js
var rules = __webpack_require__(7426);
;// CONCATENATED MODULE: ./build/render/annotations.js



/** GitHub shows at most 10 annotations of each level per step: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations */
const PER_LEVEL = 8;
/** The runner cuts messages at 4,096 characters. */
const MESSAGE_LENGTH = 4096;
const TITLE_LENGTH = 200;
const LEVELS = ['error', 'warning', 'notice'];
/** Annotations of the findings, the worst first, at most 8 per level: the last says how many more there are. */
function annotations({ findings }) {
    return LEVELS.flatMap((level) => {
        const found = findings.filter((finding) => finding.level === level);
        if (found.length <= PER_LEVEL)
            return found.map(annotations_annotate);
        const shown = found.slice(0, PER_LEVEL - 1);
        return [...shown.map(annotations_annotate), { level, title: 'LLM cost', message: `+${(0,format/* integer */.nd)(found.length - shown.length)} more in the report` }];
    });
}
function annotations_annotate(finding) {
    const { level, policy, subject, message } = finding;
    return {
        level,
        title: subject.kind === 'data' ? 'LLM cost: data' : (0,render_escape/* plain */.pj)(`LLM cost: ${(0,rules/* describeRule */.IO)(finding, render_escape/* PLAIN */.tZ)}`, TITLE_LENGTH),
        message: (0,render_escape/* plain */.pj)(message, MESSAGE_LENGTH / 2),
        ...(policy === null ? {} : { file: policy.path, startLine: policy.line }),
    };
}

// EXTERNAL MODULE: ./build/render/comment.js + 6 modules
var comment = __webpack_require__(2721);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
;// CONCATENATED MODULE: ./build/render/problem.js



const ROOMS = [50, 20, 8, 3, 1, 0];
const LENGTH = 600;
/** The comment of a gate that could not judge: what is wrong and how to fix it. Never longer than `maxLength`. */
function renderProblem(title, message, lines, maxLength) {
    for (const room of ROOMS) {
        const { shown, hidden } = (0,markdown/* limit */.AB)(lines, room);
        const items = [...shown.map((line) => (0,render_escape/* code */.aY)(line, LENGTH)), ...(hidden.length > 0 ? [`_and ${hidden.length} more_`] : [])];
        const body = (0,markdown/* stack */.t$)([
            `### ⛔ ${(0,render_escape/* text */.Qq)(title)}`,
            (0,render_escape/* text */.Qq)(message),
            lines.length === 0 || room === 0 ? null : (0,markdown/* details */.zH)((0,format/* count */.U9)(lines.length, 'detail'), (0,markdown/* bullets */.e5)(items)),
            '_This is not a pass: nothing was judged._',
        ]);
        if (body.length <= maxLength)
            return body;
    }
    return '### LLM cost could not be judged'.slice(0, maxLength);
}

;// CONCATENATED MODULE: ./build/publication.js





/** GitHub rejects comment bodies over 65,536 characters; the marker needs at most 100 of them. */
const COMMENT_LENGTH = 65_536 - 100;
/** More does not help a reader, and the runner cuts outputs over 1 MiB. Characters. */
const OUTPUT_LENGTH = 64_000;
/** What a report shows on GitHub. A dry run leaves the pull request alone. */
function publicationOfReport(report, files, mode) {
    const { comparison, settings } = report;
    const body = (0,comment/* renderComment */.w)(report, { maxLength: COMMENT_LENGTH });
    const facts = { verdict: report.verdict, blocked: report.blocked, totalChanged: comparison?.total.delta_usd !== 0, findingCount: report.findings.length };
    return {
        outputs: new Map([
            ['verdict', report.verdict],
            ['total-cost-usd', String(report.head.total_cost_usd)],
            ['baseline-cost-usd', String(report.baseline.total_cost_usd ?? '')],
            ['increase-usd', String(comparison?.total.delta_usd ?? '')],
            ['increase-percent', String(comparison?.total.percent ?? '')],
            ['findings', findingsJson(report)],
            ['report-path', files.report],
            ['summary-path', files.summary],
        ]),
        annotations: annotations(report),
        summaryMarkdown: body,
        comment: settings.dry_run ? null : { key: settings.comment_key, body, create: mayCreate(mode, facts) },
    };
}
/** What GitHub shows where there is no verdict: the problem, and no older verdict. */
function publicationOfProblem(message, details, key) {
    const body = renderProblem('LLM cost could not be judged', message, details, COMMENT_LENGTH);
    return {
        outputs: new Map([
            ['verdict', 'fail'],
            ['total-cost-usd', ''],
            ['baseline-cost-usd', ''],
            ['increase-usd', ''],
            ['increase-percent', ''],
            ['findings', '[]'],
            ['report-path', ''],
            ['summary-path', ''],
        ]),
        annotations: [{ level: 'error', title: 'LLM cost could not be judged', message: (0,render_escape/* plain */.pj)([message, ...details.slice(0, 1)].join(' — '), 2000) }],
        summaryMarkdown: body,
        comment: { key, body, create: true },
    };
}
/** As many findings as fit, the worst first. */
function findingsJson(report) {
    const kept = [...report.findings];
    while (kept.length > 0 && JSON.stringify(kept).length > OUTPUT_LENGTH)
        kept.length = Math.floor(kept.length / 2);
    return JSON.stringify(kept);
}

// EXTERNAL MODULE: ./build/render/terminal.js
var terminal = __webpack_require__(4425);
// EXTERNAL MODULE: ./build/settings.js
var build_settings = __webpack_require__(1423);
// EXTERNAL MODULE: ./build/write.js
var write = __webpack_require__(9827);
;// CONCATENATED MODULE: ./build/action.js













/** Runs as a step of a workflow. Returns the exit code: 0 pass or warn, 1 a blocking verdict, 2 bad input, 70 a bug. */
async function runAction(env) {
    const raw = readInputs(env);
    try {
        const settings = (0,build_settings/* readSettings */.s)(raw, '');
        const report = await (0,gate/* runGate */.R)(settings, { nowMs: Date.now(), commit: await headCommit(env), onProgress: () => { } });
        writeLog((0,terminal/* renderTerminal */.b)(report, (_style, text) => text));
        const files = await writeFiles(env, report);
        await publish(publicationOfReport(report, files, settings['comment-mode']), env, tokenFor(settings), warn);
        return report.blocked ? 1 : 0;
    }
    catch (error) {
        return fail(error, env, raw);
    }
}
/** Inputs as the runner passes them: INPUT_ and the name in capitals. */
function readInputs(env) {
    const names = Object.keys(inputs/* INPUTS */.m);
    return Object.fromEntries(names.flatMap((name) => [env[`INPUT_${name.toUpperCase()}`]].flatMap((value) => (value === undefined || value === '' ? [] : [[name, value]]))));
}
async function headCommit(env) {
    const event = await readEvent(env, () => { });
    return event?.headSha ?? env.GITHUB_SHA ?? null;
}
async function writeFiles(env, report) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'llm-cost-gate-'));
    const files = { report: (0,external_node_path_.join)(folder, 'report.json'), summary: (0,external_node_path_.join)(folder, 'cost-summary.json') };
    await (0,write/* writeJson */.G)(files.report, report);
    await (0,write/* writeJson */.G)(files.summary, report.head);
    return files;
}
/** A dry run writes nothing to GitHub. */
function tokenFor(settings) {
    return settings['github-token'];
}
function warn(message) {
    writeLog(`Warning: ${message}`);
}
/** Without a verdict nothing passes: the step fails, and a comment that shows an older verdict is replaced. */
async function fail(error, env, raw) {
    const known = error instanceof errors/* InputError */.d;
    const message = known ? error.message : `a bug in llm-cost-gate: ${error instanceof Error ? error.message : String(error)}. Please report it with the log of this step`;
    writeLog([`Error: ${message}`, ...(known ? error.details : [error instanceof Error ? (error.stack ?? '') : ''])].join('\n'));
    try {
        await publish(publicationOfProblem(message, known ? error.details : [], raw['comment-key'] ?? inputs/* INPUTS */.m['comment-key'].default), env, raw['github-token'] ?? '', warn);
    }
    catch (second) {
        writeLog(`Error: ${second instanceof Error ? second.message : String(second)}`);
    }
    return known ? 2 : 70;
}


/***/ })

};

export const id = 699;
export const ids = [699];
export const modules = {

/***/ 8699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(7658);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundled.js
var bundled = __webpack_require__(7568);
// EXTERNAL MODULE: ./build/render/terminal.js
var terminal = __webpack_require__(4425);
// EXTERNAL MODULE: ./build/write.js
var write = __webpack_require__(9827);
// EXTERNAL MODULE: ./build/gate.js + 21 modules
var gate = __webpack_require__(1953);
// EXTERNAL MODULE: ./build/generated/inputs.js
var inputs = __webpack_require__(9117);
// EXTERNAL MODULE: ./build/render/comment.js + 6 modules
var comment = __webpack_require__(2721);
// EXTERNAL MODULE: ./build/settings.js
var build_settings = __webpack_require__(1423);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/terminal/commit.js


/** The commit that is checked out in a folder; null where it is no git checkout. */
async function currentCommit(cwd) {
    return (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', ['rev-parse', 'HEAD'], { cwd }).then(({ stdout }) => stdout.trim(), () => null);
}

;// CONCATENATED MODULE: ./build/terminal/screen.js

/** Colours where the terminal wants them: NO_COLOR and pipes turn them off, FORCE_COLOR on (no-color.org). */
function paint() {
    const { NO_COLOR, FORCE_COLOR } = process.env;
    const wanted = FORCE_COLOR && FORCE_COLOR !== '0' ? true : !NO_COLOR && process.stdout.isTTY === true;
    return (style, text) => (wanted ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : (0,external_node_util_.stripVTControlCharacters)(text));
}
function print(text) {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
/** Faster reads are over before anybody looks. Bytes. */
const WORTH_SHOWING = 32 << 20;
/** Shows on a terminal how far a long read is. */
function progress() {
    let shown = -1;
    return (done, total) => {
        const percent = Math.floor((done / total) * 100);
        if (process.stderr.isTTY !== true || total < WORTH_SHOWING || percent === shown)
            return;
        shown = percent;
        process.stderr.write(done >= total ? '\r\u001B[K' : `\rreading usage: ${percent} %`);
    };
}

;// CONCATENATED MODULE: ./build/terminal/gate.js










const ON_GITHUB_ONLY = ['comment-mode', 'comment-key', 'github-token'];
/** A comment on GitHub is no longer than this; in a terminal it need not be shorter. Characters. */
const COMMENT_LENGTH = 65_536;
const gate_gate = {
    name: 'gate',
    purpose: 'Compare usage with a baseline, judge it by the policy, and exit 1 on a regression or a broken budget.',
    usage: 'gate [FILE...] [--baseline FILE] [--policy FILE]',
    examples: [
        'gate --baseline baseline.json',
        'gate summary.json --policy catalog/policies/cost_governance.yaml --dry-run',
        'gate --baseline baseline.json --max-increase-percent 10 --min-increase-usd 0.05',
        'gate --baseline baseline.json --format markdown > comment.md',
    ],
    inputs: Object.keys(inputs/* INPUTS */.m).filter((name) => !ON_GITHUB_ONLY.includes(name)),
    flags: {
        'format=text|markdown|json': 'What to print: text for people, the comment, or the report. Default: text.',
        'report=FILE': 'Write the report (JSON) to this file.',
        'summary=FILE': 'Write the cost summary (JSON) to this file.',
    },
    async run(args) {
        const render = rendering(args.flags.get('format') ?? 'text');
        const report = await gateFiles(args);
        for (const [flag, document] of [['report', report], ['summary', report.head]]) {
            const file = args.flags.get(flag);
            if (file !== undefined)
                await (0,write/* writeJson */.G)((0,external_node_path_.resolve)(file), document);
        }
        print(render(report));
        return report.blocked ? 1 : 0;
    },
};
/** The report of the files that were named, or of the usual places. */
async function gateFiles(args) {
    const settings = (0,build_settings/* readSettings */.s)({ ...args.inputs, ...(args.files.length > 0 && { 'usage-path': args.files.join('\n') }) }, '--');
    return (0,gate/* runGate */.R)(settings, { nowMs: Date.now(), commit: await currentCommit(settings['working-directory']), onProgress: progress() });
}
function rendering(format) {
    if (format === 'text')
        return (report) => (0,terminal/* renderTerminal */.b)(report, paint());
    if (format === 'markdown')
        return (report) => (0,comment/* renderComment */.w)(report, { maxLength: COMMENT_LENGTH });
    if (format === 'json')
        return (report) => JSON.stringify(report, null, 2);
    throw new errors/* InputError */.d(`--format must be text, markdown or json, got "${format}"`);
}

;// CONCATENATED MODULE: ./build/terminal/demo.js








/** Workspaces of examples/, the harmless pull request first. */
const PULL_REQUESTS = ['pr-small', 'pr-regression'];
const demo = {
    name: 'demo',
    purpose: 'Run the gate on the two pull requests of the bundled example.',
    usage: 'demo',
    examples: ['demo'],
    inputs: [],
    flags: {},
    async run() {
        const examples = (0,bundled/* bundled */.v)('examples');
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'llm-cost-gate-demo-'));
        const color = paint();
        for (const name of PULL_REQUESTS) {
            const report = await gateFiles({
                files: [],
                inputs: { 'working-directory': (0,external_node_path_.join)(examples, name), 'baseline-path': '../baseline_summary.json', 'policy-path': '../cost_governance.yaml' },
            });
            const file = (0,external_node_path_.join)(folder, `${name}.json`);
            await (0,write/* writeJson */.G)(file, report);
            print(`${color('bold', `Example examples/${name}`)}\n\n${(0,terminal/* renderTerminal */.b)(report, color)}\nReport: ${file}\n`);
        }
        return 0;
    },
};

;// CONCATENATED MODULE: ./build/terminal/flags.js




/** Names that the guides use for the same inputs. */
const ALIASES = { policy: 'policy-path', baseline: 'baseline-path', pricing: 'pricing-path' };
/** Flags without a value. */
const SWITCHES = ['dry-run', 'help'];
/** Reads the words after the command. Throws an InputError for an unknown flag, naming the nearest right one. */
function parseFlags(command, words) {
    const own = Object.keys(command.flags).map((name) => name.replace(/=.*/, ''));
    const aliases = Object.keys(ALIASES).filter((alias) => command.inputs.includes(ALIASES[alias] ?? 'since'));
    const known = [...command.inputs, ...aliases, ...own, 'help'];
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...words],
        options: Object.fromEntries(known.map((name) => [name, { type: SWITCHES.includes(name) ? 'boolean' : 'string' }])),
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    const args = { files: [], inputs: {}, flags: new Map() };
    for (const token of tokens) {
        if (token.kind === 'positional')
            args.files.push(token.value);
        if (token.kind !== 'option')
            continue;
        const name = ALIASES[token.name] ?? token.name;
        const value = SWITCHES.includes(name) ? 'true' : token.value;
        if (!known.includes(token.name))
            throw unknownFlag(command, token.rawName, token.name, known);
        if (value === undefined || (token.inlineValue === false && value.startsWith('--')))
            throw new errors/* InputError */.d(`--${token.name} needs a value. See: llm-cost-gate ${command.name} --help`);
        if (isInput(name))
            args.inputs[name] = name === 'usage-path' && args.inputs[name] ? `${args.inputs[name]}\n${value}` : value;
        else
            args.flags.set(name, value);
    }
    return args;
}
function isInput(name) {
    return Object.hasOwn(inputs/* INPUTS */.m, name);
}
function unknownFlag(command, written, name, known) {
    const near = (0,nearest/* nearestName */.q)(name, known);
    return new errors/* InputError */.d(`unknown flag ${written}${near === null ? '' : `, did you mean --${near}?`} See: llm-cost-gate ${command.name} --help`);
}

// EXTERNAL MODULE: ./build/generated/version.js
var version = __webpack_require__(9594);
;// CONCATENATED MODULE: ./build/terminal/help.js


const EXIT_CODES = 'Exit codes: 0 pass or warn, 1 fail, 2 bad input (one line says what to mend), 70 a bug.';
/** Help for the program. */
function renderHelp(commands) {
    return [
        `llm-cost-gate ${version/* VERSION */.x}: stops LLM cost regressions, by what was really spent.`,
        '',
        'Usage: llm-cost-gate COMMAND [FLAGS]',
        '',
        'Commands:',
        ...columns(commands.map(({ name, purpose }) => [name, purpose])),
        '',
        'Examples:',
        ...commands.flatMap(({ examples }) => examples.slice(0, 1).map((example) => `  llm-cost-gate ${example}`)),
        '',
        'llm-cost-gate COMMAND --help lists the flags of a command.',
        EXIT_CODES,
    ].join('\n');
}
/** Help for one command. */
function renderCommandHelp(command) {
    const flags = [
        ...Object.entries(command.flags).map(([flag, meaning]) => [`--${flag.replace('=', ' ')}`, meaning]),
        ...command.inputs.map((name) => [`--${name}`, `${inputs/* INPUTS */.m[name].description}${inputs/* INPUTS */.m[name].default === '' ? '' : ` Default: ${inputs/* INPUTS */.m[name].default.trim().split('\n').join(', ')}.`}`]),
    ];
    return [
        command.purpose,
        '',
        `Usage: llm-cost-gate ${command.usage}`,
        ...(flags.length > 0 ? ['', 'Flags:', ...columns(flags)] : []),
        '',
        'Examples:',
        ...command.examples.map((example) => `  llm-cost-gate ${example}`),
        '',
        EXIT_CODES,
    ].join('\n');
}
function columns(rows) {
    const width = Math.max(...rows.map(([name]) => name?.length ?? 0)) + 2;
    return rows.flatMap(([name, text]) => wrap(text ?? '', 100 - width).map((line, index) => `  ${(index === 0 ? (name ?? '') : '').padEnd(width)}${line}`));
}
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line !== '' && line.length + word.length + 1 > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

// EXTERNAL MODULE: ./build/read/document.js + 4 modules
var read_document = __webpack_require__(947);
// EXTERNAL MODULE: ./build/read/text.js
var read_text = __webpack_require__(5942);
// EXTERNAL MODULE: ./build/render/summary.js
var render_summary = __webpack_require__(4453);
// EXTERNAL MODULE: ./build/summary.js + 28 modules
var summary = __webpack_require__(7260);
;// CONCATENATED MODULE: ./build/terminal/summarize.js








const summarize = {
    name: 'summarize',
    purpose: 'Sum up the usage of a workspace; the result can serve as a baseline.',
    usage: 'summarize [FILE...] [--output FILE]',
    examples: ['summarize --output baseline.json', "summarize --output summary.json && jq '.model_stats' summary.json", 'summarize .runs/costs/costs.jsonl --format json'],
    inputs: ['usage-path', 'since', 'on-invalid', 'pricing-path', 'timezone', 'working-directory'],
    flags: {
        'output=FILE': 'Write the cost summary (JSON) to this file.',
        'commit=SHA': 'Commit to name in the summary. Default: the one that is checked out.',
        'format=text|json': 'What to print. Default: text.',
    },
    async run(args) {
        return showSummary(args, await summarizeFiles(args, {}));
    },
};
/** Sums up the files that were named, or the usual places. */
async function summarizeFiles(args, overrides) {
    const settings = (0,build_settings/* readSettings */.s)({ ...args.inputs, ...(args.files.length > 0 && { 'usage-path': args.files.join('\n') }), ...overrides }, '--');
    const commit = args.flags.get('commit') ?? (await currentCommit(settings['working-directory']));
    return (await (0,summary/* summarizeWorkspace */.l)(settings, { nowMs: Date.now(), commit, onProgress: progress() })).summary;
}
/** Writes the summary where it was asked for, and prints it. */
async function showSummary(args, summary) {
    const format = args.flags.get('format') ?? 'text';
    if (format !== 'text' && format !== 'json')
        throw new errors/* InputError */.d(`--format must be text or json, got "${format}"`);
    const output = args.flags.get('output');
    if (output !== undefined)
        await (0,write/* writeJson */.G)((0,external_node_path_.resolve)(output), summary);
    if (format === 'json')
        print(JSON.stringify(summary, null, 2));
    else
        print((0,render_summary/* renderSummary */.B)(summary, paint()));
    if (output !== undefined && format === 'text')
        print(`Cost summary: ${output}`);
    return 0;
}

;// CONCATENATED MODULE: ./build/terminal/merge.js





const merge = {
    name: 'merge',
    purpose: 'Merge cost summaries into one, as if all usage had been read at once (jobs of a matrix).',
    usage: 'merge FILE... [--output FILE]',
    examples: ['merge leg-1/summary.json leg-2/summary.json --output summary.json'],
    inputs: ['timezone', 'working-directory'],
    flags: {
        'output=FILE': 'Write the merged cost summary (JSON) to this file.',
        'commit=SHA': 'Commit to name in the summary. Default: the one that is checked out.',
        'format=text|json': 'What to print. Default: text.',
    },
    async run(args) {
        if (args.files.length === 0)
            throw new errors/* InputError */.d('merge needs the files to merge. Example: llm-cost-gate merge a.json b.json --output merged.json');
        const cwd = (0,external_node_path_.resolve)(args.inputs['working-directory'] ?? '.');
        for (const file of args.files)
            await expectCostSummary((0,external_node_path_.resolve)(cwd, file), file);
        return showSummary(args, await summarizeFiles(args, {}));
    },
};
async function expectCostSummary(path, file) {
    const document = (0,read_document/* readDocument */.u)(await (0,read_text/* readText */.yR)(path, file));
    if ('fault' in document)
        throw new errors/* InputError */.d((0,errors.at)({ file, line: document.line, path: document.path }, document.fault));
    if (document.format !== 'cost-summary')
        throw new errors/* InputError */.d(`${file}: is a ${document.format}; merge takes cost summaries. Make one with: llm-cost-gate summarize ${file} --output FILE`);
}

;// CONCATENATED MODULE: ./build/cli.js










const COMMANDS = [gate_gate, summarize, merge, demo];
/** Runs a command line (the words after the program's name). Returns the exit code: 0 pass or warn, 1 fail, 2 bad input, 70 a bug. */
async function runCli(words) {
    try {
        return await dispatch(words);
    }
    catch (error) {
        if (error instanceof errors/* InputError */.d) {
            process.stderr.write(`${[`Error: ${safe(error.message)}`, ...error.details.map((line) => `  ${safe(line)}`)].join('\n')}\n`);
            return 2;
        }
        process.stderr.write(`This is a bug in llm-cost-gate; please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`);
        return 70;
    }
}
async function dispatch([name, ...words]) {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
        print(renderHelp(COMMANDS));
        return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) {
        const near = (0,nearest/* nearestName */.q)(name, COMMANDS.map((one) => one.name));
        throw new errors/* InputError */.d(`unknown command ${name}${near === null ? '' : `, did you mean ${near}?`} See: llm-cost-gate --help`);
    }
    if (words.includes('--help') || words.includes('-h')) {
        print(renderCommandHelp(command));
        return 0;
    }
    return command.run(parseFlags(command, words));
}
/** Messages quote files, which can hold control sequences. */
function safe(line) {
    return (0,render_escape/* plain */.pj)(line, 2000);
}


/***/ })

};

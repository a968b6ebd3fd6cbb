import type { Call } from '../call.ts'
import { get, list, object, text } from '../fields.ts'
import { each, type Tool } from '../tool.ts'
import { callsOf, modelsOf } from './ccusage-rows.ts'

/** https://github.com/ryoppippi/ccusage, what `--json` prints. */
export const ccusage: Tool = {
  id: 'ccusage',
  name: 'ccusage',
  what: 'a report of ccusage',
  site: 'https://ccusage.com/guide/json-output',
  step: `
- run: npx ccusage@20 daily --json > ccusage.json`,
  files: [{ what: 'report of days, weeks, months, sessions or blocks', places: [], how: 'npx ccusage@20 daily --json > ccusage.json' }],
  marks: [
    { 'totals.inputTokens': true, 'totals.outputTokens': true, 'totals.cacheReadTokens': true },
    { 'totals.inputTokens': true, 'totals.outputTokens': true, 'totals.cachedInputTokens': true },
    { 'blocks.0.tokenCounts': true, 'blocks.0.startTime': true },
  ],
  traps: [
    'Rows, their models and `totals` are the same spend: the models count, or the row where costs are not told per model.',
    'Reports of the same history, such as days and sessions, count once; those that share no model are of different histories.',
    '`missingPricing` beside a cost of 0 means that the cost is not known.',
    '`inputTokens` leave out what the cache holds.',
    'A row of several models with one cost is of no model.',
    'Thoughts of some agents, such as Gemini CLI and opencode, are in `totalTokens` of a row and in its costs, and not in `outputTokens`.',
  ],
  gaps: [
    'Single calls, and how many there were.',
    'Which of several models in a row had the thoughts that its `outputTokens` leave out: they are in the costs alone.',
    'The hour: a row is dated with the beginning of its day, so that `since` may leave it out.',
    'Whether it tells of this job alone: it sums up all that lies in the home folder.',
  ],
  unit: 'session',
  isAggregate: true,
  open: (sink) => {
    const reports: Report[] = []
    return {
      take(value, place) {
        const tables = tablesOf(value)
        if (tables.length === 0) return false
        const report: Report = { name: `${place.file}:${place.line ?? ''}${place.path}`, calls: [], models: new Set(), agents: new Set() }
        const unpriced = new Set(list(value, 'totals', 'unpricedModels').filter((name) => typeof name === 'string'))
        for (const { path, rows } of tables)
          each(sink, rows, place, path, (row, where) => {
            report.calls.push(...callsOf({ row, place: where, isSession: path.startsWith('session'), unpriced }))
            for (const model of modelsOf(row)) report.models.add(model.replace(/-fast$/, ''))
            report.agents.add(text(row, 'agent') ?? 'all')
          })
        reports.push(report)
        return true
      },
      finish() {
        for (const histories of groupByHistory(reports)) {
          const session = `ccusage:${histories.map(({ name }) => name).sort()[0]}`
          for (const { name, calls } of histories) {
            const rank = calls.every(({ model }) => model) ? 1 : 0
            for (const call of calls) sink.call({ ...call, view: { session, telling: name, rank } })
          }
        }
      },
    }
  },
}

interface Report {
  readonly name: string
  readonly calls: Call[]
  readonly models: Set<string>
  readonly agents: Set<string>
}

const TABLES = ['daily', 'weekly', 'monthly', 'session', 'sessions', 'blocks']

function tablesOf(value: object): { readonly path: string; readonly rows: unknown }[] {
  const projects = object(value, 'projects')
  return [
    ...TABLES.filter((key) => Array.isArray(get(value, key))).map((key) => ({ path: key, rows: get(value, key) })),
    ...Object.keys(projects ?? {}).map((name) => ({ path: `projects[${JSON.stringify(name)}]`, rows: get(projects, name) })),
  ]
}

/** Reports together with those that tell of the same history. */
function groupByHistory(reports: readonly Report[]): Report[][] {
  let groups: Report[][] = []
  for (const report of reports) {
    const same = groups.filter((group) => group.some((other) => isSameHistory(report, other)))
    groups = [...groups.filter((group) => !same.includes(group)), [report, ...same.flat()]]
  }
  return groups
}

function isSameHistory(one: Report, other: Report): boolean {
  const ofAll = one.agents.has('all') || other.agents.has('all')
  const isSameAgent = ofAll || [...one.agents].some((agent) => other.agents.has(agent))
  return isSameAgent && [...one.models].some((model) => other.models.has(model))
}

import type { Report } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import type { Voice } from '../../words/escape.ts'
import { capitalize, count, usd } from '../../words/format.ts'
import { commitUrl, runOf } from '../links.ts'

/** Makes a link of words, where there is a page. */
type Link = (words: string, url: string | null) => string

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * `baseline baseline_summary.json (commit 8899ac1, 2 days old)`; of a stored one
 * `baseline recorded on commit 8899ac1, 2 days old, 3 commits older than the base that was measured`.
 */
export function describeBaseline(report: Report, voice: Voice, link: Link = (words) => words): string {
  const { commit: sha, source, path, created_at, run_id: run } = report.baseline
  const commit = sha === null ? null : `commit ${link(voice.name(sha.slice(0, 7)), commitUrl(report, sha))}`
  const baseline = link('baseline', runOf(report, run))
  const facts = [commit, describeAge(created_at, report.created_at), ...writeRecords(report)].filter((fact) => fact !== null).join(', ')
  if (source === 'artifact' && commit !== null) return `${baseline} recorded on ${facts}`
  return `${baseline}${path === null ? '' : ` ${voice.name(path)}`}${facts === '' ? '' : ` (${facts})`}`
}

/** `median of 5 records`, and how far the newest one is from the commit of the base that what was measured has in it; nothing where it is the only one, right there. */
function writeRecords({ baseline, settings }: Report): string[] {
  const records = baseline.window?.records ?? 1
  const behind = settings.mode === 'record' ? 0 : (baseline.commits_behind ?? 0)
  const older = `${count(behind, 'commit')} older than the base that was measured`
  return [
    ...(records > 1 ? [`median of ${count(records, 'record')}`] : []),
    ...(behind > 0 ? [records > 1 ? `the newest ${older}` : older] : []),
  ]
}

/** What the newest record cost, where the baseline is the median of several and another total; else null. */
export function writeNewest({ baseline }: Report): string | null {
  const { window, total_cost_usd: total } = baseline
  if (window === null || total === null || window.newest_cost_usd === total) return null
  const { records, newest_cost_usd: newest } = window
  return `The baseline of ${usd(total, newest)} is the median of ${count(records, 'record')}; the newest one cost ${usd(newest, total)}.`
}

/** Which artifacts have the name of a record, are nearer, and are none. */
export function writePassedOver({ baseline }: Report, voice: Voice): string[] {
  return (baseline.passed_over ?? []).map((why) => `Passed over: ${voice.text(why)}`)
}

/** That there is nothing to compare with, and why or how to get a baseline. */
export function writeMissing(report: Report, voice: Voice): string[] {
  const { source, path, reason } = report.baseline
  if (report.settings.mode === 'record' && source === 'artifact') return ['There is no record before it to compare with.']
  const known = path === null || reason !== null ? '' : ` (looked for ${source === 'artifact' ? 'the artifact ' : ''}${voice.name(path)})`
  const state = `There is no baseline to compare with${reason === null ? ' yet' : ''}${known}, so a regression cannot be seen.`
  return [state, reason === null ? `To get one: ${adviseBaseline(report, voice)}.` : `ℹ️ ${capitalize(voice.text(reason))}`]
}

/** What to do for a baseline where nobody recorded one yet. */
export function adviseBaseline({ baseline }: Report, voice: Voice): string {
  if (baseline.source === 'file')
    return 'keep the cost summary that a run on the base branch writes (output `summary-path`) and name it in `baseline-path`'
  const [record, auto, file] = ['mode: record', 'mode: auto', 'baseline-path'].map(voice.name)
  return `run this action on the base branch (${record}, which ${auto} does on a push to the default branch), or name a file in ${file}`
}

/** `2 days old`: how old something of `created` was at `now`, both ISO 8601; null where a time is missing or in the future. */
export function describeAge(created: string | null, now: string): string | null {
  const from = parseLooseTime(created)
  const to = parseLooseTime(now)
  if (from === null || to === null || from > to) return null
  const age = to - from
  if (age >= 2 * DAY_MS) return `${count(Math.floor(age / DAY_MS), 'day')} old`
  if (age >= HOUR_MS) return `${count(Math.floor(age / HOUR_MS), 'hour')} old`
  return age >= MINUTE_MS ? `${count(Math.floor(age / MINUTE_MS), 'minute')} old` : 'just recorded'
}

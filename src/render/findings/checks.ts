import type { Report } from '../../generated/types.ts'
import { code, MARKDOWN } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { bullets, details, limit, stack } from '../../words/markdown.ts'
import type { Room } from '../../words/room.ts'
import { INCONCLUSIVE, isInconclusive } from '../noise/state.ts'
import { writePolicyOrigin } from '../verdict/review.ts'
import { type Place, ruleLine } from './findings.ts'
import { isLimit } from './rules.ts'

/** What limits said. */
type Judged = Pick<Report, 'findings' | 'checks' | 'policy' | 'files' | 'approval' | 'noise'>

/** Every limit that was applied, folded: what failed, warned, passed, or had nothing to judge. */
export function renderChecks({ findings, checks, policy, files, approval, noise }: Judged, room: Room, place?: Place): string {
  const groups = [
    { icon: '❌', word: 'failed', results: findings.filter((finding) => finding.level === 'error') },
    { icon: '⚠️', word: 'warned', results: findings.filter((finding) => finding.level === 'warning' && !isInconclusive(finding, noise)) },
    { icon: INCONCLUSIVE, word: 'inconclusive', results: findings.filter((finding) => isInconclusive(finding, noise)) },
    { icon: '✅', word: 'passed', results: checks.filter((check) => check.outcome === 'passed') },
    { icon: '➖', word: 'unmatched', results: checks.filter((check) => check.outcome === 'unmatched') },
  ].map((group) => ({ ...group, results: group.results.filter(isLimit) }))
  const counts = groups.filter(({ results }) => results.length > 0).map(({ word, results }) => `${integer(results.length)} ${word}`)
  if (counts.length === 0) return ''
  const rows = groups.flatMap(({ icon, results }) => results.map((result) => ({ icon, result })))
  const { shown, hidden } = limit(rows, room.folded)
  const lines = shown.map(({ icon, result }) => ruleLine(icon, result, { approval, noise }, place))
  if (hidden.length > 0) lines.push(`_and ${integer(hidden.length)} more_`)
  const source =
    policy.paths.length === 0
      ? 'No policy file: inputs and defaults apply.'
      : `Policy: ${policy.paths.map((path) => `${code(path)}${writePolicyOrigin(files, path, MARKDOWN)}`).join(', ')}`
  return details(`Limits: ${counts.join(', ')}`, stack([source, bullets(lines)]))
}

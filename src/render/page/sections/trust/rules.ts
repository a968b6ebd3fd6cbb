import type { Check, DecidingFile, Finding, Report } from '../../../../generated/types.ts'
import { writeActual, writeLimit, writeShare } from '../../../findings/rule-figures.ts'
import { describeRule, writePlace } from '../../../findings/rules.ts'
import { writeOwnFiles, writeReview } from '../../../verdict/review.ts'
import { HTML, list, paragraph, section, strong } from '../../html.ts'
import { table } from '../../table.ts'
import { badge } from '../change/outcome.ts'

const ORIGINS: Record<DecidingFile['origin'], string> = {
  base: 'from the base commit',
  'pull-request': 'from the pull request',
  workspace: 'from the folder of the job',
}

/** The files that decide, and what each rule said, in the order of its lines. */
export function renderRules(report: Report): string | null {
  const { findings, checks, policy, files } = report
  const right = true
  const own = writeOwnFiles(report, HTML)
  return section('rules', 'Rules', [
    policy.paths.length === 0 ? paragraph('No policy file: inputs and defaults apply.') : null,
    list(files.map(writeFile)),
    ...writeReview(report, HTML, strong).map((line) => paragraph(line)),
    own === null ? null : paragraph(own, 'note'),
    table({
      caption: 'Rules and their verdicts',
      sorts: true,
      noun: 'rules',
      columns: [
        { title: 'Rule' },
        { title: 'Verdict' },
        { title: 'Actual', right },
        { title: 'Limit', right },
        { title: 'Of limit', right },
        { title: 'Line' },
      ],
      rows: [...findings, ...checks].map((result) => writeRule(result, report)),
    }),
  ])
}

function writeRule(result: Finding | Check, report: Report) {
  const share = writeShare(result)
  return [
    describeRule(result, HTML, report.noise),
    badge(result, report),
    { html: writeActual(result), by: result.actual },
    { html: writeLimit(result), by: result.limit },
    { html: share, by: result.percent_of_limit },
    writePlace(result, HTML),
  ]
}

function writeFile({ kind, path, origin, commit, change }: DecidingFile): string {
  const at = commit === null ? '' : ` ${HTML.name(commit.slice(0, 7))}`
  const edited = change === 'unchanged' ? '' : `, ${change} by this change`
  return `${kind}: ${HTML.name(path)}, ${ORIGINS[origin]}${at}${edited}`
}

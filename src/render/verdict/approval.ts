import type { Approval, Finding, Report } from '../../generated/types.ts'
import { isForApproval } from '../../judge/ease.ts'
import { parseLooseTime } from '../../time.ts'
import type { Voice } from '../../words/escape.ts'
import { capitalize, integer } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'

/** What did not count is explained, but not at any length. */
const MOST_NOTES = 3

/** Who accepted the errors, or how to, and what did not count as that. Nothing where there is nothing to accept. */
export function writeApproval(
  { findings, approval, settings }: Report,
  voice: Voice,
): { readonly line: string; readonly notes: readonly string[] } | null {
  const { given, notes } = approval
  const label = settings.approval_label
  if (given !== null) return { line: writeAudit(given, label, voice), notes: [] }
  const errors = findings.filter(({ level }) => level === 'error')
  const open = errors.filter(isForApproval)
  if (open.length === 0 || label === null) return null
  const who = `a person with write access who is not the author sets the label ${voice.name(label)} after the last push, or approves the last commit in a review`
  const { shown, hidden } = limit(notes, MOST_NOTES)
  const more = hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : []
  return { line: `To accept ${nameErrors(open, errors)}: ${who}.`, notes: [...shown.map((note) => capitalize(voice.text(note))), ...more] }
}

/** Why an error is only a warning, in a few words; null where it is none. */
export function describeEasing({ eased }: Finding, { given }: Report['approval'], voice: Voice): string | null {
  if (eased === 'existing') return 'already there before: the baseline broke it as badly'
  if (eased === 'approved') return given === null ? 'accepted' : `accepted by ${voice.name(given.by)}`
  return null
}

function writeAudit({ by, how, at, commit }: Approval, label: string | null, voice: Voice): string {
  const means = how === 'review' ? 'by a review' : `with the label${label === null ? '' : ` ${voice.name(label)}`}`
  const when = parseLooseTime(at) === null ? '' : ` on ${voice.name(at.slice(0, 16).replace('T', ' '))} UTC`
  return `Accepted by ${voice.name(by)} ${means}${when}, for commit ${voice.name(commit.slice(0, 7))}.`
}

function nameErrors(open: readonly Finding[], errors: readonly Finding[]): string {
  if (open.length < errors.length) return `${integer(open.length)} of ${integer(errors.length)} errors`
  return errors.length === 1 ? 'the error' : `the ${integer(errors.length)} errors`
}

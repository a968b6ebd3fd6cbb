import type { DecidingFile, FileKind, Report } from '../../generated/types.ts'
import { addedPolicies, isNew } from '../../policy/added.ts'
import type { Voice } from '../../words/escape.ts'
import { capitalize } from '../../words/format.ts'

const VERBS: Record<DecidingFile['change'], string> = { removed: 'removes', added: 'brings', changed: 'edits', unchanged: 'keeps' }
const KINDS: Record<FileKind, string> = { policy: 'policy', baseline: 'baseline', prices: 'price file' }

const EVERYTHING = 'what it says for everything, about the growth of the total or existing violations, does not count'

/**
 * Which rules judged a pull request that edits its rules, and what its own would say; which it brings, that take force when it is merged. Nothing where
 * it leaves them alone.
 */
export function writeReview({ files, proposed }: Report, voice: Voice, strong: (words: string) => string): string[] {
  const edited = files.filter(({ origin, change }) => origin === 'base' && change !== 'unchanged')
  const mended = files.filter(({ origin, change }) => origin === 'pull-request' && (change === 'changed' || change === 'removed'))
  const written = files.filter(({ origin, change }) => origin === 'workspace' && change === 'added')
  const verdict = writeProposed(writeOwn(edited, files), proposed, voice, strong)
  const added = writeAdded(files, voice)
  return [
    ...(edited.length === 0 ? [] : [`${writeEdits(edited, voice, writeBase(edited, voice))}${verdict}`]),
    ...(mended.length === 0 ? [] : [`${writeEdits(mended, voice, 'by its own version, because that of the base cannot be read')}.`]),
    ...written.map((file) => `${capitalize(nameFile(file, voice))} is in no commit: a step of this job wrote it.`),
    ...added.map((line, index) => `${line}${edited.length === 0 && index === added.length - 1 ? verdict : '.'}`),
  ]
}

/** The files that the pull request itself was allowed to bring, as policy-ref says; null where there are none. */
export function writeOwnFiles({ files }: Report, voice: Voice): string | null {
  const own = files.filter(({ origin, change }) => origin === 'pull-request' && change === 'unchanged')
  if (own.length === 0) return null
  return `judged by ${own.map((file) => nameFile(file, voice)).join(' and ')} of the pull request itself (${voice.name('policy-ref: head')})`
}

/** ` of the base commit abc1234`, where the policy was read from there; else nothing. */
export function writePolicyOrigin(files: readonly DecidingFile[], path: string, voice: Voice): string {
  const commit = files.find((file) => file.kind === 'policy' && file.path === path && file.origin === 'base')?.commit ?? null
  return commit === null ? '' : ` of the base commit ${voice.name(commit.slice(0, 7))}`
}

function writeEdits(edited: readonly DecidingFile[], voice: Voice, by: string): string {
  const edits = edited.map((file) => `${VERBS[file.change]} ${nameFile(file, voice)}`)
  return `This pull request ${edits.join(' and ')}. It was judged ${by}`
}

/** By which version it was judged where it edits files of the base. */
function writeBase(edited: readonly DecidingFile[], voice: Voice): string {
  const commit = edited.find((file) => file.commit !== null)?.commit ?? null
  const base = `the base commit${commit === null ? '' : ` ${voice.name(commit.slice(0, 7))}`}`
  // A fork brings no rules of its own.
  const isNew = edited.every(({ change }) => change === 'added')
  return isNew ? `without: ${base} has none` : `by the version of ${base}`
}

/** What has no force before it is merged, and that new policies only limit more until then; without a stop at the end. */
function writeAdded(files: readonly DecidingFile[], voice: Voice): string[] {
  return [
    ...addedPolicies(files).map((file) => {
      const name = capitalize(nameFile(file, voice))
      return isNew(file)
        ? `${name} is new in this pull request and takes force when it is merged: until then it only adds limits, and ${EVERYTHING}`
        : `${name} only adds limits to those of the base: ${EVERYTHING} yet`
    }),
    ...files
      .filter((file) => isNew(file) && file.kind !== 'policy')
      .map(
        (file) =>
          `${capitalize(nameFile(file, voice))} is new in this pull request and takes force when it is merged: it was judged without`,
      ),
  ]
}

/** With which files the verdict would be the one of the pull request's own. */
function writeOwn(edited: readonly DecidingFile[], files: readonly DecidingFile[]): string {
  if (edited.length === 0)
    return new Set([...files.filter(isNew), ...addedPolicies(files)]).size === 1 ? 'with all of it' : 'with all of them'
  const isRemoval = edited.every(({ change }) => change === 'removed')
  return isRemoval ? `without ${edited.length === 1 ? 'it' : 'them'}` : 'by its own version'
}

function writeProposed(own: string, proposed: Report['proposed'], voice: Voice, strong: (words: string) => string): string {
  if (proposed === null) return '.'
  if (proposed.verdict !== null) return `; ${own} the verdict would be ${strong(proposed.verdict)}.`
  return `; by its own version it cannot be judged${proposed.problem === null ? '' : `: ${voice.text(proposed.problem)}`}`
}

function nameFile({ kind, path }: DecidingFile, voice: Voice): string {
  return `the ${KINDS[kind]} ${voice.name(path)}`
}

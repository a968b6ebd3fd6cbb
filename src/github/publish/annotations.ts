import { cleanText } from './log.ts'

/** A line of the checks page, and of the changed file where it names one. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string | undefined
  /** Path from the root of the repository. */
  readonly file?: string | undefined
  /** From 1. */
  readonly startLine?: number | undefined
}

/** Annotates the run; the toolkit escapes what would be a command. GitHub shows at most 10 of each level per step. */
export async function annotate(annotations: readonly Annotation[]): Promise<void> {
  if (annotations.length === 0) return
  const core = await import('@actions/core')
  for (const { level, message, title, file, startLine } of annotations) {
    core[level](cleanText(message), {
      ...(title === undefined ? {} : { title: cleanText(title) }),
      ...(file === undefined ? {} : { file: cleanText(file) }),
      ...(startLine === undefined ? {} : { startLine }),
    })
  }
}

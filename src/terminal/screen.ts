import { stripVTControlCharacters, styleText } from 'node:util'
import { toLogLines } from '../github/publish/log.ts'
import type { Paint } from '../words/paint.ts'

/** Colours where the terminal wants them: NO_COLOR and pipes turn them off, FORCE_COLOR on (no-color.org). */
export function paint(): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env
  const wanted = !isRunner() && (FORCE_COLOR && FORCE_COLOR !== '0' ? true : !NO_COLOR && process.stdout.isTTY === true)
  return (style, text) => (wanted ? styleText(style, text, { validateStream: false }) : stripVTControlCharacters(text))
}

/** Lets a reader such as `head` stop early: that is no error, and the exit code stays that of the verdict. */
export function allowClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** Prints what a program reads, as it is. */
export function print(text: string): void {
  process.stdout.write(endLine(text))
}

/** Prints JSON. */
export function printJson(document: unknown): void {
  print(toJsonText(document))
}

/** JSON to print; a runner obeys `##[command]` anywhere in a line, so that is spelt with an escape that means the same. */
export function toJsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2).replaceAll('##[', '#\\u0023[')}\n`
}

/** Prints what people read. In a step of a workflow, names from files could be commands to the runner. */
export function printText(text: string): void {
  process.stdout.write(isRunner() ? toLogLines(text) : endLine(text))
}

/** The same for what went wrong. */
export function complain(text: string): void {
  process.stderr.write(isRunner() ? toLogLines(text) : endLine(text))
}

function isRunner(): boolean {
  return process.env.GITHUB_ACTIONS === 'true'
}

function endLine(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

/** Faster reads are over before anybody looks. Bytes. */
const WORTH_SHOWING = 32 << 20

/** Shows on a terminal how far a long read is. */
export function progress(): (done: number, total: number) => void {
  let shown = -1
  return (done, total) => {
    const percent = Math.floor((done / total) * 100)
    if (process.stderr.isTTY !== true || total < WORTH_SHOWING || percent === shown) return
    shown = percent
    process.stderr.write(done >= total ? '\r\u001B[K' : `\rreading usage: ${percent} %`)
  }
}

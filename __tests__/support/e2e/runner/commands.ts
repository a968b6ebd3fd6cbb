/** An order to the runner in a step's log. */
export interface WorkflowCommand {
  readonly command: string
  readonly properties: ReadonlyMap<string, string>
  readonly message: string
}

const registered = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'echo', 'stop-commands', 'set-env', 'set-output'],
  ...['save-state', 'add-path', 'add-matcher', 'remove-matcher', 'internal-set-repo-path'],
])

/** Commands that this product has a reason to send. */
export const expectedCommands: ReadonlySet<string> = new Set(['error', 'warning', 'notice', 'add-mask', 'group', 'endgroup', 'debug'])

// The runner compares by the rules of a language, which skip characters that show as nothing.
const skipped = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r])\p{Cc}/gu

/** The commands that a runner finds in a log, by the rules of its ActionCommand.cs; where its reading is in doubt, the stricter one. */
export function parseCommands(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const seen = line.replace(skipped, '')
    const found = parseColons(seen.trimStart()) ?? parseBrackets(seen)
    return found === null ? [] : [found]
  })
}

function parseColons(line: string): WorkflowCommand | null {
  const end = line.startsWith('::') ? line.indexOf('::', 2) : -1
  if (end < 0) return null
  const escapes = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ] as const
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const
  return build(line.slice(2, end), ',', escapes, decode(line.slice(end + 2), data))
}

function parseBrackets(line: string): WorkflowCommand | null {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return null
  const escapes = [
    ['%3B', ';'],
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%5D', ']'],
    ['%25', '%'],
  ] as const
  return build(line.slice(start + 3, end), ';', escapes, decode(line.slice(end + 1), escapes))
}

type Escapes = readonly (readonly [string, string])[]

function build(head: string, separator: string, escapes: Escapes, message: string): WorkflowCommand | null {
  const space = head.indexOf(' ')
  const command = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!registered.has(command)) return null
  const properties = new Map<string, string>()
  for (const part of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = part.indexOf('=')
    if (equals > 0 && equals < part.length - 1) properties.set(part.slice(0, equals), decode(part.slice(equals + 1), escapes))
  }
  return { command, properties, message }
}

function decode(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text)
}

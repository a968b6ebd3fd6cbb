import { normalize, resolve } from 'node:path'
import * as z from 'zod/mini'
import { InputError, shown } from './errors.ts'
import { INPUTS } from './generated/inputs.ts'
import { parseLooseTime } from './time.ts'
import { NO_PERIOD, PERIOD, REPORT_BY } from './usage/days.ts'

/** Name of an input of action.yml, which is also the name of the flag in a terminal. */
export type InputName = keyof typeof INPUTS

/** Inputs as text; what is missing has its default from action.yml. */
export type RawInputs = Partial<Record<InputName, string>>

/** A key stands in an HTML comment. */
export const COMMENT_KEY = /^[A-Za-z0-9._-]{1,64}$/

/** An input that must be a number in a range; empty is null, for "not given". */
const amount = (most: number) =>
  z.pipe(
    z.string().check(
      z.refine((text) => text === '' || (/^\d+(\.\d+)?$/.test(text) && Number(text) <= most), {
        error: `must be a number from 0 to ${most}`,
      }),
    ),
    z.transform((text) => (text === '' ? null : Number(text))),
  )

const optionalPath = z.pipe(
  z.string(),
  z.transform((text) => (text === '' ? null : text)),
)

/** A name of an artifact: what GitHub forbids in one, and what could lead out of a folder, is left out. */
const ARTIFACT_NAME = /^[A-Za-z0-9][A-Za-z0-9._ -]{0,99}$/

const yesOrNo = z.pipe(
  z.enum(['true', 'false']),
  z.transform((text) => text === 'true'),
)

const schema = z.object({
  mode: z.enum(['auto', 'gate', 'record', 'summarize', 'comment', 'report']),
  'usage-path': z.pipe(
    z.string().check(z.refine((text) => text.trim() !== '', { error: 'must name at least one file or glob' })),
    z.transform(splitLines),
  ),
  since: z.pipe(
    z.string().check(z.refine((text) => text === '' || parseLooseTime(text) !== null, { error: 'must be an ISO 8601 date or time' })),
    z.transform((text) => parseLooseTime(text)),
  ),
  'on-invalid': z.enum(['fail', 'skip']),
  'policy-path': z.pipe(
    z.string(),
    z.transform((text) => withoutRepeats(splitLines(text))),
  ),
  'policy-ref': z.enum(['base', 'head']),
  'baseline-path': optionalPath,
  'baseline-artifact': z
    .string()
    .check(z.regex(ARTIFACT_NAME, { error: 'must be 1 to 100 letters, digits, dots, dashes, underscores or spaces' })),
  'baseline-window': z.pipe(
    z.string().check(
      z.refine((text) => text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 50), {
        error: 'must be a whole number from 1 to 50',
      }),
    ),
    z.transform((text) => (text === '' ? null : Number(text))),
  ),
  'on-missing-baseline': z.enum(['pass', 'warn', 'fail']),
  'on-inconclusive': z.pipe(
    z.enum(['', 'pass', 'warn', 'fail']),
    z.transform((text) => (text === '' ? null : text)),
  ),
  'max-increase-percent': amount(1_000_000),
  'min-increase-usd': amount(1_000_000_000),
  'fail-on': z.enum(['error', 'warning', 'never']),
  'comment-mode': z.enum(['always', 'on-change', 'on-failure', 'never']),
  'comment-key': z.string().check(z.regex(COMMENT_KEY, { error: 'must be 1 to 64 letters, digits, dots, dashes or underscores' })),
  'report-by': z.enum(REPORT_BY),
  'report-period': z.string().check(z.regex(PERIOD, { error: NO_PERIOD })),
  'on-alert': z.enum(['fail', 'issue']),
  // A comma would be two labels.
  'issue-label': z.string().check(
    z.refine((text) => text.trim() !== '' && text.length <= 50 && !text.includes(','), {
      error: 'must be the name of one label, 1 to 50 characters',
    }),
  ),
  'pricing-path': optionalPath,
  savings: yesOrNo,
  'alternatives-path': optionalPath,
  timezone: z.string().check(z.refine(isTimezone, { error: 'must be an IANA time zone' })),
  'approval-label': z
    .string()
    .check(z.refine((text) => text.trim() !== '' && text.length <= 50, { error: 'must be the name of a label, 1 to 50 characters' })),
  'upload-report': yesOrNo,
  'dry-run': yesOrNo,
  'github-token': z.string(),
  'working-directory': z.pipe(
    z.string(),
    z.transform((text) => resolve(text || '.')),
  ),
})

/** What the gate was told, checked and frozen. */
export type Settings = Readonly<z.output<typeof schema>>

const EXAMPLES: RawInputs = {
  mode: 'gate',
  'usage-path': '.runs/costs/costs.jsonl',
  since: '2026-11-01T00:00:00Z',
  'on-invalid': 'skip',
  'policy-ref': 'base',
  'baseline-artifact': 'llm-cost-baseline',
  'baseline-window': '5',
  'on-missing-baseline': 'warn',
  'on-inconclusive': 'warn',
  'max-increase-percent': '20',
  'min-increase-usd': '0.05',
  'fail-on': 'error',
  'comment-mode': 'on-change',
  'comment-key': 'evals',
  'approval-label': 'llm-cost-approved',
  'report-by': 'agent',
  'report-period': 'last-7-days',
  'on-alert': 'issue',
  'issue-label': 'llm-cost',
  savings: 'true',
  timezone: 'Europe/Berlin',
  'upload-report': 'false',
  'dry-run': 'true',
}

/**
 * Checks inputs; defaults come from action.yml alone.
 * @param prefix is what stands before a name where the user wrote it: nothing in a workflow, `--` in a terminal.
 * @throws InputError that names every wrong input, its value and an example.
 */
export function readSettings(raw: RawInputs, prefix: '' | '--'): Settings {
  const defaults = Object.fromEntries(Object.entries(INPUTS).map(([name, input]) => [name, input.default]))
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined))
  const values: Record<string, unknown> = { ...defaults, ...given }
  const result = z.safeParse(schema, values)
  if (result.success) return Object.freeze(result.data)
  const lines = result.error.issues.map((issue) =>
    describe(prefix, String(issue.path[0]), issue.code === 'invalid_value' ? oneOf(issue.values) : issue.message, values),
  )
  throw lines.length === 1 ? new InputError(lines.join('')) : new InputError(`${lines.length} inputs are wrong`, lines)
}

function describe(prefix: string, name: string, demand: string, values: Record<string, unknown>): string {
  const example = Object.entries(EXAMPLES).find(([key]) => key === name)?.[1]
  // A switch takes no word after it.
  const joint = prefix === '' ? ': ' : example === 'true' || example === 'false' ? '=' : ' '
  const hint = example === undefined ? '' : `. Example: ${prefix}${name}${joint}${example}`
  return `${prefix}${name} ${demand}, got ${shown(values[name])}${hint}`
}

/** One name per line; none where it is empty. */
function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A file that is named twice is one file: its findings would only stand there twice. */
function withoutRepeats(named: readonly string[]): string[] {
  return named.filter((file, index) => named.findIndex((other) => normalize(other) === normalize(file)) === index)
}

function oneOf(values: readonly unknown[]): string {
  return `must be one of ${values.filter((value) => value !== '').join(', ')}`
}

function isTimezone(name: string): boolean {
  // Loading the zones takes longer than everything else that happens at start.
  if (name === 'UTC') return true
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Whether usage-path is what action.yml has for whoever says nothing. */
export function isUsualPath(named: readonly string[]): boolean {
  return named.join('\n') === splitLines(INPUTS['usage-path'].default).join('\n')
}

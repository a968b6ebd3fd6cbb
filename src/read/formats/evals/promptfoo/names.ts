import { get, object, text } from '../../fields.ts'
import { hashOf } from '../hash.ts'

const LONGEST = 60
const SHOWN = 40
const HASH = 8
/** A prompt of a file is labelled with the file and all of its text. */
const FILE_LABEL = /^((?:[\w.@-]+[\\/])*[\w.@-]+\.[A-Za-z]\w{0,6}): /
/** Made anew in each run. */
const PASSING = new Set(['sessionId', '_conversation'])

/** The prompt, by a name that is short: its label is the whole text where nobody gave it one. */
export function stepOf(row: object): string | null {
  const label = get(row, 'prompt', 'label') ?? get(row, 'prompt', 'display')
  if (typeof label !== 'string' || label.trim() === '') return null
  const file = FILE_LABEL.exec(label)?.[1]
  if (file !== undefined) return file
  const line = label.trim().replace(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  return `${Array.from(line).slice(0, SHOWN).join('').trim()}… ${hashOf(label, HASH)}`
}

/** The test case, by its description or by what it fills in: never by its number, which is another one when a test is added. */
export function testCaseOf(row: object): string | null {
  const description = text(row, 'testCase', 'description') ?? text(row, 'description')
  if (description !== null) return description
  const vars = object(row, 'testCase', 'vars') ?? object(row, 'vars')
  const lasting = Object.entries(vars ?? {}).filter(([name]) => !PASSING.has(name))
  return lasting.length === 0 ? null : `vars ${hashOf(Object.fromEntries(lasting), HASH)}`
}

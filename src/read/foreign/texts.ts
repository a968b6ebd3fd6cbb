import { shown } from '../../errors.ts'
import { namePromptfooText } from '../formats/evals/promptfoo-texts.ts'

/** What is looked at of a text. Characters. */
const HEAD = 64 << 10
/** What is shown of it. Characters. */
const BEGIN = 40

/** What is said of a text that a tool wrote in place of JSON; null: nobody knows it. */
export function nameText(text: string): string | null {
  const head = text.slice(0, HEAD)
  return namePromptfooText(head) ?? nameTelemetry(head)
}

/** What is said of a text that cannot be JSON; null: it begins like JSON. */
export function nameNoJson(text: string): string | null {
  const begin = text.trimStart().slice(0, BEGIN)
  return /^(?:[[{]|$)/.test(begin) || begin.includes('\0')
    ? null
    : `is no JSON, it begins with ${shown(begin)}. docs/formats.md says what is read`
}

/** Its telemetry file is one object of the SDK after the other, with line breaks in them. */
function nameTelemetry(head: string): string | null {
  const isGemini = /^\s*\{\s/.test(head) && /"gemini[_-]cli\.|"service\.name",?\s*:?\s*"gemini-cli"/.test(head)
  return isGemini ? 'is the telemetry of gemini-cli, which is not read: keep what `gemini --output-format json` prints' : null
}

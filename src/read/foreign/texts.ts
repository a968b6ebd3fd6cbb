import { namePromptfooText } from '../formats/evals/promptfoo-texts.ts'

/** What is looked at of a text. Characters. */
const HEAD = 64 << 10

/** What is said of a text that a tool wrote in place of JSON; null: nobody knows it. */
export function nameText(text: string): string | null {
  const head = text.slice(0, HEAD)
  return namePromptfooText(head) ?? nameTelemetry(head)
}

/** Its telemetry file is one object of the SDK after the other, with line breaks in them. */
function nameTelemetry(head: string): string | null {
  const isGemini = /^\s*\{\s/.test(head) && /"gemini[_-]cli\.|"service\.name",?\s*:?\s*"gemini-cli"/.test(head)
  return isGemini ? 'is the telemetry of gemini-cli, which is not read: keep what `gemini --output-format json` prints' : null
}
